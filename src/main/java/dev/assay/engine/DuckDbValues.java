package dev.assay.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of a result as JSON can carry them without loss: exact numbers that a double cannot hold
 * become text.
 */
final class DuckDbValues {
  private static final long LARGEST_EXACT = 1L << 53;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter();

  private DuckDbValues() {}

  static Object read(ResultSet result, int column) throws SQLException {
    return convert(result.getObject(column));
  }

  private static Object convert(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Long number -> Math.abs(number) <= LARGEST_EXACT ? number : number.toString();
      case BigInteger number -> number.bitLength() <= 53 ? number.longValue() : number.toString();
      case BigDecimal number -> number.toPlainString();
      case Double number -> Double.isFinite(number) ? number : number.toString();
      case Float number ->
          Float.isFinite(number) ? (Object) number.doubleValue() : number.toString();
      case java.sql.Date date -> date.toLocalDate().toString();
      case LocalDate date -> date.toString();
      case LocalTime time -> TIME.format(time);
      case LocalDateTime moment -> moment.toLocalDate() + " " + TIME.format(moment.toLocalTime());
      case java.sql.Timestamp moment -> convert(moment.toLocalDateTime());
      case OffsetDateTime moment ->
          convert(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00";
      case Array array -> list((Object[]) array.getArray());
      case Struct struct -> list(struct.getAttributes());
      default -> value.toString();
    };
  }

  private static List<Object> list(Object[] values) throws SQLException {
    List<Object> list = new ArrayList<>(values.length);
    for (Object value : values) {
      list.add(convert(value));
    }
    return list;
  }
}
