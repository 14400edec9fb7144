package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.ColumnType;
import dev.assay.model.Fact;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How DuckDB writes validations. */
public final class CheckSql {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+(?:[.]\\d*)?|[.]\\d+)(?:[eE][-+]?\\d+)?");

  private CheckSql() {}

  /** A condition that is true where {@code value} violates the check; NULL or false otherwise. */
  static String violated(Check check, ColumnType type, String value) {
    String text = type == ColumnType.Simple.TEXT ? value : "CAST(" + value + " AS VARCHAR)";
    return switch (check) {
      case Check.Graded(Check graded, _) -> violated(graded, type, value);
      case Check.NotNull _ -> value + " IS NULL";
      case Check.Unique _ -> "false";
      case Check.Like(String pattern, boolean negated) ->
          text + (negated ? " LIKE " : " NOT LIKE ") + Quote.literal(pattern);
      case Check.Compare(Check.Operator operator, String literal) ->
          "NOT (" + value + " " + operator.symbol() + " " + literal(literal, type) + ")";
      case Check.Between(String low, String high) ->
          value + " NOT BETWEEN " + literal(low, type) + " AND " + literal(high, type);
      case Check.In(List<String> values, boolean negated) ->
          values.stream()
              .map(v -> literal(v, type))
              .collect(Collectors.joining(", ", value + (negated ? " IN (" : " NOT IN ("), ")"));
      case Check.Matches(String pattern, boolean negated) ->
          (negated ? "" : "NOT ") + "regexp_matches(" + text + ", " + Quote.literal(pattern) + ")";
      case Check.Checksum(Check.Scheme scheme) -> ChecksumSql.violated(scheme, text);
    };
  }

  /**
   * A literal of a column's type. Numbers stay as written: rounding {@code 0.005} to a scale would
   * move the bound.
   */
  public static String literal(String text, ColumnType type) {
    return switch (type) {
      case ColumnType.Decimal _ -> text;
      case ColumnType.Simple simple ->
          switch (simple) {
            case INTEGER, BIGINT, DOUBLE -> text;
            case BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ, TIME, UUID ->
                "CAST(" + Quote.literal(text) + " AS " + CleaningSql.typeName(type) + ")";
            case TEXT -> Quote.literal(text);
          };
    };
  }

  /** Why a literal cannot be compared with a column of this type, or empty when it can. */
  public static Optional<Fact> problem(String text, ColumnType type) {
    boolean fits =
        switch (type) {
          case ColumnType.Decimal _ -> NUMBER.matcher(text).matches();
          case ColumnType.Simple simple ->
              switch (simple) {
                case INTEGER, BIGINT, DOUBLE -> NUMBER.matcher(text).matches();
                case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
                case DATE -> parses(text, "yyyy-MM-dd");
                case TIMESTAMP, TIMESTAMPTZ ->
                    parses(text, "yyyy-MM-dd[['T'][ ]HH:mm[:ss][.SSSSSS][.SSS][XXX]]");
                case TIME -> parses(text, "HH:mm[:ss]");
                case UUID -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
                case TEXT -> true;
              };
        };
    return fits ? Optional.empty() : Optional.of(Sentences.LITERAL_MISREAD.with(text, type.text()));
  }

  private static boolean parses(String text, String pattern) {
    try {
      java.time.format.DateTimeFormatter.ofPattern(pattern).parse(text);
      return true;
    } catch (java.time.DateTimeException e) {
      return false;
    }
  }
}
