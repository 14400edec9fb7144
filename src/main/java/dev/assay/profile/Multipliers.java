package dev.assay.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words behind a number that multiply it: {@code 1.2k}, {@code 3 Mio. €}. */
final class Multipliers {
  /**
   * A word behind a number that may multiply it.
   *
   * @param word lower-cased
   * @param power of ten
   * @param sure whether it means nothing else; {@code m} may be metres
   * @param capital whether it is one capital letter right behind the number
   * @param rest what stands behind it, as written
   */
  record Found(String word, int power, boolean sure, boolean capital, String rest) {}

  private static final Map<String, Integer> POWERS = new HashMap<>();

  static {
    Map.of(
            3, "k|thousand|thousands|tsd|tsd.|thsd|tys|tys.|tis|tis.|тыс|тыс.",
            4, "万|萬|만",
            5, "lakh|lakhs|lac|lacs",
            6,
                "m|mn|mln|mio|mio.|million|millions|millionen|millones|milhões|milioni|млн|млн.|milj|milj.",
            7, "crore|crores",
            8, "亿|億|억",
            9,
                "b|bn|bln|billion|billions|mrd|mrd.|mld|mld.|mia|mia.|milliarden|milliards|млрд|млрд.",
            12, "t|tn|trn|trillion|trillions")
        .forEach((power, words) ->
            List.of(words.split("\\|", -1)).forEach(word -> POWERS.put(word, power)));
  }

  private static final Pattern WORD = Pattern.compile("(\\s*)(\\p{L}+\\.?)\\s*(.*)");

  /** What is counted follows such a sign without a blank: 25万円. */
  private static final Pattern SIGN_AND_COUNTED = Pattern.compile("(\\s*)([万萬만亿億억])(\\p{L}.*)");

  private Multipliers() {}

  /** What begins a suffix, given as written with the blanks before it. */
  static Optional<Found> of(String suffix) {
    Matcher match = SIGN_AND_COUNTED.matcher(suffix);
    if (!match.matches()) {
      match = WORD.matcher(suffix);
      if (!match.matches()) {
        return Optional.empty();
      }
    }
    String word = match.group(2).toLowerCase(Locale.ROOT);
    Integer power = POWERS.get(word);
    if (power == null) {
      return Optional.empty();
    }
    boolean attached = match.group(1).isEmpty();
    // "300 K" may be a temperature; a letter right behind the digits is no unit that we know.
    boolean sure = word.equals("k") ? attached : word.length() > 1 || power == 4 || power == 8;
    boolean capital =
        attached && word.length() == 1 && Character.isUpperCase(match.group(2).charAt(0));
    if (word.equals("t") && !capital) {
      return Optional.empty();
    }
    return Optional.of(new Found(word, power, sure, capital, match.group(3).strip()));
  }

  /** Ten to a power of {@link Found}. */
  static long tenTo(int power) {
    long result = 1;
    for (int i = 0; i < power; i++) {
      result *= 10;
    }
    return result;
  }
}
