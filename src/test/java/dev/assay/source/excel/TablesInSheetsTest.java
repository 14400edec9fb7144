package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where in a sheet the table is, and which sheets have one. */
class TablesInSheetsTest {
  @TempDir private Path folder;
  private Path file;

  private interface Filling {
    void fill(Workbook workbook, Worksheet sheet) throws Exception;
  }

  @BeforeEach
  void name() {
    file = folder.resolve("book.xlsx");
  }

  private Workbooks.Read read(Filling filling) throws Exception {
    write(filling);
    return Workbooks.read(file, null);
  }

  private void write(Filling filling) throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      filling.fill(workbook, workbook.newWorksheet("first"));
    }
  }

  private static void row(Worksheet sheet, int row, int column, Object... values) {
    for (Object value : values) {
      switch (value) {
        case null -> {}
        case String text -> sheet.value(row, column, text);
        case Number number -> sheet.value(row, column, number);
        case LocalDate date -> {
          sheet.value(row, column, date);
          sheet.style(row, column).format("yyyy-mm-dd").set();
        }
        case LocalDateTime time -> {
          sheet.value(row, column, time);
          sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        }
        default -> throw new AssertionError(value);
      }
      column++;
    }
  }

  @Test
  void titlesAboveAndNotesBelowAreLeftOut() throws Exception {
    Workbooks.Read read =
        read((_, sheet) -> {
          row(sheet, 0, 1, "Sales report");
          row(sheet, 1, 1, "made on", LocalDate.of(2024, 2, 1));
          row(sheet, 3, 1, "id", "day", "amount");
          row(sheet, 4, 1, 1, LocalDate.of(2024, 1, 15), 2.5);
          row(sheet, 6, 1, 2, LocalDateTime.of(2024, 1, 16, 13, 45), 3);
          row(sheet, 9, 1, "Source: the till");
          row(sheet, 10, 1, "All figures in EUR");
        });
    assertThat(read.landing().format())
        .isEqualTo(new Format.Sheet("first", false, 4, 1, 7, 2, 4, false));
    assertThat(read.headers()).containsExactly("id", "day", "amount");
    assertThat(read.rows())
        .containsExactly(
            List.of("1", "2024-01-15", "2.5"), List.of("2", "2024-01-16 13:45:00", "3"));
    assertThat(read.numbers()).containsExactly(5L, 7L);
  }

  @Test
  void mergedNamesOfGroupsStandBeforeThoseOfTheirMembers() throws Exception {
    Workbooks.Read read =
        read((_, sheet) -> {
          row(sheet, 0, 0, "city", "2023", null, "2024");
          row(sheet, 1, 1, "sold", "left", "sold", "left");
          sheet.range(0, 0, 1, 0).merge();
          sheet.range(0, 1, 0, 2).merge();
          sheet.range(0, 3, 0, 4).merge();
          row(sheet, 2, 0, "Bern", 1, 2, 3, 4);
          row(sheet, 3, 0, "Basel", 5, 6, 7, 8);
        });
    assertThat(read.headers())
        .containsExactly("city", "2023 sold", "2023 left", "2024 sold", "2024 left");
    assertThat(read.rows()).hasSize(2);
  }

  @Test
  void aTitleMergedAcrossTheTableIsNoHeader() throws Exception {
    Workbooks.Read read =
        read((_, sheet) -> {
          row(sheet, 0, 0, "Staff");
          sheet.range(0, 0, 0, 2).merge();
          row(sheet, 1, 0, "name", "city", "age");
          row(sheet, 2, 0, "Ann", "Bern", 40);
        });
    assertThat(read.headers()).containsExactly("name", "city", "age");
  }

  @Test
  void rowsWithoutAHeaderAreAllData() throws Exception {
    Workbooks.Read read =
        read((_, sheet) -> {
          row(sheet, 0, 0, 1, "a", 2.5);
          row(sheet, 1, 0, 2, "b", 3.5);
          row(sheet, 2, 0, 3, "a", 4.5);
        });
    assertThat(read.headers()).containsExactly("", "", "");
    assertThat(read.rows()).hasSize(3);
    assertThat(read.landing().columns().getFirst().name()).isEqualTo("column_1");
  }

  @Test
  void theUserMayDecideAboutTheHeader() throws Exception {
    write((_, sheet) -> {
      row(sheet, 0, 0, "x", "y");
      row(sheet, 1, 0, "name", "city");
      row(sheet, 2, 0, "Ann", "Bern");
    });
    DialectOverrides second = new DialectOverrides(null, null, null, null, 1, 1);
    assertThat(Workbooks.read(file, null, second).headers()).containsExactly("name", "city");
    DialectOverrides none = new DialectOverrides(null, null, null, null, 0, null);
    assertThat(Workbooks.read(file, null, none).rows()).hasSize(3);
    DialectOverrides both = new DialectOverrides(null, null, null, null, 2, null);
    assertThat(Workbooks.read(file, null, both).headers()).containsExactly("x name", "y city");
  }

  @Test
  void hiddenSheetsAreNotedAndEmptyOnesAreNone() throws Exception {
    write((workbook, sheet) -> {
      row(sheet, 0, 0, "a", "b");
      row(sheet, 1, 0, 1, 2);
      workbook.newWorksheet("nothing");
      for (VisibilityState state : VisibilityState.values()) {
        Worksheet more = workbook.newWorksheet(state.name());
        more.setVisibilityState(state);
        row(more, 0, 0, "a");
      }
    });
    assertThat(Workbooks.tables(file))
        .extracting(FoundTable::name, FoundTable::kind)
        .contains(
            org.assertj.core.api.Assertions.tuple("first", FoundTable.Kind.SHEET),
            org.assertj.core.api.Assertions.tuple("HIDDEN", FoundTable.Kind.HIDDEN_SHEET),
            org.assertj.core.api.Assertions.tuple("VERY_HIDDEN", FoundTable.Kind.HIDDEN_SHEET))
        .noneMatch(tuple -> tuple.toList().contains("nothing"));
    assertThat(Workbooks.tables(file))
        .filteredOn(table -> table.kind() == FoundTable.Kind.HIDDEN_SHEET)
        .allMatch(table -> table.note().contains("hidden"));
    assertThat(Workbooks.read(file, "VERY_HIDDEN").headers()).containsExactly("a");
  }

  /** Past the size up to which a sheet is looked at as a whole. */
  @Test
  void aLargeSheetKeepsWhatStandsBesideItsBeginning() throws Exception {
    int count = 120_000;
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= count; row++) {
      String at = Integer.toString(row);
      String text = row == 1 ? "name" : "text number " + row + " of a large sheet";
      rows.append("<row r=\"" + at + "\"><c r=\"A" + at + "\" t=\"str\"><v>" + text + "</v></c>");
      rows.append("<c r=\"B" + at + "\" t=\"str\"><v>" + text + " too, once more</v></c>");
      rows.append(row == 100_000 ? "<c r=\"C100000\"><v>7</v></c></row>" : "</row>");
    }
    RawWorkbook workbook = new RawWorkbook();
    workbook.beforeRows = "<dimension ref=\"A1:C" + count + "\"/>";
    workbook.sheet("large", rows.toString()).write(file);
    FoundTable table = Workbooks.tables(file).getFirst();
    assertThat(table.exact()).isFalse();
    assertThat(table.rows()).isEqualTo(count);
    Workbooks.Read read = Workbooks.read(file, null);
    assertThat(read.rows()).hasSize(count - 1);
    assertThat(read.rows().get(99_998).get(2)).isEqualTo("7");
  }
}
