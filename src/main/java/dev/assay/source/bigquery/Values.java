package dev.assay.source.bigquery;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.assay.source.database.Texts;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one text of each value, whichever way it came.
 *
 * <p>A value on its way is null, a text, or a list of such: the elements of an array, or the fields
 * of a structure in their order.
 */
final class Values {
  private static final Pattern INTERVAL =
      Pattern.compile("(-?)(\\d+)-(\\d+) (-?\\d+) (-?)(\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,9}))?");
  private static final long SECOND = 1_000_000_000L;
  private static final HexFormat HEX = HexFormat.of();

  private Values() {}

  static String decimal(BigDecimal number) {
    // BigQuery keeps no trailing zeros: 1.50 and 1.5 are one value.
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static String floating(double number) {
    return Texts.of(number);
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  static String moment(long seconds, int nanos) {
    return dateTime(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC)) + "+00";
  }

  static String dateTime(LocalDateTime moment) {
    return Texts.of(moment);
  }

  static String time(LocalTime time) {
    return Texts.of(time);
  }

  /** A range's ends, null where it has none. */
  static String range(String from, String to) {
    return "[" + (from == null ? "UNBOUNDED" : from) + ", " + (to == null ? "UNBOUNDED" : to) + ")";
  }

  /** As BigQuery writes it: {@code 1-2 3 4:5:6.7}, each of the three parts with its sign. */
  static String interval(long months, long days, long nanos) {
    long time = Math.abs(nanos);
    StringBuilder text = new StringBuilder();
    text.append(months < 0 ? "-" : "").append(Math.abs(months) / 12).append('-');
    text.append(Math.abs(months) % 12).append(' ').append(days).append(' ');
    text.append(nanos < 0 ? "-" : "").append(time / (3600 * SECOND)).append(':');
    text.append(time / (60 * SECOND) % 60).append(':').append(time / SECOND % 60);
    if (time % SECOND != 0) {
      text.append('.')
          .append(Long.toString(SECOND + time % SECOND).substring(1).replaceFirst("0+$", ""));
    }
    return text.toString();
  }

  /** As {@link #interval(long, long, long)}; what cannot be read stays as it is. */
  static String interval(String text) {
    Matcher matcher = INTERVAL.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    long months = Long.parseLong(matcher.group(2)) * 12 + Long.parseLong(matcher.group(3));
    String fraction = matcher.group(9) == null ? "" : matcher.group(9);
    long nanos =
        ((Long.parseLong(matcher.group(6)) * 60 + Long.parseLong(matcher.group(7))) * 60
                    + Long.parseLong(matcher.group(8)))
                * SECOND
            + Long.parseLong((fraction + "000000000").substring(0, 9));
    return interval(
        matcher.group(1).isEmpty() ? months : -months,
        Long.parseLong(matcher.group(4)),
        matcher.group(5).isEmpty() ? nanos : -nanos);
  }

  /** What Bronze gets: arrays and structures as JSON. */
  static String text(Column column, Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      default -> {
        StringBuilder json = new StringBuilder();
        append(json, column, value);
        yield json.toString();
      }
    };
  }

  private static void append(StringBuilder json, Column column, Object value) {
    if (value == null) {
      json.append("null");
    } else if (column.repeated()) {
      String separator = "[";
      Column element = column.element();
      for (Object item : (List<?>) value) {
        json.append(separator);
        append(json, element, item);
        separator = ",";
      }
      json.append(separator.equals("[") ? "[]" : "]");
    } else if (value instanceof List<?> fields) {
      json.append('{');
      for (int i = 0; i < fields.size(); i++) {
        Column field = column.fields().get(i);
        quote(json.append(i == 0 ? "" : ","), field.name());
        append(json.append(':'), field, fields.get(i));
      }
      json.append('}');
    } else {
      scalar(json, column.kind(), (String) value);
    }
  }

  private static void scalar(StringBuilder json, Column.Kind kind, String text) {
    boolean bare =
        switch (kind) {
          case INT64, NUMERIC, BIGNUMERIC, BOOL -> true;
          // BigQuery keeps JSON only where it is valid.
          case JSON -> true;
          case FLOAT64 -> Character.isDigit(text.charAt(text.length() - 1));
          case STRING,
              BYTES,
              DATE,
              DATETIME,
              TIME,
              TIMESTAMP,
              GEOGRAPHY,
              INTERVAL,
              RANGE,
              STRUCT,
              OTHER ->
              false;
        };
    if (bare) {
      json.append(text);
    } else {
      quote(json, text);
    }
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"').append(JsonStringEncoder.getInstance().quoteAsString(text)).append('"');
  }
}
