package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong: one clear sentence, and nothing has changed. */
class BadInputTest {
  private static final String MEDALLION = "/api/sources/orders/medallion";
  @TempDir private static Path folder;
  private static House house;
  private static Caller caller;
  private String before;

  @BeforeAll
  static void build() {
    house = House.open(folder.resolve("workspace"), 10_000);
    caller = house.caller;
    caller.add("orders.csv", StoryTest.ORDERS);
    caller.buildAsSuggested("orders");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void look() throws IOException {
    before = everything();
  }

  @AfterEach
  void nothingHasChanged() throws IOException {
    assertThat(everything()).isEqualTo(before);
  }

  /** Sources, layers, logs, tables and kept files. */
  private static String everything() throws IOException {
    StringBuilder all = new StringBuilder(caller.get("/api/sources").is(200).body());
    all.append(caller.get(MEDALLION).is(200).body());
    for (String layer : List.of("bronze", "silver", "gold")) {
      all.append(caller.get(MEDALLION + "/" + layer + "/logs").is(200).body());
    }
    all.append(
        house
            .engine()
            .query("SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY table_name")
            .rows());
    try (Stream<Path> files = Files.list(folder.resolve("workspace/uploads"))) {
      all.append(files.map(Path::getFileName).sorted().toList());
    }
    return all.toString();
  }

  @Test
  void filesThatAreNoTables() throws IOException {
    assertThat(caller.addPath(folder.resolve("no.csv"), "").problem(404)).contains("no.csv");
    assertThat(caller.addPath(folder, "").problem(404)).contains("holds no files");
    assertThat(caller.upload("/api/sources", "empty.csv", "").problem(400)).contains("empty");
    assertThat(caller.addPath(Files.createFile(folder.resolve("nothing.csv")), "").problem(400))
        .contains("empty");
    byte[] picture = new byte[4_000];
    new Random(1).nextBytes(picture);
    System.arraycopy(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, 0, picture, 0, 10);
    assertThat(caller.upload("/api/sources", "picture.csv", picture, Map.of()).problem(400))
        .contains("The file picture.csv is");
    byte[] zip = "PK\3\4\24\0\0\0\10\0xl/workbook.xml\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(caller.upload("/api/sources", "book.xlsx", zip, Map.of()).problem(400))
        .contains("book.xlsx");
  }

  @Test
  void anUploadThatIsTooLarge() {
    assertThat(caller.upload("/api/sources", "large.csv", "x,y\n".repeat(5_000)).problem(413))
        .contains("--max-upload");
  }

  @Test
  void recipesThatDoNotFit() {
    Reply unknown = caller.post(MEDALLION + "/silver", column("Revenu", "TEXT", null));
    assertThat(unknown.problem(400)).contains("'Revenu'", "Did you mean 'Revenue'?");
    assertThat(unknown.text("/problems/0/pointer")).isEqualTo("/columns/0/source_column");
    Reply type = caller.post(MEDALLION + "/silver", column("Revenue", "NUMBRE", null));
    assertThat(type.problem(400)).contains("NUMBRE");
    assertThat(type.text("/problems/0/pointer")).isEqualTo("/columns/0/target_type");
    Reply several =
        caller.post(
            MEDALLION + "/silver",
            """
            {"columns": [
              {"source_column": "nope", "validation": "LIKES x"},
              {"source_column": "Revenue", "target_type": "DECIMAL(99,2)", "null_strategy": "DROP"}],
             "deduplication": {"key_columns": ["what"], "strategy": "KEEP_LATEST"}}
            """);
    several.problem(400);
    assertThat(several.at("/problems")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(several.at("/problems"))
        .allSatisfy(problem -> assertThat(problem.get("pointer").asText()).startsWith("/"));
    caller.post(MEDALLION + "/silver", "{\"columns\": []}").problem(400);
    caller.post(MEDALLION + "/gold", "{\"gold_tables\": []}").problem(400);
  }

  @Test
  void bodiesThatAreNoJson() {
    for (String body : List.of("{", "[]", "\"columns\"", "{\"columns\": 7}", "{\"colums\": []}")) {
      caller.post(MEDALLION + "/silver", body).problem(400);
      caller.post(MEDALLION + "/gold", body).problem(400);
      caller.post("/api/ask", body).problem(400);
    }
    caller.post("/api/sql", "null").problem(400);
  }

  @Test
  void namesThatAreNotThere() {
    assertThat(caller.get("/api/sources/nobody").problem(404)).contains("'nobody'");
    assertThat(caller.get(MEDALLION + "/copper/logs").problem(404)).contains("copper");
    assertThat(caller.get(MEDALLION + "/gold/rows?table=nope").problem(404)).contains("nope");
    assertThat(caller.get("/api/builds/nope").problem(404)).contains("nope");
    caller.post(MEDALLION + "/gold/refresh?table=nope").problem(404);
  }

  @Test
  void hostileSqlWhereverSqlIsTaken() {
    List<String> attacks =
        House.resource("sql/hostile.txt")
            .lines()
            .filter(line -> !line.startsWith("#") && line.contains(" => "))
            .map(line -> line.substring(0, line.lastIndexOf(" => ")))
            .filter(line -> !line.contains("<"))
            .map(line -> line.replace("silver_customers_cleaned", "silver_orders_cleaned"))
            .toList();
    assertThat(attacks).hasSizeGreaterThan(100);
    for (int i = 0; i < attacks.size(); i++) {
      String attack = attacks.get(i);
      Reply refused = caller.post("/api/sql", Map.of("sql", attack));
      refused.problem(refused.status() == 404 ? 404 : 400);
      if (i % 3 == 0) {
        Map<String, Object> table = Map.of("name", "gold_hostile", "sql", attack);
        caller.post(MEDALLION + "/gold", Map.of("gold_tables", List.of(table))).problem(400);
        caller.post(MEDALLION + "/silver", column("Revenue", "TEXT", attack)).problem(400);
      }
    }
    for (String expression :
        List.of(
            "(SELECT max(revenue) FROM silver_orders_cleaned)",
            "(SELECT content FROM read_text('/etc/passwd'))",
            "getenv('HOME')",
            "Revenue) FROM bronze_orders_raw; DROP TABLE silver_orders_cleaned; --",
            "nextval('s')",
            "sum(Revenue)",
            "row_number() OVER ()",
            "CAST(nothing AS INTEGER)")) {
      Reply refused = caller.post(MEDALLION + "/silver", column("Revenue", "TEXT", expression));
      refused.problem(400);
      assertThat(refused.text("/problems/0/pointer")).isEqualTo("/columns/0/cast_expression");
    }
  }

  private static Map<String, Object> column(String source, String type, String expression) {
    return Map.of(
        "columns",
        List.of(
            expression == null
                ? Map.of("source_column", source, "target_type", type)
                : Map.of(
                    "source_column", source, "target_type", type, "cast_expression", expression)));
  }
}
