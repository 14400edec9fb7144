package dev.assay.workspace;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.assay.engine.Engine;
import dev.assay.engine.ParquetFile;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Tables on their way out of the workspace, as files of any size in little memory.
 *
 * <p>CSV is RFC 4180 in UTF-8: comma, CRLF, a header; a missing value is an empty field and an
 * empty text is {@code ""}, so what is landed again is the same. Values are written as they are: a
 * text that a spreadsheet would take for a formula is not altered. Parquet keeps the types; XLSX as
 * far as Excel has them.
 */
public final class Exports {
  private Exports() {}

  /** Writes the rows of a SELECT made by us or checked by the guard; {@code out} stays open. */
  public static void export(Engine engine, String select, String format, OutputStream out) {
    export(engine, select, List.of(), format, out);
  }

  /**
   * The same of some columns.
   *
   * @param columns only these, in this order; empty for all
   */
  public static void export(
      Engine engine, String select, List<String> columns, String format, OutputStream out) {
    switch (format.toLowerCase(Locale.ROOT)) {
      case "csv" -> csv(engine, select, columns, out);
      case "parquet" -> parquet(engine, select, columns, out);
      case "xlsx" -> spreadsheet(engine, select, columns, out);
      default ->
          throw UserError.invalid(
              "'" + format + "' is not a format that can be exported; use csv, xlsx or parquet.");
    }
  }

  private static void csv(Engine engine, String select, List<String> columns, OutputStream out) {
    CsvWriter writer =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.EMPTY)
            .bufferSize(64 * 1024)
            .build(out, StandardCharsets.UTF_8);
    read(
        engine,
        select,
        columns,
        new Engine.TextConsumer() {
          @Override
          public void columns(List<Rows.Column> columns) {
            writer.writeRecord(columns.stream().map(Rows.Column::name).toList());
          }

          @Override
          public void row(String[] values) {
            writer.writeRecord(values);
          }
        });
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void parquet(
      Engine engine, String select, List<String> columns, OutputStream out) {
    try (ParquetFile file = new ParquetFile()) {
      read(engine, select, columns, file);
      file.copyTo(out);
    }
  }

  private static void spreadsheet(
      Engine engine, String select, List<String> columns, OutputStream out) {
    Spreadsheet spreadsheet = new Spreadsheet(out, "Data");
    read(engine, select, columns, spreadsheet);
    // Not where reading failed: a workbook that breaks off must not look whole.
    spreadsheet.close();
  }

  private static void read(
      Engine engine, String select, List<String> columns, Engine.TextConsumer consumer) {
    Engine.TextConsumer chosen =
        columns.isEmpty() ? consumer : new ChosenColumns(columns, consumer);
    engine.reading(reader -> {
      reader.texts(select, Engine.Limits.NONE, chosen);
      return null;
    });
  }
}
