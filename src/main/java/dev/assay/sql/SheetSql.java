package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures whether a table was laid out for the eye: labels written once, headers that are data. */
public final class SheetSql {
  private static final List<Cleaning> TRIM = List.of(new Cleaning.Trim());

  private final Dialect dialect;

  public SheetSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One row about a column whose labels may be written once a group: labels, different labels
   * within their parent group, labels right below another, blanks, blanks before any label of their
   * load or right below a total, blanks in rows that have nothing else, labels missing where a
   * parent begins. Rows whose label is that of a total are looked past.
   *
   * @param totals matches the labels of totals
   * @param parents columns to the left of it that are filled down as well
   * @param others the columns to the right of it
   */
  public String labels(
      String table, String column, String totals, List<String> parents, List<String> others) {
    String label = CleaningSql.cleaned(TRIM, Quote.identifier(column));
    StringBuilder read = new StringBuilder("SELECT _load_id, _row_no, ").append(label);
    read.append(" AS label, coalesce(regexp_matches(label, ").append(Quote.literal(totals));
    read.append("), false) AS total, ").append(empty(others)).append(" AS alone, ");
    read.append(begins(parents)).append(" AS begins");
    for (int i = 0; i < parents.size(); i++) {
      String parent = CleaningSql.cleaned(TRIM, Quote.identifier(parents.get(i)));
      read.append(", last_value(").append(parent).append(" IGNORE NULLS) OVER above AS p").append(i);
    }
    String above = " WINDOW above AS (PARTITION BY _load_id ORDER BY _row_no)";
    read.append(", coalesce(lag(total) OVER above, false) AS after_total FROM ");
    read.append(Quote.identifier(table)).append(above);
    String select =
        "SELECT *, lag(label) OVER above IS NOT NULL AS below, after_total OR last_value(label IGNORE"
            + " NULLS) OVER above IS NULL AS early FROM ("
            + read
            + ") WHERE NOT total"
            + above;
    String within =
        IntStream.range(0, parents.size())
            .mapToObj(i -> "'p" + i + "': p" + i + ", ")
            .collect(Collectors.joining());
    return "SELECT count(label), count(DISTINCT {'load': _load_id, "
        + within
        + "'label': label}) FILTER (WHERE label IS NOT NULL),"
        + " count(*) FILTER (WHERE label IS NOT NULL AND below),"
        + " count(*) FILTER (WHERE label IS NULL),"
        + " count(*) FILTER (WHERE label IS NULL AND early),"
        + " count(*) FILTER (WHERE label IS NULL AND alone),"
        + " count(*) FILTER (WHERE label IS NULL AND begins) FROM ("
        + select
        + ")";
  }

  private static String empty(List<String> columns) {
    return columns.isEmpty()
        ? "true"
        : columns.stream()
            .map(column -> "coalesce(" + Quote.identifier(column) + ", '') = ''")
            .collect(Collectors.joining(" AND ", "(", ")"));
  }

  private static String begins(List<String> columns) {
    return columns.isEmpty()
        ? "false"
        : columns.stream()
            .map(column -> "coalesce(" + Quote.identifier(column) + ", '') <> ''")
            .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /**
   * One row: cells with a text and cells among them that cannot be read, were all columns read in
   * this way; rows without any.
   */
  public String readAlike(String table, List<String> columns, SilverSpec.Column how) {
    String cells =
        columns.stream().map(Quote::identifier).collect(Collectors.joining(", ", "[", "]"));
    SilverSpec.Column cell =
        new SilverSpec.Column(
            "cell",
            how.name(),
            how.type(),
            how.cleaning(),
            how.nullStrategy(),
            how.defaultValue(),
            how.checks(),
            how.severity(),
            how.hidden());
    String none =
        columns.stream()
            .map(column -> "coalesce(" + Quote.identifier(column) + ", '') = ''")
            .collect(Collectors.joining(" AND "));
    return "SELECT count(*) FILTER (WHERE cell <> ''), count(*) FILTER (WHERE cell <> '' AND "
        + dialect.cleaned(cell)
        + " IS NOT NULL AND "
        + dialect.cast(cell)
        + " IS NULL), (SELECT count(*) FROM "
        + Quote.identifier(table)
        + " WHERE "
        + none
        + ") FROM (SELECT unnest("
        + cells
        + ") AS cell FROM "
        + Quote.identifier(table)
        + ")";
  }

  /** One row: rows in which a column has a number, and those in which it is the sum of others. */
  public String addsUp(String table, SilverSpec.Column total, List<SilverSpec.Column> parts) {
    String sum =
        parts.stream()
            .map(part -> "coalesce(CAST(" + dialect.cast(part) + " AS DOUBLE), 0)")
            .collect(Collectors.joining(" + "));
    String value = "CAST(" + dialect.cast(total) + " AS DOUBLE)";
    return "SELECT count(value), count(*) FILTER (WHERE abs(value - sum) <= 1e-6 * greatest(1e-3,"
        + " abs(value))) FROM (SELECT "
        + value
        + " AS value, "
        + sum
        + " AS sum FROM "
        + Quote.identifier(table)
        + ")";
  }
}
