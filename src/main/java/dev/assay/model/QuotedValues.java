package dev.assay.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes out of a recipe what it quotes of columns whose values nobody may see. Only what is sure to
 * be about other columns stays: a column may have been called otherwise when it was quoted.
 */
final class QuotedValues {
  private QuotedValues() {}

  /** Bronze columns that a recipe masks itself, as far as its own words say. */
  static Set<String> masked(SilverRecipe recipe) {
    Set<String> masked = new HashSet<>();
    for (SilverColumn column : recipe.columns()) {
      if (column != null && column.mask() != null && column.sourceColumn() != null) {
        masked.add(folded(column.sourceColumn()));
        recipe.shape().stream()
            .filter(Shape.Unpivot.class::isInstance)
            .map(Shape.Unpivot.class::cast)
            .filter(step -> step.valueColumn() != null)
            .filter(step ->
                folded(step.valueColumn()).equals(folded(column.sourceColumn()))
                    || names(column, Set.of(folded(step.valueColumn()))))
            .flatMap(step -> step.columns().stream())
            .forEach(name -> masked.add(folded(name)));
      }
    }
    return masked;
  }

  static SilverRecipe removed(SilverRecipe recipe, Collection<String> sources) {
    Set<String> hidden = new HashSet<>();
    sources.forEach(source -> hidden.addAll(List.of(folded(source), slug(source))));
    if (hidden.isEmpty()) {
      return recipe;
    }
    List<SilverColumn> about =
        recipe.columns().stream().filter(column -> column != null && isAbout(column, hidden)).toList();
    about.stream().flatMap(QuotedValues::names).forEach(hidden::add);
    Set<String> shown = new HashSet<>();
    recipe.columns().stream()
        .filter(column -> column != null && !about.contains(column))
        .flatMap(QuotedValues::names)
        .forEach(shown::add);
    shown.removeAll(hidden);
    return recipe
        .withColumns(
            recipe.columns().stream()
                .map(column -> about.contains(column) ? column.withEvidence(null) : column)
                .toList())
        .withQuestions(
            recipe.questions() == null
                ? null
                : recipe.questions().stream()
                    .filter(question -> stays(question, shown, hidden))
                    .toList())
        .withNotes(
            recipe.notes() == null
                ? null
                : recipe.notes().stream().filter(note -> !mentions(note, hidden)).toList())
        .withProposals(
            recipe.proposals().stream()
                .filter(proposal -> stays(proposal, shown, hidden))
                .map(QuotedValues::withoutRows)
                .toList());
  }

  private static boolean isAbout(SilverColumn column, Set<String> hidden) {
    return column.mask() != null
        || names(column).anyMatch(hidden::contains)
        || names(column, hidden);
  }

  /** Whether the SQL of a column so much as names one of these. */
  private static boolean names(SilverColumn column, Set<String> hidden) {
    boolean written = column.castExpression() != null && mentions(column.castExpression(), hidden);
    return written
        || column.cleaning() != null
            && column.cleaning().stream()
                .anyMatch(step ->
                    step instanceof Cleaning.Custom(String sql) && mentions(sql, hidden));
  }

  private static Stream<String> names(SilverColumn column) {
    return Stream.of(column.sourceColumn(), column.silverName())
        .filter(name -> name != null)
        .flatMap(name -> Stream.of(folded(name), slug(name)));
  }

  private static boolean stays(Question question, Set<String> shown, Set<String> hidden) {
    return question.column().equals("deduplication")
        ? !mentions(question.text(), hidden)
        : shown.contains(folded(question.column()));
  }

  private static boolean stays(Proposal proposal, Set<String> shown, Set<String> hidden) {
    return proposal.columns().stream().allMatch(column -> shown.contains(folded(column)))
        && (!proposal.columns().isEmpty()
            || proposal.examples().isEmpty() && !mentions(proposal.because(), hidden));
  }

  /** Whole rows are quoted with more of their columns than the proposal is about. */
  private static Proposal withoutRows(Proposal proposal) {
    return switch (proposal.kind()) {
      case DUPLICATES, SHAPE, RULE, DEPENDENCY, RECIPE ->
          new Proposal(
              proposal.id(),
              proposal.kind(),
              proposal.columns(),
              proposal.because(),
              proposal.rows(),
              List.of(),
              proposal.confidence(),
              proposal.author(),
              proposal.edits());
      case PERSONAL_DATA, VALIDATION, SENTINEL, SPELLING, SPLIT, UNIT, CAST -> proposal;
    };
  }

  private static boolean mentions(String text, Set<String> names) {
    String folded = text.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(folded::contains);
  }

  private static String slug(String name) {
    return Slug.of(name, "column");
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
