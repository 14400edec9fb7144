package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that does not fit is named at once, where it stands and with what to do. */
class QueryCheckTest {
  private static final List<Rows.Column> ORDERS =
      List.of(
          new Rows.Column("_load_id", "BIGINT"),
          new Rows.Column("_row_no", "BIGINT"),
          new Rows.Column("customer_id", "INTEGER"),
          new Rows.Column("ordered_at", "TIMESTAMP"),
          new Rows.Column("day", "DATE"),
          new Rows.Column("status", "VARCHAR"),
          new Rows.Column("select", "VARCHAR"),
          new Rows.Column("quantity", "INTEGER"),
          new Rows.Column("price", "DECIMAL(12,2)"));

  private static final Map<String, List<Rows.Column>> OTHERS =
      Map.of(
          "silver_customers_cleaned",
          List.of(
              new Rows.Column("id", "BIGINT"),
              new Rows.Column("code", "VARCHAR"),
              new Rows.Column("city", "VARCHAR")));

  private static List<Problem> problems(String json) {
    return QueryCheck.problems(
            Json.readRequest(json, Query.class),
            ORDERS,
            table -> Optional.ofNullable(OTHERS.get(table)),
            "/query")
        .stream()
        .map(problem -> new Problem(problem.pointer(), problem.message()))
        .toList();
  }

  private static Problem problem(String pointer, String message) {
    return new Problem("/query" + pointer, message);
  }

