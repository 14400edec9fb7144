package dev.assay.ask;

import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the cells of a column begin, as year * 10,000 + month * 100 + day, read only where every
 * cell is a time: a year, a season such as "1999-2000", a month or a day.
 */
final class CellTimes {
  private static final Set<String> NAMES =
      Set.of(
          "year",
          "years",
          "season",
          "date",
          "dates",
          "tenure",
          "term",
          "built",
          "founded",
          "established",
          "opened",
          "released",
          "release",
          "launched",
          "commissioned",
          "election",
          "olympics",
          "born",
          "died",
          "debut",
          "edition",
          "since",
          "completed",
          "introduced",
          "closed",
          "period",
          "reign",
          "active",
          "elected",
          "withdrawn",
          "when",
          "first",
          "last",
          "title",
          "final");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[0-9]|20)\\d\\d(?!\\d)");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(?<day>\\d{1,2})\\s+)?(?<month>[A-Za-z]{3,9})\\.?\\s*(?<other>\\d{1,2})?(?:,?\\s+(?<year>\\d{4}))?");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?<from>(1[0-9]|20)\\d\\d)\\s*(?:[-–—/]\\s*(?:\\d{2,4}|present|current|now)?)?(?:[(\\[].*)?",
          Pattern.CASE_INSENSITIVE);

  private CellTimes() {}

  static List<BigDecimal> read(String name, ValueKind kind, List<String> cells, BitSet summaries) {
    boolean named = NameWords.of(name).stream().anyMatch(NAMES::contains);
    if (kind.isNumeric() && !named || kind == ValueKind.BOOLEAN || kind == ValueKind.UUID) {
      return List.of();
    }
    List<BigDecimal> times = new ArrayList<>();
    int present = 0;
    int withYear = 0;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      BigDecimal time = CellNumbers.isMissing(cell) || summaries.get(i) ? null : time(cell.strip());
      if (time == null && !CellNumbers.isMissing(cell) && !summaries.get(i)) {
        return List.of();
      }
      times.add(time);
      if (time != null) {
        present++;
        withYear += time.signum() > 0 && time.intValue() >= 10_000_000 ? 1 : 0;
      }
    }
    return present >= 2 && withYear == present ? times : List.of();
  }

  private static BigDecimal time(String cell) {
    if (cell.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      return of(
          Integer.parseInt(cell.substring(0, 4)),
          Integer.parseInt(cell.substring(5, 7)),
          Integer.parseInt(cell.substring(8, 10)));
    }
    Matcher span = SPAN.matcher(cell);
    if (span.matches()) {
      return of(Integer.parseInt(span.group("from")), 0, 0);
    }
    Matcher day = DAY.matcher(cell.replaceAll("\\s*\\[[^\\]]*\\]$", ""));
    if (day.matches() && day.group("year") != null) {
      String month = day.group("month").toLowerCase(Locale.ROOT);
      int at = MONTHS.indexOf(month.substring(0, 3));
      if (at < 0) {
        return null;
      }
      String number = day.group("day") != null ? day.group("day") : day.group("other");
      return of(
          Integer.parseInt(day.group("year")),
          at + 1,
          number == null ? 0 : Integer.parseInt(number));
    }
    return null;
  }

  /** 1 to 12 for the English name of a month, or 0. */
  static int month(String word) {
    return word.length() < 3
            || !word.matches(
                "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?")
        ? 0
        : MONTHS.indexOf(word.substring(0, 3)) + 1;
  }

  private static BigDecimal of(int year, int month, int day) {
    return BigDecimal.valueOf(year * 10_000L + month * 100L + day);
  }

  /** The years that a cell names. */
  static List<Integer> years(String cell) {
    List<Integer> years = new ArrayList<>();
    Matcher matcher = YEAR.matcher(cell);
    while (matcher.find()) {
      years.add(Integer.valueOf(matcher.group()));
    }
    return years;
  }
}
