package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How well words fit the name of a column: level by level, the closest first. */
final class NameFit {
  private NameFit() {}

  /**
   * Level 0 is the whole name, 1 without dispensable parts, 2 its last words, 3 any of its words.
   */
  static boolean fits(List<String> phrase, ColumnIndex.Named column, int level) {
    if (level == 0) {
      return phrase.equals(column.stems())
          || phrase.size() == 1 && column.whole().equals(phrase.getFirst());
    }
    List<String> kept = column.kept();
    if (kept.isEmpty() || phrase.size() > kept.size()) {
      return false;
    }
    return switch (level) {
      case 1 -> phrase.equals(kept);
      case 2 -> phrase.equals(kept.subList(kept.size() - phrase.size(), kept.size()));
      default ->
          IntStream.rangeClosed(0, kept.size() - phrase.size())
              .anyMatch(i -> phrase.equals(kept.subList(i, i + phrase.size())));
    };
  }

  /** Level 0 is the whole name, 1 without dispensable parts, 2 its last word, 3 its first. */
  static boolean alike(List<Words.Word> phrase, ColumnIndex.Named column, int level) {
    List<String> name =
        switch (level) {
          case 0 -> column.words();
          case 1 -> column.kept();
          case 2 ->
              column.kept().size() > 1
                  ? column.kept().subList(column.kept().size() - 1, column.kept().size())
                  : List.of();
          default -> column.kept().size() > 1 ? column.kept().subList(0, 1) : List.of();
        };
    if (name.size() != phrase.size() || name.isEmpty()) {
      return false;
    }
    return IntStream.range(0, name.size()).allMatch(i -> alike(phrase.get(i), name.get(i)))
        || name.size() > 1 && alikeInAnyOrder(phrase, name);
  }

  /** Adjectives stand before nouns in one language and behind them in another. */
  private static boolean alikeInAnyOrder(List<Words.Word> phrase, List<String> name) {
    List<String> left = new ArrayList<>(name);
    for (Words.Word word : phrase) {
      Optional<String> found = left.stream().filter(part -> alike(word, part)).findFirst();
      if (found.isEmpty()) {
        return false;
      }
      left.remove(found.get());
    }
    return true;
  }

  private static boolean alike(Words.Word word, String name) {
    return Concepts.same(word.lower(), name)
        || Concepts.same(word.stem(), name)
        || Concepts.same(word.stem(), NameWords.singular(name))
        || plural(word.lower()).equals(plural(name))
        || Cognates.same(word.lower(), name);
  }

  /** Plurals of Portuguese and Spanish, cut to what they share with the singular. */
  private static String plural(String word) {
    if (word.length() < 5) {
      return word;
    }
    return word.replaceAll("(oes|aes|ao)$", "ao")
        .replaceAll("(ais|ales)$", "al")
        .replaceAll("(?<=[rlndz])es$", "")
        .replaceAll("s$", "");
  }
}
