package dev.assay.semantic;

import static dev.assay.semantic.NameWords.any;

import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a column is good for in an aggregate.
 *
 * @param column its figures
 * @param role what it is good for
 */
public record ColumnRole(TableFigures.Column column, Role role) {
  /** What a column is good for. */
  public enum Role {
    /** A date or a time. */
    TIME,
    /** A year as a number: grouped by, never summed. */
    YEAR,
    /** Few values that sort rows into groups. */
    CATEGORY,
    /** An amount whose sum means something. */
    SUMMABLE,
    /** A number that describes one row: averaged, never summed. */
    AVERAGED,
    /** Names a thing: counted, never summed or averaged. */
    IDENTIFIER,
    /** Free text, coordinates and what else is only looked at. */
    OTHER
  }

  /** The roles of all columns; {@code keys} are those that Silver's rows are unique by. */
  public static List<ColumnRole> of(TableFigures figures, Set<String> keys) {
    return of(figures, keys, WrittenUnits.NONE);
  }

  public static List<ColumnRole> of(TableFigures figures, Set<String> keys, WrittenUnits units) {
    return figures.columns().stream()
        .map(column -> {
          Role role = role(column, figures.rows(), keys);
          return new ColumnRole(column, byUnit(column, role, units));
        })
        .toList();
  }

  /** What the source wrote around a number says more than its name. */
  private static Role byUnit(TableFigures.Column column, Role byName, WrittenUnits units) {
    boolean measure = byName == Role.SUMMABLE || byName == Role.AVERAGED;
    if (units.relative().contains(column.name())) {
      return measure || byName == Role.CATEGORY || byName == Role.YEAR ? Role.AVERAGED : byName;
    }
    boolean named = any(NameWords.of(column.name()), NameWords.AVERAGED);
    return byName == Role.AVERAGED && !named && units.money().contains(column.name())
        ? Role.SUMMABLE
        : byName;
  }

  public String name() {
    return column.name();
  }

  /** Whether its texts are objects or lists. */
  public boolean isStructured() {
    return isStructured(column);
  }

  public boolean isMeasure() {
    return role == Role.SUMMABLE || role == Role.AVERAGED;
  }

  /** Whether it is numbers that sort rows into groups, such as a score from 1 to 5. */
  public boolean isNumberedCategory() {
    return role == Role.CATEGORY && column.kind().isNumeric();
  }

  private static Role role(TableFigures.Column column, long rows, Set<String> keys) {
    List<String> words = NameWords.of(column.name());
    return switch (column.kind()) {
      case DATE, TIMESTAMP, TIMESTAMPTZ -> Role.TIME;
      case BOOLEAN -> Role.CATEGORY;
      case UUID -> Role.IDENTIFIER;
      case TIME -> Role.OTHER;
      case TEXT -> text(column, words, rows, keys);
      case INTEGER, DECIMAL, DOUBLE -> number(column, words, rows, keys);
    };
  }

  private static Role text(
      TableFigures.Column column, List<String> words, long rows, Set<String> keys) {
    boolean few =
        column.distinct() >= 2
            && (column.distinct() <= 60 && column.distinct() * 2 <= column.present()
                || column.distinct() <= 1_000 && column.distinct() * 10 <= column.present());
    if (keys.contains(column.name()) || any(words, NameWords.LABELS)) {
      return Role.IDENTIFIER;
    }
    if (NameWords.isIdentifier(words) && !(few && words.getLast().equals("code"))) {
      return Role.IDENTIFIER;
    }
    if (few && !isStructured(column) && column.averageLength() <= 60) {
      return Role.CATEGORY;
    }
    return any(words, NameWords.PEOPLE) && column.averageLength() <= 60
        ? Role.IDENTIFIER
        : Role.OTHER;
  }

  /** Objects and lists are looked at, not grouped by: what one asks for lies inside of them. */
  private static boolean isStructured(TableFigures.Column column) {
    return column.structured() > 0 && column.structured() * 10 >= column.present() * 9;
  }

