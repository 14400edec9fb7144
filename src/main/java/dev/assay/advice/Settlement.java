package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.ColumnProfile;
import dev.assay.model.Evidence;
import dev.assay.model.Profile;
import dev.assay.model.Question;
import dev.assay.model.SemanticType;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.profile.Examination;
import dev.assay.profile.Profiler;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Carries a person's answer to an open question into a recipe, measured on all rows again. */
public final class Settlement {
  private final Profiler profiler;
  private final ColumnAdvice advice;

  public Settlement(Dialect dialect, Profiler profiler) {
    this.profiler = profiler;
    this.advice = new ColumnAdvice(dialect);
  }

  /**
   * The recipe with one question settled; what a person edited in it stays. An answer may be given
   * again, and then replaces the earlier one.
   *
   * @param column Silver or Bronze name, or {@code deduplication}
   * @param choice one of the question's choices, in any case
   * @throws UserError when there is no such column, no question about it, or no such choice
   */
  public SilverRecipe settle(
      Source source,
      Profile profile,
      SilverRecipe recipe,
      String column,
      String choice,
      Work work) {
    if (column.equalsIgnoreCase(Keys.QUESTION)) {
      return settleDuplicates(recipe, choice);
    }
    SilverColumn present = find(source, recipe, column);
    ColumnProfile profiled =
        profile.columns().stream()
            .filter(candidate -> candidate.name().equals(present.sourceColumn()))
            .findFirst()
            .orElseThrow(() ->
                UserError.notFound(
                    "Column '" + present.sourceColumn() + "' is not in " + profile.table() + "."));
    Examination open = profiler.settled(profile, profiled, Optional.empty(), work);
    Question question =
        ColumnAdvice.question(source, open, present.silverName())
            .orElseThrow(() ->
                UserError.conflict(
                    "There is no open question about "
                        + present.silverName()
                        + ": the data settles it."));
    String chosen = choose(question, choice);
    Examination settled = profiler.settled(profile, profiled, Optional.of(chosen), work);
    Optional<SemanticType> meaning =
        Optional.ofNullable(present.evidence()).map(Evidence::semanticType);
    SilverColumn suggested = advice.column(settled, present.silverName(), false, meaning);
    List<SilverColumn> columns = new ArrayList<>(recipe.columns());
    columns.set(recipe.columns().indexOf(present), merged(present, suggested));
    return recipe
        .withColumns(List.copyOf(columns))
        .withQuestions(without(recipe, present.silverName()));
  }

  private static SilverColumn merged(SilverColumn present, SilverColumn suggested) {
    return new SilverColumn(
        present.sourceColumn(),
        present.silverName(),
        suggested.targetType(),
        suggested.castExpression(),
        suggested.cleaning(),
        present.nullStrategy(),
        present.defaultValue(),
        present.validation() == null ? suggested.validation() : present.validation(),
        present.validation() == null ? suggested.onViolation() : present.onViolation(),
        present.mask(),
        suggested.evidence() == null ? null : suggested.evidence().by(Author.PERSON));
  }

  private static SilverRecipe settleDuplicates(SilverRecipe recipe, String choice) {
    Question question =
        questions(recipe).stream()
            .filter(open -> open.column().equals(Keys.QUESTION))
            .findFirst()
            .orElseThrow(() ->
                UserError.conflict(
                    "There is no open question about duplicates. Edit 'deduplication' in the recipe to change it."));
    return recipe
        .withDeduplication(Keys.decide(recipe.deduplication(), choose(question, choice)))
        .withQuestions(without(recipe, Keys.QUESTION));
  }

  private static String choose(Question question, String choice) {
    return question.choices().stream()
        .filter(possible -> possible.equalsIgnoreCase(choice.strip()))
        .findFirst()
        .orElseThrow(() ->
            UserError.invalid(
                "'"
                    + choice
                    + "' is no answer for "
                    + question.column()
                    + ". Choose one of: "
                    + String.join(", ", question.choices())
                    + "."));
  }

  private static SilverColumn find(Source source, SilverRecipe recipe, String column) {
    String wanted = column.strip().toLowerCase(Locale.ROOT);
    return recipe.columns().stream()
        .filter(known -> wanted.equals(lower(known.silverName())))
        .findFirst()
        .or(() ->
            recipe.columns().stream()
                .filter(known -> wanted.equals(lower(known.sourceColumn())))
                .findFirst())
        .orElseThrow(() ->
            UserError.notFound(
                "There is no column '"
                    + column
                    + "' in "
                    + source.id()
                    + ". Columns with an open question: "
                    + (questions(recipe).isEmpty()
                        ? "none"
                        : String.join(
                            ", ", questions(recipe).stream().map(Question::column).toList()))
                    + "."));
  }

  private static String lower(String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  private static List<Question> questions(SilverRecipe recipe) {
    return recipe.questions() == null ? List.of() : recipe.questions();
  }

  private static List<Question> without(SilverRecipe recipe, String column) {
    return questions(recipe).stream().filter(open -> !open.column().equals(column)).toList();
  }
}
