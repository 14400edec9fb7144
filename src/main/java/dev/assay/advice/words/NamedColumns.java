package dev.assay.advice.words;

import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Suggestion;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** The columns of a recipe by what people call them. */
final class NamedColumns {
  /** Nothing is guessed: what fits no column, or several, is asked. */
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear(String question) {
      super(question);
    }
  }

  private final SilverRecipe recipe;

  NamedColumns(SilverRecipe recipe) {
    this.recipe = recipe;
  }

  /** Throws {@link Unclear}. */
  SilverColumn find(String said) {
    String wanted = plain(Words.unquoted(said));
    List<SilverColumn> exact =
        recipe.columns().stream()
            .filter(column ->
                plain(column.silverName()).equals(wanted)
                    || plain(column.sourceColumn()).equals(wanted))
            .toList();
    if (exact.size() == 1) {
      return exact.getFirst();
    }
    List<SilverColumn> close =
        exact.isEmpty()
            ? recipe.columns().stream().filter(column -> holds(column, wanted)).toList()
            : exact;
    if (!close.isEmpty()) {
      List<String> names = close.stream().map(SilverColumn::silverName).toList();
      throw new Unclear(
          names.size() == 1
              ? "There is no column '" + said + "'. Do you mean " + names.getFirst() + "?"
              : "Which column do you mean by '" + said + "': " + String.join(", ", names) + "?");
    }
    throw new Unclear(
        "There is no column '"
            + said
            + "'."
            + Suggestion.hint(
                said, recipe.columns().stream().map(SilverColumn::silverName).toList()));
  }

  /** Whether a sentence speaks of a column at all, exactly. */
  boolean known(String said) {
    String wanted = plain(Words.unquoted(said));
    return recipe.columns().stream()
        .anyMatch(column ->
            plain(column.silverName()).equals(wanted)
                || plain(column.sourceColumn()).equals(wanted));
  }

  private static boolean holds(SilverColumn column, String wanted) {
    return !wanted.isEmpty()
        && (new HashSet<>(words(column.silverName())).containsAll(words(wanted))
            || new HashSet<>(words(column.sourceColumn())).containsAll(words(wanted)));
  }

  private static List<String> words(String name) {
    return Arrays.asList(plain(name).split(" "));
  }

  /** Without accents, case and separators. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
