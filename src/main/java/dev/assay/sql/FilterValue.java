package dev.assay.sql;

import dev.assay.model.Misread;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The value of a filter, read as the type of the column that it is compared with, so that two
 * values can be compared here as the engine would compare them.
 *
 * <p>{@link #parse} throws {@link Misread}.
 */
public sealed interface FilterValue {
  record Number(BigDecimal number) implements FilterValue {
    @Override
    public boolean equals(Object other) {
      return other instanceof Number(BigDecimal that) && number.compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
      return number.stripTrailingZeros().hashCode();
    }
  }

  record Text(String text) implements FilterValue {}

  record Truth(boolean truth) implements FilterValue {}

  /** A point in time; in UTC for a column with a time zone, as the engine's session is. */
  record Moment(LocalDateTime at) implements FilterValue {}

  record TimeOfDay(LocalTime at) implements FilterValue {}

  record Uuid(java.util.UUID id) implements FilterValue {}

  static FilterValue parse(String value, ValueKind kind) {
    if (value == null) {
      throw new Misread(Sentences.VALUE_MISSING.with());
    }
    String text = value.strip();
    try {
      return switch (kind) {
        case TEXT -> new Text(value);
        case INTEGER, DECIMAL, DOUBLE -> new Number(number(text));
        case BOOLEAN -> new Truth(truth(text));
        case DATE, TIMESTAMP, TIMESTAMPTZ -> new Moment(moment(text));
        case TIME -> new TimeOfDay(LocalTime.parse(text));
        case UUID -> new Uuid(java.util.UUID.fromString(text));
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Misread(isNot(kind).with(value, example(kind)));
    }
  }

  /** How the engine writes this value beside a column of {@code kind}. */
  default String literal(ValueKind kind) {
    return switch (this) {
      case Number(BigDecimal number) ->
          kind == ValueKind.DOUBLE
              ? "CAST('" + number.toPlainString() + "' AS DOUBLE)"
              : number.toPlainString();
      case Text(String text) -> SelectText.literal(text);
      case Truth(boolean truth) -> truth ? "TRUE" : "FALSE";
      case Moment(LocalDateTime at) ->
          switch (kind) {
            case TIMESTAMPTZ -> "TIMESTAMPTZ '" + seconds(at) + "+00'";
            case DATE ->
                at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? "DATE '" + at.toLocalDate() + "'"
                    : "TIMESTAMP '" + seconds(at) + "'";
            default -> "TIMESTAMP '" + seconds(at) + "'";
          };
      case TimeOfDay(LocalTime at) -> "TIME '" + DateTimeFormatter.ISO_LOCAL_TIME.format(at) + "'";
      case Uuid(java.util.UUID id) -> "UUID '" + id + "'";
    };
  }

  private static String seconds(LocalDateTime at) {
    return at.toLocalDate() + " " + DateTimeFormatter.ISO_LOCAL_TIME.format(at.toLocalTime());
  }

  private static BigDecimal number(String text) {
    if (!text.matches("[-+]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][-+]?\\d{1,2})?")) {
      throw new IllegalArgumentException(text);
    }
    return new BigDecimal(text);
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static LocalDateTime moment(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay();
    }
    String iso = text.replace(' ', 'T');
    if (iso.matches(".*(Z|[-+]\\d\\d(:?\\d\\d)?)$") && iso.indexOf('T') > 0) {
      String offset = iso.replaceFirst("([-+]\\d\\d)$", "$1:00");
      return OffsetDateTime.parse(offset).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    return LocalDateTime.parse(iso);
  }

  private static Sentences isNot(ValueKind kind) {
    return switch (kind) {
      case INTEGER, DECIMAL, DOUBLE -> Sentences.VALUE_NO_NUMBER;
      case TEXT -> Sentences.VALUE_NO_TEXT;
      case BOOLEAN -> Sentences.VALUE_NO_TRUTH;
      case DATE -> Sentences.VALUE_NO_DATE;
      case TIMESTAMP, TIMESTAMPTZ -> Sentences.VALUE_NO_MOMENT;
      case TIME -> Sentences.VALUE_NO_TIME;
      case UUID -> Sentences.VALUE_NO_UUID;
    };
  }

  private static String example(ValueKind kind) {
    return switch (kind) {
      case INTEGER -> "42";
      case DECIMAL, DOUBLE -> "12.5";
      case TEXT -> "any text";
      case BOOLEAN -> "true";
      case DATE -> "2024-03-31";
      case TIMESTAMP -> "2024-03-31 18:30:00";
      case TIMESTAMPTZ -> "2024-03-31 18:30:00+00";
      case TIME -> "18:30:00";
      case UUID -> "123e4567-e89b-12d3-a456-426614174000";
    };
  }
}
