package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import dev.assay.sql.RowSampleSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A few thousand rows from all over a table, as a build would make them, read once: what does not
 * hold here is not looked for in all rows.
 *
 * @param columns in table order; of a wide table only the first of each kind
 * @param rows how many
 */
record SampledRows(List<Column> columns, int rows) {
  private static final int WANTED = 4_000;

  /** Columns of one kind that are looked at: more of them would be too many pairs. */
  private static final int WIDE = 60;

  /**
   * A column's values.
   *
   * @param known the column
   * @param numbers of numbers and, in seconds, moments; NaN where missing; null for texts
   * @param texts of all else; null where missing; null for numbers and moments
   */
  record Column(KnownColumn known, double[] numbers, String[] texts) {
    String name() {
      return known.name();
    }

    ColumnType type() {
      return known.known().guess().type();
    }

    boolean missing(int row) {
      return numbers == null ? texts[row] == null : Double.isNaN(numbers[row]);
    }

    Object value(int row) {
      return missing(row) ? null : numbers == null ? texts[row] : (Object) numbers[row];
    }

    /** Different values; counts no further than {@code enough}. */
    int different(int enough) {
      Set<Object> seen = new HashSet<>();
      int rows = numbers == null ? texts.length : numbers.length;
      for (int i = 0; i < rows && seen.size() < enough; i++) {
        if (!missing(i)) {
          seen.add(value(i));
        }
      }
      return seen.size();
    }
  }

  static SampledRows read(KnownTable table, Engine engine, Dialect dialect, Work work) {
    List<KnownColumn> wanted = wanted(table.columns());
    if (wanted.isEmpty() || table.rows() == 0) {
      return new SampledRows(List.of(), 0);
    }
    List<SilverSpec.Column> specs = wanted.stream().map(KnownColumn::spec).toList();
    RowSampleSql sql = new RowSampleSql(dialect);
    int most = (int) Math.min(WANTED, table.rows());
    List<List<Object>> rows =
        engine.query(sql.spread(table.table(), specs, table.rows(), most), work).rows();
    if (rows.size() < most / 2) {
      rows = engine.query(sql.reservoir(table.table(), specs, most), work).rows();
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      columns.add(column(wanted.get(i), i, rows));
    }
    return new SampledRows(List.copyOf(columns), rows.size());
  }

  private static List<KnownColumn> wanted(List<KnownColumn> all) {
    List<KnownColumn> wanted = new ArrayList<>();
    int numbers = 0;
    int moments = 0;
    int others = 0;
    for (KnownColumn column : all) {
      ColumnType type = column.known().guess().type();
      // What is open may turn out to be anything.
      if (column.known().guess().ambiguity() != null
          || column.known().measured().parsed() == 0
          || column.known().profile().averageLength() > 500) {
        continue;
      }
      int before = type.isNumeric() ? numbers++ : type.isTemporal() ? moments++ : others++;
      if (before < WIDE) {
        wanted.add(column);
      }
    }
    return wanted;
  }

  private static Column column(KnownColumn known, int position, List<List<Object>> rows) {
    ColumnType type = known.known().guess().type();
    if (!type.isNumeric() && !type.isTemporal()) {
      return new Column(
          known,
          null,
          rows.stream()
              .map(row -> Objects.toString(row.get(position), null))
              .toArray(String[]::new));
    }
    return new Column(
        known,
        rows.stream()
            .mapToDouble(row ->
                row.get(position) == null
                    ? Double.NaN
                    : Double.parseDouble(row.get(position).toString()))
            .toArray(),
        null);
  }
}
