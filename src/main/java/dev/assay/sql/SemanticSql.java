package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads that find what the columns of a typed table have to do with one another. */
public final class SemanticSql {
  /** How many figures {@link #finest} yields for each column. */
  public static final int FINENESS = 3;

  private SemanticSql() {}

  /** Whether the values of one column settle those of another. */
  public record Pair(String from, String to) {}

  /**
   * One row: for each set of columns how many rows have them all, and how many different
   * combinations those are.
   *
   * @param rows only so many rows are read, or null for all
   */
  public static String keys(String table, List<List<String>> sets, Long rows) {
    List<String> items = new ArrayList<>();
    for (List<String> set : sets) {
      String present = " FILTER (WHERE " + present(set) + ")";
      items.add("COUNT(*)" + present);
      items.add("COUNT(DISTINCT " + row(set) + ")" + present);
    }
    return select(items, table, rows);
  }

  /**
   * One row: for each pair, over the rows that have both, how many different values the first has
   * and how many different combinations there are; where they are as many, the first settles the
   * second.
   *
   * @param rows only so many rows are read, or null for all
   */
  public static String dependencies(String table, List<Pair> pairs, Long rows) {
    List<String> items = new ArrayList<>();
    for (Pair pair : pairs) {
      List<String> both = List.of(pair.from(), pair.to());
      String present = " FILTER (WHERE " + present(both) + ")";
      items.add("COUNT(DISTINCT " + Quote.identifier(pair.from()) + ")" + present);
      items.add("COUNT(DISTINCT " + row(both) + ")" + present);
    }
    return select(items, table, rows);
  }

  /** One row: for each time how many values begin no day, no month and no year. */
  public static String finest(String table, List<String> times) {
    List<String> items = new ArrayList<>();
    for (String time : times) {
      String name = Quote.identifier(time);
      for (String unit : List.of("day", "month", "year")) {
        items.add(
            "COUNT(*) FILTER (WHERE " + name + " <> date_trunc('" + unit + "', " + name + "))");
      }
    }
    return select(items, table, null);
  }

  /**
   * One row: for each number how far it moves from one time of an entity to the next, as the share
   * that the squared steps have in twice the squared distance from the entity's average. Numbers
   * that are drawn anew each time come near 1, levels that persist come near 0; null where nothing
   * moves.
   */
  public static String steadiness(String table, String entity, String time, List<String> numbers) {
    List<String> inner = new ArrayList<>();
    List<String> items = new ArrayList<>();
    String by = "PARTITION BY " + Quote.identifier(entity);
    for (int i = 0; i < numbers.size(); i++) {
      String value = "CAST(" + Quote.identifier(numbers.get(i)) + " AS DOUBLE)";
      inner.add(
          value
              + " - lag("
              + value
              + ") OVER ("
              + by
              + " ORDER BY "
              + Quote.identifier(time)
              + ") AS step_"
              + i);
      inner.add(value + " - avg(" + value + ") OVER (" + by + ") AS away_" + i);
      items.add(
          "avg(step_%1$d * step_%1$d) / nullif(2 * avg(away_%1$d * away_%1$d), 0)".formatted(i));
    }
    return "SELECT "
        + String.join(", ", items)
        + " FROM (SELECT "
        + String.join(", ", inner)
        + " FROM "
        + Quote.identifier(table)
        + ")";
  }

  /**
   * One row: for each total on how many rows it and both factors are present, and on how many of
   * them it is their product to within half a hundredth.
   */
  public static String products(String table, String one, String other, List<String> totals) {
    String product = Quote.identifier(one) + " * " + Quote.identifier(other);
    List<String> items = new ArrayList<>();
    for (String total : totals) {
      String name = Quote.identifier(total);
      items.add("COUNT(" + product + " * " + name + ")");
      items.add(
          "COUNT(*) FILTER (WHERE abs(CAST("
              + product
              + " AS DOUBLE) - CAST("
              + name
              + " AS DOUBLE)) <= 0.0051)");
    }
    return select(items, table, null);
  }

  private static String select(List<String> items, String table, Long rows) {
    String from = Quote.identifier(table);
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + (rows == null ? from : "(SELECT * FROM " + from + " LIMIT " + rows + ")");
  }

  private static String present(List<String> columns) {
    return columns.stream()
        .map(column -> Quote.identifier(column) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }

  private static String row(List<String> columns) {
    String list = columns.stream().map(Quote::identifier).collect(Collectors.joining(", "));
    return columns.size() == 1 ? list : "(" + list + ")";
  }
}
