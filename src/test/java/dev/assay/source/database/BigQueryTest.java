package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.TableReader;
import dev.assay.source.bigquery.BigQuery;
import dev.assay.source.bigquery.LocalBigQuery;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against an emulator of BigQuery, through the Storage Read API. */
class BigQueryTest extends RelationReaderContract {
  String project() {
    return "through-storage";
  }

  @BeforeAll
  void makesItsProject() {
    LocalBigQuery.get().project(project());
  }

  @Override
  void execute(String... statements) {
    for (String sql : statements) {
      LocalBigQuery.get().execute(project(), inBigQuery(sql));
    }
  }

  /** The contract's tables, in words that BigQuery knows. */
  private static String inBigQuery(String sql) {
    return sql.replaceAll("VARCHAR\\(\\d+\\)", "STRING")
        .replace("TIMESTAMP NULL", "TIMESTAMP")
        .replace("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY NOT ENFORCED")
        .replace("REFERENCES ", "REFERENCES " + LocalBigQuery.DATASET + ".")
        .replace("(b, a))", "(b, a) NOT ENFORCED)");
  }

  @Override
  Login login() {
    return LocalBigQuery.get().login(project());
  }

  @Override
  RelationReader reader() {
    return new BigQuery(LocalBigQuery.get().environment());
  }

  @Override
  Set<Cannot> cannot() {
    return EnumSet.of(Cannot.REFUSE_A_PASSWORD, Cannot.WAIT_FOR_EVER, Cannot.HAVE_UNIQUE_KEYS);
  }

  @Override
  Relation.Table table(String name) {
    return new Relation.Table(LocalBigQuery.DATASET, name);
  }

  @Override
  String numbers(int count) {
    return "SELECT i FROM UNNEST(GENERATE_ARRAY(1, " + count + ")) AS i";
  }

  @Override
  String name(String name) {
    return "`" + name + "`";
  }

  @Override
  String inQuery(String table) {
    return LocalBigQuery.DATASET + "." + table;
  }

  /** BigQuery's names hold letters, digits and little else. */
  @Test
  @Override
  void namesAreQuotedWhateverTheyHold() {
    execute(
        "CREATE TABLE `select-from-straße` (`group` INT64, `über_1` INT64)",
        "INSERT INTO `select-from-straße` VALUES (1, 2)");
    assertThat(rows(table("select-from-straße"))).containsExactly(row("1", "2"));
  }

  @Override
  List<TypeCase> types() {
    return List.of(
        TypeCase.of("INT64", "-9223372036854775808", "-9223372036854775808"),
        TypeCase.of(
            "NUMERIC",
            "NUMERIC '-12345678901234567890123456789.123456789'",
            "-12345678901234567890123456789.123456789"),
        TypeCase.of("NUMERIC(10, 2)", "NUMERIC '1.50'", "1.5"),
        // The emulator keeps 38 digits of the 76.
        TypeCase.of(
            "BIGNUMERIC",
            "BIGNUMERIC '12345678901234567890.012345678901234567'",
            "12345678901234567890.012345678901234567"),
        TypeCase.of("FLOAT64", "0.1", "0.1"),
        TypeCase.of("FLOAT64", "1e25", "1e+25"),
        TypeCase.of("FLOAT64", "CAST('nan' AS FLOAT64)", "NaN"),
        TypeCase.of("FLOAT64", "CAST('-inf' AS FLOAT64)", "-Infinity"),
        TypeCase.of("BOOL", "true", "true"),
        TypeCase.of("STRING", "' «ü» 𝄞'", " «ü» 𝄞"),
        TypeCase.of("BYTES", "b'a\\xff\\x00'", "61ff00"),
        TypeCase.of("DATE", "DATE '0001-01-01'", "0001-01-01"),
        TypeCase.of(
            "DATETIME", "DATETIME '2024-03-31 02:30:00.123456'", "2024-03-31 02:30:00.123456"),
        TypeCase.of("DATETIME", "DATETIME '9999-12-31 23:59:59'", "9999-12-31 23:59:59"),
        TypeCase.of("TIME", "TIME '23:59:59.000001'", "23:59:59.000001"),
        TypeCase.of(
            "TIMESTAMP", "TIMESTAMP '2024-03-31 02:30:00.1+05:30'", "2024-03-30 21:00:00.1+00"),
        TypeCase.of(
            "TIMESTAMP",
            "TIMESTAMP '1969-12-31 23:59:59.999999+00'",
            "1969-12-31 23:59:59.999999+00"),
        TypeCase.of("GEOGRAPHY", "ST_GEOGPOINT(1, 2)", "POINT(1 2)"),
        TypeCase.of("JSON", "JSON '{\"a\":[1,null]}'", "{\"a\":[1,null]}"),
        TypeCase.of("INTERVAL", "INTERVAL '1-2 3 4:5:6.7' YEAR TO SECOND", "1-2 3 4:5:6.7"),
        TypeCase.of(
            "RANGE<DATE>", "RANGE<DATE> '[2024-01-01, UNBOUNDED)'", "[2024-01-01, UNBOUNDED)"),
        TypeCase.of(
            "RANGE<TIMESTAMP>",
            "RANGE<TIMESTAMP> '[2024-01-01 00:00:00+00, 2024-02-01 00:00:00+00)'",
            "[2024-01-01 00:00:00+00, 2024-02-01 00:00:00+00)"),
        TypeCase.of(
            "STRUCT<a INT64, b STRING>", "STRUCT(1, 'x\"y')", "{\"a\":1,\"b\":\"x\\\"y\"}"));
  }

