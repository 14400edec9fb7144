package dev.assay;

import dev.assay.llm.PersonalNames;
import dev.assay.llm.Veil;
import dev.assay.model.Cleaning;
import dev.assay.model.Evidence;
import dev.assay.model.Proposal;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds the columns of a source whose values no language model is told, in every layer. */
final class Veils {
  private final Function<Source, Set<String>> masked;
  private final Function<Source, List<SilverRecipe>> recipes;

  /**
   * @param masked source columns that a recipe masks
   * @param recipes those that say how Silver is made, or might be
   */
  Veils(Function<Source, Set<String>> masked, Function<Source, List<SilverRecipe>> recipes) {
    this.masked = masked;
    this.recipes = recipes;
  }

  Veil of(Source source) {
    Set<String> hidden = new HashSet<>();
    masked.apply(source).forEach(column -> hidden.add(folded(column)));
    Set<String> personal = new HashSet<>();
    for (SilverRecipe recipe : recipes.apply(source)) {
      for (SilverColumn column : recipe.columns()) {
        if (column.mask() != null) {
          hidden.add(folded(column.sourceColumn()));
        }
        if (isPersonal(column)) {
          add(column, personal);
        }
      }
      recipe.proposals().stream()
          .filter(proposal -> proposal.kind() == Proposal.Kind.PERSONAL_DATA)
          .forEach(proposal -> personal.addAll(proposal.columns()));
    }
    // What is made of a hidden column is hidden too, whatever it is called.
    for (SilverRecipe recipe : recipes.apply(source)) {
      for (SilverColumn column : recipe.columns()) {
        if (column.mask() != null || hidden.contains(folded(column.sourceColumn()))) {
          add(column, hidden);
        } else if (reads(column, hidden)) {
          hidden.add(silver(column));
        }
        if (personal.contains(silver(column)) || personal.contains(column.sourceColumn())) {
          add(column, personal);
        }
      }
    }
    return new Veil(hidden, personal);
  }

  private static void add(SilverColumn column, Set<String> names) {
    names.add(folded(column.sourceColumn()));
    names.add(silver(column));
  }

  private static boolean isPersonal(SilverColumn column) {
    Evidence evidence = column.evidence();
    return PersonalNames.speakOfPeople(column.sourceColumn())
        || (evidence != null
            && evidence.semanticType() != null
            && evidence.semanticType().personal());
  }

  /** Written SQL is no more than searched: a name too many does no harm. */
  private static boolean reads(SilverColumn column, Set<String> hidden) {
    StringBuilder written = new StringBuilder();
    if (column.castExpression() != null) {
      written.append(column.castExpression());
    }
    if (column.cleaning() != null) {
      column.cleaning().stream()
          .filter(Cleaning.Custom.class::isInstance)
          .forEach(step -> written.append(' ').append(((Cleaning.Custom) step).sql()));
    }
    String text = folded(written.toString());
    return hidden.stream()
        .anyMatch(name ->
            Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
                .matcher(text)
                .find());
  }

  private static String silver(SilverColumn column) {
    return folded(column.silverName() == null ? column.sourceColumn() : column.silverName());
  }

  private static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
