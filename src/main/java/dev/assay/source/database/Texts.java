package dev.assay.source.database;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/** Values that a driver hands out as objects, as text that leads back to them. */
public final class Texts {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(TIME)
          .toFormatter();

  private Texts() {}

  /** A date and a time, without zeros at the end of a fraction. */
  public static String of(LocalDateTime moment) {
    return DATE_TIME.format(moment);
  }

  /** A time of day, likewise. */
  public static String of(LocalTime time) {
    return TIME.format(time);
  }

  /** The text of a value, null where it is missing. */
  static String of(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean flag -> flag.toString();
      case BigDecimal number -> number.toPlainString();
      case Float number -> of(number.floatValue());
      case Double number -> of(number.doubleValue());
      case byte[] bytes -> new String(Cell.hex(bytes), StandardCharsets.US_ASCII);
      case LocalDateTime moment -> of(moment);
      case LocalTime time -> of(time);
      case OffsetDateTime moment ->
          of(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00";
      case Timestamp moment -> of(moment.toLocalDateTime());
      case Date date -> date.toLocalDate().toString();
      case Time time -> of(time.toLocalTime());
      case Clob text -> text.getSubString(1, Math.toIntExact(text.length()));
      case Blob bytes -> of(bytes.getBytes(1, Math.toIntExact(bytes.length())));
      case SQLXML xml -> xml.getString();
      case Array _, Struct _, Object[] _, Collection<?> _, Map<?, ?> _ -> json(value);
      default -> value.toString();
    };
  }

  /** {@code 1.0}, {@code 0.1}, {@code 1e+25}, {@code NaN}, {@code -Infinity}. */
  public static String of(double value) {
    return Double.isFinite(value) ? shortest(Double.toString(value)) : Double.toString(value);
  }

  /** As {@link #of(double)}, with the fewest digits that lead back to the single precision. */
  static String of(float value) {
    return Float.isFinite(value) ? shortest(Float.toString(value)) : Float.toString(value);
  }

  private static String shortest(String java) {
    int exponentAt = java.indexOf('E');
    if (exponentAt < 0) {
      return java;
    }
    int exponent = Integer.parseInt(java.substring(exponentAt + 1));
    String digits = java.substring(0, exponentAt);
    if (exponent >= -6 && exponent <= 16) {
      BigDecimal number = new BigDecimal(java);
      return number.scale() > 0 ? number.toPlainString() : number.toPlainString() + ".0";
    }
    String mantissa = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    return mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
  }

  /** Arrays, structures and maps as JSON; numbers with all their digits. */
  static String json(Object value) throws SQLException {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private static void append(StringBuilder json, Object value) throws SQLException {
    switch (value) {
      case null -> json.append("null");
      case Array array -> append(json, array.getArray());
      case DuckDBStruct struct -> object(json, struct.getMap());
      case Struct struct -> list(json, Arrays.asList(struct.getAttributes()));
      case Map<?, ?> map -> object(json, map);
      case Collection<?> list -> list(json, list);
      case Object[] array -> list(json, Arrays.asList(array));
      case int[] array -> list(json, Arrays.stream(array).boxed().toList());
      case long[] array -> list(json, Arrays.stream(array).boxed().toList());
      case double[] array -> list(json, Arrays.stream(array).boxed().toList());
      case float[] array -> {
        List<Float> boxed = new ArrayList<>();
        for (float number : array) {
          boxed.add(number);
        }
        list(json, boxed);
      }
      case boolean[] array -> {
        List<Boolean> boxed = new ArrayList<>();
        for (boolean flag : array) {
          boxed.add(flag);
        }
        list(json, boxed);
      }
      case Float number when !Float.isFinite(number) -> string(json, of(value));
      case Double number when !Double.isFinite(number) -> string(json, of(value));
      case Number _, Boolean _ -> json.append(of(value));
      default -> string(json, of(value));
    }
  }

  private static void list(StringBuilder json, Collection<?> values) throws SQLException {
    json.append('[');
    String separator = "";
    for (Object value : values) {
      json.append(separator);
      append(json, value);
      separator = ",";
    }
    json.append(']');
  }

  private static void object(StringBuilder json, Map<?, ?> map) throws SQLException {
    json.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator);
      string(json, String.valueOf(of(entry.getKey())));
      json.append(':');
      append(json, entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private static void string(StringBuilder json, String text) {
    json.append('"').append(JsonStringEncoder.getInstance().quoteAsString(text)).append('"');
  }
}
