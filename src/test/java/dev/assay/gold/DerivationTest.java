package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Json;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a Gold table stands in for Silver, how it says so, and why it does not elsewhere. */
class DerivationTest {
  private static final List<Rows.Column> SILVER =
      List.of(
          new Rows.Column("region", "VARCHAR"),
          new Rows.Column("paid", "BOOLEAN"),
          new Rows.Column("day", "DATE"),
          new Rows.Column("at", "TIMESTAMP"),
          new Rows.Column("amount", "DECIMAL(12,2)"),
          new Rows.Column("weight", "DOUBLE"));

  private static final String BY_MONTH =
      """
      {"table": "s", "dimensions": [{"name": "region", "column": "region"}, {"name": "month", "column": "day", "grain": "MONTH"}],
       "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"},
         {"name": "paid", "aggregate": "SUM", "column": "amount",
          "filters": [{"column": "paid", "comparison": "EQUAL", "values": ["true"]}]},
         {"name": "sales", "aggregate": "COUNT_ROWS"}]}
      """;

  private static Query query(String json) {
    return Json.readRequest(json, Query.class);
  }

  private static Derivation derivation(String question, String gold) {
    return Derivation.of(query(question), StoredQuery.of(query(gold)), "gold", SILVER);
  }

  private static String sql(String question, String gold) {
    Query stored = StoredQuery.of(query(gold));
    List<Rows.Column> columns = dev.assay.sql.Outputs.of(stored, SILVER).columns();
    return ((Derivation.Derived) derivation(question, gold)).rollup().select(columns);
  }

  private static String reason(String question, String gold) {
    return ((Derivation.NotDerivable) derivation(question, gold)).reason();
  }

  @Test
  void putsGroupsTogetherAndAppliesTheRestToTheResult() {
    String question =
        """
        {"table": "s", "dimensions": [{"name": "quarter", "column": "day", "part": "QUARTER_OF_YEAR"}],
         "measures": [{"name": "mean", "aggregate": "AVG", "column": "amount"},
           {"name": "north", "aggregate": "SUM", "column": "amount",
            "filters": [{"column": "region", "comparison": "EQUAL", "values": ["north"]},
                        {"column": "paid", "comparison": "EQUAL", "values": ["true"]}]},
           {"name": "named", "aggregate": "COUNT", "column": "region"}],
         "calculations": [{"calculation": "share", "name": "share", "measure": "north"}],
         "having": [{"column": "named", "comparison": "GREATER", "values": ["0"]}]}
        """;
    assertThat(sql(question, BY_MONTH))
        .isEqualTo(
            """
            WITH grouped AS (
              SELECT
                quarter("month") AS "quarter",
                CAST(SUM("revenue") AS DOUBLE) / SUM("_count_amount") AS "mean",
                SUM("paid") FILTER (WHERE "region" = 'north') AS "north",
                CAST(COALESCE(SUM("sales") FILTER (WHERE "region" IS NOT NULL), 0) AS BIGINT) AS "named"
              FROM "gold"
              GROUP BY 1
            ), calculated AS (
              SELECT
                *,
                "north" / NULLIF(SUM("north") OVER (), 0) AS "share"
              FROM grouped
            )
            SELECT
              "quarter",
              "mean",
              "north",
              "named",
              "share"
            FROM calculated
            WHERE "named" > 0\
            """);
    assertThat(((Derivation.Derived) derivation(question, BY_MONTH)).because())
        .isEqualTo(
            "gold holds what gives average of amount, sum of amount where region = 'north' and paid"
                + " = 'true', count of region by region and month of day; each month has one"
                + " quarter of the year.");
  }

  @Test
  void aMeasureOfPaidRowsDoesForAQuestionAboutPaidRowsOfItsOwn() {
    String paid =
        """
        {"table": "s", "measures": [{"name": "m", "aggregate": "SUM", "column": "amount",
          "filters": [{"column": "paid", "comparison": "IN", "values": ["TRUE"]}]}]}
        """;
    assertThat(sql(paid, BY_MONTH)).contains("SUM(\"paid\") AS \"m\"");
    assertThat(
            reason(
                """
                {"table": "s", "measures": [{"name": "m", "aggregate": "SUM", "column": "amount",
                  "filters": [{"column": "paid", "comparison": "EQUAL", "values": ["false"]}]}]}
                """,
                BY_MONTH))
        .isEqualTo(
            "it does not hold the sum of amount where paid = 'false', and it does not keep paid"
                + " apart");
  }

