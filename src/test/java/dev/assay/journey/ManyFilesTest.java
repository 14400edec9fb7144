package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.source.packed.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks, archives, folders and patterns: what becomes one source, and what several. */
class ManyFilesTest {
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Reply add(Object paths) {
    return add(paths, Map.of());
  }

  private Reply add(Object paths, Map<String, Object> wishes) {
    Map<String, Object> body = new LinkedHashMap<>(wishes);
    body.put(
        paths instanceof Path ? "path" : "paths", paths instanceof Path p ? p.toString() : paths);
    return caller.postAsOwner("/api/sources?wait=60", body);
  }

  private static List<JsonNode> all(Reply added) {
    List<JsonNode> all = new ArrayList<>(List.of(added.json()));
    added.at("/more").forEach(all::add);
    return all;
  }

  private static List<String> ids(Reply added) {
    return all(added).stream()
        .filter(one -> one.has("source"))
        .map(one -> one.at("/source/id").asText())
        .toList();
  }

  private static List<String> problems(Reply added) {
    return all(added).stream()
        .filter(one -> one.has("problem"))
        .map(one -> one.get("label").asText() + ": " + one.at("/problem/detail").asText())
        .toList();
  }

  private List<Object> count(String... sources) {
    List<Object> counts = new ArrayList<>();
    for (String source : sources) {
      counts.add(
          caller.sql("SELECT count(*) FROM bronze_" + source + "_raw").getFirst().getFirst());
    }
    return counts;
  }

  private Path months() throws IOException {
    for (int month = 1; month <= 3; month++) {
      write(
          "months/sales_0" + month + ".csv",
          "id,day,amount\n1,2024-0" + month + "-01,10.50\n2,2024-0" + month + "-02,7.00\n");
    }
    return folder.resolve("months");
  }

  @Test
  void aWorkbookIsASourcePerSheetAndANewSheetComesBesideThem() throws IOException {
    Path book = folder.resolve("Shop.xls");
    workbook(book, "Orders", "Customers");
    Reply added = add(book).is(201);
    assertThat(ids(added)).containsExactly("shop_orders", "shop_customers");
    assertThat(all(added).stream().map(one -> one.at("/source/origin_id").asText()))
        .containsOnly("shop");
    assertThat(count("shop_orders", "shop_customers")).containsExactly(3, 3);
    caller.buildAsSuggested("shop_orders");

    workbook(book, "Returns", "Orders", "Customers");
    Reply again = add(book).is(201);
    assertThat(ids(again))
        .containsExactlyInAnyOrder("shop_orders", "shop_customers", "shop_returns");
    assertThat(again.body()).contains("2 tables are known", "New: 'shop_returns'");
    assertThat(caller.get("/api/sources/shop_returns").text("/origin_id")).isEqualTo("shop");
    assertThat(caller.strip("shop_orders")).isEqualTo("ready ready ready");
    assertThat(caller.get("/api/sources").json()).hasSize(3);
  }

