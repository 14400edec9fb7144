package dev.assay.semantic;

import dev.assay.model.Rows;
import dev.assay.sql.StatisticsSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
   */
  public record Column(
      String name,
      ValueKind kind,
      long present,
      long distinct,
      String min,
      String max,
      long fractional,
      double averageLength) {
    /** The same under another name. */
    public Column named(String other) {
      return new Column(other, kind, present, distinct, min, max, fractional, averageLength);
    }
  }

  /** Measures a table; {@code read} runs a SELECT made by us. */
  public static TableFigures measure(
      Function<String, Rows> read, String table, List<Rows.Column> columns) {
    List<Rows.Column> data = columns.stream().filter(column -> !isMetadata(column.name())).toList();
    List<Object> row = read.apply(StatisticsSql.figures(table, data)).rows().getFirst();
    List<Column> measured = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      int at = 1 + i * StatisticsSql.FIGURES;
      measured.add(
          new Column(
              data.get(i).name(),
              ValueKind.of(data.get(i).type()),
              number(row.get(at)),
              Math.min(number(row.get(at)), number(row.get(at + 1))),
              (String) row.get(at + 2),
              (String) row.get(at + 3),
              number(row.get(at + 4)),
              row.get(at + 5) == null ? 0 : ((Number) row.get(at + 5)).doubleValue()));
    }
    return new TableFigures(table, number(row.getFirst()), List.copyOf(measured));
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
