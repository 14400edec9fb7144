package dev.assay.ask;

import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a small table.
 *
 * @param kind what its values are typed as
 * @param cells their texts, null where missing
 * @param numbers what each cell reads as, null where missing; empty where not all read alike
 * @param times when each cell begins, as a number that orders them; empty where not all are times
 * @param words of each cell
 */
record SmallColumn(
    String name,
    ValueKind kind,
    List<String> cells,
    List<BigDecimal> numbers,
    List<BigDecimal> times,
    List<List<String>> words,
    double different) {
  private static final Set<String> NO_NAMES =
      Set.of(
          "rank",
          "no",
          "number",
          "date",
          "year",
          "season",
          "pos",
          "position",
          "place",
          "result",
          "score",
          "round",
          "week",
          "record",
          "attendance",
          "notes",
          "note",
          "comment",
          "remarks",
          "time",
          "column",
          "day");

  static SmallColumn of(String name, ValueKind kind, List<String> cells, BitSet summaries) {
    List<List<String>> words =
        cells.stream().map(cell -> cell == null ? List.<String>of() : CellWords.of(cell)).toList();
    List<BigDecimal> times = CellTimes.read(name, kind, cells, summaries);
    Set<String> seen = new HashSet<>();
    int present = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) != null && !summaries.get(i)) {
        present++;
        seen.add(cells.get(i));
      }
    }
    return new SmallColumn(
        name,
        kind,
        cells,
        CellNumbers.read(kind, cells, summaries),
        times,
        words,
        present == 0 ? 0 : (double) seen.size() / Math.max(present, cells.size() * 0.8));
  }

  boolean isText() {
    return kind == ValueKind.TEXT;
  }

  boolean isTime() {
    return !times.isEmpty();
  }

  /** Whether its times are days, not years or seasons. */
  boolean hasDays() {
    return times.stream().anyMatch(time -> time != null && time.intValue() % 100 != 0);
  }

  boolean isNumber() {
    return !numbers.isEmpty();
  }

  /** Whether its values name what the rows are about. */
  boolean isName() {
    return isLoose() && different >= 0.85;
  }

  /** Texts that may name something, though they come again. */
  boolean isLoose() {
    return isText()
        && !isTime()
        && !isNumber()
        && NameWords.of(name).stream().noneMatch(NO_NAMES::contains);
  }

  /** Whether the smallest number is the best. */
  boolean isRank() {
    return NameWords.of(name).stream()
        .anyMatch(
            Set.of("rank", "ranking", "place", "position", "pos", "standing", "finish")::contains);
  }

  boolean present(int row) {
    return cells.get(row) != null && !cells.get(row).isBlank();
  }

  /** Rows in which it has a value. */
  BitSet presentRows() {
    BitSet rows = new BitSet();
    for (int i = 0; i < cells.size(); i++) {
      if (present(i)) {
        rows.set(i);
      }
    }
    return rows;
  }

  /** Rows of {@code among} with the largest or smallest of some readings of this column. */
  static BitSet extreme(List<BigDecimal> readings, BitSet among, boolean largest) {
    BitSet best = new BitSet();
    BigDecimal bound = null;
    for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
      BigDecimal value = readings.get(row);
      if (value == null) {
        continue;
      }
      int order = bound == null ? 1 : value.compareTo(bound) * (largest ? 1 : -1);
      if (order > 0) {
        best.clear();
        bound = value;
      }
      if (order >= 0) {
        best.set(row);
      }
    }
    return best;
  }

  /** The different texts in these rows, in order. */
  List<String> texts(BitSet rows) {
    List<String> texts = new ArrayList<>();
    rows.stream().filter(this::present).mapToObj(cells::get).distinct().forEach(texts::add);
    return texts;
  }
}
