package dev.assay.source.parquet;

import dev.assay.engine.ParquetRows;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.Content;
import dev.assay.source.FileFormat;
import dev.assay.source.Malformed;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parquet files, told by their first bytes; each is one table. */
public final class ParquetFormat implements FileFormat.OfRecords {
  private static final byte[] PLAIN = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean recognises(byte[] head, String name) {
    byte[] mark = Arrays.copyOf(head, PLAIN.length);
    return Arrays.equals(mark, PLAIN) || Arrays.equals(mark, ENCRYPTED);
  }

  @Override
  public List<FoundTable> tables(Content content) {
    try (ParquetRows rows = read(content)) {
      return List.of(
          new FoundTable(
              null, null, FoundTable.Kind.TABLE, rows.count(), true, List.of(), List.of(), null));
    }
  }

  @Override
  public Landing look(Content content, String table, DialectOverrides overrides) {
    try (ParquetRows rows = read(content)) {
      List<Landing.Column> named =
          ColumnNames.of(rows.columns().stream().map(ParquetRows.Column::header).toList());
      List<Landing.Column> typed = new ArrayList<>();
      for (int i = 0; i < named.size(); i++) {
        Landing.Column column = named.get(i);
        typed.add(new Landing.Column(column.header(), column.name(), rows.columns().get(i).type()));
      }
      return new Landing(new Format.Parquet(), typed);
    }
  }

  @Override
  public TableReader open(
      Content content, String table, Landing landing, Malformed.Sink malformed) {
    return new ParquetReader(content, read(content), landing);
  }

  private static ParquetRows read(Content content) {
    try {
      return ParquetRows.open(content.local(), content.name());
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The file " + content.name() + " could not be read: " + e.getMessage() + ".",
          e);
    }
  }
}
