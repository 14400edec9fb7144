package dev.assay.quality;

import dev.assay.model.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The type that a column truly has, and how its values are written canonically: numbers with a
 * point and no grouping, {@code true} and {@code false}, {@code 2024-01-31}, {@code 2024-01-31
 * 10:00:00}, the same with an offset such as {@code +00} (points in time are compared), {@code
 * 10:00:00}.
 */
public enum TrueType {
  INTEGER,
  /** An exact number with a fraction. */
  DECIMAL,
  /** A number in scientific notation, or with more digits than are meant. */
  DOUBLE,
  BOOLEAN,
  DATE,
  TIMESTAMP,
  TIMESTAMPTZ,
  TIME,
  UUID,
  TEXT;

  /** Whether a column of this type may be proposed as {@code type}. */
  public boolean fits(ColumnType type) {
    return switch (type) {
      case ColumnType.Decimal(int _, int scale) ->
          scale == 0 ? this == INTEGER : this == DECIMAL || this == DOUBLE;
      case ColumnType.Simple simple ->
          switch (simple) {
            case INTEGER, BIGINT -> this == INTEGER;
            case DOUBLE -> this == DOUBLE;
            case BOOLEAN -> this == BOOLEAN;
            case DATE -> this == DATE;
            case TIMESTAMP -> this == TIMESTAMP;
            case TIMESTAMPTZ -> this == TIMESTAMPTZ;
            case TIME -> this == TIME;
            case UUID -> this == UUID;
            case TEXT -> this == TEXT;
          };
    };
  }

  /** Whether values of this type are dates or times. */
  public boolean temporal() {
    return switch (this) {
      case DATE, TIMESTAMP, TIMESTAMPTZ, TIME -> true;
      case INTEGER, DECIMAL, DOUBLE, BOOLEAN, UUID, TEXT -> false;
    };
  }

  /** Whether a text is this true value, written canonically or as an engine writes it. */
  public boolean same(String truth, String text) {
    if (truth.equals(text)) {
      return true;
    }
    return switch (this) {
      case INTEGER, DECIMAL -> sameNumber(truth, text, BigDecimal.ZERO);
      case DOUBLE -> sameNumber(truth, text, new BigDecimal("1e-12"));
      case BOOLEAN, UUID -> truth.equalsIgnoreCase(text);
      case DATE, TIMESTAMP -> sameMoment(truth, text);
      case TIMESTAMPTZ -> samePoint(truth, text);
      case TIME -> sameTime(truth, text);
      case TEXT -> false;
    };
  }

  private static boolean sameNumber(String truth, String text, BigDecimal relative) {
    try {
      BigDecimal expected = new BigDecimal(truth);
      BigDecimal off = expected.subtract(new BigDecimal(text)).abs();
      return off.compareTo(expected.abs().multiply(relative, MathContext.DECIMAL64)) <= 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /** A date is its midnight. */
  private static boolean sameMoment(String truth, String text) {
    try {
      return moment(truth).equals(moment(text));
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static LocalDateTime moment(String text) {
    return text.length() <= 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static boolean samePoint(String truth, String text) {
    try {
      return point(truth).isEqual(point(text));
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static OffsetDateTime point(String text) {
    return OffsetDateTime.parse(
        text.replace(' ', 'T'),
        new java.time.format.DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT));
  }

  private static boolean sameTime(String truth, String text) {
    try {
      return LocalTime.parse(truth).equals(LocalTime.parse(text));
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
