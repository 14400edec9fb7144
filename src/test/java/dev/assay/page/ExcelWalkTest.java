package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;
import static dev.assay.page.Walk.ask;
import static dev.assay.page.Walk.exactly;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.journey.House;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the first five minutes: a question, and Excel files that hold what the page says. */
class ExcelWalkTest {
  private static final int ROWS = 96;
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Lines of a file, and the sums of its groups, made apart from the product. */
  private static final class Made {
    private final StringBuilder lines;
    private final Map<String, BigDecimal> sums = new TreeMap<>();

    Made(String header) {
      lines = new StringBuilder(header).append('\n');
    }

    void line(String group, BigDecimal amount, String line) {
      sums.merge(group, amount, BigDecimal::add);
      lines.append(line).append('\n');
    }
  }

  @Test
  void aBankStatementWithDecimalCommasEndsInExcel() throws IOException {
    Made made = new Made("Date;Text;Category;Amount");
    for (int i = 0; i < ROWS; i++) {
      BigDecimal amount = new BigDecimal(i * 3137 - 90_000).movePointLeft(2);
      String category = List.of("rent", "food", "travel").get(i % 3);
      made.line(
          category,
          amount,
          "%02d/%02d/2025;Paid %d;%s;%s"
              .formatted(
                  i % 28 + 1,
                  i % 12 + 1,
                  i,
                  category,
                  String.format(Locale.GERMANY, "%,.2f", amount)));
    }
    walk("bank", made, "total amount by category");
  }

  @Test
  void dealsInEurosEndInExcel() throws IOException {
    Made made = new Made("Deal,Stage,Amount,Closed");
    for (int i = 0; i < ROWS; i++) {
      BigDecimal amount = new BigDecimal(1_035_250 + i * 77_777).movePointLeft(2);
      String stage = List.of("lead", "offer", "won", "lost").get(i % 4);
      made.line(
          stage,
          amount,
          "D-%d,%s,\"€ %s\",%s"
              .formatted(
                  1000 + i,
                  stage,
                  String.format(Locale.UK, "%,.2f", amount),
                  LocalDate.of(2025, 1, 1).plusDays(i * 3L)));
    }
    walk("deals", made, "total amount by stage");
  }

  @Test
  void eventsWithMomentsEndInExcel() throws IOException {
    Made made = new Made("at,kind,amount,paid");
    for (int i = 0; i < ROWS; i++) {
      BigDecimal amount = new BigDecimal(i * 211 + 5).movePointLeft(2);
      String kind = List.of("open", "click", "buy").get(i % 3);
      made.line(
          kind,
          amount,
          "%s,%s,%s,%s".formatted(1_735_689_600_000L + i * 40_000_123L, kind, amount, i % 2 == 0));
    }
    walk("events", made, "total amount by kind");
  }

  private void walk(String name, Made made, String question) throws IOException {
    BigDecimal all = made.sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      Walk.drop(page, name + ".csv", made.lines.toString());
      button(page, "Clean it: " + name + ".csv").click();
      Walk.layersAreReady(page);
      Walk.tab(page, "Ready numbers");
      Locator tables =
          page.getByRole(AriaRole.REGION, named("Made").setExact(true)).getByRole(AriaRole.ARTICLE);
      assertThat(tables.first()).isVisible(PATIENTLY);
      for (int i = 0; i < tables.count(); i++) {
        Locator table = tables.nth(i);
        table.getByRole(AriaRole.BUTTON, byMenu()).click();
        holds(
            page.waitForDownload(
                    () -> page.getByRole(AriaRole.MENUITEM, named("Download for Excel")).click())
                .path(),
            rows(name, table.getAttribute("aria-label")),
            all);
      }
      Locator answer = ask(page, question);
      Walk.says(answer, made.sums);
      answer.getByRole(AriaRole.BUTTON, exactly("Export")).click();
      Path file =
          page.waitForDownload(
                  () -> page.getByRole(AriaRole.MENUITEM, named("Excel workbook")).click())
              .path();
      headerIsBoldAndFrozen(file);
      Map<String, BigDecimal> read = new TreeMap<>();
      try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
        for (Row row : book.getFirstSheet().read()) {
          if (row.getRowNum() > 1) {
            read.put(row.getCellText(0), row.getCellAsNumber(1).orElseThrow());
          }
        }
      }
      assertThat(read)
          .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .usingRecursiveComparison()
          .isEqualTo(made.sums);
    }
  }

  private static Locator.GetByRoleOptions byMenu() {
    return new Locator.GetByRoleOptions().setName(Pattern.compile("^What to do with"));
  }

  private JsonNode rows(String name, String table) {
    return house
        .caller
        .get("/api/sources/" + name + "/medallion/gold/rows?limit=1000&table=" + table)
        .is(200)
        .json();
  }

  /**
   * The file has the table's cells as numbers, days and texts, and its sums are those of the file.
   */
  private static void holds(Path file, JsonNode table, BigDecimal all) throws IOException {
    headerIsBoldAndFrozen(file);
    JsonNode columns = table.get("columns");
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      List<Row> read = book.getFirstSheet().read();
      assertThat(read).hasSize(table.get("rows").size() + 1);
      for (int column = 0; column < columns.size(); column++) {
        String header = columns.get(column).get("name").asText();
        String type = columns.get(column).get("type").asText();
        assertThat(read.getFirst().getCellText(column)).isEqualTo(header);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i < read.size(); i++) {
          JsonNode value = table.get("rows").get(i - 1).get(column);
          Row row = read.get(i);
          if (value.isNull()) {
            assertThat(row.getCellText(column)).isEmpty();
          } else if (type.matches(".*(INT|DECIMAL|DOUBLE).*")) {
            assertThat(row.getCell(column).getType()).isEqualTo(CellType.NUMBER);
            BigDecimal number = row.getCellAsNumber(column).orElseThrow();
            assertThat(number.doubleValue()).isEqualTo(Double.parseDouble(value.asText()));
            sum = sum.add(number);
          } else if (type.equals("DATE")) {
            assertThat(row.getCellAsDate(column).orElseThrow().toLocalDate())
                .isEqualTo(LocalDate.parse(value.asText()));
          } else if (type.equals("TIMESTAMP")) {
            assertThat(row.getCellAsDate(column)).isPresent();
          } else if (type.equals("VARCHAR")) {
            assertThat(row.getCellText(column)).isEqualTo(value.asText());
          }
        }
        if (header.equals("total_amount")) {
          assertThat(sum).isEqualByComparingTo(all);
        }
        if (header.endsWith("_count")) {
          assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(ROWS));
        }
      }
    }
  }

  private static void headerIsBoldAndFrozen(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String sheet = text(zip, "xl/worksheets/sheet1.xml");
      assertThat(sheet).contains("state=\"frozen\"");
      String styles = text(zip, "xl/styles.xml");
      Matcher cell = Pattern.compile("<c r=\"[A-Z]+1\" s=\"(\\d+)\"").matcher(sheet);
      int cells = 0;
      while (cell.find()) {
        cells++;
        String formats = styles.substring(styles.indexOf("<cellXfs"));
        int font = Integer.parseInt(nth(formats, "fontId=\"(\\d+)\"", cell.group(1)));
        assertThat(nth(styles, "(?s)<font>(.*?)</font>", "" + font)).contains("<b");
      }
      assertThat(cells).isPositive();
    }
  }

  private static String nth(String text, String pattern, String place) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .skip(Long.parseLong(place))
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
