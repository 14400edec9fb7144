package dev.assay.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.assay.page.Roles.button;
import static dev.assay.page.Roles.named;
import static dev.assay.page.Walk.PATIENTLY;
import static dev.assay.page.Walk.answerQuestion;
import static dev.assay.page.Walk.ask;
import static dev.assay.page.Walk.exactly;
import static dev.assay.page.Walk.layersAreReady;
import static dev.assay.page.Walk.says;
import static dev.assay.page.Walk.tab;
import static dev.assay.page.Walk.toSource;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.journey.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a workbook of two sheets to an Excel file, by the page alone. */
class WorkbookJourneyTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** The orders as one sheet, what their countries are called as another. */
  private static byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Orders");
      String[] lines = TradedOrders.csv().replace("Ctry", "Country").split("\n");
      for (int line = 0; line < lines.length; line++) {
        String[] cells = lines[line].split(",");
        for (int cell = 0; cell < cells.length; cell++) {
          if (cell != 1 && cells[cell].matches("[0-9.]+")) {
            sheet.value(line, cell, new BigDecimal(cells[cell]));
          } else {
            sheet.value(line, cell, cells[cell]);
          }
        }
      }
      Worksheet countries = book.newWorksheet("Countries");
      String[][] names = {
        {"Code", "Called"}, {"pt", "Portugal"}, {"es", "Spain"}, {"fr", "France"}
      };
      for (int line = 0; line < names.length; line++) {
        countries.value(line, 0, names[line][0]);
        countries.value(line, 1, names[line][1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void aWorkbookOfTwoSheetsEndsAsAnExcelFile() {
    try (Visit visit = Visit.to(house.address())) {
      Page page = visit.open("/");
      page.locator("input[type=file][aria-label='Choose files']")
          .setInputFiles(
              new FilePayload(
                  "trade.xlsx",
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                  workbook()));
      Locator group = page.getByRole(AriaRole.REGION, named("trade.xlsx"));
      assertThat(group.getByRole(AriaRole.ARTICLE)).hasCount(2);
      button(page, "Clean it: trade.xlsx").click();
      for (String sheet : List.of("trade_orders", "trade_countries")) {
        assertThat(
                page.getByRole(AriaRole.ARTICLE, named(sheet).setExact(true)).getByText("cleaned"))
            .isVisible(PATIENTLY);
      }
      visit.isAccessible();
      toSource(page, "trade_orders");
      answerQuestion(page);
      layersAreReady(page);
      tab(page, "Ready numbers");
      page.getByRole(AriaRole.REGION, named("Worth making"))
          .getByRole(AriaRole.CHECKBOX)
          .first()
          .check();
      button(page, "Make it").click();
      assertThat(page.getByText("Your numbers are ready")).isVisible(PATIENTLY);

      Locator answer = ask(page, "total amount by country");
      Map<String, BigDecimal> truth = new TreeMap<>();
      TradedOrders.totals(Map.of(), "0")
          .forEach((country, total) -> truth.put(country.toLowerCase(Locale.ROOT), total));
      says(answer, truth);
      answer.getByRole(AriaRole.BUTTON, exactly("Verify")).click();
      assertThat(answer.getByRole(AriaRole.STATUS)).containsText("Both say the same");
      visit.isAccessible();
      answer.getByRole(AriaRole.BUTTON, exactly("Export")).click();
      Download file =
          page.waitForDownload(
              () -> page.getByRole(AriaRole.MENUITEM, named("Excel workbook")).click());
      try (var book = new ReadableWorkbook(file.path().toFile());
          var rows = book.getFirstSheet().openStream()) {
        Map<String, BigDecimal> read = new TreeMap<>();
        rows.skip(1)
            .forEach(row -> read.put(row.getCellText(0), row.getCellAsNumber(1).orElseThrow()));
        assertThat(read)
            .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .usingRecursiveComparison()
            .isEqualTo(truth);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
