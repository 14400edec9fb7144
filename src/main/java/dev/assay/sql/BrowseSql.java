package dev.assay.sql;

import dev.assay.model.RowCriterion;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How DuckDB reads pages of a published table as somebody looks at it. Hidden columns are sorted
 * and looked through as they are shown: else a filter would tell what is in them.
 */
public final class BrowseSql implements LoadOrder {
  private final String table;
  private final List<Rows.Column> columns;
  private final Set<String> hidden;
  private final List<String> identity;
  private final RowView view;

  /**
   * @param columns those that are shown
   * @param hidden those of them of which only whether there is a value is shown
   * @param identity what load order goes by; none where the table has no load order
   */
  public BrowseSql(
      String table,
      List<Rows.Column> columns,
      Collection<String> hidden,
      List<String> identity,
      RowView view) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.hidden = Set.copyOf(hidden);
    this.identity = List.copyOf(identity);
    this.view = view;
  }

  /** Whether rows come in load order. */
  public boolean inLoadOrder() {
    return view.sort() == null && !identity.isEmpty();
  }

  @Override
  public Optional<Prepared> extent() {
    return view.criteria().isEmpty() && identity.size() == 2
        ? Optional.of(SignpostSql.extent(table))
        : Optional.empty();
  }

  @Override
  public Prepared signposts() {
    List<Object> parameters = new ArrayList<>();
    String rows = "SELECT " + String.join(", ", identity) + from() + where(parameters);
    return SignpostSql.along(new Prepared(rows, parameters), identity);
  }

  @Override
  public Prepared page(Stretch stretch, long skip, long limit) {
    List<Object> parameters = new ArrayList<>();
    String within = stretch.condition("t.", identity);
    String rows = "SELECT t.rowid" + from() + " WHERE " + within + and(parameters);
    return new Prepared(page(within + " AND ", rows, limit, skip), parameters);
  }

  /** A page of sorted rows. */
  public Prepared sorted(long limit, long offset) {
    List<Object> parameters = new ArrayList<>();
    String rows = "SELECT t.rowid" + from() + where(parameters);
    return new Prepared(page("", rows, limit, offset), parameters);
  }

  /**
   * What is put in order is narrow, and the rows of the page alone are read: the engine keeps all
   * that it puts in order in memory, which thousands of columns do not fit into.
   */
  private String page(String within, String rows, long limit, long offset) {
    return select()
        + " WHERE "
        + within
        + "t.rowid IN ("
        + rows
        + order()
        + slice(limit, offset)
        + ")"
        + order();
  }

  /** How many rows meet the criteria. */
  public Prepared count() {
    List<Object> parameters = new ArrayList<>();
    return new Prepared("SELECT count(*)" + from() + where(parameters), parameters);
  }

  /** One value, null where a text cannot be read as a column's type. */
  public static String readAs(String type) {
    return "SELECT TRY_CAST(?::VARCHAR AS " + type + ")";
  }

  private String select() {
    return "SELECT "
        + columns.stream()
            .map(column -> cut(column) + " AS " + Quote.identifier(column.name()))
            .collect(Collectors.joining(", "))
        + from();
  }

  private String from() {
    return " FROM " + Quote.identifier(table) + " AS t";
  }

  private String cut(Rows.Column column) {
    return cut(shown(column), column.type(), view.cells());
  }

  /** A value, of a long text the beginning and one character more. */
  static String cut(String value, String type, Integer cells) {
    return cells != null && isText(type) ? "left(" + value + ", " + (cells + 1) + ")" : value;
  }

  private String shown(Rows.Column column) {
    String value = "t." + Quote.identifier(column.name());
    if (!hidden.contains(column.name())) {
      return value;
    }
    return column.name().equals(MaskSql.ROW_HASH) ? MaskSql.keyed(value) : MaskSql.hidden(value);
  }

  private String order() {
    Stream<String> last =
        identity.isEmpty()
            ? columns.stream().map(column -> shown(column) + " NULLS LAST")
            : identity.stream().map(name -> "t." + name);
    return " ORDER BY " + Stream.concat(first(), last).collect(Collectors.joining(", "));
  }

  private Stream<String> first() {
    if (view.sort() == null) {
      return Stream.empty();
    }
    Rows.Column column = column(view.sort());
    String way = (view.descending() ? " DESC" : "") + " NULLS LAST";
    String value = shown(column);
    // As text, '9' sorts after '10'.
    return isText(column.type())
        ? Stream.of(number(value) + way, value + way)
        : Stream.of(value + way);
  }

  private String where(List<Object> parameters) {
    return view.criteria().isEmpty() ? "" : " WHERE " + criteria(parameters);
  }

  private String and(List<Object> parameters) {
    return view.criteria().isEmpty() ? "" : " AND " + criteria(parameters);
  }

  private String criteria(List<Object> parameters) {
    return view.criteria().stream()
        .map(criterion -> criterion(criterion, parameters))
        .collect(Collectors.joining(" AND "));
  }

  private String criterion(RowCriterion criterion, List<Object> parameters) {
    Rows.Column column = column(criterion.column());
    String value = shown(column);
    return switch (criterion) {
      case RowCriterion.Containing(_, String text) -> {
        parameters.add(text);
        yield "contains(lower(CAST(" + value + " AS VARCHAR)), lower(?::VARCHAR))";
      }
      case RowCriterion.Equal(_, String text) -> {
        parameters.add(text);
        yield value + " = " + read(column.type());
      }
      case RowCriterion.Between(_, String from, String to) -> {
        boolean numbers = isText(column.type()) && isNumber(from) && isNumber(to);
        String compared = numbers ? number(value) : value;
        String end = read(numbers ? "DOUBLE" : column.type());
        List<String> ends = new ArrayList<>();
        if (from != null) {
          parameters.add(from);
          ends.add(compared + " >= " + end);
        }
        if (to != null) {
          parameters.add(to);
          ends.add(compared + " <= " + end);
        }
        yield ends.isEmpty() ? "true" : String.join(" AND ", ends);
      }
      case RowCriterion.Missing _ -> missing(column, value);
      case RowCriterion.Present _ -> "NOT " + missing(column, value);
    };
  }

  private static String missing(Rows.Column column, String value) {
    return isText(column.type())
        ? "(" + value + " IS NULL OR trim(" + value + ") = '')"
        : "(" + value + " IS NULL)";
  }

  private static String read(String type) {
    // What Java takes for a number, such as 1e999, need not be one here: then nothing fits.
    return type.equals("DOUBLE")
        ? "TRY_CAST(?::VARCHAR AS DOUBLE)"
        : "CAST(?::VARCHAR AS " + type + ")";
  }

  private static String number(String value) {
    return "TRY_CAST(" + value + " AS DOUBLE)";
  }

  /** Whether an end is open or a number. */
  private static boolean isNumber(String text) {
    if (text == null) {
      return true;
    }
    try {
      new BigDecimal(text.strip());
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  public static boolean isText(String type) {
    return type.equals("VARCHAR");
  }

  private Rows.Column column(String name) {
    return columns.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static String slice(long limit, long offset) {
    return " LIMIT " + limit + " OFFSET " + offset;
  }
}