  /** Arrays are never missing in BigQuery, so that the contract's row of them is not for them. */
  @Test
  void repeatedAndNestedFieldsLandAsJson() {
    execute(
        "CREATE TABLE nested (a ARRAY<INT64>, b ARRAY<STRUCT<c NUMERIC, d TIMESTAMP, e ARRAY<STRING>>>,"
            + " f STRUCT<g FLOAT64, h STRUCT<i BYTES, j BOOL>>)",
        "INSERT INTO nested VALUES ([1, 2], [STRUCT(NUMERIC '1.50', TIMESTAMP '2024-01-01"
            + " 00:00:00+00', ['x,y', 'q\"'])], STRUCT(0.5, STRUCT(b'\\x01', true)))",
        "INSERT INTO nested VALUES ([], [], STRUCT(CAST('nan' AS FLOAT64), NULL))",
        "INSERT INTO nested (a) VALUES (NULL)");
    assertThat(rows(table("nested")))
        .containsExactly(
            row(
                "[1,2]",
                "[{\"c\":1.5,\"d\":\"2024-01-01 00:00:00+00\",\"e\":[\"x,y\",\"q\\\"\"]}]",
                "{\"g\":0.5,\"h\":{\"i\":\"01\",\"j\":true}}"),
            row("[]", "[]", "{\"g\":\"NaN\",\"h\":null}"),
            row("[]", "[]", null));
  }

  @Test
  void readsAViewThroughAQuery() {
    execute(
        "CREATE TABLE seen (id INTEGER, day DATE)",
        "INSERT INTO seen VALUES (1, DATE '2024-01-01'), (2, DATE '2024-01-02')",
        "CREATE VIEW a_view AS SELECT day, id FROM " + inQuery("seen"));
    assertThat(rows(table("a_view")))
        .containsExactlyInAnyOrder(row("2024-01-01", "1"), row("2024-01-02", "2"));
  }

  @Test
  void aTableWithoutRowsIsRead() {
    execute("CREATE TABLE nothing_in_it (id INTEGER)");
    assertThat(rows(table("nothing_in_it"))).isEmpty();
  }

  @Test
  void columnsAreTakenInTheOrderOfTheLanding() throws IOException {
    execute("CREATE TABLE turned (a INTEGER, b STRING)", "INSERT INTO turned VALUES (1, 'x')");
    Landing landing = reader().look(login(), table("turned"));
    Landing turned = new Landing(landing.format(), landing.columns().reversed());
    try (TableReader rows = reader().open(login(), table("turned"), turned, Optional.empty())) {
      RecordBatch batch = new RecordBatch(2, 10);
      assertThat(rows.next(batch)).isTrue();
      assertThat(batch.value(0, 0)).asString().isEqualTo("x");
      assertThat(batch.value(0, 1)).asString().isEqualTo("1");
    }
  }

  @Test
  void theCostOfATableIsItsSize() {
    execute("CREATE TABLE costly (a INTEGER)", "INSERT INTO costly " + numbers(1000));
    assertThat(reader().cost(login(), table("costly")))
        .hasValueSatisfying(cost -> assertThat(cost.bytes()).isEqualTo(8000));
  }
}
