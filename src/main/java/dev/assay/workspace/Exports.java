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
    export(engine, select, List.of(), Engine.Limits.NONE, format, out);
  }

  /**
   * The same of some columns.
   *
   * @param columns only these, in this order; empty for all
   * @param limits of which the export is refused, not cut off
   */
  public static void export(
      Engine engine,
      String select,
      List<String> columns,
      Engine.Limits limits,
      String format,
      OutputStream out) {
    Source source = new Source(engine, select, columns, limits);
    switch (format.toLowerCase(Locale.ROOT)) {
      case "csv" -> csv(source, out);
      case "parquet" -> parquet(source, out);
      case "xlsx" -> spreadsheet(source, out);
      default ->
          throw UserError.invalid(
              "'" + format + "' is not a format that can be exported; use csv, xlsx or parquet.");
    }
  }

  private static void csv(Source source, OutputStream out) {
    CsvWriter writer =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.EMPTY)
            .bufferSize(64 * 1024)
            .build(out, StandardCharsets.UTF_8);
    source.read(
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

  private static void parquet(Source source, OutputStream out) {
    try (ParquetFile file = new ParquetFile()) {
      source.read(file);
      file.copyTo(out);
    }
  }

  private static void spreadsheet(Source source, OutputStream out) {
    Spreadsheet spreadsheet = new Spreadsheet(out, "Data");
    source.read(spreadsheet);
    // Not where reading failed: a workbook that breaks off must not look whole.
    spreadsheet.close();
  }

  /** What is written, whatever the format. */
  private record Source(Engine engine, String select, List<String> columns, Engine.Limits limits) {
    void read(Engine.TextConsumer consumer) {
      Engine.TextConsumer chosen =
          columns.isEmpty() ? consumer : new ChosenColumns(columns, consumer);
      Engine.TextConsumer bounded =
          limits.equals(Engine.Limits.NONE) ? chosen : new Bounded(limits.rows(), chosen);
      engine.reading(reader -> {
        reader.texts(select, limits, bounded);
        return null;
      });
    }
  }

  /** Refuses more rows than may be written: a file that lacks some must not look whole. */
  private static final class Bounded implements Engine.TextConsumer {
    private final long most;
    private final Engine.TextConsumer next;
    private long rows;

    Bounded(long most, Engine.TextConsumer next) {
      this.most = most;
      this.next = next;
    }

    @Override
    public void columns(List<Rows.Column> columns) {
      next.columns(columns);
    }

    @Override
    public void row(String[] values) {
      if (++rows >= most) {
        throw UserError.invalid(
            Sentences.EXPORT_TOO_MANY.with(String.format(Locale.ROOT, "%,d", most)));
      }
      next.row(values);
    }
  }
}
