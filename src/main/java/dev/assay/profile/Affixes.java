package dev.assay.profile;

import dev.assay.model.MonthLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether what stands around the numbers of a column may be taken off: one unit or currency
 * may, several may never become one number.
 */
final class Affixes {
  /** A number, in absolute terms, with what stands around it, right behind it or after a blank. */
  record Affixed(String prefix, String suffix, boolean attached, double value, long rows) {}

  /**
   * What was found.
   *
   * @param strip texts to take off, longest first
   * @param refusal why the column cannot be one number, or null
   * @param says what is taken off, as part of a sentence, or null
   * @param notes what a person should be told
   * @param drops endings that say more than the unit and are dropped
   * @param apart whether it is refused since numbers with and without a unit differ in size
   */
  record Verdict(
      List<String> strip,
      String refusal,
      String says,
      List<String> notes,
      List<String> drops,
      boolean apart) {}

  /** Below this share of all values an unknown word is dirt, not a unit. */
  private static final double UNKNOWN_UNIT_SHARE = 0.95;

  /** A unit on fewer of the numbers than this is rather part of another kind of value. */
  private static final double RARE_UNIT_SHARE = 0.1;

  /** Words behind the unit on at least this share of the rows are kinds of things. */
  private static final double KIND_SHARE = 0.05;

  /**
   * Debit, whose numbers are negative; ordinals, months, days of the week, halves of days, eras and
   * words that may multiply.
   */
  private static final Pattern NOT_UNITS =
      Pattern.compile(
          "dr|db|soll|haben|am|pm|bc|bce|ad|ce|vchr|nchr|th|st|nd|rd|mil|jt|jan.*|feb.*|mar(ch)?|apr.*|may|june?|july?|aug.*|sep.*|oct.*|nov.*|dec.*"
              + "|(mon|tue|wed|thu|fri|sat|sun).*");

  /**
   * Japanese, Chinese and Korean count in a letter or two, which are no parts of codes; some stand
   * for tens of thousands, but a thousand grams are one unit.
   */
  private static final String COUNTERS =
      "千[克米瓦卡]|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}&&[^年月日时時分号號番級级万萬亿億兆千百만억조천백]]{1,3}";

  /** Eras whose letters are units where they have no dots. */
  private static final Set<String> ERAS = Set.of("a.c.", "d.c.");

  /** Pieces, where German and Swedish write them short. */
  private static final String PIECES = "st.";

  private Affixes() {}

  /** Which prefixes and suffixes count as written around a number of this column. */
  interface Known {
    boolean test(NumberForm number);
  }

  /** Currencies, units that are no rare exception, and a word that nearly all numbers have. */
  static Known known(List<Affixed> numbers) {
    long total = numbers.stream().mapToLong(Affixed::rows).sum();
    Map<String, Long> words = new HashMap<>();
    Map<String, Long> units = new HashMap<>();
    for (Affixed number : numbers) {
      String behind = Units.behindCents(number.suffix());
      Units.of(behind)
          .ifPresentOrElse(
              family -> units.merge(family.name(), number.rows(), Long::sum),
              () -> words.merge(singular(behind), number.rows(), Long::sum));
    }
    long different = numbers.stream().mapToDouble(Affixed::value).distinct().count();
    return number -> {
      String behind = Units.behindCents(number.suffix());
      String word = singular(behind);
      return (number.prefix().isEmpty() || Units.known(number.prefix()))
          && (behind.isEmpty()
              || Units.of(behind)
                  // "1930s" beside years is no second.
                  .map(family ->
                      family.currency()
                          || family.name().equals("%")
                          || units.getOrDefault(family.name(), 0L) >= RARE_UNIT_SHARE * total)
                  .orElseGet(() ->
                      unit(word, number.attached())
                          && words.getOrDefault(word, 0L) >= UNKNOWN_UNIT_SHARE * total
                          && different >= 3));
    };
  }

  /** One plain word may be a unit that we do not know; a letter is part of a code. */
  private static boolean unit(String word, boolean attached) {
    return word.matches(
            attached
                ? "\\p{L}{3,}|" + COUNTERS
                : "\\p{L}{2,}\\.?|\\p{L}+/\\p{L}+|(?:\\p{L}{1,3}\\.){2,}")
        && (word.equals(PIECES) || !notUnit(word));
  }

  private static boolean notUnit(String word) {
    String letters = word.replace(".", "");
    return NOT_UNITS.matcher(letters).matches()
        || ERAS.contains(word)
        // "3 set." are days of September, "3 set" are three of something.
        || word.endsWith(".")
            && Stream.of(MonthLanguage.values())
                .anyMatch(language -> language.month(letters).isPresent());
  }

  private static String singular(String word) {
    return word.replaceAll("(?<=\\p{L}\\p{L})s$", "");
  }