  @Test
  void acceptsAllThatTheVocabularyCanSay() {
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned",
                 "joins": [{"table": "silver_customers_cleaned",
                   "matching": [{"column": "customer_id", "other": "id"}],
                   "columns": [{"name": "city", "column": "city"}]}],
                 "dimensions": [{"name": "month", "column": "ordered_at", "grain": "MONTH"},
                   {"name": "weekday", "column": "day", "part": "WEEKDAY"},
                   {"name": "city", "column": "city"}, {"name": "select", "column": "select"}],
                 "measures": [{"name": "revenue", "aggregate": "SUM", "formula": "quantity * price"},
                   {"name": "orders", "aggregate": "COUNT_ROWS",
                    "filters": [{"column": "ordered_at", "comparison": "EQUAL", "values": ["12"], "part": "MONTH_OF_YEAR"}]},
                   {"name": "middle", "aggregate": "MEDIAN", "column": "price"}],
                 "calculations": [
                   {"calculation": "formula", "name": "each", "formula": "revenue / orders"},
                   {"calculation": "share", "name": "share", "measure": "each", "within": ["month"]},
                   {"calculation": "running_total", "name": "so_far", "measure": "revenue", "along": "month"},
                   {"calculation": "moving_average", "name": "smooth", "measure": "revenue", "along": "month", "periods": 3},
                   {"calculation": "earlier", "name": "before", "measure": "revenue", "along": "month", "back": 1, "unit": "YEAR"},
                   {"calculation": "rank", "name": "place", "measure": "revenue", "descending": true},
                   {"calculation": "neighbour", "name": "next", "of": "city", "offset": 1}],
                 "filters": [{"column": "status", "comparison": "NOT_IN", "values": ["o'k", "x"]},
                   {"column": "city", "comparison": "STARTS_WITH", "values": ["B"]}],
                 "having": [{"column": "place", "comparison": "LESS_OR_EQUAL", "values": ["10"]}],
                 "order_by": [{"name": "revenue", "descending": true}], "limit": 5}
                """))
        .isEmpty();
  }

  @Test
  void namesEveryProblemOfEveryPart() {
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned",
                 "joins": [{"table": "silver_customers_cleaned",
                     "matching": [{"column": "customer_id", "other": "code"}],
                     "columns": [{"name": "status", "column": "city"}, {"name": "towns", "aggregate": "SUM", "column": "city"}]},
                   {"table": "silver_nothing", "matching": [], "columns": []}],
                 "dimensions": [{"name": "d", "column": "status", "part": "WEEKDAY"},
                   {"name": "e", "column": "day", "part": "HOUR_OF_DAY"}],
                 "measures": [{"name": "m", "aggregate": "SUM", "formula": "quantity *"},
                   {"name": "n", "aggregate": "SUM", "formula": "quantity * prise"},
                   {"name": "o", "aggregate": "SUM", "formula": "status"},
                   {"name": "p", "aggregate": "SUM", "column": "price", "formula": "price"},
                   {"name": "q", "aggregate": "MEDIAN", "column": "status"}],
                 "filters": [{"column": "day", "comparison": "EQUAL", "values": ["13"], "part": "MONTH_OF_YEAR"},
                   {"column": "price", "comparison": "CONTAINS", "values": ["1"]}],
                 "having": [{"column": "mm", "comparison": "GREATER", "values": ["1"]}]}
                """))
        .containsExactly(
            problem(
                "/joins/0/matching/0",
                "'customer_id' holds integer and 'code' of silver_customers_cleaned text. Give both"
                    + " the same type in Silver."),
            problem(
                "/joins/0/columns",
                "Give every column an aggregate or none: where several rows of"
                    + " silver_customers_cleaned match, all of its columns must be made one."),
            problem(
                "/joins/0/columns/0/name",
                "A column named 'status' is there already. Choose another name."),
            problem(
                "/joins/0/columns/1/column",
                "SUM needs numbers and 'city' holds text. Use COUNT or COUNT_DISTINCT, or give the"
                    + " column a number type in Silver."),
            problem(
                "/joins/1/table",
                "There is no table silver_nothing to join. Build it, or name another."),
            problem(
                "/dimensions/0/part",
                "Column 'status' is not a time, so it has no weekday. Remove the part or choose a"
                    + " time column."),
            problem("/dimensions/1/part", "Column 'day' has no hours. Choose another part."),
            problem(
                "/measures/0/formula",
                "The formula 'quantity *' cannot be read: it ends too soon. Write arithmetic with"
                    + " + - * / and brackets, such as quantity * unit_price; put double quotes"
                    + " around a name with blanks."),
            problem(
                "/measures/1/formula",
                "Column 'prise' is not in silver_orders_cleaned. Did you mean 'price'?"),
            problem("/measures/2/formula", "SUM needs numbers, and this formula gives none."),
            problem("/measures/3/column", "Give a column or a formula, not both."),
            problem(
                "/measures/4/column",
                "MEDIAN needs numbers and 'status' holds text. Use COUNT or COUNT_DISTINCT, or give"
                    + " the column a number type in Silver."),
            problem("/filters/0/values/0", "month of the year is 1 to 12, so it is never 13."),
            problem("/filters/1/comparison", "CONTAINS needs texts and 'price' holds none."),
            problem(
                "/having/0/column",
                "'mm' is neither a dimension nor a measure here. Did you mean 'm'?"));
  }

  @Test
  void namesEveryProblemOfTheCalculations() {
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned",
                 "dimensions": [{"name": "week", "column": "day", "grain": "WEEK"}, {"name": "status", "column": "status"}],
                 "measures": [{"name": "revenue", "aggregate": "SUM", "column": "price"}],
                 "calculations": [
                   {"calculation": "formula", "name": "a", "formula": "revenu / later"},
                   {"calculation": "formula", "name": "later", "formula": "2"},
                   {"calculation": "share", "name": "revenue", "measure": "revenue", "within": ["weak"]},
                   {"calculation": "moving_average", "name": "b", "measure": "revenue", "along": "status", "periods": 1},
                   {"calculation": "earlier", "name": "c", "measure": "revenue", "along": "week", "back": 0, "unit": "YEAR"},
                   {"calculation": "neighbour", "name": "e", "of": "revenue", "offset": 0},
                   {"calculation": "rank", "name": "place"}],
                 "order_by": [{"name": "place"}]}
                """))
        .containsExactly(
            problem("/calculations/2/name", "The name 'revenue' is used twice. Choose another."),
            problem(
                "/calculations/0/formula",
                "'revenu' is not a measure or an earlier calculation here. Did you mean"
                    + " 'revenue'?"),
            problem(
                "/calculations/0/formula",
                "'later' is not a measure or an earlier calculation here."),
            problem(
                "/calculations/1/formula",
                "Name a measure in it; a number alone says nothing of the groups."),
            problem(
                "/calculations/2/within/0", "'weak' is not a dimension here. Did you mean 'week'?"),
            problem(
                "/calculations/3/along",
                "'status' has no periods. Give the dimension a grain such as MONTH."),
            problem("/calculations/3/periods", "Average over 2 to 1000 periods."),
            problem("/calculations/4/back", "Say how far to look back: 1 to 10000."),
            problem(
                "/calculations/4/unit",
                "A week of one year has no counterpart in another. Look back by WEEK, such as 52 of"
                    + " them."),
            problem("/calculations/5/offset", "Use 1 for the next row or -1 for the one before."),
            problem(
                "/calculations/5",
                "The rows are sorted by 'place', which is computed later. List it before this"
                    + " one."),
            problem("/calculations/6/measure", "Name a measure or an earlier calculation."));
  }

  @Test
  void looksAtTheTypesOfResultsOnceAllNamesAreKnown() {
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned",
                 "dimensions": [{"name": "status", "column": "status"}],
                 "measures": [{"name": "last", "aggregate": "MAX", "column": "day"}],
                 "calculations": [{"calculation": "share", "name": "a", "measure": "last"}],
                 "having": [{"column": "last", "comparison": "GREATER", "values": ["soon"]}]}
                """))
        .containsExactly(
            problem("/calculations/0/measure", "'last' is not a number. Choose a measure that is."),
            problem("/having/0/values/0", "'soon' is not a date; write it like 2024-03-31."));
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned",
                 "measures": [{"name": "last", "aggregate": "MAX", "column": "status"}],
                 "calculations": [{"calculation": "formula", "name": "a", "formula": "last + 1"}]}
                """))
        .containsExactly(
            problem(
                "/calculations/0/formula",
                "'last' is not a number, so nothing can be computed with it."));
  }

  @Test
  void aListOfRowsHasOnlyColumns() {
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned", "shape": "ROWS",
                 "dimensions": [{"name": "price", "column": "price"}],
                 "order_by": [{"name": "_row_no"}, {"name": "quantity"}, {"name": "quantities"}],
                 "measures": [{"name": "m", "aggregate": "COUNT_ROWS"}],
                 "having": [{"column": "m", "comparison": "GREATER", "values": ["1"]}]}
                """))
        .containsExactly(
            problem("/measures", "A list of rows has no measures. Remove them or the shape."),
            problem("/having", "A list of rows has no groups. Use filters instead."),
            problem(
                "/order_by/2/name",
                "'quantities' is neither a dimension nor a measure here. Did you mean"
                    + " 'quantity'?"));
  }

  @Test
  void whatIsNotSaidIsAskedForAndNothingFails() {
    assertThat(
            problems(
                """
                {"table": "silver_orders_cleaned", "joins": [{}, {"table": "silver_customers_cleaned",
                   "matching": [{}], "columns": [{}, {"name": "n", "aggregate": "COUNT_ROWS"}]}],
                 "dimensions": [{}, {"column": "nothing"}], "measures": [{}, {"aggregate": "SUM"}, {"name": "m", "aggregate": "SUM", "formula": ""}],
                 "calculations": [{"calculation": "formula"}, {"calculation": "share"}, {"calculation": "running_total"},
                   {"calculation": "moving_average"}, {"calculation": "earlier"}, {"calculation": "rank"}, {"calculation": "neighbour"}],
                 "filters": [{}], "having": [{}, {"column": "x", "comparison": "IN"}], "order_by": [{}], "limit": 0}
                """))
        .contains(
            problem("/joins/0/table", "Name the Silver table to join."),
            problem("/joins/1/matching/0/column", "Name a column."),
            problem("/dimensions/0/name", "Give the column a name."),
            problem("/measures/1/column", "Name a column."),
            problem(
                "/measures/2/formula",
                "A formula is needed here. Write arithmetic with + - * / and brackets, such as"
                    + " quantity * unit_price; put double quotes around a name with blanks."),
            problem("/calculations/4/along", "Name a dimension."),
            problem(
                "/calculations/4/unit",
                "Say back by what: YEAR, QUARTER, MONTH, WEEK, DAY or HOUR."),
            problem("/having/1/values", "IN does not take 0 values."),
            problem("/limit", "The limit must be at least 1."));
  }
}
