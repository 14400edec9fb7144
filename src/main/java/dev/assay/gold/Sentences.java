package dev.assay.gold;

import dev.assay.model.Sentence;

/** What is said of Gold tables that cannot be made. */
enum Sentences implements Sentence {
  GOLD_TABLE_NEEDED("Name at least one Gold table."),
  GOLD_QUERY_NEEDED("Give a query, or the SELECT as sql."),
  GOLD_NAME_NEEDED("Give the table a name."),
  GOLD_NAME_SIGNS(
      "'{name}' cannot be a table's name. Use letters, digits and underscores, such as"
          + " '{example}'."),
  GOLD_NAME_TWICE("'{name}' names the same table as gold_tables/{index}. Choose another."),
  GOLD_NAME_TAKEN("The name {table} is taken by {by}. Choose another."),
  QUERY_WITHOUT_PARTS("Name at least one dimension or measure."),
  GRAIN_WITHOUT_TIME(
      "Column '{column}' is not a time, so it has no grain. Remove the grain or choose a"
          + " time column."),
  GRAIN_WITHOUT_HOURS("Column '{column}' has no hours. Use DAY or a coarser grain."),
  PART_WITHOUT_HOURS("Column '{column}' has no hours. Choose another part."),
  GRAIN_AND_PART("Choose a grain or a part of the time, not both."),
  AGGREGATE_NEEDED("Choose an aggregate: SUM, COUNT, COUNT_ROWS, AVG, MIN, …"),
  COUNT_ROWS_COLUMN("COUNT_ROWS has no column. Remove it or use COUNT."),
  COUNT_ROWS_FORMULA("COUNT_ROWS has no formula. Remove it or use COUNT."),
  COLUMN_AND_FORMULA("Give a column or a formula, not both."),
  FORMULA_WITHOUT_COLUMN("Name a column in it; use COUNT_ROWS to count."),
  FORMULA_NO_NUMBERS("{aggregate} needs numbers, and this formula gives none."),
  LIMIT_TOO_SMALL("The limit must be at least 1."),
  COLUMN_NEEDED("Name a column."),
  COLUMN_UNKNOWN("Column '{column}' is not in {table}."),
  RESULT_NAME_NEEDED("Give the column a name."),
  RESULT_NAME_RESERVED("Names starting with _count_ or _sum_ are kept for helper columns."),
  RESULT_NAME_TWICE("The name '{name}' is used twice. Choose another."),
  RESULT_UNKNOWN("'{name}' is neither a dimension nor a measure here."),
  RESULT_UNKNOWN_CALCULATED(
      "'{name}' is neither a dimension nor a measure nor a calculation here."),
  NUMBERS_NEEDED(
      "{aggregate} needs numbers and '{column}' holds {kind}. Use COUNT or"
          + " COUNT_DISTINCT, or give the column a number type in Silver."),
  COMPARISON_NEEDED("Choose a comparison such as EQUAL, IN or FROM_TO."),
  VALUES_COUNT("{comparison} does not take {count} values."),
  TEXTS_NEEDED("{comparison} needs texts and '{column}' holds none.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
