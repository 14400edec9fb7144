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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  @Property(tries = 500)
  void everyRecordComesBackFromBronzeAndMalformed(@ForAll("scraps") List<String> scraps)
      throws Exception {
    String text = String.join("", scraps);
    Landed landed = land(new Table(2, List.of(), ',', "\n", true), text);
    assertThat(landed.balances()).isTrue();
    Map<Long, List<Object>> rows = new HashMap<>();
    for (List<Object> row : fixture.rows("SELECT _row_no, column_1, column_2")) {
      assertThat(rows.put((Long) row.getFirst(), row.subList(1, 3))).isNull();
    }
    Map<Long, List<Object>> listed = new HashMap<>();
    for (List<Object> line :
        fixture.engine.query("SELECT _line_no, _raw, _action FROM malformed").rows()) {
      assertThat(listed.put((Long) line.getFirst(), line.subList(1, 3))).isNull();
      boolean leftOut = line.getLast().equals("left out");
      assertThat(rows.containsKey(line.getFirst())).isEqualTo(!leftOut);
    }
    List<String> lines = lines(text);
    int records = 0;
    for (int at = 0; at < lines.size(); records++) {
      List<Object> line = listed.get(at + 1L);
      List<Object> row = rows.get(at + 1L);
      List<?> texts = line == null ? withoutNulls(row) : line.subList(0, 1);
      // Whatever a text ends with, there is a line more than it has breaks.
      String written =
          texts.stream().map(String::valueOf).collect(Collectors.joining(",", "", "."));
      int next = at + lines(written).size();
      String record = String.join("", lines.subList(at, next));
      if (line == null) {
        // Where rows end in delimiters, these make no columns.
        List<Object> fields = fields(record);
        assertThat(fields.subList(0, 2)).isEqualTo(withoutNulls(row));
        assertThat(fields.subList(2, fields.size())).allMatch(""::equals);
      } else {
        assertThat(record.replaceAll("(\r\n|\r|\n)$", "")).isEqualTo(line.get(0));
      }
      at = next;
    }
    assertThat(records).isEqualTo(landed.rowsRead());
  }

  /** Physical lines with their breaks. */
  private static List<String> lines(String text) {
    return Pattern.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
        .matcher(text.isEmpty() ? "\n" : text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static List<Object> fields(String record) throws Exception {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(record)) {
      List<List<Object>> records = new ArrayList<>();
      reader.forEach(found -> records.add(new ArrayList<>(found.getFields())));
      assertThat(records).hasSize(1);
      return records.getFirst();
    }
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
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r\n",
            "\r",
            "a",
            "b,c",
            "1,2\n",
            "\"x\",\"y\"\n",
            " ",
            "'p','q'\n",
            "1;2\n",
            "\"3,4\"\n",
            "5,6,7\n",
            "8\n",
            "\"two\nlines\",9\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }
}
