package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads that compare every group of a table with the rows that it was made from. */
public final class EachGroupSql {
  private static final int EXAMPLES = 5;

  /** Beside the names that people give. */
  private static final String KEY = "assay_key_";

  private final Query query;
  private final String groups;
  private final List<Rows.Column> columns;
  private final SilverSide silver;

  /**
   * @param groups the table
   * @param columns of the query's rows, with what its joins bring
   */
  public EachGroupSql(Query query, String groups, List<Rows.Column> columns) {
    this.query = query;
    this.groups = SelectText.identifier(groups);
    this.columns = columns;
    this.silver = new SilverSide(query, columns);
  }

  /**
   * Some of the groups that differ, none where all agree: each a row of one text for people. All
   * groups are compared, on both sides unless only some of Silver's groups are kept.
   */
  public String measureDifferences() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < query.dimensions().size(); i++) {
      keys.add(silver.key(query.dimensions().get(i)) + " AS " + KEY + i);
    }
    List<String> under = new ArrayList<>(keys);
    under.add("TRUE AS assay_there");
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < query.measures().size(); i++) {
      Measure measure = query.measures().get(i);
      under.add(
          silver.measure(measure) + " AS s" + i + ", " + silver.magnitude(measure) + " AS m" + i);
      String held = "g." + SelectText.identifier(measure.name());
      differences.add(
          new Difference(
              measure.name(), held, "s.s" + i, silver.agree(measure, held, "s.s" + i, "s.m" + i)));
    }
    String by =
        keys.isEmpty()
            ? ""
            : " GROUP BY "
                + IntStream.rangeClosed(1, keys.size())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
    boolean all = query.limit() == null && query.having().isEmpty();
    return differences(
        "(SELECT " + String.join(", ", under) + silver.rows("", List.of()) + by + ")",
        all,
        differences);
  }

  /**
   * As {@link #measureDifferences()}, for what is computed from the groups; empty where nothing is.
   */
  public Optional<String> calculationDifferences() {
    Outputs outputs = Outputs.of(query, columns);
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
      keys.add(", " + SelectText.identifier(query.dimensions().get(i).name()) + " AS " + KEY + i);
    }
    return Optional.of(
        differences(
            "(SELECT TRUE AS assay_there, *"
                + String.join("", keys)
                + " FROM ("
                + QuerySql.select(every, columns)
                + "))",
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
      outputs
          .figures()
          .forEach((column, figure) -> {
            if (figure.isNumeric()
                && query.measures().stream().anyMatch(m -> m.name().equals(column))) {
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

  private String differences(String other, boolean all, List<Difference> differences) {
    List<String> matches = new ArrayList<>(List.of("g.assay_there = s.assay_there"));
    for (int i = 0; i < query.dimensions().size(); i++) {
      matches.add(
          "g."
              + SelectText.identifier(query.dimensions().get(i).name())
              + " IS NOT DISTINCT FROM s."
              + KEY
              + i);
    }
    String agree =
        differences.stream()
            .map(difference -> "(" + difference.agree() + ")")
            .collect(Collectors.joining(" AND "));
    return "SELECT CASE WHEN s.assay_there IS NULL THEN 'a group that is not there' WHEN"
        + " g.assay_there IS NULL THEN 'a group is missing'"
        + differences.stream().map(Difference::text).collect(Collectors.joining())
        + " END FROM (SELECT TRUE AS assay_there, * FROM "
        + groups
        + ") g "
        + (all ? "FULL" : "LEFT")
        + " JOIN "
        + other
        + " s ON "
        + String.join(" AND ", matches)
        + " WHERE s.assay_there IS NULL OR g.assay_there IS NULL"
        + (agree.isEmpty() ? "" : " OR NOT (" + agree + ")")
        + " LIMIT "
        + EXAMPLES;
  }
}
