package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what becomes of single values of a column that a person edits, and measures written SQL,
 * which may look at more than one column.
 */
public final class EditedSql {
  private static final int EXAMPLES = 25;

  private EditedSql() {}

  /** A condition for values that violate a check, if any can; a missing value violates none. */
  static Optional<String> violation(List<Check> checks, ColumnType type, String value) {
    List<String> conditions =
        checks.stream()
            .map(Check::bare)
            .filter(check -> !(check instanceof Check.NotNull) && !(check instanceof Check.Unique))
            .map(check -> "(" + CheckSql.violated(check, type, value) + ")")
            .toList();
    return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" OR ", conditions));
  }

  /** Rows of (raw, value as text, whether there was a text) for raw values that are given. */
  public static String values(Dialect dialect, SilverSpec.Column column, List<String> raw) {
    String source = dialect.identifier(column.source());
    return "SELECT "
        + source
        + ", CAST("
        + dialect.cast(column)
        + " AS VARCHAR), "
        + dialect.cleaned(column)
        + " IS NOT NULL FROM (VALUES "
        + raw.stream()
            .map(text -> "(" + dialect.literal(text) + ")")
            .collect(Collectors.joining(", "))
        + ") AS given("
        + source
        + ")";
  }

  /** Some raw values as they come. */
  public static String some(SilverSpec spec, SilverSpec.Column column) {
    String source = Quote.identifier(column.source());
    return "SELECT "
        + source
        + " FROM "
        + new ReshapedSql(spec).rows()
        + " WHERE "
        + source
        + " IS NOT NULL LIMIT "
        + EXAMPLES;
  }

  /**
   * Written SQL in one scan: rows, values, values that fail, values whose text changes, rows
   * without a value that do not fail, raw values that fail, and how many values violate a check.
   */
  public static String written(SilverSpec spec, SilverSpec.Column column) {
    return "SELECT count(*), count(value), count(*) FILTER (WHERE fails), count(*) FILTER (WHERE"
        + " CAST(value AS VARCHAR) <> raw), count(*) FILTER (WHERE value IS NULL AND NOT fails),"
        + " approx_top_k(raw, "
        + EXAMPLES
        + ") FILTER (WHERE fails), "
        + violation(column.checks(), column.type(), "value")
            .map(condition -> "count(*) FILTER (WHERE " + condition + ")")
            .orElse("0")
        + " FROM ("
        + computed(spec, column)
        + ")";
  }

  private static String computed(SilverSpec spec, SilverSpec.Column column) {
    return "SELECT raw, value, coalesce(failed, false) OR (value IS NULL AND text IS NOT NULL) AS"
               + " fails FROM (SELECT *, "
        + CleaningSql.typed(column, "text")
        + " AS value FROM (SELECT "
        + Quote.identifier(column.source())
        + " AS raw, "
        + column.custom().value()
        + " AS text, "
        + column.custom().failed()
        + " AS failed FROM "
        + new ReshapedSql(spec).rows()
        + "))";
  }

  /** Which rows {@link #writtenExamples} reads. */
  public enum Which {
    FAILING,
    CHANGING,
    ANY
  }

  /** Rows of (raw, value as text, whether there was a text) as they come. */
  public static String writtenExamples(SilverSpec spec, SilverSpec.Column column, Which which) {
    return "SELECT raw, CAST(value AS VARCHAR), fails OR value IS NOT NULL FROM ("
        + computed(spec, column)
        + ") WHERE raw IS NOT NULL AND "
        + switch (which) {
          case FAILING -> "fails";
          case CHANGING -> "CAST(value AS VARCHAR) <> raw";
          case ANY -> "NOT fails";
        }
        + " LIMIT "
        + EXAMPLES;
  }
}
