package dev.assay.semantic;

import dev.assay.model.Rows;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;

/**
 * What all rows of a typed table say about its columns.
 *
 * @param table the table
 * @param rows how many rows it has
 * @param columns its columns in order, without those that identify a row of Bronze
 */
public record TableFigures(String table, long rows, List<Column> columns) {
  /**
   * One column.
   *
   * @param present values that are not missing
   * @param distinct different values, approximately
   * @param min smallest number or time as text, else null
   * @param max largest number or time as text, else null
   * @param fractional values with digits after the point
   * @param averageLength of texts, in characters
   * @param structured texts that are objects or lists, as JSON writes them
   */
  public record Column(
      String name,
      ValueKind kind,
      long present,
      long distinct,
      String min,
      String max,
      long fractional,
      double averageLength,
      long structured) {
    public Column(
        String name,
        ValueKind kind,
        long present,
        long distinct,
        String min,
        String max,
        long fractional,
        double averageLength) {
      this(name, kind, present, distinct, min, max, fractional, averageLength, 0);
    }

    /** The same under another name. */
    public Column named(String other) {
      return new Column(
          other, kind, present, distinct, min, max, fractional, averageLength, structured);
    }
  }

  /** Measures a table; {@code read} runs a SELECT made by us. */
  public static TableFigures measure(
      Function<String, Rows> read, String table, List<Rows.Column> columns) {
    List<Rows.Column> data = columns.stream().filter(column -> !isMetadata(column.name())).toList();
    List<Column> measured = new ArrayList<>();
    long rows = 0;
    for (List<Rows.Column> some : batches(data)) {
      List<Object> row = read.apply(StatisticsSql.figures(table, some)).rows().getFirst();
      rows = number(row.getFirst());
      for (int i = 0; i < some.size(); i++) {
        measured.add(column(some.get(i), row.subList(1 + i * StatisticsSql.FIGURES, row.size())));
      }
    }
    return new TableFigures(table, rows, List.copyOf(measured));
  }

  /**
   * The figures of many things, a few at a time: {@code read} gives the one row of those.
   *
   * @param most how many are read at once
   */
  public static <T> List<Object> inBatches(List<T> all, int most, Function<List<T>, Rows> read) {
    return all.stream()
        .gather(Gatherers.windowFixed(most))
        .map(some -> read.apply(some).rows().getFirst())
        .flatMap(List::stream)
        .toList();
  }

  private static List<List<Rows.Column>> batches(List<Rows.Column> data) {
    return data.isEmpty()
        ? List.of(List.of())
        : data.stream().gather(Gatherers.windowFixed(StatisticsSql.AT_ONCE)).toList();
  }

  private static Column column(Rows.Column column, List<Object> figures) {
    return new Column(
        column.name(),
        ValueKind.of(column.type()),
        number(figures.get(0)),
        Math.min(number(figures.get(0)), number(figures.get(1))),
        (String) figures.get(2),
        (String) figures.get(3),
        number(figures.get(4)),
        figures.get(5) == null ? 0 : ((Number) figures.get(5)).doubleValue(),
        number(figures.get(6)));
  }

  /** Whether a column is one that Assay has put beside the data. */
  public static boolean isMetadata(String name) {
    return switch (name) {
      case "_load_id", "_row_no", "_part", "_loaded_at", "_source_file", "_row_hash" -> true;
      default -> false;
    };
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  public static long number(Object value) {
    return value == null ? 0 : Long.parseLong(value.toString());
  }
}
