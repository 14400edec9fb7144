package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures on all rows how two readings of one source column differ, with the very expressions that
 * a build uses.
 *
 * <p>Every pair yields {@link #FIELDS} values, in the order of {@link Field}.
 */
public final class ContestSql {
  /** What is measured, in the order of the result. */
  public enum Field {
    /** Cells with a text after the challenger's text steps. */
    CLEANED,
    /** Cells that the challenger reads. */
    PARSED,
    /** Cells whose value differs from the raw text. */
    CHANGED,
    /** Cells that the challenger reads and shortens. */
    LOSSY,
    /** Cells that only the present reading takes for a value. */
    EMPTIED,
    /** Cells that only the present reading reads. */
    LOST,
    /** Cells that both read, to different values. */
    DIFFERENT,
    /** Missing cells for which the challenger has a value. */
    INVENTED,
    /** Up to five raw texts that the challenger cannot read. */
    FAILURES
  }

  public static final int FIELDS = Field.values().length;

  private static final int TOGETHER = 32;

  /** A present reading and the one that would take its place. */
  public record Pair(SilverSpec.Column present, SilverSpec.Column challenger) {}

  private final Dialect dialect;

  public ContestSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Statements of one row each, which together hold all pairs in order. */
  public List<String> statements(String table, List<Pair> pairs) {
    List<String> statements = new ArrayList<>();
    for (int from = 0; from < pairs.size(); from += TOGETHER) {
      statements.add(
          pairs.subList(from, Math.min(pairs.size(), from + TOGETHER)).stream()
              .map(this::fields)
              .collect(
                  Collectors.joining(",\n", "SELECT ", "\nFROM " + dialect.identifier(table))));
    }
    return statements;
  }

  private String fields(Pair pair) {
    String raw = dialect.identifier(pair.challenger().source());
    SilverSpec.Expression written = pair.challenger().custom();
    String value = written == null ? dialect.cast(pair.challenger()) : written.value();
    String present = dialect.cast(pair.present());
    String presentText = dialect.cleaned(pair.present());
    // Written SQL has no text of its own: what the present reading takes for a value, it must read.
    String text = written == null ? dialect.cleaned(pair.challenger()) : presentText;
    String read = "(" + value + ") IS NOT NULL";
    return String.join(
        ", ",
        count("(" + text + ") IS NOT NULL"),
        count(read),
        count("CAST((" + value + ") AS VARCHAR) <> " + raw),
        count(read + " AND " + lossy(pair.challenger().type(), text)),
        count("(" + presentText + ") IS NOT NULL AND (" + text + ") IS NULL"),
        count("(" + present + ") IS NOT NULL AND NOT (" + read + ")"),
        count(different(pair, "(" + present + ")", "(" + value + ")")),
        count(raw + " IS NULL AND " + read),
        "list_slice(list(DISTINCT "
            + raw
            + ") FILTER (WHERE ("
            + text
            + ") IS NOT NULL AND NOT ("
            + read
            + ")), 1, 5)");
  }

  private static String count(String condition) {
    return "count(*) FILTER (WHERE " + condition + ")";
  }

  /** Compared in a type that holds both whole: rounding is a difference. */
  private static String different(Pair pair, String present, String value) {
    ColumnType one = pair.present().type();
    ColumnType other = pair.challenger().type();
    if (one == ColumnType.Simple.TEXT && other != ColumnType.Simple.TEXT) {
      return "false";
    }
    String common =
        one.isNumeric() && other.isNumeric()
            ? "DOUBLE"
            : one.isTemporal() && other.isTemporal() ? "TIMESTAMP" : "VARCHAR";
    return "CAST(" + present + " AS " + common + ") <> CAST(" + value + " AS " + common + ")";
  }

  private static String lossy(ColumnType type, String text) {
    return switch (type) {
      case ColumnType.Decimal _ -> "false";
      case ColumnType.Simple simple ->
          switch (simple) {
            case INTEGER, BIGINT -> "regexp_full_match(" + text + ", '[-+]?0[0-9].*')";
            // A double holds 17 digits.
            case DOUBLE ->
                "length(ltrim(regexp_replace(" + text + ", '[^0-9]', '', 'g'), '0')) > 17";
            case BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ, TIME, TEXT, UUID -> "false";
          };
    };
  }

  /** Counts the cells whose trimmed text is one of some. */
  public String saying(String table, String source, List<String> texts) {
    return "SELECT count(*) FROM "
        + dialect.identifier(table)
        + " WHERE lower(trim("
        + dialect.identifier(source)
        + ")) IN ("
        + texts.stream()
            .map(text -> "lower(" + dialect.literal(text.strip()) + ")")
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** Counts the rows whose value violates a check. */
  public String violating(String table, SilverSpec.Column column, List<Check> checks) {
    String value = "(" + dialect.cast(column) + ")";
    return "SELECT count(*) FROM "
        + dialect.identifier(table)
        + " WHERE "
        + checks.stream()
            .map(check -> "coalesce(" + CheckSql.violated(check, column.type(), value) + ", false)")
            .collect(Collectors.joining(" OR "));
  }
}
