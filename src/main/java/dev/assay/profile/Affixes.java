package dev.assay.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides whether what stands around the numbers of a column may be taken off: one unit or currency
 * may, several may never become one number.
 */
final class Affixes {
  /** A number, in absolute terms, with what stands around it. */
  record Affixed(String prefix, String suffix, double value, long rows) {}

  /**
   * What was found.
   *
   * @param strip texts to take off, longest first
   * @param refusal why the column cannot be one number, or null
   * @param says what is taken off, as part of a sentence, or null
   * @param notes what a person should be told
   * @param drops endings that say more than the unit and are dropped
   */
  record Verdict(
      List<String> strip, String refusal, String says, List<String> notes, List<String> drops) {}

  /** Below this share of all values an unknown word is dirt, not a unit. */
  private static final double UNKNOWN_UNIT_SHARE = 0.95;

  private Affixes() {}

  static Verdict judge(List<Affixed> numbers) {
    Map<String, Long> families = new TreeMap<>();
    Map<String, Long> unknown = new HashMap<>();
    Map<String, Long> descriptions = new TreeMap<>();
    TreeSet<String> strip =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    long total = 0;
    long bare = 0;
    for (Affixed number : numbers) {
      total += number.rows();
      if (number.prefix().isEmpty() && number.suffix().isEmpty()) {
        bare += number.rows();
        continue;
      }
      if (!number.prefix().isEmpty()) {
        Optional<Units.Family> currency = Units.currency(number.prefix());
        if (currency.isEmpty()) {
          unknown.merge("before " + number.prefix(), number.rows(), Long::sum);
        }
        currency.ifPresent(family -> families.merge(family.name(), number.rows(), Long::sum));
        strip.add(number.prefix());
      }
      if (!number.suffix().isEmpty()) {
        Optional<Units.Family> unit = Units.of(number.suffix());
        if (unit.isEmpty()) {
          unknown.merge(number.suffix().replaceAll("(?<=..)s$", ""), number.rows(), Long::sum);
        } else {
          families.merge(unit.get().name(), number.rows(), Long::sum);
          if (Units.saysMore(number.suffix())) {
            descriptions.merge(number.suffix(), number.rows(), Long::sum);
          }
        }
        strip.add(number.suffix());
      }
    }
    List<String> words = List.copyOf(strip);
    if (strip.isEmpty()) {
      return new Verdict(List.of(), null, null, List.of(), List.of());
    }
    if (families.size() + unknown.size() > 1) {
      return refused(
          "Its numbers carry different units or words ("
              + String.join(", ", first(families, unknown))
              + "), which must not become one number.");
    }
    if (!unknown.isEmpty()) {
      return unknownUnit(unknown, words, numbers, total);
    }
    String family = families.keySet().iterator().next();
    List<String> notes = new ArrayList<>();
    double ratio = bare == 0 || bare == total ? 1 : ratio(numbers);
    if (ratio > 10 || ratio < 0.1) {
      return refused(
          "Values with and without '"
              + family
              + "' differ in size, so they may not mean the same.");
    }
    String says = "'" + family + "' is taken off";
    if (family.equals("%")) {
      says =
          bare == 0
              ? "the percent sign is taken off and the number kept: 12.5% becomes 12.5"
              : "the percent sign is taken off and the number kept, since values with and without it are of the same size";
      notes.add(says + ".");
    }
    if (!descriptions.isEmpty()) {
      notes.add(
          "further words after the unit are dropped in "
              + descriptions.values().stream().mapToLong(Long::longValue).sum()
              + " cells ("
              + String.join(", ", descriptions.keySet().stream().limit(3).toList())
              + "); Bronze keeps them.");
    }
    return new Verdict(words, null, says, notes, List.copyOf(descriptions.keySet()));
  }

  private static Verdict unknownUnit(
      Map<String, Long> unknown, List<String> words, List<Affixed> numbers, long total) {
    String word = unknown.keySet().iterator().next();
    long rows = unknown.get(word);
    long different = numbers.stream().mapToDouble(Affixed::value).distinct().count();
    // One plain word after nearly every number is a unit that we do not know; a letter is a code.
    boolean unit =
        word.matches("[\\p{L}]{3,}")
            && rows >= UNKNOWN_UNIT_SHARE * total
            && different >= 3
            && !word.matches("th|st|nd|rd");
    return unit
        ? new Verdict(
            words,
            null,
            "the word '" + word + "' after every number is taken off",
            List.of("the word '" + word + "' after its numbers is taken off."),
            List.of())
        : refused("Its numbers carry words that are no unit, such as '" + words.getFirst() + "'.");
  }

  private static Verdict refused(String why) {
    return new Verdict(List.of(), why, null, List.of(), List.of());
  }

  private static List<String> first(Map<String, Long> families, Map<String, Long> unknown) {
    List<String> all = new ArrayList<>(families.keySet());
    unknown.keySet().stream().sorted().forEach(all::add);
    return all.stream().limit(4).toList();
  }

  /** How the typical number with an affix compares to the typical bare one. */
  private static double ratio(List<Affixed> numbers) {
    double with = median(numbers.stream().filter(n -> !bare(n)).toList());
    double without = median(numbers.stream().filter(Affixes::bare).toList());
    return with == 0 || without == 0 ? 1 : with / without;
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
