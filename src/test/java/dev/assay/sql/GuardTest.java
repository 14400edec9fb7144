package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine.Limits;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GuardTest {
  private static final Tables TABLES =
      new Tables(
          List.of(
              "bronze_orders_raw",
              "silver_orders_cleaned",
              "silver_customers_cleaned",
              "Gold Table"));

  /** What a refusal offers instead, or where to look. */
  private static final Pattern WHAT_TO_DO =
      Pattern.compile(
          "; (?:write|only|use|remove|add|name|mend|at most|repeat|[a-z_ ']+ must be|the pattern must)"
              + "|Only (?:one )?SELECT|needs its values|allowed only after|and only the workspace"
              + "|must be a (?:number|text) written out|Did you mean|(?:T|no t)ables(?: yet| are)");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("writable CTEs", "WITH .*\\((?:DELETE|UPDATE|INSERT|MERGE|COPY) "),
          Map.entry("several statements", "; *[A-Z]+ .*"),
          Map.entry("COPY", "\\bCOPY\\b"),
          Map.entry("ATTACH and databases", "^(?:ATTACH|DETACH|USE|EXPORT|IMPORT)\\b"),
          Map.entry("functions of files", "\\b(?:read_|glob|parquet_|sniff_)"),
          Map.entry("functions of the network", "http|s3://|postgres_|sqlite_"),
          Map.entry("files as tables", "FROM ['\"][^ ]*[./*\\\\]"),
          Map.entry("settings", "\\bSET\\b|RESET|PRAGMA|current_setting|duckdb_settings"),
          Map.entry("macros", "MACRO|CREATE FUNCTION"),
          Map.entry("query functions", "\\bquery(?:_table)?\\("),
          Map.entry("repetition", "\\brepeat\\(|[lr]pad\\("),
          Map.entry("ranges", "\\b(?:range|generate_series)\\("),
          Map.entry("lists", "list_resize|array_resize|list_reduce"),
          Map.entry("recursion", "WITH RECURSIVE"),
          Map.entry("the environment", "getenv|getvariable|current_user|version\\("),
          Map.entry("the catalog", "duckdb_|pg_|information_schema|sqlite_master"));

  private static final Map<String, String> ANALYSES =
      Map.ofEntries(
          Map.entry("windows", "\\bOVER\\b"),
          Map.entry("frames", "(?:ROWS|RANGE|GROUPS) (?:BETWEEN|UNBOUNDED|1)"),
          Map.entry("named windows", "\\bWINDOW w\\b"),
          Map.entry("common table expressions", "^WITH\\b"),
          Map.entry("UNION", "\\bUNION\\b"),
          Map.entry("INTERSECT", "\\bINTERSECT\\b"),
          Map.entry("EXCEPT", "\\bEXCEPT\\b"),
          Map.entry("dates", "date_trunc|date_part|strftime|INTERVAL"),
          Map.entry("time zones", "AT TIME ZONE"),
          Map.entry("lists", "\\blist_|\\bunnest\\("),
          Map.entry("structs", "struct_|\\{'"),
          Map.entry("maps", "\\bMAP\\b"),
          Map.entry("lambdas", "lambda [a-z, ]+:"),
          Map.entry("PIVOT", "\\bPIVOT\\b"),
          Map.entry("UNPIVOT", "UNPIVOT"),
          Map.entry("FILTER", "\\bFILTER\\b"),
          Map.entry("GROUPING SETS", "GROUPING SETS|ROLLUP|CUBE"),
          Map.entry("QUALIFY", "QUALIFY"),
          Map.entry("LATERAL", "LATERAL"),
          Map.entry("sub-queries of a row", "WHERE \\w+\\.\\w+ [<=] \\w+\\.\\w+"),
          Map.entry("regular expressions", "regexp_"),
          Map.entry("JSON", "json"),
          Map.entry("samples", "SAMPLE"),
          Map.entry("percentiles", "quantile|percentile"),
          Map.entry("as of a moment", "ASOF"));

  private static DuckDbEngine engine;
  private static Guard guard;

  @BeforeAll
  static void makeTables() {
    engine = DuckDbEngine.open(null, "512MB", 2);
    guard = new Guard(engine::parse, engine::render);
    for (String sql :
        List.of(
            "CREATE TABLE silver_orders_cleaned AS SELECT i AS id, 1 + i % 3 AS customer_id, (i * 17.5)::DECIMAL(12,2)"
                + " AS revenue, TIMESTAMP '2024-01-01' + to_days((i * 11)::INTEGER) AS ordered_at, CASE WHEN i % 3 = 0"
                + " THEN 'open' ELSE 'paid' END AS status, CASE WHEN i % 4 > 0 THEN 'a note about ' || i END AS note"
                + " FROM range(1, 9) r(i)",
            "CREATE TABLE silver_customers_cleaned AS SELECT * FROM (VALUES (1::BIGINT, 'ann'), (2, 'bob'), (3, 'cy'),"
                + " (4, 'dee')) v(id, name)",
            "CREATE TABLE bronze_orders_raw AS SELECT 1::BIGINT AS _load_id, i AS _row_no, i::VARCHAR AS id, 'x@y.z' AS"
                + " \"email \" FROM range(2, 6) r(i)",
            "CREATE TABLE \"Gold Table\" AS SELECT 1 AS \"weird \"\"name\"\"\", 2 AS \"order\", 3 AS created_at, 4 AS"
                + " updated_at, 5 AS \"delete\", 6 AS \"user\"",
            "CREATE TABLE assay_published AS SELECT 'kept' AS secret",
            "CREATE SEQUENCE s",
            "CREATE TYPE assay_type AS ENUM ('a')")) {
      engine.execute(sql, Work.unwatched());
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryHostileStatementWithItsSentence() throws IOException {
    return hostile()
        .map(attack ->
            dynamicTest(
                attack.sql().isBlank() ? "nothing" : attack.sql(),
                () -> {
                  String before = fingerprint();
                  UserError error =
                      catchThrowableOfType(
                          UserError.class, () -> guard.check(attack.sql(), TABLES));
                  assertThat(error).as("refused: %s", attack.sql()).isNotNull();
                  assertThat(error.getMessage())
                      .contains(attack.sentence())
                      .containsPattern(WHAT_TO_DO)
                      .endsWith(end(error));
                  assertThat(fingerprint()).isEqualTo(before);
                }));
  }

  @TestFactory
  Stream<DynamicTest> letsGoodStatementsThroughWithTheSameRows() throws IOException {
    return good()
        .map(sql ->
            dynamicTest(
                sql,
                () -> {
                  CheckedSelect checked = guard.check(sql, TABLES);
                  assertThat(rows(checked.sql())).isEqualTo(engine.query(sql).rows());
                }));
  }

  @Test
  void theListsAreLongEnoughToMeanSomething() throws IOException {
    assertThat(hostile().map(Attack::sql).distinct().count()).isGreaterThanOrEqualTo(300);
    assertThat(good().distinct().count()).isGreaterThanOrEqualTo(250);
  }

  @TestFactory
  Stream<DynamicTest> everyKindOfAttackIsAmongTheHostileStatements() {
    return KINDS.entrySet().stream()
        .map(kind ->
            dynamicTest(
                kind.getKey(),
                () ->
                    assertThat(
                            hostile()
                                .filter(attack ->
                                    Pattern.compile(kind.getValue(), Pattern.CASE_INSENSITIVE)
                                        .matcher(attack.sql())
                                        .find())
                                .count())
                        .isGreaterThanOrEqualTo(4)));
  }

  @TestFactory
  Stream<DynamicTest> everyKindOfAnalysisIsAmongTheGoodStatements() {
    return ANALYSES.entrySet().stream()
        .map(kind ->
            dynamicTest(
                kind.getKey(),
                () ->
                    assertThat(
                            good()
                                .filter(sql ->
                                    Pattern.compile(kind.getValue(), Pattern.CASE_INSENSITIVE)
                                        .matcher(sql)
                                        .find())
                                .count())
                        .isGreaterThanOrEqualTo(2)));
  }

  /** Each statement alone, as a person would send it to an engine with only the second wall. */
  @TestFactory
  Stream<DynamicTest> theSecondWallAloneChangesNothingEither() throws IOException {
    return hostile()
        .map(Attack::sql)
        .filter(sql ->
            sql.matches(
                "(?is).*\\b(drop|delete|insert|update|create|alter|copy|attach|set|merge|truncate"
                    + "|read_csv|read_text|glob|nextval|export|import|install|load|detach|passwd)\\b.*"))
        .filter(sql -> !sql.contains("sleep"))
        .map(sql ->
            dynamicTest(
                sql,
                () -> {
                  String before = fingerprint();
                  for (String text :
                      List.of(sql, "SELECT 1) x; " + sql + "; SELECT * FROM (SELECT 1")) {
                    try {
                      engine.reading(reader -> reader.read(text, new Limits(10, 5)));
                    } catch (EngineException | UserError e) {
                      // Refused by the engine: that is the wall.
                    }
                    try {
                      engine.reading(reader -> reader.read(text, new Limits(Long.MAX_VALUE, 5)));
                    } catch (EngineException | UserError e) {
                      // Refused by the engine: that is the wall.
                    }
                  }
                  assertThat(fingerprint()).isEqualTo(before);
                }));
  }

  @Test
  void namesTheTablesAndColumnsThatAStatementUses() {
    CheckedSelect checked =
        guard.check(
            "WITH x AS (SELECT * FROM silver_orders_cleaned) SELECT x.ID, c.name, sum(revenue) FROM x JOIN"
                + " Silver_Customers_Cleaned c ON c.id = x.customer_id GROUP BY ALL",
            TABLES);
    assertThat(checked.tables())
        .containsExactlyInAnyOrder("silver_orders_cleaned", "silver_customers_cleaned");
    assertThat(checked.columns()).containsExactlyInAnyOrder("id", "name", "revenue", "customer_id");
    assertThat(checked.allColumns()).isTrue();
    assertThat(guard.check("SELECT id FROM silver_orders_cleaned", TABLES).allColumns()).isFalse();
  }

  @Test
  void writesTheStatementAnewSoThatItCanBeEmbedded() {
    String sql = guard.check("SELECT 1 AS a -- ) DROP\n ;", TABLES).sql();
    assertThat(sql).isEqualTo("SELECT 1 AS a");
    assertThat(rows("SELECT a FROM (" + sql + ")").getFirst()).containsExactly(1L);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeepBeforeTheParserSeesIt() {
    for (String sql :
        List.of(
            "SELECT " + "(".repeat(40_000),
            "SELECT " + "[".repeat(5_000) + "]".repeat(5_000),
            "SELECT '" + "x".repeat(200_000) + "'",
            "SELECT 1" + " EXCEPT SELECT 1".repeat(6_000),
            "SELECT 1 FROM silver_orders_cleaned" + ", silver_orders_cleaned".repeat(4_000),
            "SELECT 1 FROM (VALUES (1)) t" + ", (VALUES (1)) t".repeat(150),
            "SELECT " + "CASE WHEN true THEN ".repeat(4_000) + "1" + " END".repeat(4_000),
            "SELECT 1" + "+1".repeat(45_000),
            "SELECT " + "NOT ".repeat(24_000) + "true",
            "SELECT * FROM "
                + "(SELECT * FROM ".repeat(90)
                + "silver_orders_cleaned"
                + ")".repeat(90),
            "SELECT count(DISTINCT id)"
                + ", count(DISTINCT id + 1)".repeat(400)
                + " FROM silver_orders_cleaned",
            "SELECT count(DISTINCT COLUMNS(*)) FROM silver_orders_cleaned",
            "SELECT min(COLUMNS(*))"
                + ", max(COLUMNS(*))".repeat(30)
                + " FROM silver_orders_cleaned",
            "SELECT sum(id)" + ", sum(id)".repeat(5_000) + " FROM silver_orders_cleaned",
            "SELECT" + " /*".repeat(9_000))) {
      UserError error = catchThrowableOfType(UserError.class, () -> guard.check(sql, TABLES));
      assertThat(error).as(sql.substring(0, 40)).isNotNull();
      assertThat(error.getMessage()).containsAnyOf("too", "cannot be read", "no SQL");
    }
  }

  @Test
  void letsLongListsAndLongConditionsThrough() {
    String in = String.join(", ", java.util.Collections.nCopies(5_000, "7"));
    String or = String.join(" OR ", java.util.Collections.nCopies(2_000, "id = 3"));
    String sum = String.join(" + ", java.util.Collections.nCopies(150, "id"));
    assertThat(
            rows(
                guard
                    .check(
                        "SELECT count(*) FROM silver_orders_cleaned WHERE id IN (" + in + ")",
                        TABLES)
                    .sql()))
        .containsExactly(List.of(1L));
    assertThat(
            rows(
                guard
                    .check("SELECT count(*) FROM silver_orders_cleaned WHERE " + or, TABLES)
                    .sql()))
        .containsExactly(List.of(1L));
    assertThat(
            rows(guard.check("SELECT max(" + sum + ") FROM silver_orders_cleaned", TABLES).sql()))
        .hasSize(1);
  }

  @Test
  void everyAllowedFunctionExistsAndIsPure() {
    Set<String> pure =
        names(
            "SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE NOT coalesce(has_side_effects, false)");
    // The parser's own, which have no entry of their own.
    pure.addAll(List.of("unnest", "ifnull", "coalesce", "iif", "->"));
    Set<String> allowed = new TreeSet<>();
    for (AllowedFunctions.Group group : AllowedFunctions.Group.values()) {
      allowed.addAll(AllowedFunctions.names(group));
    }
    Set<String> unknown = new TreeSet<>(allowed);
    unknown.removeAll(pure);
    assertThat(unknown).isEmpty();
    assertThat(allowed)
        .noneMatch(name ->
            name.matches(
                "(?:read_|pragma_|duckdb_|parquet_|pg_|has_|current_(?!date|local)|json_.*serialize).*"))
        .doesNotContain("getenv", "getvariable", "nextval", "random", "query", "glob", "sleep_ms");
  }

  private record Attack(String sql, String sentence) {}

  private static Stream<Attack> hostile() throws IOException {
    return resource("hostile.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> {
          int at = line.lastIndexOf(" => ");
          String sql =
              line.substring(0, at)
                  .replace("<empty>", "")
                  .replace("<n>", "\n")
                  .replace("<nbsp>", "\u00a0")
                  .replace("<zwsp>", "\u200b")
                  .replace("<fullwidth>", "\uff1b")
                  .replace("<nul>", "\0");
          return new Attack(sql, line.substring(at + 4));
        });
  }

  private static Stream<String> good() throws IOException {
    return Arrays.stream(resource("good.sql").split("\n\n")).skip(1).map(String::strip);
  }

  private static String resource(String name) throws IOException {
    try (var in = GuardTest.class.getResourceAsStream("/sql/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String end(UserError error) {
    return error.getMessage().endsWith("?") ? "?" : error.getMessage().endsWith("…") ? "…" : ".";
  }

  private static List<List<Object>> rows(String sql) {
    return engine.reading(reader -> reader.read(sql, Limits.INTERACTIVE)).rows();
  }

  private static Set<String> names(String sql) {
    Set<String> names = new TreeSet<>();
    engine.query(sql).rows().forEach(row -> names.add((String) row.getFirst()));
    return names;
  }

  /** Everything that an attack could change. */
  private static String fingerprint() {
    List<Object> parts = new ArrayList<>();
    for (String sql :
        List.of(
            "SELECT database_name, schema_name, table_name, sql FROM duckdb_tables() ORDER BY ALL",
            "SELECT count(*), sum(hash(t)) FROM silver_orders_cleaned t",
            "SELECT count(*), sum(hash(t)) FROM silver_customers_cleaned t",
            "SELECT * FROM assay_published",
            "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal",
            "SELECT sequence_name, last_value FROM duckdb_sequences()",
            "SELECT schema_name FROM duckdb_schemas() WHERE NOT internal ORDER BY 1",
            "SELECT type_name FROM duckdb_types() WHERE NOT internal ORDER BY 1",
            "SELECT database_name FROM duckdb_databases() ORDER BY 1",
            "SELECT name, value FROM duckdb_settings() WHERE name IN ('enable_external_access', 'lock_configuration',"
                + " 'memory_limit', 'temp_directory')")) {
      parts.add(engine.query(sql).rows());
    }
    parts.add(java.nio.file.Files.exists(java.nio.file.Path.of("/tmp/assay-stolen.csv")));
    parts.add(java.nio.file.Files.exists(java.nio.file.Path.of("/tmp/assay-stolen.parquet")));
    return parts.toString();
  }
}
