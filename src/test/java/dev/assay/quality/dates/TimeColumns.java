package dev.assay.quality.dates;

import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.TIME;
import static dev.assay.quality.TrueType.TIMESTAMP;
import static dev.assay.quality.TrueType.TIMESTAMPTZ;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Days with times, with and without a zone; numbers that count; weeks, months and quarters. */
public final class TimeColumns {
  private static final List<String> HEADERS =
      List.of("created_at", "timestamp", "Zeitpunkt", "event", "col1");
  private static final List<String> COUNTING =
      List.of("created_at", "timestamp", "event_time", "ts");

  private TimeColumns() {}

  public static Stream<GeneratedTable> tables() {
    List<Kind> kinds = new ArrayList<>();
    local(kinds);
    zoned(kinds);
    counting(kinds);
    coarse(kinds);
    return kinds.stream().flatMap(Moments::tables);
  }

  private static Function<LocalDateTime, String> pattern(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.US);
    return format::format;
  }

  private static Kind seconds(String pattern) {
    return Kind.of(pattern, TIMESTAMP, HEADERS, Moments.times(time -> time, pattern(pattern)))
        .withMissing("N/A", "-", "NULL", "")
        .withDirt("2021-01-05 25:00:00", "never", "2021-02-30 10:00:00");
  }

  private static Kind minutes(String pattern) {
    return Kind.of(
            pattern,
            TIMESTAMP,
            HEADERS,
            Moments.times(time -> time.truncatedTo(ChronoUnit.MINUTES), pattern(pattern)))
        .withMissing("N/A", "-", "NULL", "");
  }

  private static void local(List<Kind> kinds) {
    kinds.add(seconds("yyyy-MM-dd HH:mm:ss"));
    kinds.add(seconds("yyyy-MM-dd'T'HH:mm:ss"));
    kinds.add(seconds("yyyy/MM/dd HH:mm:ss"));
    kinds.add(seconds("yyyyMMdd'T'HHmmss"));
    kinds.add(seconds("yyyyMMddHHmmss"));
    kinds.add(seconds("MMM d, yyyy h:mm:ss a"));
    kinds.add(seconds("EEE MMM dd HH:mm:ss yyyy"));
    kinds.add(minutes("yyyy-MM-dd HH:mm"));
    kinds.add(minutes("yyyy-MM-dd h:mm a"));
    for (String pattern :
        new String[] {
          "dd/MM/yyyy HH:mm", "M/d/yyyy h:mm a", "dd.MM.yyyy HH:mm", "MM-dd-yyyy HH:mm"
        }) {
      kinds.add(minutes(pattern).ambiguousWhere(Moments.noLateDay()));
    }
    kinds.add(
        Kind.of(
            "h:mm a.m.",
            TIMESTAMP,
            HEADERS,
            Moments.times(
                time -> time.truncatedTo(ChronoUnit.MINUTES),
                time ->
                    pattern("yyyy-MM-dd h:mm ").apply(time)
                        + (time.getHour() < 12 ? "a.m." : "p.m."))));
    for (String pattern :
        new String[] {
          "yyyy-MM-dd HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", "yyyy-MM-dd HH:mm:ss,SSS"
        }) {
      kinds.add(
          Kind.of(
              pattern,
              TIMESTAMP,
              HEADERS,
              Moments.times(
                  time ->
                      time.withNano(
                          time.getSecond()
                              * (pattern.endsWith("SSSSSS") ? 16_123_000 : 16_000_000)),
                  time -> pattern(pattern).apply(time))));
    }
    kinds.add(
        Kind.of(
            "days, and times with fractions or none",
            TIMESTAMP,
            HEADERS,
            Moments.cells((random, time) -> {
              LocalDateTime cut =
                  time.truncatedTo(random.nextBoolean() ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
              return Cell.value(
                  pattern(
                          cut.equals(cut.truncatedTo(ChronoUnit.DAYS))
                              ? "yyyy-MM-dd"
                              : "yyyy-MM-dd HH:mm:ss")
                      .apply(cut),
                  Moments.truth(cut));
            })));
    for (String pattern : new String[] {"HH:mm", "HH:mm:ss", "hh:mm a", "h:mm a"}) {
      kinds.add(
          Kind.of(
              "time of day " + pattern,
              TIME,
              List.of("opens", "start_time", "uhrzeit"),
              Moments.cells((_, time) -> {
                LocalDateTime cut =
                    pattern.contains("ss") ? time : time.truncatedTo(ChronoUnit.MINUTES);
                return Cell.value(pattern(pattern).apply(cut), Moments.truth(cut).substring(11));
              })));
    }
  }

  private static Kind instant(String name, String pattern, String zone, String offset) {
    return Kind.of(
            name,
            TIMESTAMPTZ,
            HEADERS,
            Moments.times(time -> time, time -> pattern(pattern).apply(time) + zone, offset))
        .withMissing("N/A", "-", "NULL", "")
        .withDirt("2021-01-05T10:00:00+25:00", "never");
  }

  private static void zoned(List<Kind> kinds) {
    String extended = "yyyy-MM-dd'T'HH:mm:ss";
    kinds.add(instant("2021-01-05T10:00:00Z", extended, "Z", "+00"));
    kinds.add(instant("2021-01-05T10:00:00+05:30", extended, "+05:30", "+05:30"));
    kinds.add(instant("2021-01-05T10:00:00-0800", extended, "-0800", "-08:00"));
    kinds.add(instant("20210105T101500Z", "yyyyMMdd'T'HHmmss", "Z", "+00"));
    kinds.add(instant("2021-01-05 10:00:00 UTC", "yyyy-MM-dd HH:mm:ss", " UTC", "+00"));
    kinds.add(instant("2021-01-05 10:00:00 GMT", "yyyy-MM-dd HH:mm:ss", " GMT", "+00"));
    kinds.add(instant("2021-01-05 10:00:00 +0100", "yyyy-MM-dd HH:mm:ss", " +0100", "+01:00"));
    kinds.add(
        instant("Tue, 05 Jan 2021 10:00:00 +0000", "EEE, dd MMM yyyy HH:mm:ss", " +0000", "+00"));
    kinds.add(instant("05/Jan/2021:10:00:00 -0500", "dd/MMM/yyyy:HH:mm:ss", " -0500", "-05:00"));
    kinds.add(
        instant(
            "Tue Jan 05 2021 10:00:00 GMT+0100",
            "EEE MMM dd yyyy HH:mm:ss",
            " GMT+0100",
            "+01:00"));
    kinds.add(
        Kind.of(
            "offsets of summer and winter",
            TIMESTAMPTZ,
            HEADERS,
            Moments.cells((_, time) -> {
              boolean summer = time.getMonthValue() > 3 && time.getMonthValue() < 11;
              return Cell.value(
                  pattern(extended).apply(time) + (summer ? "+02:00" : "+01:00"),
                  Moments.truth(time) + (summer ? "+02:00" : "+01:00"));
            })));
    kinds.add(
        Kind.of(
            "CET and CEST",
            TIMESTAMPTZ,
            HEADERS,
            Moments.cells((_, time) -> {
              boolean summer = time.getMonthValue() > 3 && time.getMonthValue() < 11;
              return Cell.value(
                  pattern("yyyy-MM-dd HH:mm:ss").apply(time) + (summer ? " CEST" : " CET"),
                  Moments.truth(time) + (summer ? "+02:00" : "+01:00"));
            })));
    kinds.add(
        Kind.of(
                "with an offset or without",
                TIMESTAMPTZ,
                HEADERS,
                Moments.cells((random, time) ->
                    Cell.value(
                        pattern(extended).apply(time) + (random.nextInt(3) == 0 ? "" : "Z"),
                        Moments.truth(time) + "+00")))
            .ambiguousWhere(cells ->
                cells.stream().anyMatch(cell -> cell.raw() != null && !cell.raw().endsWith("Z"))));
  }

  private static void counting(List<Kind> kinds) {
    kinds.add(
        Kind.of(
            "seconds since 1970",
            TIMESTAMPTZ,
            COUNTING,
            Moments.times(
                time -> time, time -> String.valueOf(time.toEpochSecond(ZoneOffset.UTC)), "+00")));
    kinds.add(
        Kind.of(
            "milliseconds since 1970",
            TIMESTAMPTZ,
            COUNTING,
            Moments.times(
                time -> time.withNano(time.getMinute() * 1_000_000),
                time -> String.valueOf(time.toInstant(ZoneOffset.UTC).toEpochMilli()),
                "+00")));
    kinds.add(
        Kind.of(
            "seconds since 1970 with a fraction",
            TIMESTAMPTZ,
            COUNTING,
            Moments.times(
                time -> time.withNano(500_000_000),
                time -> time.toEpochSecond(ZoneOffset.UTC) + ".5",
                "+00")));
    LocalDate zero = LocalDate.of(1899, 12, 30);
    List<String> dates = List.of("order_date", "invoice date", "shipped_on", "Datum");
    kinds.add(
        Kind.of(
                "days of a spreadsheet",
                DATE,
                dates,
                Moments.days(day -> String.valueOf(ChronoUnit.DAYS.between(zero, day))))
            .withMissing("N/A", ""));
    kinds.add(
        Kind.of(
            "days of a spreadsheet with times",
            TIMESTAMP,
            dates,
            Moments.times(
                time -> time.truncatedTo(ChronoUnit.HOURS).withHour(time.getHour() / 6 * 6),
                time ->
                    ChronoUnit.DAYS.between(zero, time.toLocalDate())
                        + List.of("", ".25", ".5", ".75").get(time.getHour() / 6))));
    kinds.add(
        Kind.of(
            "days of a spreadsheet beside plain dates",
            DATE,
            List.of("x", "Wann"),
            Moments.anyOf(
                List.of(
                    LocalDate::toString,
                    LocalDate::toString,
                    day -> String.valueOf(ChronoUnit.DAYS.between(zero, day))))));
  }

  private static void coarse(List<Kind> kinds) {
    List<String> headers = List.of("period", "month", "reporting_date");
    kinds.add(
        Kind.of(
            "2021-W05",
            DATE,
            headers,
            Moments.cells((_, time) -> {
              LocalDate day = time.toLocalDate();
              LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
              return Cell.value(week(day), monday.toString());
            })));
    kinds.add(
        Kind.of(
            "2021-W05-3",
            DATE,
            headers,
            Moments.days(day -> week(day) + "-" + day.getDayOfWeek().getValue())));
    kinds.add(
        first("2021-Q1", headers, 3, day -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3));
    kinds.add(
        first(
            "Q1 2021",
            headers,
            3,
            day -> "Q" + (day.getMonthValue() + 2) / 3 + " " + day.getYear()));
    kinds.add(
        first(
            "2021-01", headers, 1, day -> "%d-%02d".formatted(day.getYear(), day.getMonthValue())));
    kinds.add(
        first(
            "01/2021",
            List.of("reporting date", "date"),
            1,
            day -> "%02d/%d".formatted(day.getMonthValue(), day.getYear())));
    kinds.add(first("Jan 2021", headers, 1, day -> pattern("MMM yyyy").apply(day.atStartOfDay())));
    kinds.add(
        first("January 2021", headers, 1, day -> pattern("MMMM yyyy").apply(day.atStartOfDay())));
  }

  private static Kind first(
      String name, List<String> headers, int months, Function<LocalDate, String> text) {
    return Kind.of(
        name,
        DATE,
        headers,
        random -> {
          int start = 2000 + random.nextInt(15);
          return () -> {
            LocalDate day =
                LocalDate.of(
                    start + random.nextInt(8), 1 + random.nextInt(12) / months * months, 1);
            return Cell.value(text.apply(day), day.toString());
          };
        });
  }

  private static String week(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
