package dev.assay.semantic;

import dev.assay.model.Sentence;

/** What is said of models that do not fit their table. */
enum Sentences implements Sentence {
  MODEL_NAME_TWICE("The name '{name}' is used twice. Choose another."),
  MODEL_NAME_GIVEN("Give it a name."),
  MODEL_COLUMN_NEEDED("Name a column."),
  MODEL_COLUMN_UNKNOWN("Column '{column}' is not in {table}."),
  MODEL_NO_TIMES(
      "Column '{column}' holds {kind} and no times. Give it a time type in Silver or"
          + " choose another kind."),
  MODEL_AGGREGATE_NEEDED("Choose an aggregate, or write a formula over other measures."),
  MODEL_AGGREGATE_OF_COLUMN("Choose how the values of the column become one."),
  MODEL_COLUMN_AND_FORMULA("Give a column or a formula, not both."),
  MODEL_COUNT_ROWS("COUNT_ROWS has neither column nor formula. Remove it or use COUNT."),
  MODEL_NUMBERS_NEEDED(
      "{aggregate} needs numbers and '{column}' holds {kind}. Use COUNT or" + " COUNT_DISTINCT."),
  MODEL_FORMULA_NO_MEASURE("'{name}' is no measure with an aggregate."),
  MODEL_FORMULA_NO_COLUMN("'{name}' is not in {table}."),
  MODEL_FORMULA_NO_NUMBERS("'{name}' does not hold numbers."),
  MODEL_COMPARISON_NEEDED("Choose a comparison such as EQUAL, IN or FROM_TO."),
  MODEL_LEVELS("A hierarchy has at least two levels."),
  MODEL_LEVEL_UNKNOWN("'{name}' is no dimension here.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
