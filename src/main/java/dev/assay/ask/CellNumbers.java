package dev.assay.ask;

import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that stand inside texts, read only where every cell of the column is written alike: as a
 * number, a number with one unit, a place such as "3rd", or a clock's time.
 */
final class CellNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<before>[^\\d\\s+\\-–−.]{0,3}\\s*)(?<sign>[-−+])?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*\\.?\\d+)\\.?"
              + "(?<after>\\s*(?:%|st|nd|rd|th|[\\p{L}/²°$€£]{1,12})?)(?<note>\\s*(?:\\([^)]*\\)|\\[[^\\]]*\\]|\\*|†)*)");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d+):)?(\\d{1,2}):(\\d{2}(?:\\.\\d+)?)");
  private static final Set<String> MISSING =
      Set.of(
          "",
          "-",
          "–",
          "—",
          "--",
          "----",
          "——",
          "n/a",
          "na",
          "none",
          "?",
          "tba",
          "tbd",
          "unknown",
          "dnf",
          "dns",
          "dsq",
          "dnq",
          "dq",
          "bye",
          "nc",
          "ret",
          "wd",
          "cancelled",
          "canceled",
          "postponed");

  private CellNumbers() {}

  static List<BigDecimal> read(ValueKind kind, List<String> cells, BitSet summaries) {
    List<BigDecimal> numbers = new ArrayList<>();
    if (kind.isNumeric()) {
      cells.forEach(cell -> numbers.add(number(cell)));
      return numbers;
    }
    if (kind != ValueKind.TEXT) {
      return List.of();
    }
    Set<String> units = new HashSet<>();
    boolean clock = false;
    int present = 0;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (isMissing(cell)) {
        numbers.add(null);
        continue;
      }
      String first = first(cell);
      Matcher number = NUMBER.matcher(first);
      Matcher time = CLOCK.matcher(first);
      if (time.matches()) {
        clock = true;
        numbers.add(seconds(time));
      } else if (number.matches()) {
        String unit = number.group("after").strip().toLowerCase();
        units.add(number.group("before").strip() + (unit.matches("st|nd|rd|th") ? "th" : unit));
        BigDecimal value = number(number.group("number").replace(",", ""));
        String sign = number.group("sign");
        numbers.add(sign == null || sign.equals("+") ? value : value.negate());
      } else if (summaries.get(i)) {
        numbers.add(null);
        continue;
      } else {
        return List.of();
      }
      present++;
    }
    boolean alike = clock ? units.isEmpty() : units.size() == 1;
    return alike && present >= 2 ? numbers : List.of();
  }

  /** What stands before a line's end or before the same in another unit: "629 / 192". */
  private static String first(String cell) {
    return cell.strip()
        .split("\\n", 2)[0]
        .replaceFirst("^(\\d[\\d,.]*)\\s*/\\s*\\d[\\d,.]*$", "$1")
        .strip();
  }

  static boolean isMissing(String cell) {
    return cell == null || MISSING.contains(cell.strip().toLowerCase());
  }

  private static BigDecimal seconds(Matcher clock) {
    BigDecimal sixty = BigDecimal.valueOf(60);
    BigDecimal hours = new BigDecimal(clock.group(1) == null ? "0" : clock.group(1));
    return hours
        .multiply(sixty)
        .add(new BigDecimal(clock.group(2)))
        .multiply(sixty)
        .add(new BigDecimal(clock.group(3)));
  }

  private static BigDecimal number(String text) {
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
