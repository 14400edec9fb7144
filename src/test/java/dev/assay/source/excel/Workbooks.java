package dev.assay.source.excel;

import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.source.Readers;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads workbooks as the product does, for tests. */
final class Workbooks {
  private Workbooks() {}

  /**
   * A sheet as it lands.
   *
   * @param rows their values, null where missing
   * @param numbers the rows' numbers in the sheet
   */
  record Read(Landing landing, List<List<String>> rows, List<Long> numbers) {
    List<String> headers() {
      return landing.columns().stream().map(Landing.Column::header).toList();
    }

    List<String> types() {
      return landing.columns().stream().map(Landing.Column::type).toList();
    }

    List<String> column(int index) {
      return rows.stream().map(row -> row.get(index)).toList();
    }
  }

  static List<FoundTable> tables(Path file) {
    return Readers.origins().tables(file, file.getFileName().toString());
  }

  static Read read(Path file, String sheet) throws IOException {
    return read(file, sheet, DialectOverrides.NONE);
  }

  static Read read(Path file, String sheet, DialectOverrides overrides) throws IOException {
    Origin.Part part = sheet == null ? null : new Origin.Part(null, sheet);
    String name = file.getFileName().toString();
    Origin origin = new Origin.File(file.toString(), name, false, 0, Instant.EPOCH, part);
    Landing landing = Readers.origins().look(origin, overrides);
    int columns = landing.columns().size();
    List<List<String>> rows = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    try (TableReader reader = Readers.origins().open(origin, landing, Optional.empty(), _ -> {})) {
      RecordBatch batch = new RecordBatch(columns, 7);
      while (reader.next(batch)) {
        for (int row = 0; row < batch.rows(); row++) {
          List<String> values = new ArrayList<>();
          for (int column = 0; column < columns; column++) {
            byte[] value = batch.value(row, column);
            values.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
          }
          rows.add(values);
          numbers.add(batch.number(row));
        }
        batch.clear();
      }
    }
    return new Read(landing, rows, numbers);
  }
}
