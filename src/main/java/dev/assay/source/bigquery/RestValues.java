package dev.assay.source.bigquery;

import com.google.api.client.util.Data;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as the REST API's JSON has them. */
final class RestValues {
  private static final Pattern MICROSECONDS = Pattern.compile("-?\\d+");
  private static final Pattern SECONDS = Pattern.compile("-?[0-9.]+(E-?\\d+)?");
  private static final Pattern RANGE = Pattern.compile("\\[(.*), (.*)\\)");

  private RestValues() {}

  /** The value of a cell, as {@link Values} takes it. */
  static Object of(Column column, Object wire) {
    if (column.repeated()) {
      List<Object> items = new ArrayList<>();
      if (!isMissing(wire)) {
        for (Object item : (List<?>) wire) {
          items.add(of(column.element(), inside(item)));
        }
      }
      // A missing array and an empty one are the same to BigQuery.
      return items;
    }
    if (isMissing(wire)) {
      return null;
    }
    if (column.kind() == Column.Kind.STRUCT) {
      List<?> cells = (List<?>) ((Map<?, ?>) wire).get("f");
      List<Object> fields = new ArrayList<>();
      for (int i = 0; i < column.fields().size(); i++) {
        fields.add(of(column.fields().get(i), inside(cells.get(i))));
      }
      return fields;
    }
    return scalar(column.kind(), column.bound(), wire.toString());
  }

  private static boolean isMissing(Object wire) {
    return wire == null || Data.isNull(wire);
  }

  private static Object inside(Object cell) {
    return ((Map<?, ?>) cell).get("v");
  }

  private static String scalar(Column.Kind kind, Column.Kind bound, String text) {
    return switch (kind) {
      case INT64, STRING, DATE, GEOGRAPHY, JSON, STRUCT, OTHER -> text;
      case BOOL -> text.toLowerCase(java.util.Locale.ROOT);
      case FLOAT64 -> Values.floating(Double.parseDouble(text));
      case NUMERIC, BIGNUMERIC -> Values.decimal(new BigDecimal(text));
      case BYTES -> Values.hex(Base64.getDecoder().decode(text));
      case DATETIME -> Values.dateTime(LocalDateTime.parse(text.replace(' ', 'T')));
      case TIME -> Values.time(LocalTime.parse(text));
      case TIMESTAMP -> timestamp(text);
      case INTERVAL -> Values.interval(text);
      case RANGE -> range(bound, text);
    };
  }

  private static String timestamp(String text) {
    if (MICROSECONDS.matcher(text).matches()) {
      long micros = Long.parseLong(text);
      return Values.moment(
          Math.floorDiv(micros, 1_000_000), (int) Math.floorMod(micros, 1_000_000) * 1000);
    }
    if (SECONDS.matcher(text).matches()) {
      // Servers that were not told to write microseconds.
      long micros = new BigDecimal(text).movePointRight(6).longValueExact();
      return timestamp(Long.toString(micros));
    }
    Instant moment = Instant.parse(text.replace(' ', 'T').replaceFirst("\\+00(:00)?$", "Z"));
    return Values.moment(moment.getEpochSecond(), moment.getNano());
  }

  private static String range(Column.Kind bound, String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    return Values.range(end(bound, matcher.group(1)), end(bound, matcher.group(2)));
  }

  private static String end(Column.Kind bound, String text) {
    return text.equals("UNBOUNDED") || text.equals("NULL") ? null : scalar(bound, null, text);
  }
}
