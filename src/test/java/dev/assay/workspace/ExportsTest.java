package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  private static DuckDbEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open(null, "512MB", 2);
    engine.execute(
        """
        CREATE TABLE silver_all AS SELECT * FROM (VALUES
          (1::INTEGER, 9007199254740993::BIGINT, 1234567890.12::DECIMAL(12,2), 0.1::DOUBLE, true,
           DATE '2024-02-29', TIMESTAMP '2024-02-29 12:34:56.789012', TIMESTAMPTZ '2024-02-29 12:00:00+02',
           TIME '01:02:03', 'plain', '7b3f1c1e-0000-4000-8000-000000000001'::UUID, [1, 2], {'a': 'x, ''y'''},
           170141183460469231731::HUGEINT),
          (2, NULL, -0.01, 1e300, false, NULL, NULL, NULL, NULL, '', NULL, [], NULL, NULL),
          (3, -1, NULL, 'nan'::DOUBLE, NULL, DATE '0001-01-01', TIMESTAMP '1969-12-31 23:59:59', NULL, NULL,
           'comma, "quote"' || chr(10) || 'line' || chr(13) || chr(10) || '  blanks  ', NULL, NULL, NULL, -5),
          (4, 0, 0.00, -0.0, NULL, NULL, NULL, NULL, NULL, '=1+1', NULL, NULL, NULL, NULL),
          (5, 0, 0.00, 1.0, NULL, NULL, NULL, NULL, NULL, '#ünï 😀', NULL, NULL, NULL, NULL)
        ) t(id, big, amount, ratio, yes, day, moment, instant, clock, "a ""note"", odd", uid, list, struct, huge)
        """,
        Work.unwatched());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void whatIsExportedAsCsvReadsBackExactly() {
    byte[] file = export("SELECT * FROM silver_all ORDER BY id", "csv");
    List<CsvRecord> records = records(file);
    assertThat(records.getFirst().getFields())
        .endsWith("list", "struct", "huge")
        .contains("a \"note\", odd");
    assertThat(records).hasSize(6);
    assertThat(records.get(1).getFields())
        .startsWith("1", "9007199254740993", "1234567890.12", "0.1", "true", "2024-02-29")
        .contains("2024-02-29 12:34:56.789012", "2024-02-29 10:00:00+00", "01:02:03")
        .endsWith("[1, 2]", "{'a': 'x, \\'y\\''}", "170141183460469231731");
    assertThat(records.get(3).getField(9)).isEqualTo("comma, \"quote\"\nline\r\n  blanks  ");
    assertThat(records.get(4).getField(9)).isEqualTo("=1+1");
    assertThat(records.get(5).getField(9)).isEqualTo("#ünï 😀");
  }

  @Test
  void missingIsUnquotedAndEmptyIsQuoted() {
    byte[] file = export("SELECT NULL AS a, '' AS b, NULL AS c, 'x' AS d", "csv");
    assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("a,b,c,d\r\n,\"\",,x\r\n");
  }

  @Test
  void anEmptyTableIsAHeader() {
    assertThat(
            new String(
                export("SELECT id FROM silver_all WHERE false", "csv"), StandardCharsets.UTF_8))
        .isEqualTo("id\r\n");
    assertThat(
            parquet(
                export("SELECT id, day FROM silver_all WHERE false", "parquet"),
                "SELECT * FROM file"))
        .isEmpty();
  }

  @Test
  void parquetKeepsTypesAndValues() {
    byte[] file = export("SELECT * FROM silver_all ORDER BY id", "parquet");
    assertThat(parquet(file, "SELECT column_name, column_type FROM (DESCRIBE FROM file)"))
        .contains(
            "id|INTEGER",
            "big|BIGINT",
            "amount|DECIMAL(12,2)",
            "ratio|DOUBLE",
            "yes|BOOLEAN",
            "day|DATE",
            "moment|TIMESTAMP",
            "instant|TIMESTAMP WITH TIME ZONE",
            "clock|TIME",
            "a \"note\", odd|VARCHAR",
            "uid|UUID",
            "list|INTEGER[]",
            "struct|STRUCT(a VARCHAR)",
            "huge|DECIMAL(38,0)");
    assertThat(
            parquet(
                file, "SELECT hash(t) FROM (SELECT * REPLACE (huge::HUGEINT AS huge) FROM file) t"))
        .containsExactlyElementsOf(
            engine
                .query("SELECT hash(t)::VARCHAR FROM (SELECT * FROM silver_all ORDER BY id) t")
                .rows()
                .stream()
                .map(row -> (String) row.getFirst())
                .toList());
  }

  @Test
  void keepsTheOrderOfManyRowsInBothFormats() {
    String select =
        "SELECT (i * 7919) % 300007 AS n, 'text ' || i AS t FROM range(300000) r(i) ORDER BY n, t";
    List<CsvRecord> records = records(export(select, "csv"));
    assertThat(records).hasSize(300_001);
    List<Long> numbers =
        records.stream().skip(1).map(record -> Long.valueOf(record.getField(0))).toList();
    assertThat(numbers).isSorted();
    List<String> fromParquet = parquet(export(select, "parquet"), "SELECT n FROM file");
    assertThat(fromParquet).isEqualTo(numbers.stream().map(String::valueOf).toList());
  }

  @Test
  void duplicateNamesStayApart() {
    String select = "SELECT 1 AS a, 2 AS A, 3 AS a";
    assertThat(records(export(select, "csv")))
        .last()
        .extracting(CsvRecord::getFields)
        .isEqualTo(List.of("1", "2", "3"));
    assertThat(parquet(export(select, "parquet"), "SELECT a, a_2, a_3 FROM file"))
        .containsExactly("1|2|3");
  }

  @Test
  void otherFormatsAreRefusedWithTheirNames() {
    assertThatThrownBy(() -> export("SELECT 1", "pdf"))
        .isInstanceOf(UserError.class)
        .hasMessage("'pdf' is not a format that can be exported; use csv, xlsx or parquet.");
  }

  @Test
  void excelGetsNumbersAndDaysWhereItHoldsThemExactly() throws IOException {
    byte[] file = export("SELECT * EXCLUDE (list, struct) FROM silver_all ORDER BY id", "xlsx");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(6);
      assertThat(rows.getFirst().getCellText(2)).isEqualTo("amount");
      Row one = rows.get(1);
      assertThat(one.getCell(0).getType()).isEqualTo(CellType.NUMBER);
      // 16 digits: Excel would round them.
      assertThat(one.getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(one.getCellText(1)).isEqualTo("9007199254740993");
      assertThat(one.getCellAsNumber(2)).contains(new java.math.BigDecimal("1234567890.12"));
      assertThat(one.getCell(4).getType()).isEqualTo(CellType.BOOLEAN);
      assertThat(one.getCellAsDate(5)).contains(LocalDateTime.of(2024, 2, 29, 0, 0));
      // Microseconds are more than a cell shows.
      assertThat(one.getCellText(6)).isEqualTo("2024-02-29 12:34:56.789012");
      assertThat(rows.get(2).getCellText(1)).isEmpty();
      assertThat(rows.get(3).getCellText(3)).isEqualTo("nan");
      // Days before March 1900 are other days in Excel.
      assertThat(rows.get(3).getCellText(5)).isEqualTo("0001-01-01");
      assertThat(rows.get(3).getCellAsDate(6)).contains(LocalDateTime.of(1969, 12, 31, 23, 59, 59));
      assertThat(rows.get(4).getCell(9).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(4).getCellText(9)).isEqualTo("=1+1");
      assertThat(rows.get(5).getCellText(9)).isEqualTo("#ünï 😀");
    }
  }

  @Test
  void rowsThatASheetDoesNotHoldGoOnInTheNext() throws IOException {
    byte[] file = export("SELECT 1::TINYINT AS n FROM range(1048580)", "xlsx");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
          .containsExactly("Data", "Data 2");
      assertThat(workbook.getSheet(1).orElseThrow().read()).hasSize(6);
    }
  }

  @Test
  void whatExcelCannotHoldIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> export("SELECT repeat('x', 32768) AS note", "xlsx"))
        .hasMessageContaining("note has a text of 32768")
        .hasMessageContaining("csv or parquet");
  }

  @Test
  void aFailureLeavesNothingBehind() {
    long before = leftovers();
    assertThatThrownBy(
            () -> export("SELECT CAST('x' || i AS INTEGER) FROM range(9) r(i)", "parquet"))
        .isInstanceOf(EngineException.class);
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    for (String format : List.of("csv", "parquet")) {
      assertThatThrownBy(
              () -> Exports.export(engine, "SELECT * FROM range(100000)", format, broken))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(leftovers()).isEqualTo(before);
  }

  private static byte[] export(String select, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exports.export(engine, select, format, out);
    return out.toByteArray();
  }

  private static List<CsvRecord> records(byte[] file) {
    return CsvReader.builder().ofCsvRecord(new String(file, StandardCharsets.UTF_8)).stream()
        .toList();
  }

  /** Rows of an exported file, their values joined by bars. */
  private List<String> parquet(byte[] file, String select) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Path path = Files.write(folder.resolve("x.parquet"), file);
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("CREATE VIEW file AS FROM '" + path + "'");
      try (ResultSet result = statement.executeQuery(select)) {
        while (result.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.add(result.getString(i));
          }
          rows.add(String.join("|", values));
        }
      }
      return rows;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long leftovers() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(path -> path.getFileName().toString().startsWith("assay-export")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
