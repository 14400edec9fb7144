package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.Cleaning.ParseDate;
import dev.assay.model.ColumnType;
import dev.assay.model.MonthLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How DuckDB reads dates and times.
 *
 * <p>Its own readers take two digits for a year ('05/01/21' is the year 21), wrap 24:00 into the
 * next day, week 53 into the next year and an offset of 25 hours into another day: a text passes
 * only in the one shape that its format has. Plain formats are then read by {@code strptime}; what
 * that does not know is taken apart, written as ISO has it and cast.
 */
final class DateSql {
  /** Days of a spreadsheet from 1927 to 2119: other numbers are no days. */
  private static final String SERIAL = "[1-7][0-9]{4}(?:[.][0-9]+)?";

  /** From 1973 to 2128 in seconds. */
  private static final String SECONDS = "(?:[1-9][0-9]{8}|[1-4][0-9]{9})(?:[.][0-9]{1,6}0*)?";

  private static final String MILLISECONDS = "(?:[1-9][0-9]{11}|[1-4][0-9]{12})(?:[.]0*)?";

  private DateSql() {}

  /** The value of a text, NULL where no format fits. */
  static String value(ParseDate date, ColumnType type, String text) {
    List<String> tries =
        date.formats().stream().map(format -> oneFormat(date, format, type, text)).toList();
    return tries.size() == 1 ? tries.getFirst() : "COALESCE(" + String.join(", ", tries) + ")";
  }

  private static String oneFormat(ParseDate date, String written, ColumnType type, String text) {
    if (DateFormat.isNumber(written)) {
      return moment(number(written, text), true, type);
    }
    String format = DateFormat.plain(written);
    if (DateFormat.has(format, "GV")) {
      String week = "try_strptime(" + extract(text, DateFormat.shape(format)) + ", ";
      String day = week + Quote.literal(format) + ")";
      // A week 53 that the year does not have is no date.
      return moment(
          "CASE WHEN strftime("
              + day
              + ", "
              + Quote.literal(format)
              + ") = "
              + text
              + " THEN "
              + day
              + " END",
          DateFormat.hasTime(format),
          type);
    }
    if (!plain(date, format)) {
      return taken(date, format, type, text);
    }
    String shaped = extract(text, DateFormat.shape(format));
    if (format.equals("%Y-%m-%d") && type == ColumnType.Simple.DATE) {
      return "TRY_CAST(" + shaped + " AS DATE)";
    }
    return moment(
        "try_strptime(" + shaped + ", " + Quote.literal(format) + ")",
        DateFormat.hasTime(format),
        type);
  }

  /** Whether {@code strptime} reads the format as it is meant. */
  private static boolean plain(ParseDate date, String format) {
    return !(DateFormat.has(format, "zZpqj")
        || (DateFormat.has(format, "bBaA") && !date.languages().isEmpty())
        || (DateFormat.has(format, "y") && date.firstYear() != Cleaning.POSIX_PIVOT));
  }

  private static String moment(String moment, boolean timed, ColumnType type) {
    if (type == ColumnType.Simple.DATE && timed) {
      // A time of day other than midnight would be lost.
      return "CASE WHEN CAST("
          + moment
          + " AS TIME) = TIME '00:00:00' THEN CAST("
          + moment
          + " AS DATE) END";
    }
    return "CAST(" + moment + " AS " + CleaningSql.typeName(type) + ")";
  }

  private static String extract(String text, String shape) {
    return "regexp_extract(" + text + ", " + Quote.literal("^" + shape + "$") + ")";
  }

  private static String number(String format, String text) {
    return switch (format) {
      case DateFormat.EPOCH_SECONDS ->
          "make_timestamp(CAST(TRY_CAST("
              + extract(text, SECONDS)
              + " AS DECIMAL(28,6)) * 1000000 AS BIGINT))";
      case DateFormat.EPOCH_MILLISECONDS ->
          "make_timestamp(CAST(TRY_CAST("
              + extract(text, MILLISECONDS)
              + " AS DECIMAL(18,0)) AS BIGINT) * 1000)";
      // A spreadsheet keeps the time as a fraction of a day, exact to well below a millisecond.
      default ->
          "TIMESTAMP '1899-12-30 00:00:00' + to_milliseconds(CAST(round(TRY_CAST("
              + extract(text, SERIAL)
              + " AS DOUBLE) * 86400000) AS BIGINT))";
    };
  }

  /** Takes the text apart and writes it as ISO has it. */
  private static String taken(ParseDate date, String format, ColumnType type, String text) {
    boolean lenient = !date.languages().isEmpty();
    StringBuilder shape = new StringBuilder();
    List<String> groups = new ArrayList<>();
    for (DateFormat.Part part : DateFormat.parts(format)) {
      shape.append(
          switch (part.directive()) {
            case 0 -> CleaningSql.escaped(part.text());
            case 'b', 'B' -> group("month_name", lenient ? "\\pL+" : "[A-Za-z]{3,9}", groups);
            case 'a', 'A' -> lenient ? "[\\pL-]+[.]?" : DateFormat.shape(part);
            case 'z' ->
                "(?:[Zz]|" + group("zone", "[+-](?:0[0-9]|1[0-4])", groups) + minutes(groups) + ")";
            case 'Z' -> group("zone_name", "[A-Za-z]{1,5}", groups);
            default -> group(name(part.directive()), DateFormat.shape(part), groups);
          });
      if (lenient && part.directive() == 'd') {
        shape.append("(?i:st|nd|rd|th|er|[ºª°])?");
      }
      if (lenient && (part.directive() == 'b' || part.directive() == 'B')) {
        shape.append("[.]?");
      }
    }
    StringBuilder names = new StringBuilder("[");
    groups.forEach(
        name -> names.append(names.length() > 1 ? ", " : "").append(Quote.literal(name)));
    String parts =
        "regexp_extract(" + text + ", " + Quote.literal("^" + shape + "$") + ", " + names + "])";
    Taken taken = new Taken(parts, groups);
    String time = taken.time();
    if (type == ColumnType.Simple.TIME) {
      return "TRY_CAST(" + time + " AS TIME)";
    }
    String day = taken.day(date);
    if (time.isEmpty() && type == ColumnType.Simple.TIMESTAMPTZ && taken.has("zone")) {
      return "TRY_CAST("
          + day
          + " || ' 00:00:00'"
          + taken.zone()
          + " AS "
          + CleaningSql.typeName(type)
          + ")";
    }
    if (time.isEmpty()) {
      return "TRY_CAST(" + day + " AS " + CleaningSql.typeName(type) + ")";
    }
    if (type == ColumnType.Simple.DATE) {
      return moment("TRY_CAST(" + day + " || ' ' || " + time + " AS TIMESTAMP)", true, type);
    }
    return "TRY_CAST("
        + day
        + " || ' ' || "
        + time
        + taken.zone()
        + " AS "
        + CleaningSql.typeName(type)
        + ")";
  }

