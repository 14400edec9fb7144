package dev.assay.sql;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads that compare a table of groups with the rows it was made from, in other shapes than the one
 * that made it.
 *
 * <p>Each comparison is three columns: the table's figure and Silver's as text, and whether they
 * agree: exactly, or for DOUBLE to 1e-9 of the sum of magnitudes.
 */
public final class ReconcileSql {
  private final Query query;
  private final String groups;
  private final SilverSide silver;

  /**
   * @param columns of the query's rows, with what its joins bring
   */
  public ReconcileSql(Query query, String groups, List<Rows.Column> columns) {
    this.query = query;
    this.groups = SelectText.identifier(groups);
    this.silver = new SilverSide(query, columns);
  }

  /** Measures whose total over all groups must be the total over all rows. */
  public List<Measure> additive() {
    return query.measures().stream()
        .filter(measure ->
            switch (measure.aggregate()) {
              case COUNT_ROWS, COUNT, SUM, MIN, MAX -> true;
              case AVG, MEDIAN, COUNT_DISTINCT -> false;
            })
        .toList();
  }

  /** One row: the number of groups, here and by counting different keys in Silver. */
  public String groupCounts() {
    String keys = String.join(", ", query.dimensions().stream().map(silver::key).toList());
    String there =
        query.dimensions().isEmpty()
            ? "1"
            : "(SELECT COUNT(*) FROM (SELECT DISTINCT " + keys + silver.rows("", List.of()) + "))";
    if (query.limit() != null) {
      there = "LEAST(" + there + ", " + query.limit() + ")";
    }
    return "SELECT (SELECT COUNT(*) FROM " + groups + "), " + there;
  }

  /** One row: a comparison for each of {@link #additive()}, totals over everything. */
  public String totals() {
    List<String> items = new ArrayList<>();
    List<String> over = new ArrayList<>();
    List<String> under = new ArrayList<>();
    for (int i = 0; i < additive().size(); i++) {
      Measure measure = additive().get(i);
      String held = SelectText.identifier(measure.name());
      over.add(
          switch (measure.aggregate()) {
                case COUNT_ROWS, COUNT, COUNT_DISTINCT -> "COALESCE(SUM(" + held + "), 0)";
                case SUM, AVG, MEDIAN -> "SUM(" + held + ")";
                case MIN -> "MIN(" + held + ")";
                case MAX -> "MAX(" + held + ")";
              }
              + " AS g"
              + i);
      under.add(
          silver.measure(measure) + " AS s" + i + ", " + silver.magnitude(measure) + " AS m" + i);
      items.add(compare(measure, "g.g" + i, "s.s" + i, "s.m" + i));
    }
    return "SELECT "
        + String.join(", ", items)
        + " FROM (SELECT "
        + String.join(", ", over)
        + " FROM "
        + groups
        + ") g, (SELECT "
        + String.join(", ", under)
        + silver.rows("", List.of())
        + ") s";
  }

  /**
   * Which groups to look at one by one: a few that the data decides, and one with a missing key.
   */
  public String sample(int count) {
    String some =
        "(SELECT rowid FROM " + groups + " ORDER BY hash(rowid), rowid LIMIT " + count + ")";
    String missing =
        String.join(
            " OR ",
            query.dimensions().stream()
                .map(dimension -> SelectText.identifier(dimension.name()) + " IS NULL")
                .toList());
    return missing.isEmpty()
        ? some
        : some + " UNION (SELECT rowid FROM " + groups + " WHERE " + missing + " LIMIT 1)";
  }

  /**
   * A row for each of these groups: its rowid, then a comparison for each measure; a group's rows
   * are found by its key, periods as ranges of time.
   */
  public String groups(List<Long> rowids) {
    List<String> under = new ArrayList<>();
    List<String> items = new ArrayList<>();
    items.add("g.assay_row");
    for (int i = 0; i < query.measures().size(); i++) {
      Measure measure = query.measures().get(i);
      under.add(
          silver.measure(measure) + " AS s" + i + ", " + silver.magnitude(measure) + " AS m" + i);
      items.add(
          compare(measure, "g." + SelectText.identifier(measure.name()), "s.s" + i, "s.m" + i));
    }
    String chosen =
        "(SELECT rowid AS assay_row, * FROM "
            + groups
            + " WHERE rowid IN ("
            + String.join(", ", rowids.stream().map(String::valueOf).toList())
            + "))";
    boolean keyed = !query.dimensions().isEmpty();
    List<String> matches = query.dimensions().stream().map(this::match).toList();
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + chosen
        + " g LEFT JOIN (SELECT "
        + (keyed ? "k.assay_row, " : "")
        + String.join(", ", under)
        + (keyed
            ? silver.rows(", " + chosen + " k", matches) + " GROUP BY 1"
            : silver.rows("", List.of()))
        + ") s ON "
        + (keyed ? "s.assay_row = g.assay_row" : "TRUE");
  }

  private String match(Dimension dimension) {
    String column = silver.column(dimension.column());
    String held = "k." + SelectText.identifier(dimension.name());
    DatePart part = dimension.part();
    Grain grain = dimension.grain();
    if (part != null || grain == null) {
      return silver.key(dimension) + " IS NOT DISTINCT FROM " + held;
    }
    String length =
        grain == Grain.QUARTER ? "3 MONTH" : "1 " + grain.name().toUpperCase(Locale.ROOT);
    return "(("
        + column
        + " >= "
        + held
        + " AND "
        + column
        + " < "
        + held
        + " + INTERVAL "
        + length
        + ") OR ("
        + column
        + " IS NULL AND "
        + held
        + " IS NULL))";
  }

  private String compare(Measure measure, String held, String figure, String magnitude) {
    return "CAST("
        + held
        + " AS VARCHAR), CAST("
        + figure
        + " AS VARCHAR), ("
        + silver.agree(measure, held, figure, magnitude)
        + ")";
  }
}
