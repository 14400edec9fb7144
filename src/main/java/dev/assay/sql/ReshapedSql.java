package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.Shape;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of Bronze after the shape steps of a recipe, as something to select from.
 *
 * <p>Where columns are filled down, each has a twin that holds the cell as received. Where columns
 * become rows, {@link #PART} says which of them a row was, from 1; 0 where none had a value.
 */
final class ReshapedSql {
  /** With load and row number it names a row of a recipe that makes rows of columns. */
  static final String PART = "_part";

  private static final List<Cleaning> TRIM = List.of(new Cleaning.Trim());

  private final String bronze;
  private final List<String> down;
  private final Optional<Shape.Unpivot> unpivot;

  ReshapedSql(SilverSpec spec) {
    this.bronze = new ReceivedSql(spec).relation();
    this.down = spec.filledDown();
    this.unpivot = spec.unpivot();
  }

  /** The identity of a row. */
  List<String> identity() {
    return unpivot.isPresent()
        ? List.of("_load_id", "_row_no", PART)
        : List.of("_load_id", "_row_no");
  }

  /** Whether a column may hold the value of a cell above. */
  boolean fillsDown(String column) {
    return down.contains(column);
  }

  /** The column that holds a cell as received. */
  String asReceived(String column) {
    int at = down.indexOf(column);
    return at < 0 ? Quote.identifier(column) : "assay_own_" + at;
  }

  /** What a build reads. */
  String rows() {
    return unpivot.map(shape -> unpivoted(shape, filled())).orElseGet(this::filled);
  }

  private String filled() {
    if (down.isEmpty()) {
      return bronze;
    }
    List<String> replaced = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String name : down) {
      String column = Quote.identifier(name);
      String blank = CleaningSql.cleaned(TRIM, column) + " IS NULL";
      replaced.add(
          "CASE WHEN "
              + blank
              + " THEN coalesce(last_value(CASE WHEN NOT ("
              + blank
              + ") THEN "
              + column
              + " END IGNORE NULLS) OVER above, "
              + column
              + ") ELSE "
              + column
              + " END AS "
              + column);
      own.add(column + " AS " + asReceived(name));
    }
    return "(SELECT * REPLACE ("
        + String.join(", ", replaced)
        + "), "
        + String.join(", ", own)
        + " FROM "
        + bronze
        + " WINDOW above AS (PARTITION BY _load_id ORDER BY _row_no))";
  }

  private static String unpivoted(Shape.Unpivot shape, String from) {
    String cells =
        IntStream.range(0, shape.columns().size())
            .mapToObj(i -> cell(i + 1, shape.columns().get(i)))
            .collect(Collectors.joining(", ", "[", "]"));
    String some = "list_filter(" + cells + ", lambda cell: cell.value <> '')";
    String none = "[{'part': 0, 'name': NULL::VARCHAR, 'value': NULL::VARCHAR}]";
    return "(SELECT * EXCLUDE (assay_cell), assay_cell.part AS "
        + PART
        + ", assay_cell.name AS "
        + Quote.identifier(shape.nameColumn())
        + ", assay_cell.value AS "
        + Quote.identifier(shape.valueColumn())
        + " FROM (SELECT "
        + rest(shape)
        + ", unnest(CASE WHEN "
        + count(shape)
        + " = 0 THEN "
        + none
        + " ELSE "
        + some
        + " END) AS assay_cell FROM "
        + from
        + "))";
  }

  private static String cell(int part, String column) {
    return "{'part': "
        + part
        + ", 'name': "
        + Quote.literal(column)
        + ", 'value': "
        + Quote.identifier(column)
        + "}";
  }

  private static String rest(Shape.Unpivot shape) {
    return "* EXCLUDE ("
        + shape.columns().stream().map(Quote::identifier).collect(Collectors.joining(", "))
        + ")";
  }

  /** How many of the columns have a value. */
  private static String count(Shape.Unpivot shape) {
    return shape.columns().stream()
        .map(column -> "CASE WHEN " + Quote.identifier(column) + " <> '' THEN 1 ELSE 0 END")
        .collect(Collectors.joining(" + ", "(", ")"));
  }

  /**
   * The same rows, without what was filled down, read from Bronze in another way: column by column.
   * A ledger counts in these.
   */
  String counted() {
    if (unpivot.isEmpty()) {
      return bronze;
    }
    Shape.Unpivot shape = unpivot.get();
    List<String> parts = new ArrayList<>();
    for (String column : shape.columns()) {
      parts.add(
          part(
              shape,
              Quote.literal(column),
              Quote.identifier(column),
              Quote.identifier(column) + " <> ''"));
    }
    parts.add(part(shape, "NULL::VARCHAR", "NULL::VARCHAR", count(shape) + " = 0"));
    return "(" + String.join(" UNION ALL ", parts) + ")";
  }

  private String part(Shape.Unpivot shape, String name, String value, String condition) {
    return "SELECT "
        + rest(shape)
        + ", "
        + name
        + " AS "
        + Quote.identifier(shape.nameColumn())
        + ", "
        + value
        + " AS "
        + Quote.identifier(shape.valueColumn())
        + " FROM "
        + bronze
        + " WHERE "
        + condition;
  }

  /**
   * One number: how many rows there must be, by arithmetic over Bronze: one a cell of the columns
   * that has a value, and one a row that has none; empty where rows stay rows.
   */
  Optional<String> expectedRows() {
    return unpivot.map(
        shape ->
            "SELECT CAST(coalesce(sum(greatest(1, "
                + count(shape)
                + ")), 0) AS VARCHAR) FROM "
                + bronze);
  }
}