  @Test
  void groupsThatWereLeftOutAreAskedOfSilver() {
    String large =
        """
        {"table": "s", "dimensions": [{"name": "region", "column": "region"}],
         "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"}],
         "having": [{"column": "revenue", "comparison": "GREATER", "values": ["100"]}]}
        """;
    assertThat(derivation(large, large)).isInstanceOf(Derivation.Derived.class);
    assertThat(sql(large.replace("100", "150.5").replace("\"revenue\"", "\"r\""), large))
        .endsWith("HAVING SUM(\"revenue\") > 150.5");
    assertThat(reason(large.replace("100", "99"), large))
        .isEqualTo("it keeps only groups where revenue > 100");
    String share =
        large.replace(
            "\"having\"",
            "\"calculations\": [{\"calculation\": \"share\", \"name\": \"share\", \"measure\":"
                + " \"revenue\"}], \"having\"");
    assertThat(reason(share, large)).isEqualTo("it keeps only groups where revenue > 100");
  }

  @Test
  void ranksByASumOfDoublesAreSilversOwn() {
    String gold =
        """
        {"table": "s", "dimensions": [{"name": "region", "column": "region"}],
         "measures": [{"name": "load", "aggregate": "SUM", "column": "weight"}]}
        """;
    assertThat(derivation(gold, gold)).isInstanceOf(Derivation.Derived.class);
    assertThat(
            reason(
                gold.replace(
                    "\"measures\"",
                    "\"calculations\": [{\"calculation\": \"rank\", \"name\": \"place\","
                        + " \"measure\": \"load\"}], \"measures\""),
                gold))
        .isEqualTo(
            "rows are chosen by load, whose last digit depends on how it is added up, so it is"
                + " compared on Silver itself");
  }

  @Test
  void narrowerRangesOfNumbersLieInWiderOnes() {
    String gold =
        """
        {"table": "s", "dimensions": [{"name": "amount", "column": "amount"}],
         "measures": [{"name": "n", "aggregate": "COUNT_ROWS"}],
         "filters": [{"column": "amount", "comparison": "GREATER_OR_EQUAL", "values": ["10"]}]}
        """;
    String question =
        """
        {"table": "s", "measures": [{"name": "n", "aggregate": "COUNT_ROWS"}],
         "filters": [{"column": "amount", "comparison": "%s", "values": [%s]}]}
        """;
    assertThat(sql(question.formatted("GREATER", "\"10\""), gold)).contains("\"amount\" > 10");
    assertThat(sql(question.formatted("FROM_TO", "\"12\", \"13\""), gold)).contains(">= 12");
    assertThat(reason(question.formatted("GREATER", "\"9.99\""), gold))
        .isEqualTo("it holds only rows where amount >= 10");
    assertThat(reason(question.formatted("LESS", "\"20\""), gold))
        .isEqualTo("it holds only rows where amount >= 10");
  }

  @Test
  void numbersThatOneDoubleIsNearestToAreOne() {
    String gold =
        """
        {"table": "s", "dimensions": [{"name": "weight", "column": "weight"}],
         "measures": [{"name": "n", "aggregate": "COUNT_ROWS"}],
         "filters": [{"column": "weight", "comparison": "NOT_EQUAL", "values": ["0.1000000000000000000001"]}]}
        """;
    String question =
        """
        {"table": "s", "measures": [{"name": "n", "aggregate": "COUNT_ROWS"}],
         "filters": [{"column": "weight", "comparison": "EQUAL", "values": ["%s"]}]}
        """;
    assertThat(reason(question.formatted("0.1"), gold)).startsWith("it holds only rows where");
    assertThat(derivation(question.formatted("0.2"), gold)).isInstanceOf(Derivation.Derived.class);
  }

  @Test
  void helpersStandBesideFilteredAndComputedMeasures() {
    Query stored =
        StoredQuery.of(
            query(
                """
                {"table": "s", "measures": [
                  {"name": "a", "aggregate": "AVG", "formula": "amount * 2"},
                  {"name": "b", "aggregate": "SUM", "column": "amount",
                   "filters": [{"column": "paid", "comparison": "EQUAL", "values": ["true"]}]},
                  {"name": "c", "aggregate": "AVG", "column": "amount"}],
                 "calculations": [{"calculation": "formula", "name": "each", "formula": "b / c"}]}
                """));
    assertThat(stored.outputs())
        .containsExactly(
            "a",
            "b",
            "c",
            "_sum_of_a",
            "_count_of_a",
            "_count_of_b",
            "_sum_amount",
            "_count_amount",
            "each");
    assertThat(StoredQuery.of(stored)).isEqualTo(stored);
    assertThat(stored.outputs().stream().filter(StoredQuery::isHelper)).hasSize(5);
  }
}
