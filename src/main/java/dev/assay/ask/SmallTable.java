package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Rows;
import dev.assay.semantic.NameWords;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * All cells of a table that is small enough to be read as people read one: row by row, in the order
 * as received.
 *
 * @param rowNumbers the {@code _row_no} of each row
 * @param summaries rows that sum the others up, such as the one that begins with "Total"
 */
record SmallTable(List<SmallColumn> columns, List<Long> rowNumbers, BitSet summaries) {
  private static final int MOST_ROWS = 1_500;
  private static final int MOST_COLUMNS = 60;
  private static final Set<String> SUMMARY =
      Set.of(
          "total",
          "totals",
          "sum",
          "overall",
          "grand total",
          "average",
          "averages",
          "total average",
          "all",
          "career total",
          "subtotal",
          "totals average");

  /** Empty where the table is too large, or was loaded in several parts. */
  static Optional<SmallTable> read(
      Catalog.Table table, List<Rows.Column> data, Engine.Reader reader) {
    List<String> all = table.columns().stream().map(Rows.Column::name).toList();
    if (data.isEmpty()
        || data.size() > MOST_COLUMNS
        || table.rows() > MOST_ROWS
        || !all.containsAll(List.of("_load_id", "_row_no"))) {
      return Optional.empty();
    }
    List<String> names = data.stream().map(Rows.Column::name).toList();
    List<List<Object>> rows =
        reader
            .read(StatisticsSql.cells(table.name(), names, MOST_ROWS + 1), Engine.Limits.NONE)
            .rows();
    boolean oneLoad =
        rows.stream().map(List::getFirst).distinct().count() == 1
            && rows.stream().map(row -> row.get(1)).distinct().count() == rows.size()
            && rows.stream().allMatch(row -> row.get(1) != null);
    if (rows.size() > MOST_ROWS || !oneLoad) {
      return Optional.empty();
    }
    BitSet summaries = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      if (isSummary(rows.get(row), row == rows.size() - 1)) {
        summaries.set(row);
      }
    }
    List<SmallColumn> columns = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      int at = i + 2;
      List<String> cells = rows.stream().map(row -> (String) row.get(at)).toList();
      Rows.Column column = data.get(i);
      columns.add(SmallColumn.of(column.name(), ValueKind.of(column.type()), cells, summaries));
    }
    List<Long> numbers = rows.stream().map(row -> Long.valueOf(row.get(1).toString())).toList();
    return Optional.of(new SmallTable(List.copyOf(columns), numbers, summaries));
  }

  /** "Total 19 nations" sums up where it is the last. */
  private static boolean isSummary(List<Object> row, boolean last) {
    for (int i = 2; i < Math.min(5, row.size()); i++) {
      String text = row.get(i) == null ? "" : row.get(i).toString();
      String words = String.join(" ", CellWords.of(text.toLowerCase(Locale.ROOT)));
      if (SUMMARY.contains(words) || last && words.matches("(grand )?totals? .{0,30}")) {
        return true;
      }
    }
    return false;
  }

  int rows() {
    return rowNumbers.size();
  }

  /** All rows but those that sum up. */
  BitSet ordinary() {
    BitSet all = new BitSet();
    all.set(0, rows());
    all.andNot(summaries);
    return all;
  }

  /** What a row is about: the first column of texts that nearly always differ. */
  Optional<SmallColumn> subject() {
    Optional<SmallColumn> named = columns.stream().filter(SmallColumn::isName).findFirst();
    return named.or(() -> columns.stream().filter(SmallColumn::isLoose).findFirst());
  }

  /** The only column of times; empty where there is none or more than one. */
  Optional<SmallColumn> onlyTime() {
    List<SmallColumn> times = columns.stream().filter(SmallColumn::isTime).toList();
    return times.size() == 1 ? Optional.of(times.getFirst()) : Optional.empty();
  }

  List<SmallColumn> holding(Set<String> words) {
    return columns.stream()
        .filter(c -> NameWords.of(c.name()).stream().anyMatch(words::contains))
        .toList();
  }
}
