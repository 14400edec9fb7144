package dev.assay.pollution;

import dev.assay.bronze.Lander;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.Origins;
import dev.assay.source.Readers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lands files with no option given, as a user would, and reads Bronze back. */
final class Landings implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /**
   * What a file became.
   *
   * @param dialect how it was read, or why it was not
   * @param records cells in the order of the columns, missing ones null
   */
  record Landed(String dialect, List<String> header, List<List<String>> records) {}

  private final DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2);
  private final Origins origins = Readers.origins();

  /** All tables of a file, one after the other; a file that is refused has none. */
  Landed land(Path file) throws Exception {
    List<String> header = new ArrayList<>();
    List<List<String>> records = new ArrayList<>();
    StringBuilder dialect = new StringBuilder();
    try {
      for (FoundTable table : origins.tables(file, file.getFileName().toString())) {
        Origin.Part part =
            table.name() == null && table.schema() == null
                ? null
                : new Origin.Part(table.schema(), table.name());
        Landing landing = land(file, part);
        dialect.append(landing.format()).append('\n');
        landing.columns().forEach(column -> header.add(column.header()));
        records.addAll(rows());
      }
    } catch (UserError refused) {
      dialect.append(refused.getMessage());
    }
    return new Landed(dialect.toString(), header, records);
  }

  private Landing land(Path file, Origin.Part part) throws Exception {
    String name = file.getFileName().toString();
    Origin.File origin =
        new Origin.File(
            file.toString(),
            name,
            false,
            Files.size(file),
            Files.getLastModifiedTime(file).toInstant(),
            part);
    Landing landing = origins.look(origin, DialectOverrides.NONE);
    Source source = new Source("data", "data", "data", origin, NOW);
    new Lander(engine, origins)
        .land(new Step.Land(source, landing, "bronze", "malformed"), 1, NOW, Work.unwatched());
    return landing;
  }

  private List<List<String>> rows() {
    return engine
        .query(
            "SELECT * EXCLUDE (_load_id, _row_no, _loaded_at, _source_file, _row_hash)"
                + " FROM bronze ORDER BY _row_no")
        .rows()
        .stream()
        .map(row -> {
          List<String> cells = new ArrayList<>();
          row.forEach(cell -> cells.add((String) cell));
          return cells;
        })
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}
