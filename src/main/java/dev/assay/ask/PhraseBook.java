package dev.assay.ask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The phrases of one language and the words of the grammar that each stands for. */
final class PhraseBook {
  /**
   * A phrase that was found.
   *
   * @param words how many words of the question it takes
   * @param canonical what the grammar reads instead
   */
  record Phrase(int words, List<String> canonical) {}

  private static final Map<Language, PhraseBook> BOOKS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      BOOKS.put(language, new PhraseBook(language));
    }
  }

  private final Map<String, List<Entry>> byFirst = new HashMap<>();
  private final Set<String> telling = new HashSet<>();

  private record Entry(List<String> phrase, List<String> canonical) {}

  private PhraseBook(Language language) {
    for (String line : TextResource.lines("/ask/phrases/" + language.code() + ".txt")) {
      int sign = line.indexOf(" = ");
      String canonical = line.substring(0, sign).strip();
      for (String text : line.substring(sign + 3).split("\\|", -1)) {
        List<String> phrase = List.of(text.strip().split("[\\s-]+"));
        if (canonical.equals("*")) {
          telling.addAll(phrase);
        } else {
          byFirst
              .computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>())
              .add(new Entry(phrase, List.of(canonical.split(" "))));
        }
      }
    }
    byFirst.values().forEach(list -> list.sort((a, b) -> b.phrase().size() - a.phrase().size()));
  }

  static PhraseBook of(Language language) {
    return BOOKS.get(language);
  }

  /** The longest phrase that begins at word {@code at}; words are folded. */
  Optional<Phrase> at(List<String> words, int at) {
    for (Entry entry : byFirst.getOrDefault(words.get(at), List.of())) {
      int end = at + entry.phrase().size();
      if (end <= words.size() && words.subList(at, end).equals(entry.phrase())) {
        return Optional.of(new Phrase(entry.phrase().size(), entry.canonical()));
      }
    }
    return Optional.empty();
  }

  /** How many of the words speak for this language. */
  int score(List<String> words) {
    int score = 0;
    for (int i = 0; i < words.size(); ) {
      Optional<Phrase> phrase = at(words, i);
      int length = phrase.map(Phrase::words).orElse(1);
      score += phrase.isPresent() ? length : 0;
      for (int j = i; j < i + length; j++) {
        score += telling.contains(words.get(j)) ? 1 : 0;
      }
      i += length;
    }
    return score;
  }
}
