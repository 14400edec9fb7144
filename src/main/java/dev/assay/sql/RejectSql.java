package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads rows that were set aside, each with its row as received. */
public final class RejectSql {
  private final String rejected;
  private final List<String> columns;
  private final List<From> from;
  private final Predicate<String> masked;

  /**
   * A table with rows as received.
   *
   * @param columns those of them that are shown
   */
  public record From(String table, List<String> columns) {}

  /**
   * @param columns of the table of rejected rows
   * @param from Bronze first, then what has superseded rows of it
   * @param masked the columns as received of which only whether there is a value is shown
   */
  public RejectSql(
      String rejected, List<String> columns, List<From> from, Predicate<String> masked) {
    this.rejected = rejected;
    this.columns = List.copyOf(columns);
    this.from = List.copyOf(from);
    this.masked = masked;
  }

  /** All rows of a reason, null for any, in load order. */
  public String all(String reason) {
    List<String> raw = from.getFirst().columns();
    List<String> select = new ArrayList<>();
    columns.forEach(column -> select.add("a." + Quote.identifier(column)));
    raw.forEach(column -> select.add(shown(column)));
    return "SELECT "
        + String.join(", ", select)
        + " FROM "
        + Quote.identifier(rejected)
        // Left: a row that is nowhere any more still has its identity and its reasons.
        + " a LEFT JOIN ("
        + from.stream().map(one -> received(one, raw)).collect(Collectors.joining(" UNION ALL "))
        + ") b ON a._load_id = b._load_id AND a._row_no = b._row_no"
        + (reason == null ? "" : " WHERE " + has("a.reasons", reason))
        + " ORDER BY "
        + TableSql.identity(columns).stream()
            .map(column -> "a." + column)
            .collect(Collectors.joining(", "));
  }

  private String shown(String column) {
    String value = "b." + Quote.identifier(column);
    return masked.test(column) ? MaskSql.hidden(value) + " AS " + Quote.identifier(column) : value;
  }

  public String page(String reason, long limit, long offset) {
    return all(reason) + " LIMIT " + limit + " OFFSET " + offset;
  }

  private static String received(From one, List<String> raw) {
    return "SELECT _load_id, _row_no"
        + raw.stream()
            .map(column ->
                one.columns().contains(column)
                    ? ", " + Quote.identifier(column)
                    : ", NULL::VARCHAR AS " + Quote.identifier(column))
            .collect(Collectors.joining())
        + " FROM "
        + Quote.identifier(one.table());
  }

  public String count(String reason) {
    return "SELECT count(*) FROM "
        + Quote.identifier(rejected)
        + (reason == null ? "" : " WHERE " + has("reasons", reason));
  }

  /** Whether a list of reasons has one, or one that begins so where {@code reason} ends in _. */
  private static String has(String reasons, String reason) {
    String same = "list_contains(" + reasons + ", " + Quote.literal(reason) + ")";
    return reason.endsWith("_")
        ? "("
            + same
            + " OR len(list_filter("
            + reasons
            + ", lambda one: starts_with(one, "
            + Quote.literal(reason)
            + "))) > 0)"
        : same;
  }
}
