package dev.assay.sql;

import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares a published Gold table with the same table over another Silver, group by group. */
public final class GoldDifferenceSql {
  private static final int EXAMPLES = 10;

  /**
   * A column of both tables.
   *
   * @param before as published
   * @param after as it would be
   */
  public record Both(Rows.Column before, Rows.Column after) {}

  private final String before;
  private final String after;
  private final List<Both> keys;
  private final List<Both> values;

  /**
   * @param keys what a group goes by; none for a table of one row
   * @param values the other columns of both tables
   */
  public GoldDifferenceSql(String before, String after, List<Both> keys, List<Both> values) {
    this.before = before;
    this.after = after;
    this.keys = List.copyOf(keys);
    this.values = List.copyOf(values);
  }

  /**
   * {@code select} with another table in the place of the one that it names, whose own rows it then
   * cannot see.
   */
  public static String over(String select, String named, String instead) {
    return "WITH "
        + Quote.identifier(named)
        + " AS (SELECT * FROM "
        + Quote.identifier(instead)
        + ") SELECT * FROM ("
        + select
        + ")";
  }

  /** Makes a table of a SELECT. */
  public static String make(String table, String select) {
    return "CREATE TABLE " + Quote.identifier(table) + " AS " + select;
  }

  /** One row: whether the keys tell the rows of both tables apart. */
  public String unique() {
    return "SELECT " + repeated(before, true) + " AND " + repeated(after, false);
  }

  private String repeated(String table, boolean published) {
    if (keys.isEmpty()) {
      return "(SELECT count(*) <= 1 FROM " + Quote.identifier(table) + ")";
    }
    String list =
        keys.stream()
            .map(key -> Quote.identifier((published ? key.before() : key.after()).name()))
            .collect(Collectors.joining(", "));
    return "NOT EXISTS (SELECT 1 FROM "
        + Quote.identifier(table)
        + " GROUP BY "
        + list
        + " HAVING count(*) > 1)";
  }

  /** One row: groups that appear, that disappear, that change. */
  public String counts() {
    return "SELECT count(*) FILTER (WHERE b.there IS NULL), count(*) FILTER (WHERE a.there IS NULL),"
        + " count(*) FILTER (WHERE b.there AND a.there AND ("
        + differs()
        + ")) FROM "
        + joined();
  }

  /**
   * One row: rows of the one table that are not in the other, the other way round, and 0; where
   * nothing tells the rows apart.
   */
  public String surplus() {
    return "SELECT (SELECT count(*) FROM (SELECT "
        + names(false)
        + " FROM "
        + Quote.identifier(after)
        + " EXCEPT ALL SELECT "
        + names(true)
        + " FROM "
        + Quote.identifier(before)
        + ")), (SELECT count(*) FROM (SELECT "
        + names(true)
        + " FROM "
        + Quote.identifier(before)
        + " EXCEPT ALL SELECT "
        + names(false)
        + " FROM "
        + Quote.identifier(after)
        + ")), 0";
  }

  private String names(boolean published) {
    List<Both> all = new ArrayList<>(keys);
    all.addAll(values);
    return all.isEmpty()
        ? "1"
        : all.stream()
            .map(both -> {
              String name = Quote.identifier((published ? both.before() : both.after()).name());
              // What has two types can only be compared by what a reader sees.
              return both.before().type().equals(both.after().type())
                  ? name
                  : "CAST(" + name + " AS VARCHAR)";
            })
            .collect(Collectors.joining(", "));
  }

  /**
   * Up to ten groups that differ: whether each is there before and after, then as text every key
   * and every value, each before and after.
   */
  public String examples() {
    List<String> select = new ArrayList<>(List.of("b.there", "a.there"));
    for (int i = 0; i < keys.size(); i++) {
      select.add("CAST(b.k" + i + " AS VARCHAR)");
      select.add("CAST(a.k" + i + " AS VARCHAR)");
    }
    for (int i = 0; i < values.size(); i++) {
      select.add("CAST(b.v" + i + " AS VARCHAR)");
      select.add("CAST(a.v" + i + " AS VARCHAR)");
    }
    return "SELECT "
        + String.join(", ", select)
        + " FROM "
        + joined()
        + " WHERE b.there IS NULL OR a.there IS NULL OR "
        + differs()
        + " ORDER BY "
        + (keys.isEmpty() ? "1" : keysInOrder())
        + " LIMIT "
        + EXAMPLES;
  }

  private String keysInOrder() {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      order.add(
          sameType(keys.get(i))
              ? "coalesce(a.k" + i + ", b.k" + i + ")"
              : "coalesce(CAST(a.k" + i + " AS VARCHAR), CAST(b.k" + i + " AS VARCHAR))");
    }
    return String.join(", ", order);
  }

  private static boolean sameType(Both both) {
    return both.before().type().equals(both.after().type());
  }

  private String joined() {
    List<String> conditions = new ArrayList<>(List.of("b.there = a.there"));
    for (int i = 0; i < keys.size(); i++) {
      conditions.add(
          sameType(keys.get(i))
              ? "b.k" + i + " IS NOT DISTINCT FROM a.k" + i
              : "CAST(b.k" + i + " AS VARCHAR) IS NOT DISTINCT FROM CAST(a.k" + i + " AS VARCHAR)");
    }
    return "("
        + side(before, true)
        + ") b FULL JOIN ("
        + side(after, false)
        + ") a ON "
        + String.join(" AND ", conditions);
  }

  private String side(String table, boolean published) {
    List<String> select = new ArrayList<>(List.of("true AS there"));
    for (int i = 0; i < keys.size(); i++) {
      select.add(column(keys.get(i), published) + " AS k" + i);
    }
    for (int i = 0; i < values.size(); i++) {
      select.add(column(values.get(i), published) + " AS v" + i);
    }
    return "SELECT " + String.join(", ", select) + " FROM " + Quote.identifier(table);
  }

  private static String column(Both both, boolean published) {
    return Quote.identifier((published ? both.before() : both.after()).name());
  }

  private String differs() {
    return values.isEmpty()
        ? "false"
        : java.util.stream.IntStream.range(0, values.size())
            .mapToObj(i ->
                Differing.aggregates(
                    "b.v" + i, "a.v" + i, values.get(i).before(), values.get(i).after()))
            .collect(Collectors.joining(" OR "));
  }

  /** One row: the sum of every column as text, null where there is nothing to add up. */
  public static String sums(String table, List<Rows.Column> columns) {
    return "SELECT "
        + columns.stream()
            .map(column -> "CAST(sum(" + Quote.identifier(column.name()) + ") AS VARCHAR)")
            .collect(Collectors.joining(", "))
        + " FROM "
        + Quote.identifier(table);
  }
}
