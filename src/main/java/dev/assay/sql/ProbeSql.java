package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts on all rows, in one scan, what proposed columns read and which checks they break. */
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

  /** One result row, {@link #FIELDS} values a probe. */
  public String scan(String table, List<Probe> probes) {
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
    List<String> fields = new ArrayList<>();
    for (Probe probe : probes) {
      fields.add(fields(probe, columns.indexOf(probe.column())));
    }
    return "SELECT "
        + String.join(",\n", fields)
        + "\nFROM (SELECT *, "
        + String.join(", ", values)
        + "\nFROM (SELECT "
        + String.join(", ", texts)
        + "\nFROM "
        + Quote.identifier(table)
        + "))";
  }

  private static String fields(Probe probe, int i) {
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
        "count(text_" + i + ")",
        "count(" + value + ")",
        "count(*) FILTER (WHERE " + broken + ")",
        "list_sort(list_distinct(min(raw_"
            + i
            + ", 1000) FILTER (WHERE "
            + broken
            + " OR "
            + failed
            + ")))[1:"
            + EXAMPLES
            + "]",
        text ? "NULL" : extreme("min", value, "NOT " + broken),
        text ? "NULL" : extreme("max", value, "NOT " + broken),
        text ? "NULL" : extreme("min", value, broken),
        text ? "NULL" : extreme("max", value, broken));
  }

  private static String extreme(String which, String value, String condition) {
    return "CAST(" + which + "(" + value + ") FILTER (WHERE " + condition + ") AS VARCHAR)";
  }
}