  private static Role number(
      TableFigures.Column column, List<String> words, long rows, Set<String> keys) {
    if (any(words, NameWords.COORDINATES)) {
      return Role.OTHER;
    }
    boolean whole = column.kind() == ValueKind.INTEGER || column.fractional() == 0;
    boolean fewCodes = whole && column.distinct() <= 60 && column.distinct() * 4 <= rows;
    if (any(words, NameWords.LABELS)) {
      return Role.IDENTIFIER;
    }
    if (NameWords.isIdentifier(words)) {
      return words.getLast().equals("code") && fewCodes ? Role.CATEGORY : Role.IDENTIFIER;
    }
    BigDecimal min = decimal(column.min());
    BigDecimal max = decimal(column.max());
    boolean yearRange = whole && within(min, max, 1500, 2200);
    if (any(words, NameWords.YEARS) && yearRange) {
      return Role.YEAR;
    }
    if (NameWords.YEARS.contains(words.isEmpty() ? "" : words.getLast())) {
      return Role.OTHER;
    }
    boolean summable = any(words, NameWords.SUMMABLE);
    boolean total = words.contains("total") || words.contains("subtotal");
    if (any(words, NameWords.AVERAGED) && !total) {
      return Role.AVERAGED;
    }
    if (summable) {
      return Role.SUMMABLE;
    }
    if (keys.contains(column.name())) {
      return Role.IDENTIFIER;
    }
    if (whole && epoch(min, max)) {
      return Role.OTHER;
    }
    if (any(words, NameWords.CALENDAR_PARTS) && whole && within(min, max, 0, 366)) {
      return Role.CATEGORY;
    }
    if (whole && within(min, max, 1900, 2100)) {
      return Role.YEAR;
    }
    if (whole && looksNumbered(column, min, max, rows)) {
      return Role.IDENTIFIER;
    }
    if (fewCodes && column.distinct() <= 12) {
      return Role.CATEGORY;
    }
    return unknownName(column, whole, min, max);
  }

  /**
   * Whether whole numbers may be seconds, milliseconds or microseconds since 1970, in the years
   * from 2000 to 2037: whatever else numbers of that size are, they are seldom amounts.
   */
  private static boolean epoch(BigDecimal min, BigDecimal max) {
    return within(min, max, 946_684_800L, 2_145_916_800L)
        || within(min, max, 946_684_800_000L, 2_145_916_800_000L)
        || within(min, max, 946_684_800_000_000L, 2_145_916_800_000_000L);
  }

  /** Row numbers: nearly every row its own, without great gaps. */
  private static boolean looksNumbered(
      TableFigures.Column column, BigDecimal min, BigDecimal max, long rows) {
    // The count of different values is approximate: a tenth of slack.
    return rows >= 20
        && min != null
        && column.present() == rows
        && column.distinct() >= rows * 0.9
        && max.subtract(min).doubleValue() <= rows * 1.5;
  }

  /** Money has two digits and things come in whole numbers; the rest is a measurement. */
  private static Role unknownName(
      TableFigures.Column column, boolean whole, BigDecimal min, BigDecimal max) {
    if (min == null || within(min, max, 0, 1)) {
      return Role.AVERAGED;
    }
    if (any(NameWords.of(column.name()), NameWords.FLOWS) && min.signum() >= 0) {
      return Role.SUMMABLE;
    }
    boolean money = column.kind() == ValueKind.DECIMAL && column.min().matches("-?\\d+\\.\\d\\d");
    return money || whole && min.signum() >= 0 ? Role.SUMMABLE : Role.AVERAGED;
  }

  private static boolean within(BigDecimal min, BigDecimal max, long low, long high) {
    return min != null
        && min.compareTo(BigDecimal.valueOf(low)) >= 0
        && max.compareTo(BigDecimal.valueOf(high)) <= 0;
  }

  private static BigDecimal decimal(String text) {
    if (text == null || text.toLowerCase(Locale.ROOT).matches(".*(nan|inf).*")) {
      return null;
    }
    return new BigDecimal(text);
  }
}
