package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of rows in load order.
 *
 * @param from its first row; null for the table's first
 * @param before the row that follows it; null for none
 */
public record Stretch(Place from, Place before) {
  /** The whole table. */
  public static final Stretch WHOLE = new Stretch(null, null);

  /**
   * Where a row is.
   *
   * @param part 0 where rows are rows
   */
  public record Place(long load, long row, long part) {
    private List<Long> numbers(int parts) {
      return parts == 3 ? List.of(load, row, part) : List.of(load, row);
    }
  }

  /**
   * A condition over a table with these columns of identity. What a table's own statistics can
   * decide stands apart, so that most of the table is not even read.
   */
  String condition(String prefix, List<String> identity) {
    List<String> all = new ArrayList<>();
    List<String> names = identity.stream().map(name -> prefix + name).toList();
    if (from != null) {
      all.add(names.getFirst() + " >= " + from.load());
      all.add(compared(names, from.numbers(names.size()), " > ", " >= "));
    }
    if (before != null) {
      all.add(names.getFirst() + " <= " + before.load());
      all.add(compared(names, before.numbers(names.size()), " < ", " < "));
    }
    if (from != null && before != null && from.load() == before.load()) {
      all.add(names.get(1) + " BETWEEN " + from.row() + " AND " + before.row());
    }
    return all.isEmpty() ? "true" : String.join(" AND ", all);
  }

  /** Part by part, the first that differs decides. (DuckDB refuses tuples between two ends.) */
  private static String compared(
      List<String> names, List<Long> numbers, String strictly, String last) {
    String name = names.getFirst();
    long number = numbers.getFirst();
    if (names.size() == 1) {
      return name + last + number;
    }
    String rest =
        compared(
            names.subList(1, names.size()), numbers.subList(1, numbers.size()), strictly, last);
    return "(" + name + strictly + number + " OR (" + name + " = " + number + " AND " + rest + "))";
  }
}
