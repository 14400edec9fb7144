package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the values that words of a question name, as they stand or in another form of the word. */
final class ValueFinder {
  static final int LONGEST = 5;

  private final Words words;
  private final Vocabulary vocabulary;

  ValueFinder(Words words, Vocabulary vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
  }

  /** The values that {@code length} free words from {@code at} on name. */
  List<Vocabulary.Value> at(int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (!words.free(i)) {
        return List.of();
      }
    }
    String text = text(at, length);
    List<Vocabulary.Value> found = written(text);
    if (!found.isEmpty() || words.get(at).kind() == Words.Kind.QUOTED) {
      return found;
    }
    String folded = plain(text);
    found = written(folded);
    if (found.isEmpty() && folded.length() > 3) {
      found = written(NameWords.singular(folded));
    }
    if (found.isEmpty() && length == 1 && folded.length() > 5 && folded.endsWith("ed")) {
      // "failed" is what 'fail' says.
      found = written(TimeColumn.root(folded));
    }
    return found.isEmpty() && folded.length() > 1 ? meaning(folded) : found;
  }

  /** The text of some words, as a value would be written. */
  String text(int at, int length) {
    return length == 1 ? words.get(at).text() : words.phrase(at, length);
  }

  /** A value with underscores is spoken with blanks. */
  static String plain(String text) {
    return TextResource.folded(text).replaceAll("[_\\s-]+", " ").strip();
  }

  private List<Vocabulary.Value> written(String text) {
    return vocabulary.values().getOrDefault(text.strip().toLowerCase(Locale.ROOT), List.of());
  }

  /** "Alemania" is 'Germany' and "pagos" are 'paid' where the table writes English. */
  private List<Vocabulary.Value> meaning(String folded) {
    List<Vocabulary.Value> found = new ArrayList<>();
    Set<String> meanings = new LinkedHashSet<>(Concepts.of(folded));
    meanings.addAll(Concepts.of(NameWords.singular(folded)));
    for (String same : meanings) {
      found.addAll(written(same));
    }
    if (found.isEmpty() && words.language() != Language.ENGLISH && !folded.contains(" ")) {
      vocabulary
          .values()
          .forEach((key, values) -> {
            if (Cognates.same(folded, key)) {
              found.addAll(values);
            }
          });
    }
    return found.stream().distinct().toList();
  }

  /** The values of one column that stand at {@code at}, the longest phrase first. */
  Optional<Found> of(String column, int at) {
    for (int length = LONGEST; length > 0; length--) {
      List<Vocabulary.Value> found =
          at(at, length).stream().filter(value -> value.column().equals(column)).toList();
      if (!found.isEmpty()) {
        return Optional.of(new Found(texts(found), length));
      }
    }
    return Optional.empty();
  }

  static Set<String> texts(List<Vocabulary.Value> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(value -> texts.add(value.text()));
    return texts;
  }

  /**
   * Values of one column.
   *
   * @param words how many words they take
   */
  record Found(Set<String> texts, int words) {}
}
