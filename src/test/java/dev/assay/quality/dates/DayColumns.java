package dev.assay.quality.dates;

import static dev.assay.quality.TrueType.DATE;
import static dev.assay.quality.TrueType.TIMESTAMP;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Days written with digits, in every order and with every separator. */
public final class DayColumns {
  private static final List<String> HEADERS =
      List.of("order_date", "Datum", "wann", "delivered on", "fecha", "column 3", "DataNascita");

  private DayColumns() {}

  public static Stream<GeneratedTable> tables() {
    return kinds().stream().flatMap(Moments::tables);
  }

  static String dmy(LocalDate day, String sign) {
    return "%02d%s%02d%s%d"
        .formatted(day.getDayOfMonth(), sign, day.getMonthValue(), sign, day.getYear());
  }

  static String mdy(LocalDate day, String sign) {
    return "%02d%s%02d%s%d"
        .formatted(day.getMonthValue(), sign, day.getDayOfMonth(), sign, day.getYear());
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (String sign : new String[] {"-", "/", ".", "_", " "}) {
      kinds.add(
          plain(
              "year first with '" + sign + "'",
              day ->
                  "%d%s%02d%s%02d"
                      .formatted(
                          day.getYear(), sign, day.getMonthValue(), sign, day.getDayOfMonth())));
    }
    kinds.add(
        plain(
            "year first, not padded",
            day -> day.getYear() + "-" + day.getMonthValue() + "-" + day.getDayOfMonth()));
    kinds.add(
        Kind.of(
                "eight digits",
                DATE,
                List.of("order_date", "day", "dt", "created_at"),
                Moments.days(DayColumns::compact))
            .withMissing("0", "-")
            .withDirt("20211345", "unknown"));
    kinds.add(
        plain(
            "ideographs",
            day -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"));
    for (String sign : new String[] {"/", "-", ".", " "}) {
      kinds.add(open("day first with '" + sign + "'", day -> dmy(day, sign)));
      kinds.add(open("month first with '" + sign + "'", day -> mdy(day, sign)));
    }
    kinds.add(
        open(
            "day first, not padded",
            day -> day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear()));
    kinds.add(
        open(
            "month first, not padded",
            day -> day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear()));
    kinds.add(
        Kind.of(
                "all days up to the twelfth",
                DATE,
                HEADERS,
                random -> {
                  boolean dayFirst = random.nextBoolean();
                  return () -> {
                    LocalDate day =
                        LocalDate.of(
                            2015 + random.nextInt(9),
                            1 + random.nextInt(12),
                            1 + random.nextInt(12));
                    return Cell.value(dayFirst ? dmy(day, "/") : mdy(day, "/"), day.toString());
                  };
                })
            .ambiguousWhere(_ -> true));
    kinds.add(
        Kind.of(
                "both orders in one column",
                DATE,
                HEADERS,
                random -> {
                  var days = Moments.days(random);
                  return () -> {
                    LocalDate day = days.get();
                    return Cell.value(
                        random.nextBoolean() ? dmy(day, "/") : mdy(day, "/"), day.toString());
                  };
                })
            .ambiguousWhere(_ -> true));
    shortYears(kinds);
    mixes(kinds);
    return kinds;
  }

  private static String compact(LocalDate day) {
    return "%d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static void shortYears(List<Kind> kinds) {
    for (String sign : new String[] {"/", "-", "."}) {
      kinds.add(
          shortYear(
              "day first, two digits of the year, '" + sign + "'",
              day -> dmy(day, sign).replaceFirst("\\d\\d(\\d\\d)$", "$1"),
              LocalDate::getDayOfMonth,
              day -> day.getYear() % 100));
      kinds.add(
          shortYear(
              "month first, two digits of the year, '" + sign + "'",
              day -> mdy(day, sign).replaceFirst("\\d\\d(\\d\\d)$", "$1"),
              LocalDate::getMonthValue,
              day -> day.getYear() % 100));
      kinds.add(
          shortYear(
              "year first, two digits of it, '" + sign + "'",
              day ->
                  "%02d%s%02d%s%02d"
                      .formatted(
                          day.getYear() % 100,
                          sign,
                          day.getMonthValue(),
                          sign,
                          day.getDayOfMonth()),
              day -> day.getYear() % 100,
              LocalDate::getDayOfMonth));
    }
    kinds.add(
        Kind.of(
                "births of the last century",
                DATE,
                List.of("birth date", "dob"),
                random ->
                    () -> {
                      LocalDate day = LocalDate.of(1931, 1, 1).plusDays(random.nextInt(25_000));
                      return Cell.value(
                          dmy(day, "/").replaceFirst("\\d\\d(\\d\\d)$", "$1"), day.toString());
                    })
            .ambiguousWhere(Moments.noLateDay()));
    kinds.add(
        Kind.of(
                "years of either century",
                DATE,
                List.of("maturity", "date"),
                random -> {
                  int century = random.nextBoolean() ? 1900 : 2000;
                  return () -> {
                    LocalDate day =
                        LocalDate.of(century + 33 + random.nextInt(30), 1, 1)
                            .plusDays(random.nextInt(365));
                    return Cell.value(
                        dmy(day, "/").replaceFirst("\\d\\d(\\d\\d)$", "$1"), day.toString());
                  };
                })
            .ambiguousWhere(_ -> true));
  }

  private static void mixes(List<Kind> kinds) {
    Function<LocalDate, String> iso = LocalDate::toString;
    kinds.add(
        Kind.of(
                "year first or day first",
                DATE,
                HEADERS,
                Moments.anyOf(List.of(iso, day -> dmy(day, "/"))))
            .ambiguousWhere(open(day -> day.contains("/"))));
    kinds.add(
        Kind.of(
                "three separators, day first",
                DATE,
                HEADERS,
                Moments.anyOf(
                    List.of(day -> dmy(day, "/"), day -> dmy(day, "-"), day -> dmy(day, "."))))
            .ambiguousWhere(cells ->
                open(day -> day.contains("/")).test(cells)
                    || open(day -> day.contains("-")).test(cells)));
    kinds.add(
        Kind.of(
                "day first with dots, month first with slashes",
                DATE,
                HEADERS,
                Moments.anyOf(List.of(day -> dmy(day, "."), day -> mdy(day, "/"))))
            .ambiguousWhere(cells ->
                open(day -> day.contains("/")).test(cells)
                    || open(day -> day.contains(".")).test(cells)));
    kinds.add(
        Kind.of(
            // Midnight is a time that somebody wrote.
            "five ways with the year first",
            TIMESTAMP,
            HEADERS,
            Moments.anyOf(
                List.of(
                    iso,
                    day -> iso.apply(day).replace('-', '/'),
                    day -> iso.apply(day).replace('-', '.'),
                    DayColumns::compact,
                    day -> iso.apply(day) + " 00:00:00"))));
  }

  /** Whether no value of a way of writing has a day above twelve. */
  private static java.util.function.Predicate<List<Cell>> open(
      java.util.function.Predicate<String> written) {
    return cells ->
        Moments.values(cells).anyMatch(cell -> written.test(cell.raw()))
            && Moments.values(cells)
                .filter(cell -> written.test(cell.raw()))
                .noneMatch(cell -> Moments.day(cell) > 12);
  }

  private static Kind plain(String name, Function<LocalDate, String> text) {
    return Kind.of(name, DATE, HEADERS, Moments.days(text))
        .withMissing("N/A", "-", "null", "")
        .withDirt("unknown date", "2021-02-30", "soon", "2021-13-01");
  }

  private static Kind open(String name, Function<LocalDate, String> text) {
    return Kind.of(name, DATE, HEADERS, Moments.days(text))
        .withMissing("N/A", "-", "")
        .withDirt("unknown", "31/02/2021", "00/00/0000", "tbd")
        .ambiguousWhere(Moments.noLateDay());
  }

  /**
   * @param first the first number
   * @param last the last number
   */
  private static Kind shortYear(
      String name,
      Function<LocalDate, String> text,
      ToIntFunction<LocalDate> first,
      ToIntFunction<LocalDate> last) {
    return Kind.of(name, DATE, HEADERS, Moments.days(text))
        .withMissing("N/A", "")
        .ambiguousWhere(cells -> {
          List<LocalDate> days =
              Moments.values(cells).map(cell -> LocalDate.parse(cell.truth())).toList();
          // Two digits of a year to come may be a hundred years old.
          return days.stream().anyMatch(Moments::toCome)
              || !seen(days, first, last) && !seen(days, last, first) && !single(days, text);
        });
  }

  /** Whether a reader sees days in one number and years in the other. */
  private static boolean seen(
      List<LocalDate> days, ToIntFunction<LocalDate> day, ToIntFunction<LocalDate> year) {
    Set<Integer> numbers = new HashSet<>();
    Set<Integer> years = new HashSet<>();
    days.forEach(date -> {
      numbers.add(day.applyAsInt(date));
      years.add(year.applyAsInt(date));
    });
    return numbers.size() >= 20
        && numbers.stream().anyMatch(number -> number >= 29)
        && years.stream().mapToInt(i -> i).max().orElse(0)
                - years.stream().mapToInt(i -> i).min().orElse(0)
            < 12
        && years.stream().filter(Set.of(1, 15, 28, 29, 30, 31)::contains).count() * 2
            < years.size();
  }

  /** Whether only one of the three orders makes days of the calendar of all. */
  private static boolean single(List<LocalDate> days, Function<LocalDate, String> text) {
    boolean[] fits = {true, true, true};
    for (LocalDate day : days) {
      String[] parts = text.apply(day).split("[-/.]");
      int a = Integer.parseInt(parts[0]);
      int b = Integer.parseInt(parts[1]);
      int c = Integer.parseInt(parts[2]);
      fits[0] &= exists(2000 + c, b, a);
      fits[1] &= exists(2000 + c, a, b);
      fits[2] &= exists(2000 + a, b, c);
    }
    return (fits[0] ? 1 : 0) + (fits[1] ? 1 : 0) + (fits[2] ? 1 : 0) == 1;
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (java.time.DateTimeException _) {
      return false;
    }
  }
}
