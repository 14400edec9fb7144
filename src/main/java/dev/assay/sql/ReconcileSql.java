package dev.assay.sql;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads that compare a table of groups with the rows it was made from, in other shapes than the one
 * that made it.
 *
 * <p>Each comparison is three columns: the table's figure and Silver's as text, and whether they
 * agree: exactly, or for DOUBLE to 1e-9 of the sum of magnitudes.
 */
public final class ReconcileSql {
  private static final int EXAMPLES = 5;

  private final Query query;
  private final String groups;
  private final List<Rows.Column> silver;
  private final JoinSql.From from;
  private final Columns columns;

  /**
   * @param columns of the query's rows, with what its joins bring
   */
  public ReconcileSql(Query query, String groups, List<Rows.Column> columns) {
    this.query = query;
    this.groups = SelectText.identifier(groups);
    this.silver = columns;
    this.from = JoinSql.named(query, columns);
    this.columns = from.columns();
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
    String there =
        query.dimensions().isEmpty()
            ? "1"
            : "(SELECT COUNT(*) FROM (SELECT DISTINCT " + keys + rows("", List.of()) + "))";
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

  /**
   * Some of the groups that differ, none where all agree: each a row of one text for people. All
   * groups are compared, on both sides unless only some of Silver's groups are kept.
   */
  public String measureDifferences() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < query.dimensions().size(); i++) {
      keys.add(key(query.dimensions().get(i)) + " AS k" + i);
    }
    List<String> under = new ArrayList<>(keys);
    under.add("TRUE AS there");
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < query.measures().size(); i++) {
      Measure measure = query.measures().get(i);
      under.add(silver(measure) + " AS s" + i + ", " + magnitude(measure) + " AS m" + i);
      String held = "g." + SelectText.identifier(measure.name());
      differences.add(
          new Difference(
              measure.name(), held, "s.s" + i, agree(measure, held, "s.s" + i, "s.m" + i)));
    }
    String by =
        keys.isEmpty()
            ? ""
            : " GROUP BY "
                + java.util.stream.IntStream.rangeClosed(1, keys.size())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
    boolean all = query.limit() == null && query.having().isEmpty();
    return differences(
        "(SELECT " + String.join(", ", under) + rows("", List.of()) + by + ")",
        "k",
        all,
        differences);
  }

  /**
   * As {@link #measureDifferences()}, for what is computed from the groups; empty where nothing is.
   */
  public Optional<String> calculationDifferences() {
    Outputs outputs = Outputs.of(query, silver);
    Set<String> inexact = outputs.inexact();
    List<Difference> differences = new ArrayList<>();
    for (var calculation : query.calculations()) {
      differences.add(difference(calculation.name(), outputs, inexact));
    }
    if (query.segment() != null && !inexact.contains(query.segment().measure())) {
      differences.add(difference(query.segment().name(), outputs, inexact));
    }
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    Query every = query.withHaving(List.of()).withLimit(null);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < query.dimensions().size(); i++) {
      keys.add(", " + SelectText.identifier(query.dimensions().get(i).name()) + " AS k" + i);
    }
    return Optional.of(
        differences(
            "(SELECT TRUE AS there, *"
                + String.join("", keys)
                + " FROM ("
                + QuerySql.select(every, silver)
                + "))",
            "k",
            false,
            differences));
  }

  private Difference difference(String name, Outputs outputs, Set<String> inexact) {
    String held = "g." + SelectText.identifier(name);
    String silver = "s." + SelectText.identifier(name);
    String agree = held + " IS NOT DISTINCT FROM " + silver;
    if (inexact.contains(name) && outputs.figures().get(name).isNumeric()) {
      // A difference of nearly equal figures is as exact as these are.
      List<String> sizes = new ArrayList<>(List.of("abs(" + held + ")", "abs(" + silver + ")"));
      outputs.figures().forEach((column, figure) -> {
        if (figure.isNumeric() && query.measures().stream().anyMatch(m -> m.name().equals(column))) {
          sizes.add("abs(s." + SelectText.identifier(column) + ")");
        }
      });
      agree =
          "("
              + agree
              + " OR COALESCE(abs("
              + held
              + " - "
              + silver
              + ") <= 1e-9 * greatest("
              + String.join(", ", sizes)
              + "), FALSE))";
    } else if (inexact.contains(name)) {
      agree = "TRUE";
    }
    return new Difference(name, held, silver, agree);
  }

  private record Difference(String name, String held, String silver, String agree) {
    String text() {
      return " WHEN NOT ("
          + agree
          + ") THEN "
          + SelectText.literal(name + ": ")
          + " || COALESCE(CAST("
          + held
          + " AS VARCHAR), 'missing') || ' instead of ' || COALESCE(CAST("
          + silver
          + " AS VARCHAR), 'missing')";
    }
  }

  private String differences(
      String other, String prefix, boolean all, List<Difference> differences) {
    List<String> matches = new ArrayList<>(List.of("g.assay_there = s.there"));
    for (int i = 0; i < query.dimensions().size(); i++) {
      matches.add(
          "g."
              + SelectText.identifier(query.dimensions().get(i).name())
              + " IS NOT DISTINCT FROM s."
              + prefix
              + i);
    }
    String agree =
        differences.stream()
            .map(difference -> "(" + difference.agree() + ")")
            .collect(Collectors.joining(" AND "));
    return "SELECT CASE WHEN s.there IS NULL THEN 'a group that is not there' WHEN g.assay_there"
        + " IS NULL THEN 'a group is missing'"
        + differences.stream().map(Difference::text).collect(Collectors.joining())
        + " END FROM (SELECT TRUE AS assay_there, * FROM "
        + groups
        + ") g "
        + (all ? "FULL" : "LEFT")
        + " JOIN "
        + other
        + " s ON "
        + String.join(" AND ", matches)
        + " WHERE s.there IS NULL OR g.assay_there IS NULL"
        + (agree.isEmpty() ? "" : " OR NOT (" + agree + ")")
        + " LIMIT "
        + EXAMPLES;
  }

  private String match(Dimension dimension) {
    String column = columns.sql(dimension.column());
    String held = "k." + SelectText.identifier(dimension.name());
    DatePart part = dimension.part();
    Grain grain = dimension.grain();
    if (part != null || grain == null) {
      return key(dimension) + " IS NOT DISTINCT FROM " + held;
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

  private String key(Dimension dimension) {
    return SelectText.dimension(
        columns.sql(dimension.column()), dimension.grain(), dimension.part());
  }

  /** Silver's rows, those that pass the query's filters and {@code also}. */
  private String rows(String beside, List<String> also) {
    List<String> conditions = new ArrayList<>();
    query.filters().forEach(f -> conditions.add("(" + QuerySql.condition(f, columns) + ")"));
    conditions.addAll(also);
    return " FROM "
        + from.text()
        + beside
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  private String silver(Measure measure) {
    return QuerySql.measure(measure, columns);
  }

  private String magnitude(Measure measure) {
    if (!approximate(measure)) {
      return "0";
    }
    String of = QuerySql.argument(measure, columns);
    return QuerySql.filtered(
        measure.aggregate() == Aggregate.AVG
            ? "MAX(abs(CAST(" + of + " AS DOUBLE)))"
            : "SUM(abs(" + of + "))",
        measure.filters(),
        columns);
  }

  private boolean approximate(Measure measure) {
    return Outputs.inexact(measure, columns);
  }

  private String compare(Measure measure, String held, String silver, String magnitude) {
    return "CAST("
        + held
        + " AS VARCHAR), CAST("
        + silver
        + " AS VARCHAR), ("
        + agree(measure, held, silver, magnitude)
        + ")";
  }

  private String agree(Measure measure, String held, String silver, String magnitude) {
    String agree = held + " IS NOT DISTINCT FROM " + silver;
    return approximate(measure)
        ? "("
            + agree
            + ") OR COALESCE(abs("
            + held
            + " - "
            + silver
            + ") <= 1e-9 * "
            + magnitude
            + ", FALSE)"
        : agree;
  }
}
