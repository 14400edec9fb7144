package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How rows are given the columns of other tables, so that no row comes twice: where several rows of
 * the other table may match, they are made one before they are joined.
 */
public final class JoinSql {
  private static final String ROWS = "t";

  private JoinSql() {}

  /**
   * The columns of a query's rows: those of its table and those that its joins bring, with their
   * types. Where there is no such table or column, what it would bring is left out.
   *
   * @param tables the columns of any table
   */
  public static List<Rows.Column> columns(
      Query query, Function<String, Optional<List<Rows.Column>>> tables) {
    return columns(query, tables.apply(query.table()).orElse(List.of()), tables);
  }

  /**
   * As {@link #columns(Query, Function)} where the columns of the query's table are known.
   *
   * @param own its columns
   * @param tables the columns of any other table
   */
  public static List<Rows.Column> columns(
      Query query,
      List<Rows.Column> own,
      Function<String, Optional<List<Rows.Column>>> tables) {
    List<Rows.Column> columns = new ArrayList<>(own);
    for (Join join : query.joins()) {
      List<Rows.Column> others =
          join.table() == null
              ? List.of()
              : tables.apply(join.table()).orElse(List.of());
      for (Import brought : join.columns()) {
        type(brought, others).ifPresent(type -> columns.add(new Rows.Column(brought.name(), type)));
      }
    }
    return columns;
  }

  private static Optional<String> type(Import brought, List<Rows.Column> others) {
    Optional<String> of =
        others.stream()
            .filter(column -> column.name().equals(brought.column()))
            .map(Rows.Column::type)
            .findFirst();
    if (brought.name() == null) {
      return Optional.empty();
    }
    if (brought.aggregate() == null) {
      return of;
    }
    return switch (brought.aggregate()) {
      case COUNT_ROWS -> Optional.of("BIGINT");
      case COUNT, COUNT_DISTINCT -> of.map(_ -> "BIGINT");
      case SUM -> of.map(type -> Figure.of(type).summed().type());
      case AVG, MEDIAN -> of.map(_ -> "DOUBLE");
      case MIN, MAX -> of;
    };
  }

  /**
   * A SELECT of one row that proves that at most one row of the joined table matches: how many
   * combinations of its matching columns come more than once, and one of them as text. Empty where
   * matching rows are made one anyway.
   */
  public static Optional<String> duplicates(Join join) {
    if (aggregated(join)) {
      return Optional.empty();
    }
    List<String> keys =
        join.matching().stream().map(match -> Quote.identifier(match.other())).toList();
    return Optional.of(
        "SELECT count(*), any_value(k) FROM (SELECT concat_ws(', ', "
            + keys.stream()
                .map(key -> "CAST(" + key + " AS VARCHAR)")
                .collect(Collectors.joining(", "))
            + ") AS k FROM "
            + Quote.identifier(join.table())
            + " WHERE "
            + keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" AND "))
            + " GROUP BY "
            + String.join(", ", keys)
            + " HAVING count(*) > 1)");
  }

  /** Whether matching rows are made one before they are joined. */
  public static boolean aggregated(Join join) {
    return !join.columns().isEmpty()
        && join.columns().stream().allMatch(brought -> brought.aggregate() != null);
  }

  /** How a query's rows are read. */
  record From(String text, Columns columns) {}

  /**
   * The rows of a query as they are.
   *
   * @param columns of its rows, with what joins bring
   */
  static From typed(Query query, List<Rows.Column> columns) {
    return from(query, columns, (_, name) -> Optional.empty(), false);
  }

  /** As {@link #typed}, always under a name of their own. */
  static From named(Query query, List<Rows.Column> columns) {
    return from(query, columns, (_, name) -> Optional.empty(), true);
  }

  /**
   * The rows of a query over tables of texts.
   *
   * @param casts the type that a column of a table is read as; empty where it is that already
   */
  static From read(
      Query query, List<Rows.Column> columns, BiFunction<String, String, Optional<String>> casts) {
    return from(query, columns, casts, false);
  }

  private static From from(
      Query query,
      List<Rows.Column> columns,
      BiFunction<String, String, Optional<String>> casts,
      boolean named) {
    named |= !query.joins().isEmpty();
    String rows = named ? ROWS + "." : "";
    Map<String, String> brought = new HashMap<>();
    StringBuilder text = new StringBuilder(Quote.identifier(query.table()));
    if (named) {
      text.append(" ").append(ROWS);
    }
    Function<String, String> reference =
        name ->
            brought.containsKey(name)
                ? brought.get(name)
                : cast(rows + Quote.identifier(name), casts.apply(query.table(), name));
    for (int i = 0; i < query.joins().size(); i++) {
      Join join = query.joins().get(i);
      String alias = "j" + (i + 1);
      text.append("\n").append(join(join, alias, reference, casts));
      for (Import column : join.columns()) {
        brought.put(
            column.name(),
            aggregated(join)
                ? grouped(column, alias + "." + Quote.identifier(column.name()))
                : cast(
                    alias + "." + Quote.identifier(column.column()),
                    casts.apply(join.table(), column.column())));
      }
    }
    return new From(text.toString(), Columns.of(query.table(), columns, reference::apply));
  }

  /** A row that no other matches has none of them. */
  private static String grouped(Import column, String text) {
    return switch (column.aggregate()) {
      case COUNT_ROWS, COUNT, COUNT_DISTINCT -> "COALESCE(" + text + ", 0)";
      case SUM, AVG, MEDIAN, MIN, MAX -> text;
    };
  }

  private static String join(
      Join join,
      String alias,
      Function<String, String> rows,
      BiFunction<String, String, Optional<String>> casts) {
    boolean grouped = aggregated(join);
    List<Match> matching = join.matching();
    String condition =
        IntStream.range(0, matching.size())
            .mapToObj(i -> {
              Match match = matching.get(i);
              String other =
                  grouped
                      ? alias + "." + Quote.identifier("key_" + (i + 1))
                      : cast(
                          alias + "." + Quote.identifier(match.other()),
                          casts.apply(join.table(), match.other()));
              return other + " = " + rows.apply(match.column());
            })
            .collect(Collectors.joining(" AND "));
    String table =
        grouped ? "(\n" + indented(grouped(join, casts)) + "\n)" : Quote.identifier(join.table());
    return "LEFT JOIN " + table + " " + alias + " ON " + condition;
  }

  private static String grouped(
      Join join, BiFunction<String, String, Optional<String>> casts) {
    List<SelectText.Item> keys = new ArrayList<>();
    for (int i = 0; i < join.matching().size(); i++) {
      String other = join.matching().get(i).other();
      keys.add(new SelectText.Item(other(join, other, casts), "key_" + (i + 1)));
    }
    List<SelectText.Item> values =
        join.columns().stream()
            .map(column ->
                new SelectText.Item(
                    QuerySql.aggregate(
                        column.aggregate(),
                        column.column() == null ? null : other(join, column.column(), casts)),
                    column.name()))
            .toList();
    return new SelectText(
            keys, values, Quote.identifier(join.table()), List.of(), List.of(), List.of(), null)
        .text();
  }

  private static String other(
      Join join, String column, BiFunction<String, String, Optional<String>> casts) {
    return cast(Quote.identifier(column), casts.apply(join.table(), column));
  }

  private static String cast(String column, Optional<String> type) {
    return type.map(to -> "TRY_CAST(" + column + " AS " + to + ")").orElse(column);
  }

  static String indented(String text) {
    return "  " + text.replace("\n", "\n  ");
  }
}
