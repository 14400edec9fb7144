package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.source.Readers;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many rows as a sheet can have, read with little memory. */
class MillionRowsTest {
  private static final int ROWS = 1_000_000;
  private static final int COLUMNS = 12;
  private static final String HEAP = "-Xmx112m";

  @TempDir Path folder;

  /** Reads a workbook to its end, in a process of its own. */
  public static void main(String[] arguments) throws Exception {
    String file = arguments[0];
    Origin origin = new Origin.File(file, "million.xlsx", false, 0, Instant.EPOCH);
    Landing landing = Readers.origins().look(origin, DialectOverrides.NONE);
    long rows = 0;
    long bytes = 0;
    try (TableReader reader = Readers.origins().open(origin, landing, Optional.empty(), _ -> {})) {
      RecordBatch batch = new RecordBatch(landing.columns().size(), 2_048);
      while (reader.next(batch)) {
        rows += batch.rows();
        for (int row = 0; row < batch.rows(); row++) {
          for (int column = 0; column < batch.columns(); column++) {
            bytes += batch.value(row, column).length;
          }
        }
        batch.clear();
      }
    }
    System.out.println(rows + " " + bytes);
  }

  @Test
  void aMillionRowsOfTwelveCellsAreReadInAHeapOf112Megabytes() throws Exception {
    Path file = folder.resolve("million.xlsx");
    long bytes = write(file);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MillionRowsTest.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).isEqualTo(ROWS + " " + bytes);
    assertThat(process.waitFor()).isZero();
  }

  /** Texts of their own in a third of the columns, numbers in the others; returns their bytes. */
  private static long write(Path file) throws Exception {
    RawWorkbook frame = new RawWorkbook().sheet("million", "");
    Path empty = frame.write(file.resolveSibling("empty.xlsx"));
    long bytes = 0;
    try (ZipFile parts = new ZipFile(empty.toFile());
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry part : java.util.Collections.list(parts.entries())) {
        zip.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().endsWith("sheet0.xml")) {
          bytes = sheet(zip);
        } else if (part.getName().endsWith("sharedStrings.xml")) {
          strings(zip);
        } else {
          parts.getInputStream(part).transferTo(zip);
        }
        zip.closeEntry();
      }
    }
    return bytes;
  }

  private static void strings(ZipOutputStream zip) throws Exception {
    Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    out.write("<sst>");
    for (int column = 0; column < COLUMNS; column++) {
      out.write("<si><t>column " + column + "</t></si>");
    }
    for (int row = 0; row < ROWS; row++) {
      out.write("<si><t>" + text(row) + "</t></si>");
    }
    out.write("</sst>");
    out.flush();
  }

  private static String text(int row) {
    return "customer " + row * 7_919L % ROWS + " of a long list, with more to say about each";
  }

  private static long sheet(ZipOutputStream zip) throws Exception {
    long bytes = 0;
    Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    out.write("<worksheet><sheetData><row>");
    for (int column = 0; column < COLUMNS; column++) {
      out.write("<c t=\"s\"><v>" + column + "</v></c>");
    }
    out.write("</row>");
    for (int row = 0; row < ROWS; row++) {
      out.write("<row>");
      for (int column = 0; column < COLUMNS; column++) {
        if (column % 3 == 0) {
          // Texts come in another order than they are stored in.
          int text = (int) ((row + (long) column * 77_777) % ROWS);
          out.write("<c t=\"s\"><v>" + (text + COLUMNS) + "</v></c>");
          bytes += text(text).length();
        } else {
          String number = row + "." + (column % 3);
          out.write("<c><v>" + number + "</v></c>");
          bytes += number.length();
        }
      }
      out.write("</row>");
    }
    out.write("</sheetData></worksheet>");
    out.flush();
    return bytes;
  }
}
