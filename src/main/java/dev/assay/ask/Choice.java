package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that fit several columns are a choice for the asker, never for us; unless other words of
 * the question say the rest of one column's name.
 */
final class Choice {
  private Choice() {}

  /** The one column that fits, or the question which one is meant. */
  static ColumnRole only(Words words, Lexicon.Match match) {
    return only(words, match, "");
  }

  /** As above; {@code before} stands before the column in the questions to ask instead. */
  static ColumnRole only(Words words, Lexicon.Match match, String before) {
    if (match.columns().size() == 1) {
      return match.columns().getFirst();
    }
    Optional<ColumnRole> told = told(words, match).or(() -> named(match));
    if (told.isPresent()) {
      return told.get();
    }
    String phrase = words.phrase(match.at(), match.words());
    List<String> names = match.columns().stream().map(ColumnRole::name).toList();
    throw Reading.Stopped.choice(
        words.say("several-columns", phrase, String.join(" " + words.say("or") + " ", names)),
        names.stream()
            .map(name -> words.replaced(match.at(), match.words(), before + name))
            .toList());
  }

  /** Asks of which amount "how much" is meant, where it is said and there are any. */
  static void refuseHowMuch(Words words, List<ColumnRole> amounts) {
    int at = words.find("how", "much");
    if (at >= 0 && !amounts.isEmpty()) {
      throw Reading.Stopped.choice(
          words.say("how-much-of-what"),
          amounts.stream()
              .map(
                  amount -> words.replaced(at, 2, words.say("word.how-much") + " " + amount.name()))
              .toList());
    }
  }

  /** "which boat" asks for the boat_name, and not for its boat_type. */
  private static Optional<ColumnRole> named(Lexicon.Match match) {
    List<ColumnRole> names =
        match.columns().stream()
            .filter(column ->
                NameWords.of(column.name()).size() == match.words() + 1
                    && NameWords.of(column.name()).getLast().matches("name|nome|nombre"))
            .toList();
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  /** "the salary that we offered" is the offered_salary, and not the expected one. */
  private static Optional<ColumnRole> told(Words words, Lexicon.Match match) {
    List<ColumnRole> told = new ArrayList<>();
    int at = -1;
    for (ColumnRole column : match.columns()) {
      for (int i = 0; i < words.count(); i++) {
        boolean within = i >= match.at() && i < match.at() + match.words();
        if (!within && says(words.get(i), column, match.columns())) {
          told.add(column);
          at = i;
          break;
        }
      }
    }
    if (told.size() != 1) {
      return Optional.empty();
    }
    if (words.free(at) && !words.at(at, "by|per")) {
      words.use(at, 1);
    }
    return Optional.of(told.getFirst());
  }

  /** Whether a word says what tells a column's name from those of the others. */
  private static boolean says(Words.Word word, ColumnRole column, List<ColumnRole> all) {
    return word.lower().length() >= 4
        && NameWords.of(column.name()).stream()
            .filter(part -> part.length() >= 4)
            .filter(part ->
                all.stream()
                    .noneMatch(
                        one -> !one.equals(column) && NameWords.of(one.name()).contains(part)))
            .anyMatch(part ->
                TimeColumn.root(part).equals(TimeColumn.root(word.lower()))
                    || Concepts.same(word.stem(), part)
                    || Concepts.same(word.lower(), NameWords.singular(part))
                    || Cognates.same(word.lower(), part));
  }
}
