package dev.assay.bronze;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.source.Readers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lands texts and files in an engine in memory and reads the tables back. */
final class LandingFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  final DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2);
  private final Path folder;
  Landing landing;
  Landed landed;

  dev.assay.model.CsvDialect dialect() {
    return (dev.assay.model.CsvDialect) landing.format();
  }

  LandingFixture(Path folder) {
    this.folder = folder;
  }

  Path file(byte[] content) throws Exception {
    return Files.write(folder.resolve("data.csv"), content);
  }

  Path file(String content, Charset charset) throws Exception {
    return file(content.getBytes(charset));
  }

  Landed land(String content) throws Exception {
    return land(file(content, StandardCharsets.UTF_8), DialectOverrides.NONE);
  }

  Landed land(Path file) throws Exception {
    return land(file, DialectOverrides.NONE);
  }

  Landed land(Path file, DialectOverrides overrides) throws Exception {
    landing = Readers.detect(file, overrides);
    return land(file, landing);
  }

  Landed land(Path file, Landing how) throws Exception {
    landing = how;
    landed =
        new Lander(engine, Readers.origins())
            .land(step(file, how), 7, NOW, Work.unwatched())
            .getFirst();
    return landed;
  }

  static Step.Land step(Path file, Landing landing) throws Exception {
    Source source =
        new Source(
            "data",
            "data",
            "data",
            new Origin.File(
                file.toString(),
                file.getFileName().toString(),
                false,
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant()),
            NOW);
    return new Step.Land(source, landing, "bronze", "malformed");
  }

  List<String> names() {
    return landing.columns().stream().map(Landing.Column::name).toList();
  }

  /** The data cells in the order of the file. */
  List<List<Object>> cells() {
    return rows("SELECT * EXCLUDE (_load_id, _row_no, _loaded_at, _source_file, _row_hash)");
  }

  List<Object> rowNumbers() {
    return rows("SELECT _row_no").stream().map(List::getFirst).toList();
  }

  List<List<Object>> rows(String select) {
    return engine.query(select + " FROM bronze ORDER BY _row_no").rows();
  }

  /** Line, reason code and raw text of what was left out, by line. */
  List<List<Object>> malformed() {
    return engine
        .query(
            "SELECT _line_no, split_part(_reason, ':', 1), _raw FROM malformed ORDER BY _line_no")
        .rows();
  }

  static List<Object> row(Object... cells) {
    List<Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    return row;
  }

  @Override
  public void close() {
    engine.close();
  }
}
