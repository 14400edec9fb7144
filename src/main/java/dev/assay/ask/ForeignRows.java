package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.Optional;

/**
 * What rows are called in another language than the table's: "fires per cause" of a table of
 * incendios. Nobody can know all words of all languages, but what is counted first is what a table
 * is about; the answer says how the word was taken.
 */
final class ForeignRows {
  private ForeignRows() {}

  /** A question that says "rows" instead, and the word that stood there. */
  record Replaced(String question, String word) {}

  /** Empty where the table speaks the question's language, or no such word is there. */
  static Optional<Replaced> of(Words words, Vocabulary vocabulary) {
    if (speaksRomance(vocabulary) != (words.language() == Language.ENGLISH)) {
      return Optional.empty();
    }
    for (int i = 0; i < words.count(); i++) {
      Words.Word word = words.get(i);
      boolean first = i == 0 || isCount(words, i) || i == 1 && words.at(0, "the|all|of");
      boolean noun =
          word.kind() == Words.Kind.WORD
              && word.lower().length() > 3
              && word.lower().endsWith("s")
              && !Ignored.isIgnored(word.lower())
              && !GrainWords.ADVERBS.containsKey(word.lower())
              && !word.lower().matches("does|was|is|this|has|weeks|days|months|years|quarters");
      if (first && noun && !isKnown(words, i, vocabulary)) {
        return Optional.of(new Replaced(words.replaced(i, 1, words.say("word.rows")), word.text()));
      }
    }
    return Optional.empty();
  }

  private static boolean isCount(Words words, int i) {
    return words.at(i - 2, "how", "many")
        || words.at(i - 2, "number|share|rate", "of")
        || words.at(i - 3, "number|share", "of", "the|all")
        || words.at(i - 1, "most|fewest");
  }

  private static boolean isKnown(Words words, int i, Vocabulary vocabulary) {
    return new Lexicon(words, vocabulary.index()).column(i, _ -> true).isPresent()
        || new Lexicon(words, vocabulary.index()).measure(i).isPresent()
        || !new ValueFinder(words, vocabulary).at(i, 1).isEmpty()
        || RowNames.is(vocabulary, words.get(i));
  }

  /** Whether more names of columns are Portuguese or Spanish than English. */
  private static boolean speaksRomance(Vocabulary vocabulary) {
    long english =
        vocabulary.roles().stream()
            .flatMap(role -> NameWords.of(role.name()).stream())
            .filter(Concepts::isEnglish)
            .count();
    long romance =
        vocabulary.roles().stream()
            .flatMap(role -> NameWords.of(role.name()).stream())
            .filter(word -> Concepts.isRomance(TextResource.folded(word)))
            .count();
    return romance > english;
  }
}