  private static void workbook(Path file, String... sheets) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      for (String name : sheets) {
        Sheet sheet = book.createSheet(name);
        sheet.createRow(0).createCell(0).setCellValue(name + " id");
        sheet.getRow(0).createCell(1).setCellValue("amount");
        for (int i = 1; i <= 3; i++) {
          sheet.createRow(i).createCell(0).setCellValue("x" + i);
          sheet.getRow(i).createCell(1).setCellValue(i * 1.5);
        }
      }
      book.write(out);
    }
  }

  @Test
  void aRealWorkbookOfManySheetsArrivesByUpload() throws IOException {
    byte[] book;
    try (var in = getClass().getResourceAsStream("/workbooks/datasets.xlsx")) {
      book = Objects.requireNonNull(in).readAllBytes();
    }
    Reply added =
        caller.form("POST", "/api/sources?wait=60", Map.of("datasets.xlsx", book), Map.of());
    added.is(201);
    assertThat(ids(added)).contains("datasets_mtcars", "datasets_chickwts", "datasets_quakes");
    assertThat(count("datasets_mtcars", "datasets_chickwts", "datasets_quakes"))
        .containsExactly(32, 71, 1_000);
  }

  @Test
  void aSheetCanBeChosenAndNamed() throws IOException {
    Path book = folder.resolve("shop.xls");
    workbook(book, "Orders", "Customers");
    assertThat(ids(add(book, Map.of("tables", List.of("customers"), "name", "People")).is(201)))
        .containsExactly("people");
    assertThat(add(book, Map.of("tables", List.of("Nope"))).problem(400))
        .contains("'Nope'", "Orders, Customers");
  }

  @Test
  void anArchiveIsASourcePerFileAndOneBadFileLeavesTheOthers() throws IOException {
    Path zip =
        Packed.zip(
            folder.resolve("export.zip"),
            "2024/orders.csv",
            "id,amount\n1,2.50\n2,3.50\n",
            "2024/empty.csv",
            "",
            "2024/customers.csv",
            "id;name\n1;Ann\n");
    Reply added = add(zip);
    assertThat(ids(added)).containsExactly("export_orders", "export_customers");
    assertThat(problems(added)).singleElement().asString().contains("empty.csv", "is empty");
    assertThat(count("export_orders", "export_customers")).containsExactly(2, 1);
    assertThat(caller.get("/api/sources/export_customers").text("/origin/part/entry"))
        .isEqualTo("2024/customers.csv");
  }

  @Test
  void anArchiveOfFilesWithOneHeaderCanBeOneSource() throws IOException {
    Path zip =
        Packed.zip(
            folder.resolve("q1.zip"),
            "a/jan.csv",
            "id,amount\n1,2.50\n",
            "feb.csv",
            "id,amount\n2,3.50\n3,4.50\n");
    JsonNode source = add(zip, Map.of("together", true)).is(201).at("/source");
    assertThat(source.get("id").asText()).isEqualTo("q1");
    assertThat(count("q1")).containsExactly(3);
  }

  @Test
  void anArchiveOfOneFileIsThatFile() throws IOException {
    Path zip = Packed.zip(folder.resolve("orders.zip"), "export-0815.csv", "id,a\n1,2\n");
    assertThat(ids(add(zip).is(201))).containsExactly("orders");
    Packed.zip(zip, "export-0816.csv", "id,a\n1,2\n2,3\n");
    caller.post("/api/sources/orders/sync?wait=60").is(201);
    assertThat(count("orders")).containsExactly(2);
  }

  @Test
  void aFolderOfFilesWithOneHeaderIsOneSource() throws IOException {
    JsonNode source = add(months()).is(201).at("/source");
    assertThat(source.get("id").asText()).isEqualTo("months");
    assertThat(
            caller.sql(
                "SELECT _source_file, count(*) FROM bronze_months_raw GROUP BY 1 ORDER BY 1"))
        .containsExactly(
            List.of("sales_01.csv", 2), List.of("sales_02.csv", 2), List.of("sales_03.csv", 2));
    assertThat(source.at("/origin/kind").asText()).isEqualTo("folder");
    assertThat(source.at("/origin/pattern").asText()).isEqualTo("*");
  }

  @Test
  void aPatternOfFilesWithOneHeaderIsOneSource() throws IOException {
    Path pattern = months().resolve("sales_*.csv");
    JsonNode source = add(pattern).is(201).at("/source");
    assertThat(source.get("id").asText()).isEqualTo("sales");
    assertThat(count("sales")).containsExactly(6);
    write("months/sales_04.csv", "id,day,amount\n1,2024-04-01,1.00\n");
    write("months/other.csv", "x\n1\n");
    assertThat(source.at("/origin/pattern").asText()).isEqualTo("sales_*.csv");
    Reply again = add(pattern).is(201);
    assertThat(again.text("/source/id")).isEqualTo("sales");
    assertThat(again.text("/note")).contains("known as 'sales'");
    assertThat(count("sales")).containsExactly(7);
    assertThat(add(folder.resolve("months/x*.csv")).problem(404)).contains("No file", "x*.csv");
  }

  @Test
  void aFolderMayBeCalledAsIfItWereAPattern() throws IOException {
    write("[a]/x_1.csv", "id\n1\n");
    write("[a]/x_2.csv", "id\n2\n");
    assertThat(ids(add(folder.resolve("[a]/x_*.csv")).is(201))).containsExactly("x");
    assertThat(count("x")).containsExactly(2);
  }

  @Test
  void aFolderOfDifferentFilesIsASourceEachAndSaysWhy() throws IOException {
    Files.createDirectories(folder.resolve("mixed"));
    write("mixed/orders.csv", "id,amount\n1,2\n");
    write("mixed/customers.csv", "id,name\n1,Ann\n");
    write("mixed/.hidden.csv", "x,y\n1,2\n");
    Reply added = add(folder.resolve("mixed")).is(201);
    assertThat(ids(added)).containsExactlyInAnyOrder("orders", "customers");
    assertThat(added.text("/note"))
        .contains("a source each", "customers.csv has the columns id, name", "orders.csv has");
    assertThat(add(folder.resolve("mixed"), Map.of("together", true)).problem(400))
        .contains("cannot be one source", "customers.csv");
  }

  @Test
  void filesNamedOneByOneAreASourceEachAndBeingOneIsOffered() throws IOException {
    Path months = months();
    List<String> named =
        List.of(
            months.resolve("sales_01.csv").toString(), months.resolve("sales_02.csv").toString());
    Reply added = add(named).is(201);
    assertThat(ids(added)).containsExactly("sales_01", "sales_02");
    assertThat(added.text("/note")).contains("sales_01.csv and sales_02.csv have one header");

    JsonNode together = add(named, Map.of("together", true)).is(201).at("/source");
    assertThat(together.get("id").asText()).isEqualTo("sales");
    assertThat(together.at("/origin/pattern").asText()).isEqualTo("{sales_01.csv,sales_02.csv}");
    assertThat(count("sales")).containsExactly(4);
  }

  @Test
  void aFolderCanBeTakenApart() throws IOException {
    assertThat(ids(add(months(), Map.of("together", false)).is(201)))
        .containsExactly("sales_01", "sales_02", "sales_03");
  }

  @Test
  void oneBadFileAmongGoodOnesLeavesThem() throws IOException {
    Path good = write("good.csv", "id,a\n1,2\n");
    Path empty = write("empty.csv", "");
    Reply added = add(List.of(good.toString(), empty.toString(), folder + "/gone.csv"));
    assertThat(ids(added)).containsExactly("good");
    assertThat(problems(added)).hasSize(2);
    assertThat(problems(added).get(0)).startsWith("empty.csv: ").contains("is empty");
    assertThat(problems(added).get(1)).startsWith("gone.csv: There is no file");
    assertThat(count("good")).containsExactly(1);
    assertThat(add(List.of(empty.toString())).problem(400)).contains("is empty");
  }

  @Test
  void severalFilesArriveInOneUpload() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("one.csv", "id,a\n1,2\n".getBytes(StandardCharsets.UTF_8));
    files.put("two.csv", "id,b\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8));
    files.put("bad.csv", new byte[0]);
    Reply added = caller.form("POST", "/api/sources?wait=60", files, Map.of());
    assertThat(ids(added)).containsExactly("one", "two");
    assertThat(problems(added)).singleElement().asString().startsWith("bad.csv: ");
    assertThat(count("one", "two")).containsExactly(1, 2);
  }

  @Test
  void namesThatAreTakenMakeWayAndLongOnesAreCut() throws IOException {
    add(write("a/orders.csv", "id\n1\n")).is(201);
    Reply second = add(write("b/orders.csv", "id\n1\n2\n")).is(201);
    assertThat(second.text("/source/id")).isEqualTo("orders_2");
    assertThat(second.text("/note")).contains("'orders' is taken");
    String longest = "x".repeat(60);
    add(write("a/" + longest + ".csv", "id\n1\n")).is(201);
    Reply cut = add(write("b/" + longest + ".csv", "id\n1\n")).is(201);
    assertThat(cut.text("/source/id")).hasSize(40).endsWith("_2");
  }

  @Test
  void howASourceFollowsItsOriginIsKeptFromTheBeginning() throws IOException {
    Path file = write("events.csv", "id,at\n1,2024-01-01\n");
    Map<String, Object> wishes = Map.of("mode", "append", "sync", Map.of("cursor", "id"));
    add(file, wishes).is(201);
    JsonNode settings = caller.get("/api/sources/events/settings").is(200).json();
    assertThat(settings.get("mode").asText()).isEqualTo("append");
    assertThat(settings.get("cursor").asText()).isEqualTo("id");
    Path other = write("others.csv", "id,at\n1,2024-01-01\n");
    assertThat(add(other, Map.of("sync", Map.of("cursor", "id"))).problem(400))
        .contains("give the mode append");
    Map<String, Object> wrong = Map.of("mode", "append", "sync", Map.of("cursor", "when"));
    assertThat(add(other, wrong).problem(400)).contains("no column 'when'", "id, at");
    assertThat(caller.get("/api/sources").json()).hasSize(1);
  }
}
