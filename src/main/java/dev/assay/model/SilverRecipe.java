package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;

/**
 * How Silver is made from Bronze.
 *
 * @param columns the Silver columns, in order
 * @param deduplication which duplicates go; null when every row stays
 * @param shape changes of the table as a whole, made first, in order
 * @param filters rows that are left out on purpose
 * @param rules what must hold between the columns of a row
 * @param rejectLimit the greatest share of rejected rows that may be published, from 0 to 1; null
 *     for any
 * @param questions what the advisor could not settle; ignored by a build
 * @param notes what the advisor did and says aloud; ignored by a build
 * @param proposals what the data speaks for and a person may accept; ignored by a build
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SilverRecipe(
    List<SilverColumn> columns,
    Deduplication deduplication,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Shape> shape,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowFilter> filters,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowRule> rules,
    Double rejectLimit,
    List<Question> questions,
    List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Proposal> proposals)
    implements Recipe {
  public SilverRecipe {
    shape = shape == null ? List.of() : shape;
    filters = filters == null ? List.of() : filters;
    rules = rules == null ? List.of() : rules;
    proposals = proposals == null ? List.of() : proposals;
  }

  public SilverRecipe(
      List<SilverColumn> columns,
      Deduplication deduplication,
      List<Question> questions,
      List<String> notes) {
    this(columns, deduplication, null, null, null, null, questions, notes, null);
  }

  public SilverRecipe(List<SilverColumn> columns, Deduplication deduplication) {
    this(columns, deduplication, null, null);
  }

  public SilverRecipe withColumns(List<SilverColumn> columns) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withDeduplication(Deduplication deduplication) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withShape(List<Shape> shape) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withFilters(List<RowFilter> filters) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withRules(List<RowRule> rules) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withRejectLimit(Double rejectLimit) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withQuestions(List<Question> questions) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withNotes(List<String> notes) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  public SilverRecipe withProposals(List<Proposal> proposals) {
    return new SilverRecipe(
        columns, deduplication, shape, filters, rules, rejectLimit, questions, notes, proposals);
  }

  /** The same recipe, without what it quotes of values that it masks itself. */
  public SilverRecipe withoutMaskedValues() {
    return columns == null ? this : QuotedValues.removed(this, QuotedValues.masked(this));
  }

  /**
   * The same recipe, without what it quotes of values of some Bronze columns, which are named as
   * recipes name them.
   */
  public SilverRecipe withoutValues(Collection<String> sources) {
    return columns == null ? this : QuotedValues.removed(this, sources);
  }

  @Override
  public Layer layer() {
    return Layer.SILVER;
  }
}
