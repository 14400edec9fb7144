package dev.assay.quality;

import dev.assay.advice.SilverAdvisor;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.engine.RowSource;
import dev.assay.engine.Work;
import dev.assay.model.NullStrategy;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.profile.Profiler;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Lands tables into Bronze one after the other, takes the suggestion and reads what it makes. */
public final class Landed implements AutoCloseable {
  private static final String TABLE = "bronze_data_raw";

  private final Engine engine = DuckDbEngine.open(null, "1GB", 2);
  private final Dialect dialect = new DuckDbDialect();
  private final Profiler profiler = new Profiler(engine, dialect);
  private final SilverAdvisor advisor = new SilverAdvisor(engine, dialect, profiler);

  /** The suggestion for a table whose columns are called so. */
  public SilverRecipe suggest(String file, List<String> headers, List<List<String>> columns) {
    land(headers, columns);
    Source source =
        new Source(
            "data",
            "data",
            "data",
            new Origin.File(file, file, false, 0, Instant.EPOCH),
            Instant.EPOCH);
    Profile profile = profiler.measure(TABLE, null, Work.unwatched());
    return advisor.suggest(source, profile, Work.unwatched());
  }

  /** A suggested column over all rows in load order: after its text steps, and its value. */
  public List<List<Object>> read(SilverColumn column) {
    SilverSpec.Column spec =
        new SilverSpec.Column(
            column.sourceColumn(),
            column.silverName(),
            column.targetType(),
            column.cleaning(),
            NullStrategy.KEEP_NULL,
            null,
            List.of(),
            Severity.REJECT,
            false);
    return engine
        .query(
            "SELECT "
                + dialect.cleaned(spec)
                + ", CAST("
                + dialect.cast(spec)
                + " AS VARCHAR) FROM "
                + TABLE
                + " ORDER BY _row_no")
        .rows();
  }

  /** The scores of all columns of a table. */
  public List<ColumnScore> score(GeneratedTable table) {
    List<GeneratedColumn> columns = table.columns();
    SilverRecipe recipe =
        suggest(
            table.file(),
            columns.stream().map(GeneratedColumn::header).toList(),
            columns.stream()
                .map(column -> column.cells().stream().map(Cell::raw).toList())
                .toList());
    List<ColumnScore> scores = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SilverColumn suggested = recipe.columns().get(i);
      List<List<Object>> rows = read(suggested);
      boolean asked =
          recipe.questions().stream()
              .anyMatch(question -> question.column().equals(suggested.silverName()));
      scores.add(
          ColumnScore.of(
              columns.get(i),
              suggested.targetType(),
              asked,
              suggested.evidence().because(),
              rows.stream().map(row -> (String) row.get(0)).toList(),
              rows.stream().map(row -> (String) row.get(1)).toList()));
    }
    return scores;
  }

  private void land(List<String> headers, List<List<String>> columns) {
    StringJoiner select = new StringJoiner(", ");
    for (int i = 0; i < headers.size(); i++) {
      select.add("c" + i + " AS " + dialect.identifier(headers.get(i)));
    }
    engine.land(
        new Cells(columns),
        rows ->
            "CREATE OR REPLACE TABLE "
                + TABLE
                + " AS SELECT 1::BIGINT AS _load_id, row_no AS _row_no, TIMESTAMP '2024-01-01'"
                + " AS _loaded_at, 'data.csv' AS _source_file, md5(CAST(row_no AS VARCHAR)) AS"
                + " _row_hash, "
                + select
                + " FROM "
                + rows,
        Work.unwatched());
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Cells in memory, handed over by whichever thread comes first. */
  private record Cells(List<List<String>> texts, java.util.concurrent.atomic.AtomicBoolean taken)
      implements RowSource {
    Cells(List<List<String>> texts) {
      this(texts, new java.util.concurrent.atomic.AtomicBoolean());
    }

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>();
      columns.add(new Column("row_no", Kind.WHOLE_NUMBER));
      IntStream.range(0, texts.size()).forEach(i -> columns.add(new Column("c" + i, Kind.TEXT)));
      return columns;
    }

    @Override
    public Part open() {
      if (taken.getAndSet(true)) {
        return _ -> 0;
      }
      int[] at = {0};
      return chunk -> {
        int rows = Math.min(chunk.capacity(), texts.getFirst().size() - at[0]);
        long[] numbers = IntStream.range(0, rows).mapToLong(i -> at[0] + i + 2L).toArray();
        chunk.wholeNumbers(0, numbers, rows);
        for (int column = 0; column < texts.size(); column++) {
          byte[][] values = new byte[rows][];
          for (int row = 0; row < rows; row++) {
            String text = texts.get(column).get(at[0] + row);
            values[row] = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
          }
          chunk.text(column + 1, values);
        }
        at[0] += rows;
        return rows;
      };
    }
  }
}
