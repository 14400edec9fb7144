package dev.assay.source;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.source.delimited.DelimitedText;
import dev.assay.source.excel.ExcelWorkbooks;
import dev.assay.source.json.JsonFormat;
import dev.assay.source.packed.PackedFiles;
import dev.assay.source.parquet.ParquetFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Readers of files, for tests that need no workspace. */
public final class Readers {
  private Readers() {}

  public static Origins origins() {
    return new Origins(
        new PackedFiles(),
        List.of(new ExcelWorkbooks(), new JsonFormat(), new ParquetFormat(), new DelimitedText()),
        Map.of(),
        id -> {
          throw new AssertionError("no connections here: " + id);
        });
  }

  public static Content content(Path file) {
    return new PackedFiles().open(file, file.getFileName().toString(), null);
  }

  public static Landing detect(Path file, DialectOverrides overrides) {
    return origins()
        .look(
            new Origin.File(
                file.toString(), file.getFileName().toString(), false, 0, Instant.EPOCH),
            overrides);
  }
}
