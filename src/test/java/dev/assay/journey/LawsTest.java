package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Laws of the whole product, whatever the file: through upload, suggestion, preview and build. */
class LawsTest {
  private static final String SILVER = "/api/sources/data/medallion/silver";
  private static Path folder;
  private static House house;
  private static Caller caller;

  private static final String RAGGED = "1,2,3,4";

  /** A file: cells, null where missing, and lines that have a value too many. */
  record Table(List<List<String>> rows, int ragged) {
    String csv() {
      String head = "k,amount,when it was\n";
      String lines =
          rows.stream()
              .map(row -> row.stream().map(Table::written).collect(Collectors.joining(",")) + "\n")
              .collect(Collectors.joining());
      return head + lines + (RAGGED + "\n").repeat(ragged);
    }

    int all() {
      return rows.size() + ragged;
    }

    private static String written(String cell) {
      return cell == null ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }
  }

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("laws");
    house = House.open(folder);
    caller = house.caller;
  }

  @AfterContainer
  static void close() throws IOException {
    house.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @AfterTry
  void forget() {
    caller.get("/api/sources").json().findValuesAsText("origin_id").stream()
        .distinct()
        .forEach(source -> caller.delete("/api/sources/" + source).is(204));
  }

  @Property(tries = 12, shrinking = ShrinkingMode.BOUNDED)
  void nothingDisappearsAndWhatIsPreviewedIsWhatRuns(@ForAll("tables") Table table) {
    String csv = table.csv();
    JsonNode bronze = add("data.csv", csv).at("/build/layers/0");
    landed(table);
    assertThat(bronze.get("rows_processed").asInt()).isEqualTo(table.all());
    assertThat(bronze.get("rows_rejected").asInt()).isZero();

    String recipe = caller.post(SILVER + "/suggest").is(200).body();
    Reply preview = caller.post(SILVER + "/preview", recipe).is(200);
    JsonNode ledger = build(recipe);
    assertThat(preview.at("/ledger")).isEqualTo(ledger);
    assertThat(preview.at("/rows")).isEqualTo(ledger.get("silver"));
    conserved(table, ledger);
    assertThat(work(caller.get(SILVER + "/preview").is(200))).isEqualTo(work(preview));

    List<List<Object>> silver = rows("silver_data_cleaned");
    List<List<Object>> rejected = rows("silver_data_rejected");
    assertThat(build(recipe)).isEqualTo(ledger);
    assertThat(rows("silver_data_cleaned")).isEqualTo(silver);
    assertThat(rows("silver_data_rejected")).isEqualTo(rejected);
    assertThat(caller.get("/api/check?source=data").is(200).json())
        .allSatisfy(check -> assertThat(check.get("passed").asBoolean()).as("%s", check).isTrue());
  }

  /** What a plan does; that it rebuilds, and why, only a table that is there is told. */
  private static List<JsonNode> work(Reply preview) {
    return preview
        .at("/plan")
        .valueStream()
        .filter(step -> !step.get("step").asText().equals("rebuild"))
        .toList();
  }

  @Property(tries = 6, shrinking = ShrinkingMode.BOUNDED)
  void anExportAddedAgainHasTheSameValues(@ForAll("tables") Table table) {
    add("data.csv", table.csv());
    String export =
        caller.get("/api/sources/data/medallion/bronze/export?format=csv").is(200).body();
    add("again.csv", export);
    assertThat(cells("again")).isEqualTo(cells("data"));
  }

  /** Rows land as they are; a line with a value too many lands too, with what the line has. */
  private static void landed(Table table) {
    List<List<Object>> cells = cells("data");
    assertThat(cells).hasSize(table.all());
    assertThat(cells.subList(0, table.rows().size())).isEqualTo(table.rows());
    assertThat(cells.subList(table.rows().size(), cells.size()))
        .allSatisfy(row ->
            assertThat(row.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .isIn("1,2,3", RAGGED));
    assertThat(caller.get("/api/sources/data/medallion/bronze/malformed").is(200).rows())
        .hasSize(table.ragged())
        .allSatisfy(line -> assertThat(line.getLast()).isEqualTo(RAGGED));
  }

  private static void conserved(Table table, JsonNode ledger) {
    int silver = ledger.get("silver").asInt();
    int rejected = ledger.get("rejected").asInt();
    int duplicates = ledger.get("duplicates").asInt();
    assertThat(silver + rejected + duplicates).isEqualTo(table.all());
    assertThat(rows("silver_data_cleaned")).hasSize(silver);
    assertThat(rows("silver_data_rejected")).hasSize(rejected);
    assertThat(rows("silver_data_duplicates")).hasSize(duplicates);
    for (JsonNode cells : ledger.get("cells")) {
      assertThat(cells.get("raw").asInt())
          .isEqualTo(
              Stream.of("kept", "changed", "emptied", "rejected", "duplicates")
                  .mapToInt(part -> cells.get(part).asInt())
                  .sum());
    }
  }

  private static Reply add(String name, String csv) {
    return caller
        .upload(
            "/api/sources?wait=60",
            name,
            csv.getBytes(StandardCharsets.UTF_8),
            Map.of("header", "true", "delimiter", ",", "quote", "\"", "charset", "UTF-8"))
        .is(201);
  }

  private static JsonNode build(String recipe) {
    return caller.post(SILVER + "?wait=60", recipe).is(201).at("/layers/0/ledger");
  }

  private static List<List<Object>> cells(String source) {
    return caller.sql(
        "SELECT k, amount, \"when it was\" FROM bronze_" + source + "_raw ORDER BY _row_no");
  }

  private static List<List<Object>> rows(String table) {
    return caller.sql("SELECT * FROM " + table + " ORDER BY _row_no");
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<String> key = Arbitraries.of("1", "2", "3", "003", " 3", "", "x").injectNull(0.1);
    Arbitrary<String> amount =
        Arbitraries.of(
                "1", "1,200.50", "$5", "12%", "N/A", "-", " 7 ", "", "1e3", "(3.5)", "a \"b\"\nc")
            .injectNull(0.15);
    Arbitrary<String> time =
        Arbitraries.of(
                "2024-01-05", "05/01/2024", "31/12/2023", "2024-02-30", "é日😀", "n/a", "10:15", "")
            .injectNull(0.15);
    Arbitrary<List<String>> row =
        Combinators.combine(key, amount, time)
            .as((k, a, t) -> new ArrayList<>(Arrays.asList(k, a, t)));
    return Combinators.combine(row.list().ofMaxSize(15), Arbitraries.integers().between(0, 2))
        // Where rows are few, odd lines would be what the file looks like.
        .as((rows, ragged) -> new Table(rows, rows.size() < 4 ? 0 : ragged));
  }
}
