package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.model.FoundTable;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFFormulaEvaluator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of Excel 97 to 2003, and those with macros, say what new ones say. */
class OldWorkbooksTest {
  @TempDir private Path folder;

  private static void row(Sheet sheet, int number, int first, Object... values) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      Cell cell = row.createCell(first + i);
      switch (values[i]) {
        case null -> {}
        case String formula when formula.startsWith("=") ->
            cell.setCellFormula(formula.substring(1));
        case String text -> cell.setCellValue(text);
        case Boolean flag -> cell.setCellValue(flag);
        case FormulaError error -> cell.setCellErrorValue(error.getCode());
        case Number amount -> cell.setCellValue(amount.doubleValue());
        default -> throw new AssertionError(values[i]);
      }
    }
  }

  private static void format(HSSFWorkbook workbook, Sheet sheet, int row, int column, String code) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(code));
    sheet.getRow(row).getCell(column).setCellStyle(style);
  }

  private interface Filling {
    void fill(HSSFWorkbook workbook);
  }

  private Path write(Filling filling) throws Exception {
    Path file = folder.resolve("old.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      filling.fill(workbook);
      HSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
      workbook.write(out);
    }
    return file;
  }

  @Test
  void everyKindOfCellKeepsWhatItSays() throws Exception {
    Path file =
        write(workbook -> {
          Sheet sheet = workbook.createSheet("values");
          row(sheet, 0, 0, "what", "value");
          Object[][] cells = {
            {"zip", 123, "00000"},
            {"share", 0.125, "0.0%"},
            {"price", 1234.5, "#,##0.00 \"EUR\""},
            {"day", 45306, "dd.mm.yyyy"},
            {"moment", 45306.572916666664, "m/d/yy h:mm"},
            {"time", 0.57291666666666663, "h:mm"},
            {"span", 1.1041666666666667, "[h]:mm"},
            {"fraction", 0.30000000000000004, "General"},
            {"large", 1e15, "General"},
            {"yes", true, "General"},
            {"error", FormulaError.NA, "General"},
            {"sum", "=B4+1", "General"},
            {"text", "=A2&\"!\"", "General"},
            {"truth", "=B4>1", "General"},
            {"fault", "=1/0", "General"},
          };
          for (int i = 0; i < cells.length; i++) {
            row(sheet, i + 1, 0, cells[i][0], cells[i][1]);
            format(workbook, sheet, i + 1, 1, (String) cells[i][2]);
          }
        });
    Workbooks.Read read = Workbooks.read(file, null);
    assertThat(read.headers()).containsExactly("what", "value");
    assertThat(read.column(1))
        .containsExactly(
            "00123",
            "0.125",
            "1234.5",
            "2024-01-15",
            "2024-01-15 13:45:00",
            "13:45:00",
            "26:30:00",
            "0.3",
            "1000000000000000",
            "TRUE",
            "#N/A",
            "1235.5",
            "zip!",
            "TRUE",
            "#DIV/0!");
  }

  @Test
  void tablesAreFoundUnderTitlesAndMergedNames() throws Exception {
    Path file =
        write(workbook -> {
          Sheet sheet = workbook.createSheet("sales");
          row(sheet, 1, 2, "Sales of two years");
          sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 6));
          row(sheet, 3, 2, "city", "2023", null, "2024", null);
          row(sheet, 4, 2, null, "sold", "left", "sold", "left");
          sheet.addMergedRegion(new CellRangeAddress(3, 4, 2, 2));
          sheet.addMergedRegion(new CellRangeAddress(3, 3, 3, 4));
          sheet.addMergedRegion(new CellRangeAddress(3, 3, 5, 6));
          row(sheet, 5, 2, "Bern", 1, 2, 3, 4);
          row(sheet, 6, 2, "Basel", 5, 6, 7, null);
          row(sheet, 9, 2, "Source: the till");
          workbook.setSheetVisibility(
              workbook.getSheetIndex(hidden(workbook, "notes")), SheetVisibility.HIDDEN);
          workbook.setSheetVisibility(
              workbook.getSheetIndex(hidden(workbook, "deep")), SheetVisibility.VERY_HIDDEN);
        });
    Workbooks.Read read = Workbooks.read(file, "sales");
    assertThat(read.headers())
        .containsExactly("city", "2023 sold", "2023 left", "2024 sold", "2024 left");
    assertThat(read.rows())
        .containsExactly(
            List.of("Bern", "1", "2", "3", "4"), Arrays.asList("Basel", "5", "6", "7", null));
    assertThat(Workbooks.tables(file))
        .extracting(FoundTable::name, FoundTable::kind)
        .containsExactly(
            tuple("sales", FoundTable.Kind.SHEET),
            tuple("notes", FoundTable.Kind.HIDDEN_SHEET),
            tuple("deep", FoundTable.Kind.HIDDEN_SHEET));
  }

  private static Sheet hidden(HSSFWorkbook workbook, String name) {
    Sheet sheet = workbook.createSheet(name);
    row(sheet, 0, 0, "a", "b");
    row(sheet, 1, 0, 1, 2);
    return sheet;
  }

  @Test
  void theLastRowThatTheFormatHasIsRead() throws Exception {
    Path file =
        write(workbook -> {
          Sheet sheet = workbook.createSheet("long");
          row(sheet, 0, 0, "id", "twice");
          for (int i = 1; i < 65_536; i++) {
            row(sheet, i, 0, i, 2 * i);
          }
        });
    Workbooks.Read read = Workbooks.read(file, null);
    assertThat(read.rows()).hasSize(65_535);
    assertThat(read.rows().getLast()).containsExactly("65535", "131070");
  }

  @Test
  void aWorkbookWithMacrosIsReadAndTheyAreNot() throws Exception {
    RawWorkbook macros =
        new RawWorkbook()
            .sheet("a", "<row><c t=\"str\"><v>x</v></c></row><row><c><v>1</v></c></row>");
    macros.parts = java.util.Map.of("xl/vbaProject.bin", "what a macro is");
    Path file = macros.write(folder.resolve("macros.xlsm"));
    assertThat(Workbooks.tables(file)).extracting(FoundTable::name).containsExactly("a");
    assertThat(Workbooks.read(file, null).column(0)).containsExactly("1");
  }
}
