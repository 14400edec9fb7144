package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type of a Silver column; every dialect has a name for each. */
public sealed interface ColumnType {
  /** The type as recipes write it, such as {@code DECIMAL(12,2)}. */
  @JsonValue
  String text();

  default boolean isNumeric() {
    return this == Simple.INTEGER
        || this == Simple.BIGINT
        || this == Simple.DOUBLE
        || this instanceof Decimal;
  }

  /** Whether values are points in time that can be ordered and truncated to a {@link Grain}. */
  default boolean isTemporal() {
    return this == Simple.DATE || this == Simple.TIMESTAMP || this == Simple.TIMESTAMPTZ;
  }

  /** Types without parameters. */
  enum Simple implements ColumnType {
    BOOLEAN,
    INTEGER,
    BIGINT,
    DOUBLE,
    DATE,
    TIMESTAMP,
    TIMESTAMPTZ,
    TIME,
    TEXT,
    UUID;

    @Override
    public String text() {
      return name();
    }
  }

  /**
   * An exact number with {@code precision} digits, {@code scale} of them after the point; 1 ≤
   * precision ≤ 38.
   */
  record Decimal(int precision, int scale) implements ColumnType {
    public Decimal {
      if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
        throw new Misread(Sentences.DECIMAL_DIGITS.with(precision, scale));
      }
    }

    @Override
    public String text() {
      return "DECIMAL(" + precision + "," + scale + ")";
    }
  }

  /** Reads a type as written in a recipe; common synonyms of other systems are understood. */
  @JsonCreator
  static ColumnType parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher decimal =
        Pattern.compile("(?:DECIMAL|NUMERIC)(?: ?\\( ?(\\d+) ?(?:, ?(\\d+) ?)?\\))?")
            .matcher(upper);
    if (decimal.matches()) {
      int precision = decimal.group(1) == null ? 18 : parseDigits(decimal.group(1));
      int scale =
          decimal.group(2) == null
              ? (decimal.group(1) == null ? 3 : 0)
              : parseDigits(decimal.group(2));
      return new Decimal(precision, scale);
    }
    return switch (upper.replaceAll("\\(\\d+\\)", "")) {
      case "BOOLEAN", "BOOL" -> Simple.BOOLEAN;
      case "INTEGER", "INT", "INT4", "SMALLINT" -> Simple.INTEGER;
      case "BIGINT", "INT8", "LONG", "INT64" -> Simple.BIGINT;
      case "DOUBLE", "FLOAT", "FLOAT8", "FLOAT64", "REAL", "DOUBLE PRECISION" -> Simple.DOUBLE;
      case "DATE" -> Simple.DATE;
      case "TIMESTAMP", "DATETIME", "TIMESTAMP WITHOUT TIME ZONE" -> Simple.TIMESTAMP;
      case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" -> Simple.TIMESTAMPTZ;
      case "TIME" -> Simple.TIME;
      case "TEXT", "VARCHAR", "STRING", "CHAR" -> Simple.TEXT;
      case "UUID" -> Simple.UUID;
      default -> throw new Misread(Sentences.TYPE_UNKNOWN.with(text));
    };
  }

  private static int parseDigits(String digits) {
    return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
