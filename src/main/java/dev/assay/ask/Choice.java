package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import java.util.List;

/** Words that fit several columns are a choice for the asker, never for us. */
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
    String phrase = words.phrase(match.at(), match.words());
    List<String> names = match.columns().stream().map(ColumnRole::name).toList();
    throw Reading.Stopped.choice(
        words.say("several-columns", phrase, String.join(" " + words.say("or") + " ", names)),
        names.stream()
            .map(name -> words.replaced(match.at(), match.words(), before + name))
            .toList());
  }
}
