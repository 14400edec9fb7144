package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that say yes or no, in many words and languages. */
final class TruthWords {
  /**
   * Words of one language for yes and for no.
   *
   * @param yes first the one to complete a column with that never says it
   */
  private record Language(List<String> yes, List<String> no) {
    /** Words of each side separated by blanks. */
    static Language of(String yes, String no) {
      return new Language(List.of(yes.split(" ")), List.of(no.split(" ")));
    }

    /** Whether a column says both yes and no in this language. */
    boolean bothIn(Set<String> words) {
      return yes.stream().anyMatch(words::contains) && no.stream().anyMatch(words::contains);
    }
  }

  private static final List<Language> LANGUAGES =
      List.of(
          Language.of("true", "false"),
          Language.of("yes", "no"),
          Language.of("on", "off"),
          Language.of("true yes on", "false no off"),
          Language.of("sí si sì", "no"),
          Language.of("sim", "não nao"),
          Language.of("oui", "non"),
          Language.of("ja", "nein nej nei nee"),
          Language.of("tak", "nie ні"),
          Language.of("áno", "nie"),
          Language.of("ano", "ne"),
          Language.of("да", "нет не"),
          Language.of("так", "ні"),
          Language.of("da", "ne nu"),
          Language.of("evet", "hayır hayir"),
          Language.of("ya", "tidak"),
          Language.of("igen", "nem"),
          Language.of("kyllä jah", "ei"),
          Language.of("taip", "ne"),
          Language.of("jā", "nē"),
          Language.of("ναι", "όχι οχι"),
          Language.of("はい", "いいえ"),
          Language.of("是", "否 不是"),
          Language.of("有", "无"),
          Language.of("예 네", "아니오 아니요"),
          Language.of("نعم", "لا"),
          Language.of("כן", "לא"),
          Language.of("हाँ हां", "नहीं"),
          Language.of("có", "không"),
          Language.of("ใช่", "ไม่ใช่"),
          Language.of("wahr", "falsch"),
          Language.of("vrai", "faux"),
          Language.of("verdadero verdadeiro vero", "falso"),
          Language.of("waar", "onwaar"),
          Language.of("prawda", "fałsz"),
          Language.of("истина", "ложь"),
          Language.of("✓ ✔ ☑ ✅", "✗ ✘ ☐ ❌"));

  /** Letters that mean yes and no wherever both are found. */
  private static final List<Language> LETTERS =
      List.of(Language.of("y", "n"), Language.of("t", "f"), Language.of("j", "n"));

  /** What means yes and no only where the column's name asks for it. */
  private static final List<Language> BY_NAME =
      List.of(
          Language.of("1", "0"),
          Language.of("s", "n"),
          Language.of("o", "n"),
          Language.of("v", "f"),
          Language.of("active", "inactive"),
          Language.of("enabled", "disabled"),
          Language.of("checked", "unchecked"),
          Language.of("aktiv", "inaktiv"),
          Language.of("activo", "inactivo"),
          Language.of("ativo", "inativo"),
          Language.of("actif", "inactif"),
          Language.of("attivo", "inattivo"));

  private static final Language ENGLISH = Language.of("y t 1", "n f 0");

  private static final Set<String> DIGITS = Set.of("0", "1");

  private static final int MOST_WORDS = 40;

  private TruthWords() {}

  /** The reading as truth values, where nearly all of the values are such words. */
  static Optional<Guess> of(String name, List<ValueCount> values) {
    Set<String> words = new TreeSet<>();
    for (ValueCount value : values) {
      words.add(word(value));
      if (words.size() > MOST_WORDS) {
        return Optional.empty();
      }
    }
    if (words.equals(Set.of("x"))) {
      return Optional.of(
          Guess.of(
              ColumnType.Simple.BOOLEAN,
              "Its cells are crossed or left empty, so a cross is a yes.",
              new Cleaning.ParseBoolean(List.of("x"), List.of("no"))));
    }
    boolean flag = IdentifierNames.flag(name);
    List<Language> spoken = spoken(words, flag);
    Set<String> yes = found(words, spoken.stream().map(Language::yes));
    Set<String> no = found(words, spoken.stream().map(Language::no));
    long total = values.stream().mapToLong(ValueCount::count).sum();
    long fitting =
        values.stream()
            .filter(value -> yes.contains(word(value)) || no.contains(word(value)))
            .mapToLong(ValueCount::count)
            .sum();
    if (!Guesser.enough(fitting, total) || fitting == 0) {
      return Optional.empty();
    }
    Guess truth = guess(yes, no, spoken);
    return Optional.of(
        DIGITS.containsAll(words) && IdentifierNames.counted(name)
            ? Guess.of(
                    ColumnType.Simple.INTEGER,
                    "0 and 1 may be counted, and the name does not ask whether something is so.")
                .withRivals(List.of(truth.withRivals(List.of())))
            : truth);
  }

  /** The languages in which the column speaks. */
  private static List<Language> spoken(Set<String> words, boolean flag) {
    List<Language> spoken =
        new ArrayList<>(
            Stream.of(LANGUAGES, LETTERS, flag ? BY_NAME : List.<Language>of())
                .flatMap(List::stream)
                .filter(language -> language.bothIn(words))
                .toList());
    // One word alone, such as "No", is no answer to anything, unless the name asks.
    if (spoken.isEmpty()) {
      Stream.of(LANGUAGES, LETTERS, BY_NAME)
          .flatMap(List::stream)
          .filter(language -> flag || language.equals(LANGUAGES.getFirst()))
          .filter(language ->
              Stream.of(language.yes(), language.no())
                  .flatMap(List::stream)
                  .anyMatch(words::contains))
          .findFirst()
          .ifPresent(spoken::add);
    }
    // Beside "yes" also "Y" and "1" mean it.
    if (spoken.stream().anyMatch(LANGUAGES::contains)) {
      spoken.add(ENGLISH);
    }
    return spoken;
  }

  private static Set<String> found(Set<String> words, Stream<List<String>> sides) {
    return sides
        .flatMap(List::stream)
        .filter(words::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Guess guess(Set<String> yes, Set<String> no, List<Language> spoken) {
    List<String> affirmative = new ArrayList<>(yes);
    List<String> negative = new ArrayList<>(no);
    complete(affirmative, negative, spoken);
    Guess truth =
        Guess.of(
            ColumnType.Simple.BOOLEAN,
            "The values only say yes ("
                + String.join(", ", affirmative)
                + ") or no ("
                + String.join(", ", negative)
                + ").",
            new Cleaning.ParseBoolean(affirmative, negative));
    boolean digits = yes.equals(Set.of("1")) || no.equals(Set.of("0"));
    return digits
        ? truth.withRivals(List.of(Guess.of(ColumnType.Simple.INTEGER, "0 and 1 may be counted.")))
        : truth;
  }

  /** A flag that was never set must be readable once it is. */
  private static void complete(List<String> yes, List<String> no, List<Language> spoken) {
    List<Language> pairs = new ArrayList<>(spoken);
    Arrays.asList("y n", "t f", "1 0")
        .forEach(pair -> pairs.add(Language.of(pair.substring(0, 1), pair.substring(2))));
    for (Language pair : pairs) {
      boolean said = pair.yes().stream().anyMatch(yes::contains);
      boolean denied = pair.no().stream().anyMatch(no::contains);
      if (said && !denied) {
        no.add(pair.no().getFirst());
      } else if (denied && !said) {
        yes.add(pair.yes().getFirst());
      }
    }
  }

  private static String word(ValueCount value) {
    return value.value().strip().toLowerCase(Locale.ROOT);
  }
}
