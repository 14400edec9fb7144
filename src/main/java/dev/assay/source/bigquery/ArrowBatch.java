package dev.assay.source.bigquery;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Some rows, column by column.
 *
 * @param rows how many
 */
record ArrowBatch(int rows, List<ArrowVector> vectors) {
  /** A value in UTF-8, null where it is missing. */
  byte[] text(int vector, Column column, int row) {
    ArrowVector values = vectors.get(vector);
    if (values instanceof ArrowVector.Text text
        && !column.repeated()
        && column.kind() != Column.Kind.INTERVAL
        && column.kind() != Column.Kind.RANGE) {
      // By far the most frequent: as it came.
      return text.utf8(row);
    }
    String text = Values.text(column, values.value(column, row));
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
