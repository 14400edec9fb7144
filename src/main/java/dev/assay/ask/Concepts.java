package dev.assay.ask;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Words that name one thing, across languages. */
final class Concepts {
  private static final Map<String, Set<String>> ALIKE = new HashMap<>();
  private static final Map<String, Set<String>> COUNTRIES = countries();

  /** The words that lines begin with. */
  private static final Set<String> ENGLISH = new HashSet<>();

  private static final Pattern ROMANCE =
      Pattern.compile(".*([ao]s?|ao|oes|cion|ciones|dad|dade|[ae]l|il|or|ez|es|e)");

  static {
    for (String line : TextResource.lines("/ask/concepts.txt")) {
      List<String> words = Arrays.asList(line.split(" "));
      ENGLISH.add(words.getFirst());
      for (String word : words) {
        ALIKE.computeIfAbsent(word, _ -> new LinkedHashSet<>()).addAll(words);
      }
    }
  }

  private Concepts() {}

  /** Whether a word is one that English has here, and it alone. */
  static boolean isEnglish(String word) {
    return ENGLISH.contains(word);
  }

  /** Whether a folded word is Portuguese or Spanish, as far as is known here. */
  static boolean isRomance(String word) {
    return ALIKE.containsKey(word) && !ENGLISH.contains(word) && ROMANCE.matcher(word).matches();
  }

  /** The words that mean what a folded word means, itself not included. */
  static Set<String> of(String word) {
    Set<String> found = new LinkedHashSet<>(ALIKE.getOrDefault(word, Set.of()));
    found.addAll(COUNTRIES.getOrDefault(word, Set.of()));
    found.remove(word);
    return found;
  }

  /** Whether two folded words mean one thing. */
  static boolean same(String one, String other) {
    return one.equals(other) || ALIKE.getOrDefault(one, Set.of()).contains(other);
  }

  /** Whether a folded text names a country. */
  static boolean isCountry(String text) {
    return COUNTRIES.containsKey(text);
  }

  /** What each country is called in each language. */
  private static Map<String, Set<String>> countries() {
    Map<String, Set<String>> countries = new TreeMap<>();
    for (String code : Locale.getISOCountries()) {
      Set<String> names = new LinkedHashSet<>();
      for (Language language : Language.values()) {
        names.add(
            TextResource.folded(Locale.of("", code).getDisplayCountry(Locale.of(language.code()))));
      }
      names.forEach(
          name -> countries.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(names));
    }
    Set<String> states =
        Set.of(
            "usa",
            "us",
            "united states",
            "united states of america",
            "eua",
            "estados unidos",
            "eeuu");
    Set<String> kingdom = Set.of("uk", "united kingdom", "great britain", "reino unido");
    for (Set<String> names : List.of(states, kingdom)) {
      names.forEach(
          name -> countries.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(names));
    }
    return countries;
  }
}
