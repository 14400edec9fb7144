package dev.assay.bench;

import dev.assay.bronze.Lander;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.source.Readers;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * {@code ./assay bench excel}: a workbook landed beside one that is merely read, and the memory
 * that a full sheet takes.
 */
final class ExcelBench {
  private static final int ROWS = 200_000;
  private static final int MOST_ROWS = 1_000_000;

  private ExcelBench() {}

  static void run(Path folder, int rounds) throws Exception {
    Path xlsx = write(folder.resolve("orders.xlsx"), ROWS);
    System.out.printf("%,d rows, %,d bytes, %d rounds%n", ROWS, Files.size(xlsx), rounds);
    Contest contest =
        new Contest(
            "XLSX landed : fastexcel-reader reads",
            1.5,
            () -> land(xlsx, folder.resolve("excel.duckdb"), ROWS),
            () -> readOnly(xlsx));
    System.out.println(contest.run(rounds));
    Path million = write(folder.resolve("million.xlsx"), MOST_ROWS);
    long peak =
        Processes.peakOf(
            "-Xmx128m",
            ExcelBench.class.getName(),
            million.toString(),
            folder.resolve("million.duckdb").toString());
    Bench.figure("1 M rows landed, heap of 128 MB", peak, "MB", 1_500);
  }

  /** Lands a full sheet, in a process of its own. */
  public static void main(String[] arguments) throws Exception {
    land(Path.of(arguments[0]), Path.of(arguments[1]), MOST_ROWS);
  }

  /** Twelve columns of the kinds that orders have: numbers, texts, dates and a boolean. */
  private static Path write(Path file, int rows) throws Exception {
    Random random = new Random(42);
    String[] words = {"paid", "open", "shipped", "returned"};
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("orders");
      for (int column = 0; column < 12; column++) {
        sheet.value(0, column, "column " + column);
      }
      LocalDate first = LocalDate.of(2020, 1, 1);
      for (int row = 1; row <= rows; row++) {
        sheet.value(row, 0, row);
        sheet.value(row, 1, random.nextInt(50_000));
        sheet.value(row, 2, "Customer " + random.nextInt(50_000));
        sheet.value(row, 3, "customer" + random.nextInt(50_000) + "@example.com");
        sheet.value(row, 4, first.plusDays(random.nextInt(2_000)));
        sheet.style(row, 4).format("yyyy-mm-dd").set();
        sheet.value(row, 5, words[random.nextInt(words.length)]);
        sheet.value(row, 6, "Product " + random.nextInt(500));
        sheet.value(row, 7, 1 + random.nextInt(9));
        sheet.value(row, 8, random.nextInt(100_000) / 100.0);
        sheet.value(row, 9, random.nextInt(1_000_000) / 100.0);
        sheet.value(row, 10, "City " + random.nextInt(300));
        sheet.value(row, 11, random.nextBoolean());
        if (row % 10_000 == 0) {
          sheet.flush();
        }
      }
    }
    return file;
  }

  private static void land(Path xlsx, Path database, long rows) throws Exception {
    Files.deleteIfExists(database);
    try (DuckDbEngine engine = DuckDbEngine.open(database, "1GB", 2)) {
      Landing landing = Readers.detect(xlsx, DialectOverrides.NONE);
      Origin origin =
          new Origin.File(xlsx.toString(), "orders.xlsx", false, Files.size(xlsx), Instant.EPOCH);
      Source source = new Source("orders", "orders", "orders", origin, Instant.EPOCH);
      Step.Land step = new Step.Land(source, landing, "bronze", "bronze_malformed");
      var landed =
          new Lander(engine, Readers.origins()).land(step, 1, Instant.EPOCH, Work.unwatched());
      engine.checkpoint();
      if (landed.getFirst().rowsLanded() != rows) {
        throw new IllegalStateException("Rows were lost: " + landed);
      }
    }
  }

  private static void readOnly(Path xlsx) throws Exception {
    long[] seen = new long[1];
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(xlsx.toFile(), new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(row ->
          row.stream().forEach(cell -> seen[0] += cell == null ? 0 : cell.getText().length()));
    }
    if (seen[0] == 0) {
      throw new IllegalStateException("Nothing was read.");
    }
  }
}
