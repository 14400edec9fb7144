package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts for all rows what proposed columns read and which checks they break. */
public final class ProbeSql {
  /** What is measured of each probe, in the order of the result. */
  public enum Field {
    PRESENT,
    READ,
    VIOLATED,
    EXAMPLES,
    LEAST_GOOD,
    GREATEST_GOOD,
    LEAST_BAD,
    GREATEST_BAD
  }

  public static final int FIELDS = Field.values().length;

  private static final int EXAMPLES = 5;

  /**
   * A column as a build would make it, and what its values may break.
   *
   * @param checks looked at together: a value that breaks one counts once
   */
  public record Probe(SilverSpec.Column column, List<Check> checks) {}

  private final Dialect dialect;

  public ProbeSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** One result row, {@link #FIELDS} values a probe: all rows in one scan. */
  public String scan(String table, List<Probe> probes) {
    return select(Quote.identifier(table), false, probes);
  }

  /** The same for probes of one source column with few different texts: each is looked at once. */
  public String grouped(String table, List<Probe> probes) {
    String source = Quote.identifier(probes.getFirst().column().source());
    return select(
        "(SELECT "
            + source
            + ", count(*) AS assay_rows FROM "
            + Quote.identifier(table)
            + " GROUP BY "
            + source
            + ")",
        true,
        probes);
  }

  /** The same where all texts are known, with how many rows have each: no table is read. */
  public String known(List<ValueCount> texts, List<Probe> probes) {
    return select(
        "(VALUES "
            + texts.stream()
                .map(text -> "(" + Quote.literal(text.value()) + ", " + text.count() + ")")
                .collect(Collectors.joining(", "))
            + ") AS texts("
            + Quote.identifier(probes.getFirst().column().source())
            + ", assay_rows)",
        true,
        probes);
  }

  private String select(String from, boolean grouped, List<Probe> probes) {
    // The same column under several checks is read once.
    List<SilverSpec.Column> columns = probes.stream().map(Probe::column).distinct().toList();
    List<String> texts = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SilverSpec.Column column = columns.get(i);
      texts.add(Quote.identifier(column.source()) + " AS raw_" + i);
      texts.add(dialect.cleaned(column) + " AS text_" + i);
      values.add(CleaningSql.typed(column, "text_" + i) + " AS value_" + i);
    }
    if (grouped) {
      texts.add("assay_rows");
    }
    List<String> fields = new ArrayList<>();
    for (Probe probe : probes) {
      fields.add(fields(probe, columns.indexOf(probe.column()), grouped));
    }
    return "SELECT "
        + String.join(",\n", fields)
        + "\nFROM (SELECT *, "
        + String.join(", ", values)
        + "\nFROM (SELECT "
        + String.join(", ", texts)
        + "\nFROM "
        + from
        + "))";
  }

  private static String fields(Probe probe, int i, boolean grouped) {
    ColumnType type = probe.column().type();
    String value = "value_" + i;
    String broken =
        probe.checks().isEmpty()
            ? "false"
            : probe.checks().stream()
                .map(check -> "coalesce(" + CheckSql.violated(check, type, value) + ", false)")
                .collect(Collectors.joining(" OR ", "(", ")"));
    String failed = "(text_" + i + " IS NOT NULL AND " + value + " IS NULL)";
    boolean text = type == ColumnType.Simple.TEXT;
    return String.join(
        ", ",
        rows("text_" + i + " IS NOT NULL", grouped),
        rows(value + " IS NOT NULL", grouped),
        rows(broken, grouped),
        "list_sort(list_distinct(min(raw_"
            + i
            + ", 1000) FILTER (WHERE "
            + (probe.checks().isEmpty() ? failed : broken)
            + ")))[1:"
            + EXAMPLES
            + "]",
        text ? "NULL" : extreme("min", value, "NOT " + broken),
        text ? "NULL" : extreme("max", value, "NOT " + broken),
        text ? "NULL" : extreme("min", value, broken),
        text ? "NULL" : extreme("max", value, broken));
  }

  private static String rows(String condition, boolean grouped) {
    return grouped
        ? "CAST(coalesce(sum(assay_rows) FILTER (WHERE " + condition + "), 0) AS BIGINT)"
        : "count(*) FILTER (WHERE " + condition + ")";
  }

  private static String extreme(String which, String value, String condition) {
    return "CAST(" + which + "(" + value + ") FILTER (WHERE " + condition + ") AS VARCHAR)";
  }
}
