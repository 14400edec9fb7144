package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Json;
import dev.assay.model.Query;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void saysEachPartOfAQuestionAsPeopleWould() {
    Query query =
        Json.readRequest(
            """
            {"table": "orders",
             "joins": [{"table": "customers", "matching": [{"column": "customer_id", "other": "id"}],
               "columns": [{"name": "city", "column": "city"}]},
              {"table": "lines", "matching": [{"column": "id", "other": "order_id"}],
               "columns": [{"name": "pieces", "aggregate": "SUM", "column": "quantity"}]}],
             "dimensions": [{"name": "month", "column": "ordered_at", "grain": "MONTH"},
               {"name": "weekday", "column": "ordered_at", "part": "WEEKDAY"}],
             "measures": [{"name": "revenue", "aggregate": "SUM", "formula": "quantity * price",
               "filters": [{"column": "status", "comparison": "EQUAL", "values": ["paid"]}]}],
             "calculations": [
               {"calculation": "share", "name": "share", "measure": "revenue", "within": ["month"]},
               {"calculation": "running_total", "name": "so_far", "measure": "revenue", "along": "month"},
               {"calculation": "moving_average", "name": "smooth", "measure": "revenue", "along": "month", "periods": 3},
               {"calculation": "earlier", "name": "before", "measure": "revenue", "along": "month", "back": 1, "unit": "YEAR"},
               {"calculation": "earlier", "name": "long_before", "measure": "revenue", "along": "month", "back": 2, "unit": "QUARTER"},
               {"calculation": "formula", "name": "growth", "formula": "revenue / before"},
               {"calculation": "rank", "name": "place", "measure": "revenue", "descending": true},
               {"calculation": "neighbour", "name": "next", "of": "revenue", "offset": 1}],
             "filters": [{"column": "ordered_at", "comparison": "IN", "values": ["1", "12"], "part": "MONTH_OF_YEAR"},
               {"column": "ordered_at", "comparison": "NOT_EQUAL", "values": ["7"], "part": "WEEKDAY"}],
             "having": [{"column": "place", "comparison": "LESS_OR_EQUAL", "values": ["3"]}],
             "order_by": [{"name": "revenue", "descending": true}, {"name": "month"}], "limit": 3}
            """,
            Query.class);
    assertThat(Wording.query(query))
        .containsExactly(
            "with city of customers where id = customer_id",
            "with sum of quantity of lines where order_id = id",
            "revenue = sum of quantity * price where status = 'paid'",
            "by month of ordered_at",
            "by weekday of ordered_at",
            "share = share of total revenue within each month",
            "so_far = running total of revenue along month",
            "smooth = average of revenue over 3 periods of month",
            "before = revenue a year earlier",
            "long_before = revenue 2 quarters earlier",
            "growth = revenue / before",
            "place = rank by revenue, the largest first",
            "next = revenue of the next row",
            "month of the year of ordered_at is one of January, December",
            "weekday of ordered_at is not Sunday",
            "only where place <= 3",
            "sorted by revenue, the largest first, then month",
            "the first 3");
  }

  @Test
  void saysWhatAListShows() {
    Query rows =
        Json.readRequest(
            """
            {"table": "orders", "shape": "ROWS", "dimensions": [{"name": "a", "column": "a"}, {"name": "b", "column": "b"}],
             "order_by": [{"name": "_row_no", "descending": true}], "limit": 1}
            """,
            Query.class);
    assertThat(Wording.query(rows))
        .containsExactly(
            "each row with a, b", "sorted by order received, the last first", "the first alone");
  }
}
