package dev.assay.sql;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  private final Map<String, ValueKind> kinds;

  public ReconcileSql(Query query, String groups, List<Rows.Column> columns) {
    this.query = query;
    this.groups = SelectText.identifier(groups);
    this.kinds = QuerySql.kinds(columns);
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
    String keys = String.join(", ", query.dimensions().stream().map(this::key).toList());
    String silver =
        query.dimensions().isEmpty()
            ? "1"
            : "(SELECT COUNT(*) FROM (SELECT DISTINCT " + keys + rows("", List.of()) + "))";
    if (query.limit() != null) {
      silver = "LEAST(" + silver + ", " + query.limit() + ")";
    }
    return "SELECT (SELECT COUNT(*) FROM " + groups + "), " + silver;
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
      under.add(silver(measure) + " AS s" + i + ", " + magnitude(measure) + " AS m" + i);
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
        + rows("", List.of())
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
      under.add(silver(measure) + " AS s" + i + ", " + magnitude(measure) + " AS m" + i);
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
        + (keyed ? rows(", " + chosen + " k", matches) + " GROUP BY 1" : rows("", List.of()))
        + ") s ON "
        + (keyed ? "s.assay_row = g.assay_row" : "TRUE");
  }

  private String match(Dimension dimension) {
    String column = column(dimension.column());
    String held = "k." + SelectText.identifier(dimension.name());
    if (dimension.grain() == null) {
      return column + " IS NOT DISTINCT FROM " + held;
    }
    Grain grain = dimension.grain();
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

  private String key(Dimension dimension) {
    String column = column(dimension.column());
    return dimension.grain() == null ? column : SelectText.truncated(column, dimension.grain());
  }

  private static String column(String name) {
    return "t." + SelectText.identifier(name);
  }

  /** Silver's rows as {@code t}, those that pass the query's filters and {@code also}. */
  private String rows(String beside, List<String> also) {
    List<String> conditions = new ArrayList<>();
    query
        .filters()
        .forEach(f ->
            conditions.add(
                "(" + QuerySql.condition(f, column(f.column()), kinds.get(f.column())) + ")"));
    conditions.addAll(also);
    return " FROM "
        + SelectText.identifier(query.table())
        + " t"
        + beside
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  private static String silver(Measure measure) {
    return QuerySql.aggregate(
        measure.aggregate(), measure.column() == null ? null : column(measure.column()));
  }

  private String magnitude(Measure measure) {
    return approximate(measure) && measure.aggregate() != Aggregate.AVG
        ? "SUM(abs(" + column(measure.column()) + "))"
        : approximate(measure) ? "MAX(abs(CAST(" + column(measure.column()) + " AS DOUBLE)))" : "0";
  }

  private boolean approximate(Measure measure) {
    return measure.aggregate() == Aggregate.AVG
        || measure.aggregate() == Aggregate.SUM && kinds.get(measure.column()) == ValueKind.DOUBLE;
  }

  private String compare(Measure measure, String held, String silver, String magnitude) {
    String agree = held + " IS NOT DISTINCT FROM " + silver;
    if (approximate(measure)) {
      agree =
          "("
              + agree
              + ") OR COALESCE(abs("
              + held
              + " - "
              + silver
              + ") <= 1e-9 * "
              + magnitude
              + ", FALSE)";
    }
    return "CAST(" + held + " AS VARCHAR), CAST(" + silver + " AS VARCHAR), (" + agree + ")";
  }
}