  /** What to make of numbers whose affixes are all {@link #known}. */
  static Verdict judge(List<Affixed> numbers) {
    Map<String, Long> families = new TreeMap<>();
    Map<String, Long> descriptions = new TreeMap<>();
    TreeSet<String> strip =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    long bare = 0;
    for (Affixed number : numbers) {
      if (bare(number)) {
        bare += number.rows();
      }
      if (!number.prefix().isEmpty()) {
        Units.before(number.prefix())
            .ifPresent(family -> families.merge(family.name(), number.rows(), Long::sum));
        strip.add(number.prefix());
      }
      String behind = Units.behindCents(number.suffix());
      if (!number.suffix().isEmpty() && behind.isEmpty()) {
        // "12,-" says that there are no cents.
        strip.add(number.suffix());
      } else if (!number.suffix().isEmpty()) {
        Optional<Units.Family> unit = Units.of(behind);
        if (unit.isEmpty() && Units.currency(number.prefix()).isPresent()) {
          // What every price says behind, such as "each" or "excl.", is no second unit.
          descriptions.merge(number.suffix(), number.rows(), Long::sum);
        } else {
          families.merge(unit.map(Units.Family::name).orElse(behind), number.rows(), Long::sum);
        }
        if (unit.isPresent() && Units.saysMore(behind)) {
          descriptions.merge(number.suffix(), number.rows(), Long::sum);
        }
        strip.add(number.suffix());
      }
    }
    if (strip.isEmpty()) {
      return new Verdict(List.of(), null, null, List.of(), List.of(), false);
    }
    if (families.keySet().stream().map(Affixes::singular).distinct().count() > 1) {
      return refused(
          "Its numbers carry different units ("
              + String.join(", ", families.keySet())
              + "), which must not become one number.",
          false);
    }
    if (tellApart(descriptions, numbers.stream().mapToLong(Affixed::rows).sum())) {
      return refused(
          "The words after its unit tell things apart ("
              + String.join(", ", descriptions.keySet().stream().limit(3).toList())
              + "), so they must not be dropped.",
          false);
    }
    if (families.isEmpty()) {
      return new Verdict(List.copyOf(strip), null, null, List.of(), List.of(), false);
    }
    String family = families.keySet().iterator().next();
    double ratio = bare == 0 ? 1 : ratio(numbers);
    // Shares and percentages overlap; of other units only sizes apart say that they differ.
    boolean differ = (ratio > 10 || ratio < 0.1) && (family.equals("%") || apart(numbers));
    if (differ) {
      return refused(
          "Values with and without '" + family + "' differ in size, so they may not mean the same.",
          true);
    }
    List<String> notes = new ArrayList<>();
    String says = "'" + family + "' is taken off";
    if (family.equals("%")) {
      says =
          bare == 0
              ? "the percent sign is taken off and the number kept: 12.5% becomes 12.5, not 0.125"
              : "the percent sign is taken off and the number kept, since values with and without it are of the same size";
      notes.add(says + ".");
    } else if (Units.of(strip.getFirst()).isEmpty() && Units.currency(strip.getFirst()).isEmpty()) {
      notes.add("the word '" + family + "' after its numbers is taken off.");
    }
    if (!descriptions.isEmpty()) {
      notes.add(
          "further words after the unit are dropped in "
              + descriptions.values().stream().mapToLong(Long::longValue).sum()
              + " cells ("
              + String.join(", ", descriptions.keySet().stream().limit(3).toList())
              + "); Bronze keeps them.");
    }
    return new Verdict(
        List.copyOf(strip), null, says, notes, List.copyOf(descriptions.keySet()), false);
  }

  private static Verdict refused(String why, boolean apart) {
    return new Verdict(List.of(), why, null, List.of(), List.of(), apart);
  }

  /** Whether what is said behind the unit tells things apart: 128GB SSD, 500GB HDD. */
  private static boolean tellApart(Map<String, Long> descriptions, long rows) {
    long described = descriptions.values().stream().mapToLong(Long::longValue).sum();
    long most = descriptions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return descriptions.values().stream().filter(count -> count >= KIND_SHARE * rows).count() >= 2
        || rows - described + most < rows / 2.0;
  }

  /** How the typical number with an affix compares to the typical bare one. */
  private static double ratio(List<Affixed> numbers) {
    double with = median(numbers.stream().filter(n -> !bare(n)).toList());
    double without = median(numbers.stream().filter(Affixes::bare).toList());
    return with == 0 || without == 0 ? 1 : with / without;
  }

  /** Whether all numbers with an affix are larger than all bare ones, or all are smaller. */
  private static boolean apart(List<Affixed> numbers) {
    DoubleSummaryStatistics with =
        numbers.stream().filter(n -> !bare(n)).mapToDouble(Affixed::value).summaryStatistics();
    DoubleSummaryStatistics without =
        numbers.stream().filter(Affixes::bare).mapToDouble(Affixed::value).summaryStatistics();
    return with.getMin() > without.getMax() || without.getMin() > with.getMax();
  }

  private static boolean bare(Affixed number) {
    return number.prefix().isEmpty() && number.suffix().isEmpty();
  }

  private static double median(List<Affixed> numbers) {
    long half = numbers.stream().mapToLong(Affixed::rows).sum() / 2;
    double median = 0;
    for (Affixed number :
        numbers.stream().sorted(Comparator.comparingDouble(Affixed::value)).toList()) {
      median = number.value();
      half -= number.rows();
      if (half < 0) {
        break;
      }
    }
    return median;
  }
}
