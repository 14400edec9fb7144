package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many rejected rows may belong to what a query asks for, and how far they could move its sums.
 *
 * <p>Each rejected row is read again as Silver's recipe reads it. It may belong where every filter
 * holds, or looks at a value that is there and cannot be read.
 */
public final class LeftOutSql {
  private final SilverSpec spec;
  private final Dialect dialect;
  private final String rejected;
  private final Query query;

  /**
   * @param spec how the published Silver was made; of a recipe that does not reshape the table
   * @param rejected the table of rejected rows
   */
  public LeftOutSql(SilverSpec spec, Dialect dialect, String rejected, Query query) {
    this.spec = spec;
    this.dialect = dialect;
    this.rejected = rejected;
    this.query = query;
  }

  /** The measures whose movement {@link #select} bounds by sums, in order. */
  public List<Measure> summed() {
    return query.measures().stream()
        .filter(measure -> measure.aggregate() == Query.Aggregate.SUM)
        .filter(measure -> measure.column() != null && measure.filters().isEmpty())
        .filter(measure -> readable(measure.column()).isPresent())
        .toList();
  }

  /**
   * One row: how many rejected rows may belong, and for each of {@link #summed()} the sum of the
   * negative values, that of the positive ones, and how many values are there but cannot be read.
   */
  public String select() {
    List<String> items = new ArrayList<>(List.of("count(*)"));
    for (Measure measure : summed()) {
      String value = value(measure.column());
      items.add("coalesce(sum(" + value + ") FILTER (WHERE " + value + " < 0), 0)");
      items.add("coalesce(sum(" + value + ") FILTER (WHERE " + value + " > 0), 0)");
      items.add("count(*) FILTER (WHERE " + unread(measure.column()) + ")");
    }
    return "SELECT "
        + String.join(", ", items)
        + " FROM ("
        + readAgain()
        + ")"
        + conditions().stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  private String readAgain() {
    List<String> select = new ArrayList<>(List.of("_load_id"));
    for (String name : used()) {
      SilverSpec.Column column = readable(name).orElseThrow();
      select.add(dialect.cast(column) + " AS " + value(name));
      select.add(
          "NULLIF(trim("
              + Quote.identifier(column.source())
              + "), '') IS NOT NULL AS "
              + Quote.identifier("there_" + name));
    }
    return "SELECT "
        + String.join(", ", select)
        + " FROM "
        + Quote.identifier(spec.bronze())
        + " WHERE (_load_id, _row_no) IN (SELECT (_load_id, _row_no) FROM "
        + Quote.identifier(rejected)
        + " WHERE NOT "
        + TableSql.IS_FILTERED
        + ")";
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    for (Filter filter : query.filters()) {
      readable(filter.column())
          .ifPresent(column ->
              conditions.add(
                  "(coalesce("
                      + QuerySql.condition(
                          filter,
                          value(filter.column()),
                          ValueKind.of(CleaningSql.typeName(column.type())))
                      + ", false) OR "
                      + unread(filter.column())
                      + ")"));
    }
    return conditions;
  }

  private Set<String> used() {
    Set<String> used = new LinkedHashSet<>();
    query.filters().stream()
        .map(Filter::column)
        .filter(name -> readable(name).isPresent())
        .forEach(used::add);
    summed().forEach(measure -> used.add(measure.column()));
    return used;
  }

  /** What a mask hides is not compared, and what a person wrote as SQL is not run on other rows. */
  private Optional<SilverSpec.Column> readable(String name) {
    return spec.columns().stream()
        .filter(column -> column.name().equals(name))
        .filter(column -> column.mask() == null && column.custom() == null && !column.hidden())
        .findFirst();
  }

  private static String value(String name) {
    return Quote.identifier("value_" + name);
  }

  private static String unread(String name) {
    return "(" + value(name) + " IS NULL AND " + Quote.identifier("there_" + name) + ")";
  }
}
