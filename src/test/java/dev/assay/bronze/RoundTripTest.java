package dev.assay.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.model.CsvDialect;
import dev.assay.model.Landing;
import dev.assay.sql.LandingSql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Laws: what is written lands; every row has the hash that SQL computes; nothing is lost. */
class RoundTripTest {
  /** A table of texts, null where missing, and how it is written. */
  record Table(int width, List<List<String>> rows, char delimiter, String lineBreak, boolean last) {
    String csv() {
      StringBuilder csv = new StringBuilder();
      for (int i = 0; i < rows.size(); i++) {
        for (int column = 0; column < width; column++) {
          csv.append(column == 0 ? "" : String.valueOf(delimiter));
          csv.append(written(rows.get(i).get(column)));
        }
        csv.append(i + 1 < rows.size() || last ? lineBreak : "");
      }
      return csv.toString();
    }

    private String written(String cell) {
      if (cell == null) {
        return "";
      }
      boolean plain =
          !cell.isEmpty()
              && cell.charAt(0) != '"'
              && cell.chars().noneMatch(c -> c == delimiter || c == '\n' || c == '\r');
      return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
  }

  private LandingFixture fixture;
  private Path folder;

  @BeforeProperty
  void open() throws Exception {
    folder = Files.createTempDirectory("round-trip");
    fixture = new LandingFixture(folder);
  }

  @AfterProperty
  void close() throws Exception {
    fixture.close();
    Files.deleteIfExists(folder.resolve("data.csv"));
    Files.delete(folder);
  }

  @Property(tries = 150)
  void whatIsWrittenLands(@ForAll("tables") Table table) throws Exception {
    Landed landed = land(table, table.csv());
    assertThat(fixture.cells()).isEqualTo(cells(table));
    assertThat(landed.rowsMalformed()).isZero();
    assertThat(fixture.rows("SELECT " + LandingSql.rowHash(fixture.names())))
        .isEqualTo(fixture.rows("SELECT _row_hash"));
  }

  @Property(tries = 100)
  void anIndependentReaderSeesTheSameCells(@ForAll("tables") Table table) throws Exception {
    land(table, table.csv());
    List<List<Object>> theirs = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(table.delimiter())
            .skipEmptyLines(false)
            .ofCsvRecord(table.csv())) {
      reader.forEach(record -> theirs.add(new ArrayList<>(record.getFields())));
    }
    assertThat(fixture.cells().stream().map(RoundTripTest::withoutNulls).toList())
        .isEqualTo(theirs);
  }

  @Property(tries = 200)
  void whateverTheTextNothingIsLost(@ForAll("scraps") List<String> scraps) throws Exception {
    String text = String.join("", scraps);
    Landed landed = land(new Table(2, List.of(), ',', "\n", true), text);
    assertThat(landed.balances()).isTrue();
    // Every record is a row or was left out, and one of them only.
    List<Object> begins = new ArrayList<>(fixture.rowNumbers());
    fixture
        .engine
        .query("SELECT _line_no FROM malformed WHERE _action = 'left out'")
        .rows()
        .forEach(line -> begins.add(line.getFirst()));
    assertThat(begins).doesNotHaveDuplicates().hasSize((int) landed.rowsRead());
    // What was mended is listed once, with the row that it became.
    assertThat(
            fixture
                .engine
                .query("SELECT _line_no FROM malformed WHERE _action <> 'left out'")
                .rows())
        .doesNotHaveDuplicates()
        .isSubsetOf(fixture.rowNumbers().stream().map(List::of).toList());
  }

  private Landed land(Table table, String csv) throws Exception {
    List<Landing.Column> columns =
        IntStream.rangeClosed(1, table.width())
            .mapToObj(i -> new Landing.Column("", "column_" + i))
            .toList();
    CsvDialect dialect =
        new CsvDialect("UTF-8", String.valueOf(table.delimiter()), '"', null, 0, 0, null, 1, null);
    return fixture.land(fixture.file(csv, StandardCharsets.UTF_8), new Landing(dialect, columns));
  }

  private static List<List<Object>> cells(Table table) {
    return table.rows().stream().map(row -> (List<Object>) new ArrayList<Object>(row)).toList();
  }

  private static List<Object> withoutNulls(List<Object> row) {
    List<Object> cells = new ArrayList<>(row);
    cells.replaceAll(cell -> cell == null ? "" : cell);
    return cells;
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<String> nasty =
        Arbitraries.strings()
            .withChars('"', ',', ';', '\n', '\r', ' ', 'a', '\'', '\\')
            .ofMaxLength(8);
    Arbitrary<String> unicode =
        Arbitraries.strings()
            .all()
            .excludeChars('\0')
            .ofMaxLength(12)
            .filter(RoundTripTest::isText);
    Arbitrary<String> words =
        Arbitraries.of("1", "00123", "NA", "Zoë", "日本", "😀", "x".repeat(200));
    Arbitrary<String> cell = Arbitraries.oneOf(nasty, unicode, words).injectNull(0.15);
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(width ->
            Combinators.combine(
                    cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(30),
                    Arbitraries.of(',', ';', '\t', '|'),
                    Arbitraries.of("\n", "\r\n", "\r"),
                    Arbitraries.of(true, false))
                .as((rows, delimiter, lineBreak, last) ->
                    table(width, rows, delimiter, lineBreak, last)));
  }

  /** A row with no text at all in a table of one or several columns is a blank line: not a row. */
  private static Table table(
      int width, List<List<String>> rows, char delimiter, String lineBreak, boolean last) {
    boolean endsBlank = width == 1 && rows.getLast().getFirst() == null;
    return new Table(width, rows, delimiter, lineBreak, last || endsBlank);
  }

  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text) && !text.startsWith("\uFEFF");
  }

  @Provide
  Arbitrary<List<String>> scraps() {
    return Arbitraries.of(
            "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "b,c", "1,2\n", "\"x\",\"y\"\n", " ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }
}
