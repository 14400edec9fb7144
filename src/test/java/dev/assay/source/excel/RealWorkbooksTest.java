package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example workbooks of readxl (MIT), in both formats, as they were read by eye. */
class RealWorkbooksTest {
  private static Path file(String name) throws Exception {
    return Path.of(RealWorkbooksTest.class.getResource("/workbooks/" + name).toURI());
  }

  private static List<String> sheets(Path file) {
    return Workbooks.tables(file).stream()
        .map(table -> table.name() + " " + table.rows() + " " + table.kind().text())
        .toList();
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void everySheetOfAWorkbookIsATable(String kind) throws Exception {
    assertThat(sheets(file("datasets." + kind)))
        .containsExactly("mtcars 32 sheet", "chickwts 71 sheet", "quakes 1000 sheet");
    assertThat(sheets(file("clippy." + kind)))
        .containsExactly("list-column 4 sheet", "two-row-header 1 sheet");
    assertThat(sheets(file("deaths." + kind))).containsExactly("arts 14 sheet", "other 14 sheet");
    assertThat(sheets(file("geometry." + kind))).containsExactly("Sheet1 3 sheet");
    assertThat(sheets(file("type-me." + kind)))
        .containsExactly(
            "logical_coercion 10 sheet",
            "numeric_coercion 7 sheet",
            "date_coercion 7 sheet",
            "text_coercion 6 sheet");
    assertThat(Workbooks.tables(file("datasets." + kind))).allMatch(FoundTable::exact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void numbersComeOutAsExcelShowsThem(String kind) throws Exception {
    Workbooks.Read cars = Workbooks.read(file("datasets." + kind), "mtcars");
    assertThat(cars.headers())
        .containsExactly(
            "mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb");
    assertThat(cars.rows()).hasSize(32);
    assertThat(cars.rows().getFirst())
        .containsExactly("21", "6", "160", "110", "3.9", "2.62", "16.46", "0", "1", "4", "4");
    assertThat(cars.rows().getLast())
        .containsExactly("21.4", "4", "121", "109", "4.11", "2.78", "18.6", "1", "1", "4", "2");
    assertThat(cars.numbers()).startsWith(2L).endsWith(33L);

    Workbooks.Read chicken = Workbooks.read(file("datasets." + kind), "chickwts");
    assertThat(chicken.headers()).containsExactly("weight", "feed");
    assertThat(chicken.rows()).hasSize(71).startsWith(row("179", "horsebean"));
    assertThat(chicken.rows().getLast()).containsExactly("332", "casein");

    Workbooks.Read quakes = Workbooks.read(file("datasets." + kind), "quakes");
    assertThat(quakes.headers()).containsExactly("lat", "long", "depth", "mag", "stations");
    assertThat(quakes.rows())
        .hasSize(1_000)
        .startsWith(row("-20.42", "181.62", "562", "4.8", "41"));
    assertThat(quakes.rows().getLast()).containsExactly("-21.59", "170.56", "165", "6", "119");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void notesAboveATableAreNoPartOfIt(String kind) throws Exception {
    Workbooks.Read arts = Workbooks.read(file("deaths." + kind), "arts");
    List<String> headers =
        List.of("Name", "Profession", "Age", "Has kids", "Date of birth", "Date of death");
    assertThat(arts.headers()).isEqualTo(headers);
    assertThat(((Format.Sheet) arts.landing().format()).firstRow()).isEqualTo(5);
    assertThat(arts.rows().getFirst())
        .containsExactly("David Bowie", "musician", "69", "TRUE", "1947-01-08", "2016-01-10");
    assertThat(arts.rows().get(9))
        .containsExactly("George Michael", "musician", "53", "FALSE", "1963-06-25", "2016-12-25");
    // No blank row sets these off, so that they may be rows for all that anyone can know.
    assertThat(arts.rows().subList(10, 14))
        .containsExactly(
            row("Some", null, null, null, null, null),
            row(null, "also like to write stuff", null, null, null, null),
            row(null, null, "at the", "bottom,", null, null),
            row(null, null, null, null, null, "too!"));

    Workbooks.Read other = Workbooks.read(file("deaths." + kind), "other");
    assertThat(other.headers()).isEqualTo(headers);
    assertThat(other.rows().getFirst())
        .containsExactly("Vera Rubin", "scientist", "88", "TRUE", "1928-07-23", "2016-12-25");
    assertThat(other.types())
        .containsExactly(null, null, null, "boolean", "date m/d/yyyy", "date m/d/yyyy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void aTableNeedNotBeginInTheFirstCell(String kind) throws Exception {
    Workbooks.Read geometry = Workbooks.read(file("geometry." + kind), null);
    assertThat(geometry.headers()).containsExactly("B3", "C3", "D3");
    assertThat(geometry.numbers()).containsExactly(4L, 5L, 6L);
    assertThat(geometry.rows().getLast()).containsExactly("B6", "C6", "D6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void aSecondRowOfNamesBelongsToTheHeader(String kind) throws Exception {
    Workbooks.Read clippy = Workbooks.read(file("clippy." + kind), "two-row-header");
    assertThat(clippy.headers())
        .containsExactly(
            "name (at birth)",
            "species (office supply type)",
            "death (date is approximate)",
            "weight (in grams)");
    assertThat(clippy.rows()).containsExactly(row("Clippy", "paperclip", "2007-01-01", "0.9"));
    assertThat(Workbooks.read(file("clippy." + kind), "list-column").rows())
        .containsExactly(
            row("Name", "Clippy"),
            row("Species", "paperclip"),
            row("Approx date of death", "2007-01-01"),
            row("Weight in grams", "0.9"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void everyCellKeepsItsOwnTypeInTheSystemOf1904(String kind) throws Exception {
    Path file = file("type-me." + kind);
    Workbooks.Read logical = Workbooks.read(file, "logical_coercion");
    assertThat(((Format.Sheet) logical.landing().format()).date1904()).isTrue();
    assertThat(logical.headers()).containsExactly("maybe boolean?", "description");
    assertThat(logical.column(0))
        .containsExactly(
            null, "0", "1", "2016-01-01", "TRUE", "FALSE", "cabbage", "true", "F", "False");
    assertThat(Workbooks.read(file, "numeric_coercion").column(0))
        .containsExactly(null, "TRUE", "FALSE", "2014-12-23", "123456", "123456", "cabbage");
    assertThat(Workbooks.read(file, "date_coercion").column(0))
        .containsExactly(
            null, "2016-05-23", "2016-04-28 11:30:00", "TRUE", "cabbage", "4.3", "39448");
    assertThat(Workbooks.read(file, "text_coercion").column(0))
        .containsExactly(null, "cabbage", "TRUE", "1.3", "2016-09-24", "36436153");
  }
}
