package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell of a workbook becomes. */
class CellValuesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "General | 12 | 12",
        "General | 0.10000000000000001 | 0.1",
        "General | 0.30000000000000004 | 0.3",
        "General | 1234.0 | 1234",
        "General | -0.0 | 0",
        "General | 1.5E-3 | 0.0015",
        "General | 1E+20 | 100000000000000000000",
        "General | 1.5E+300 | 1.5E+300",
        "General | 1234567890123456789 | 1234567890123456789",
        "0% | 0.12 | 0.12",
        "0.00 | 2.345 | 2.345",
        "#,##0.00 \"EUR\" | 1234.5 | 1234.5",
        "0.00E+00 | 1234.5 | 1234.5",
        "0.0 \"days\" | 3.5 | 3.5",
        "[Red]0 | 3 | 3",
        "00000 | 123 | 00123",
        "00000 | 123456 | 123456",
        "00000 | 1.5 | 1.5",
        "000\\-00\\-0000 | 78051120 | 078-05-1120",
        "yyyy-mm-dd | 45306 | 2024-01-15",
        "m/d/yy h:mm | 45306.572916666664 | 2024-01-15 13:45:00",
        "dd.mm.yyyy | 45306.572916666664 | 2024-01-15 13:45:00",
        "h:mm | 0.57291666666666663 | 13:45:00",
        "h:mm AM/PM | 0.57291666666666663 | 13:45:00",
        "mm:ss.0 | 0.00001446759259 | 00:00:01.250",
        "[h]:mm | 1.1041666666666667 | 26:30:00",
        "[h]:mm:ss | -0.0625 | -01:30:00",
        "[$-409]mmmm yyyy | 45306 | 2024-01-15",
        "yyyy-mm-dd | 59 | 1900-02-28",
        "yyyy-mm-dd | 60 | 1900-02-29",
        "yyyy-mm-dd | 61 | 1900-03-01",
        "yyyy-mm-dd | 1 | 1900-01-01",
        "yyyy-mm-dd | -1 | -1",
        "yyyy-mm-dd | 2958465 | 9999-12-31",
        "yyyy-mm-dd | 2958466 | 2958466",
      })
  void numbersAreRenderedByTheirFormats(String format, String stored, String text) {
    byte[] rendered = CellFormat.of(format).render(new CellText().append(stored), false);
    assertThat(new String(rendered, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void datesMayCountFrom1904() {
    byte[] rendered = CellFormat.of("yyyy-mm-dd").render(new CellText().append("43844"), true);
    assertThat(new String(rendered, StandardCharsets.UTF_8)).isEqualTo("2024-01-15");
    assertThat(CellFormat.of("d").render(new CellText().append("0"), true))
        .asString()
        .isEqualTo("1904-01-01");
  }

  @Test
  void everyKindOfCellKeepsWhatItSays() throws Exception {
    RawWorkbook workbook = new RawWorkbook();
    workbook.strings =
        "<si><t>name</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>x</t></rPh></si>"
            + "<si><t>a_x000D_b_x005F_x000D_</t></si><si><t xml:space=\"preserve\"> 007 </t></si><si><t/></si>";
    workbook.sheet(
        "values",
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>
        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c></row>
        <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="b"><v>0</v></c></row>
        <row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" t="e"><v>#N/A</v></c></row>
        <row r="5"><c r="A5" t="s"><v>3</v></c><c r="B5"><f>1/0</f></c><c r="D5" s="0"/></row>
        <row r="6"><c r="A6" t="s"><v>4</v></c><c r="B6"><v>7</v></c></row>
        <row r="7"><c r="A7" t="str"><f>A1</f><v></v></c><c r="B7" t="str"><f>A1</f><v>1 &lt; 2</v></c></row>
        <row r="8"><c r="B8"><f>SUM(1,2)</f><v>3</v></c></row>
        <row r="9"><c t="inlineStr"><is><r><t>no </t></r><r><t>place</t></r></is></c><c><v>5</v></c></row>
        <row r="10"><c r="A10" s="0"/></row>
        <row><c t="inlineStr"><is><t>last</t></is></c><c t="d"><v>2024-01-15T13:45:00</v></c></row>
        """);
    Workbooks.Read read = Workbooks.read(workbook.write(folder.resolve("a.xlsx")), null);
    assertThat(read.headers()).containsExactly("name", "value");
    assertThat(read.column(0))
        .containsExactly("rich", "a\rb_x000D_", " 007 ", " 007 ", "", "", null, "no place", "last");
    assertThat(read.column(1))
        .containsExactly(
            "TRUE", "FALSE", "#N/A", null, "7", "1 < 2", "3", "5", "2024-01-15 13:45:00");
    assertThat(read.numbers()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 11L);
  }

  @Test
  void columnsSayWhichFormatTheyHave() throws Exception {
    RawWorkbook workbook = new RawWorkbook();
    workbook.formats = List.of("General", "0%", "yyyy-mm-dd", "00000");
    workbook.sheet(
        "formats",
        """
        <row><c t="str"><v>id</v></c><c t="str"><v>share</v></c><c t="str"><v>day</v></c><c t="str"><v>zip</v></c></row>
        <row><c><v>1</v></c><c s="1"><v>0.5</v></c><c s="2"><v>45306</v></c><c s="3"><v>123</v></c></row>
        """);
    Workbooks.Read read = Workbooks.read(workbook.write(folder.resolve("a.xlsx")), null);
    assertThat(read.types()).containsExactly(null, "number 0%", "date yyyy-mm-dd", "number 00000");
    assertThat(read.rows()).containsExactly(List.of("1", "0.5", "2024-01-15", "00123"));
  }

  @Test
  void manyTextsAreKeptInOrder() throws Exception {
    int count = 70_000;
    StringBuilder strings = new StringBuilder();
    StringBuilder rows = new StringBuilder("<row><c t=\"str\"><v>text</v></c></row>");
    // Longer together than what is kept in memory.
    String filler = "é".repeat(500);
    for (int i = 0; i < count; i++) {
      strings.append("<si><t>").append(i).append(filler).append("</t></si>");
      int index = (int) (i * 7_919L % count);
      rows.append("<row><c t=\"s\"><v>").append(index).append("</v></c></row>");
    }
    RawWorkbook workbook = new RawWorkbook();
    workbook.strings = strings.toString();
    workbook.sheet("texts", rows.toString());
    List<String> texts = Workbooks.read(workbook.write(folder.resolve("a.xlsx")), null).column(0);
    assertThat(texts).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(texts.get(i)).isEqualTo(i * 7_919L % count + filler);
    }
  }
}
