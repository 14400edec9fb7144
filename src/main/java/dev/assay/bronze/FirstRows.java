package dev.assay.bronze;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.source.Content;
import dev.assay.source.Malformed;
import dev.assay.source.Origins;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.TableReader;
import dev.assay.source.delimited.CsvBatch;
import dev.assay.source.delimited.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of an origin, read by the very readers that land it and handed to nobody else.
 * Bounded in rows and in time, so that a file of nothing but broken lines is left after a while.
 */
public final class FirstRows {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int MOST_MALFORMED = 100;
  private static final int LONGEST_RAW = 2_000;

  private final Origins origins;

  public FirstRows(Origins origins) {
    this.origins = origins;
  }

  /**
   * What was seen of an origin.
   *
   * @param rows as Bronze would have them, without the columns that Assay adds
   * @param malformed as the table of malformed lines would have it, so far as was read
   */
  public record Seen(Landing landing, Rows rows, Rows malformed) {}

  /** Reads up to {@code most} rows of a file. */
  public Seen of(Origin.File file, DialectOverrides overrides, int most) {
    Landing landing = origins.look(file, overrides);
    Listed malformed = new Listed();
    try {
      Taken taken =
          switch (landing.format()) {
            case CsvDialect dialect -> delimited(file, landing, dialect, most, malformed);
            case Format.Sheet _, Format.Parquet _, Format.JsonRecords _, Format.DatabaseRows _ ->
                records(origins.open(file, landing, Optional.empty(), malformed), landing, most);
          };
      return seen(landing, taken, malformed);
    } catch (IOException e) {
      throw unreadable(file.label(), e);
    }
  }

  /** Reads up to {@code most} rows of an origin that was looked at. */
  public Rows rows(Origin origin, Landing landing, int most) {
    Listed malformed = new Listed();
    try {
      Taken taken =
          landing.format() instanceof CsvDialect dialect && origin instanceof Origin.File file
              ? delimited(file, landing, dialect, most, malformed)
              : records(origins.open(origin, landing, Optional.empty(), malformed), landing, most);
      return seen(landing, taken, malformed).rows();
    } catch (IOException e) {
      throw unreadable(origin.label(), e);
    }
  }

  /** Reads up to {@code most} rows of a database. */
  public Seen of(RelationReader.Login login, Relation relation, int most) {
    RelationReader reader = origins.system(login.connection().system());
    Landing landing = reader.look(login, relation);
    try {
      Taken taken = records(reader.open(login, relation, landing, Optional.empty()), landing, most);
      return seen(landing, taken, new Listed());
    } catch (IOException e) {
      throw unreadable(relation.label(), e);
    }
  }

  private static UserError unreadable(String label, IOException e) {
    return new UserError(
        UserError.Kind.MACHINE, label + " could not be read: " + e.getMessage() + ".", e);
  }

  private static Seen seen(Landing landing, Taken taken, Listed malformed) {
    List<Rows.Column> columns =
        landing.columns().stream()
            .map(column -> new Rows.Column(column.name(), "VARCHAR"))
            .toList();
    return new Seen(
        landing, new Rows(columns, taken.rows(), null, taken.more(), null), malformed.rows());
  }

  private record Taken(List<List<Object>> rows, boolean more) {}

  private Taken delimited(
      Origin.File file, Landing landing, CsvDialect dialect, int most, Malformed.Sink malformed)
      throws IOException {
    long until = System.nanoTime() + LONGEST.toNanos();
    String table = file.part() == null ? null : file.part().table();
    List<List<Object>> rows = new ArrayList<>();
    int columns = landing.columns().size();
    try (Content content = origins.content(file);
        CsvReader reader = CsvReader.open(content, table, dialect, malformed)) {
      CsvBatch batch = new CsvBatch(reader, columns, most, malformed);
      while (batch.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          if (rows.size() == most) {
            return new Taken(rows, true);
          }
          rows.add(cells(batch, row, columns));
        }
        if (System.nanoTime() > until) {
          return new Taken(rows, true);
        }
      }
    }
    return new Taken(rows, false);
  }

  private static List<Object> cells(CsvBatch batch, int row, int columns) {
    List<Object> cells = new ArrayList<>(columns);
    for (int column = 0; column < columns; column++) {
      int length = batch.length(row, column);
      cells.add(
          length == CsvBatch.MISSING
              ? null
              : new String(
                  batch.bytes(), batch.start(row, column), length, StandardCharsets.UTF_8));
    }
    return Collections.unmodifiableList(cells);
  }

  private static Taken records(TableReader opened, Landing landing, int most) throws IOException {
    long until = System.nanoTime() + LONGEST.toNanos();
    int columns = landing.columns().size();
    List<List<Object>> rows = new ArrayList<>();
    try (TableReader reader = opened) {
      // One more than is shown says whether there are more.
      RecordBatch batch = new RecordBatch(columns, most + 1);
      while (reader.next(batch)) {
        for (int row = 0; row < batch.rows(); row++) {
          if (rows.size() == most) {
            return new Taken(rows, true);
          }
          rows.add(cells(batch, row));
        }
        batch.clear();
        if (System.nanoTime() > until) {
          return new Taken(rows, true);
        }
      }
    }
    return new Taken(rows, false);
  }

  private static List<Object> cells(RecordBatch batch, int row) {
    Object[] cells = new Object[batch.columns()];
    for (int column = 0; column < cells.length; column++) {
      byte[] value = batch.value(row, column);
      cells[column] = value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  /** The first of what was malformed; what comes after is counted alone. */
  private static final class Listed implements Malformed.Sink {
    private static final List<Rows.Column> COLUMNS =
        List.of(
            new Rows.Column("_line_no", "BIGINT"),
            new Rows.Column("_reason", "VARCHAR"),
            new Rows.Column("_action", "VARCHAR"),
            new Rows.Column("_raw", "VARCHAR"));

    private final List<List<Object>> listed = new ArrayList<>();
    private boolean more;

    @Override
    public synchronized void accept(Malformed malformed) {
      if (listed.size() == MOST_MALFORMED) {
        more = true;
        return;
      }
      String raw = malformed.raw();
      listed.add(
          Collections.unmodifiableList(
              Arrays.asList(
                  malformed.line(),
                  malformed.reason().code() + ": " + malformed.detail(),
                  malformed.mended() == null ? "left out" : malformed.mended(),
                  raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW) + "…")));
    }

    synchronized Rows rows() {
      return new Rows(COLUMNS, List.copyOf(listed), null, more, null);
    }
  }
}