  private static String minutes(List<String> groups) {
    return "(?::?" + group("zone_minutes", "[0-5][0-9]", groups) + ")?";
  }

  /** Fields of a struct differ in more than case. */
  private static String name(char directive) {
    return switch (directive) {
      case 'Y' -> "year";
      case 'y' -> "short_year";
      case 'm' -> "month";
      case 'd' -> "day";
      case 'q' -> "quarter";
      case 'H' -> "hour";
      case 'I' -> "half_day_hour";
      case 'p' -> "half_day";
      case 'M' -> "minute";
      case 'S' -> "second";
      case 'f' -> "fraction";
      case 'j' -> "day_of_year";
      default -> throw new IllegalArgumentException("'%" + directive + "' cannot be taken apart.");
    };
  }

  private static String group(String name, String shape, List<String> groups) {
    groups.add(name);
    return "(" + shape + ")";
  }

  /** The groups that a format was taken apart into, as expressions over {@code parts}. */
  private record Taken(String parts, List<String> groups) {
    private String part(String name) {
      return "(" + parts + ")." + Quote.identifier(name);
    }

    private boolean has(String name) {
      return groups.contains(name);
    }

    String day(ParseDate date) {
      if (has("day_of_year")) {
        // The engine takes day 366 of a short year for the first of the next.
        String day =
            "try_strptime(" + year(date) + " || '-' || " + part("day_of_year") + ", '%Y-%j')";
        return "CASE WHEN strftime("
            + day
            + ", '%j') = "
            + part("day_of_year")
            + " THEN strftime("
            + day
            + ", '%Y-%m-%d') END";
      }
      return year(date)
          + " || '-' || "
          + month(date)
          + " || '-' || "
          + (has("day") ? part("day") : "'01'");
    }

    private String year(ParseDate date) {
      if (has("year")) {
        return part("year");
      }
      int first = date.firstYear();
      return "CASE WHEN "
          + part("short_year")
          + " >= "
          + Quote.literal("%02d".formatted(first % 100))
          + " THEN "
          + Quote.literal(String.valueOf(first / 100))
          + " ELSE "
          + Quote.literal(String.valueOf(first / 100 + (first % 100 == 0 ? 0 : 1)))
          + " END || "
          + part("short_year");
    }

    private String month(ParseDate date) {
      if (has("month")) {
        return part("month");
      }
      if (has("quarter")) {
        return "CASE "
            + part("quarter")
            + " WHEN '1' THEN '01' WHEN '2' THEN '04' WHEN '3' THEN '07' WHEN '4' THEN '10' END";
      }
      if (!has("month_name")) {
        return "'01'";
      }
      List<MonthLanguage> languages =
          date.languages().isEmpty() ? List.of(MonthLanguage.EN) : date.languages();
      Map<String, String> months = new TreeMap<>();
      for (MonthLanguage language : languages) {
        for (int i = 0; i < 12; i++) {
          String month = Quote.literal("%02d".formatted(i + 1));
          language.months().get(i).forEach(name -> months.put(Quote.literal(name), month));
        }
      }
      StringJoiner names = new StringJoiner(", ", "MAP {", "}");
      months.forEach((name, month) -> names.add(name + ": " + month));
      // A map computes its key once, where a CASE would for every name.
      return names + "[lower(strip_accents(" + part("month_name") + "))]";
    }

    /** Hours, minutes and seconds, or nothing where the format has no time. */
    String time() {
      if (!has("hour") && !has("half_day_hour")) {
        return "";
      }
      String hour =
          has("hour")
              ? part("hour")
              : "CAST(TRY_CAST("
                  + part("half_day_hour")
                  + " AS INTEGER) % 12 + CASE WHEN lower(left("
                  + part("half_day")
                  + ", 1)) = 'p' THEN 12 ELSE 0 END AS VARCHAR)";
      return hour
          + " || ':' || "
          + (has("minute") ? part("minute") : "'00'")
          + " || ':' || "
          + (has("second") ? part("second") : "'00'")
          + (has("fraction") ? " || '.' || " + part("fraction") : "");
    }

    String zone() {
      if (has("zone")) {
        return (" || CASE WHEN %1$s = '' THEN '+00' ELSE %1$s END || ':'"
                + " || CASE WHEN %2$s = '' THEN '00' ELSE %2$s END")
            .formatted(part("zone"), part("zone_minutes"));
      }
      return has("zone_name")
          ? " || " + ZoneNames.offsets() + "[upper(" + part("zone_name") + ")]"
          : "";
    }
  }
}
