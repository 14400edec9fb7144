package dev.assay.source.excel;

import dev.assay.model.Format;
import dev.assay.source.Content;
import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.io.IOException;

/** The rows of a sheet's table. A row without any value is none; its number is left out. */
final class SheetReader implements TableReader {
  /** What is kept of values beside the table. */
  private static final int KEPT = 1 << 16;

  private final Content content;
  private final Workbook workbook;
  private final SheetRows rows;
  private final Malformed.Sink malformed;
  private final SheetRow row = new SheetRow();
  private final int first;
  private final long last;
  private final int from;
  private final int to;
  private boolean ended;

  SheetReader(
      Content content,
      Workbook workbook,
      SheetRows rows,
      Format.Sheet format,
      Malformed.Sink malformed) {
    this.content = content;
    this.workbook = workbook;
    this.rows = rows;
    this.malformed = malformed;
    this.first = format.firstRow() + format.headerRows();
    this.last = format.lastRow() == null ? Long.MAX_VALUE : format.lastRow();
    this.from = format.firstColumn() - 1;
    this.to = format.lastColumn();
  }

  @Override
  public boolean next(RecordBatch batch) {
    return Damage.guard(content.name(), () -> fill(batch));
  }

  private boolean fill(RecordBatch batch) throws IOException {
    while (!batch.isFull() && !ended) {
      if (!rows.next(row)) {
        ended = true;
      } else if (row.number() >= first && row.number() <= last && row.isFilled(from, to)) {
        take(batch);
      }
    }
    return batch.rows() > 0;
  }

  private void take(RecordBatch batch) {
    batch.begin(row.number());
    for (int column = from; column < Math.min(to, row.end()); column++) {
      byte[] value = row.value(column);
      if (value != null) {
        batch.set(column - from, value);
      }
    }
    if (row.isFilled(0, from) || row.isFilled(to, row.end())) {
      malformed.accept(
          new Malformed(
              row.number(),
              MalformedReason.TOO_MANY_CELLS,
              "the row has values beside the table",
              beside(),
              "landed without them"));
    }
  }

  private String beside() {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < row.end() && text.length() < KEPT; column++) {
      if ((column < from || column >= to) && row.isFilled(column)) {
        String value = new String(row.value(column), java.nio.charset.StandardCharsets.UTF_8);
        text.append(text.isEmpty() ? "" : "\t").append(value);
      }
    }
    return text.length() <= KEPT ? text.toString() : text.substring(0, KEPT) + "…";
  }

  @Override
  public double progress() {
    return ended ? 1 : rows.progress();
  }

  @Override
  public void close() throws IOException {
    try (content;
        workbook;
        rows) {
      ended = true;
    }
  }
}
