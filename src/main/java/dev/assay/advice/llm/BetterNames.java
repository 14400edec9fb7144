package dev.assay.advice.llm;

import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When a model's name for a column may take the place of the rules': only where the present name
 * says little, or where the new one says all of it and more; and never where something refers to
 * it.
 */
final class BetterNames {
  private static final String SAYS_LITTLE =
      "(?:column|col|field|campo|coluna|columna|f|c|x|var|unnamed|unknown|value|data)_?\\d*|.{1,2}";

  private final Set<String> taken = new HashSet<>();
  private final Set<String> fixed = new HashSet<>();

  BetterNames(SilverRecipe recipe) {
    recipe.columns().forEach(column -> taken.add(column.silverName().toLowerCase(Locale.ROOT)));
    if (recipe.questions() != null) {
      recipe.questions().stream().map(Question::column).forEach(fixed::add);
    }
    recipe.proposals().stream().map(Proposal::columns).forEach(fixed::addAll);
    recipe.filters().forEach(filter -> fixed.add(filter.column()));
    Deduplication deduplication = recipe.deduplication();
    if (deduplication != null) {
      fixed.addAll(deduplication.keyColumns());
      if (deduplication.orderBy() != null) {
        fixed.addAll(Arrays.asList(deduplication.orderBy().split("[\\s,\"]+")));
      }
    }
    if (!recipe.rules().isEmpty()) {
      // Which columns a condition names is not worth finding out for a name.
      recipe.columns().forEach(column -> fixed.add(column.silverName()));
    }
  }

  /** The new name, taken from now on; empty where the present one stays. */
  Optional<String> take(SilverColumn present, String wished) {
    String name = present.silverName();
    if (wished == null
        || wished.equals(name)
        || fixed.contains(name)
        || !wished.matches("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}]*(?:_[\\p{Ll}\\p{Lo}\\p{N}]+)*")
        || wished.length() > 60
        || taken.contains(wished)
        || !saysMore(name, wished)) {
      return Optional.empty();
    }
    taken.add(wished);
    return Optional.of(wished);
  }

  private static boolean saysMore(String name, String wished) {
    List<String> words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("_"));
    boolean abbreviated = words.stream().anyMatch(word -> word.matches("[b-df-hj-np-tv-xz]{2,}"));
    return name.matches("(?i)" + SAYS_LITTLE)
        || abbreviated
        || new HashSet<>(Arrays.asList(wished.split("_"))).containsAll(words);
  }
}
