package dev.assay.silver;

import dev.assay.model.Sentence;

/** What is said of recipes that cannot stand. */
public enum Sentences implements Sentence {
  NO_COLUMNS("The recipe needs at least one column in 'columns'."),
  COLUMN_EMPTY("Column {number} is empty. Remove it or fill it in."),
  REJECT_LIMIT_NO_SHARE("reject_limit is a share from 0 to 1, such as 0.05 for one row in twenty."),
  SOURCE_COLUMN_NEEDED("Say which Bronze column this is made from, in 'source_column'."),
  COLUMN_NAME_LENGTH("A Silver column needs a name of 1 to 200 characters."),
  NAME_RESERVED("The name '{name}' is reserved. Choose another."),
  COLUMN_NAME_TAKEN("Two columns are called '{name}'. Names must differ, without regard to case."),
  COLUMN_NAME_EXISTS("There is a column '{name}' already. Choose another name."),
  KEYS_NEEDED("{strategy} needs key_columns: which columns name one thing?"),
  COLUMN_IN_NEITHER("Column '{column}' is neither in the recipe nor in {table}."),
  COLUMN_NOT_IN_TABLE("Column '{column}' is not in {table}."),
  COLUMN_NOT_IN_RECIPE("Column '{column}' is not in the recipe."),
  COLUMN_AMBIGUOUS(
      "Several columns of {table} are called '{column}' but for case and blanks. Write"
          + " the one you mean exactly."),
  STEP_EMPTY("This step is empty. Remove it or fill it in."),
  DIVIDE_BY("divide_by is 1 or 100."),
  NAME_EMPTY("This name is empty. Remove it or fill it in."),
  UNPIVOT_PART("The source has a column '_part' of its own, which unpivot would need."),
  NO_PATTERN("'{pattern}' is not a regular expression (RE2 syntax): {reason}"),
  PARSE_NOT_LAST("A parse step must be the last one."),
  CUSTOM_NOT_ALONE("A custom expression must be the only step: put the others into it."),
  NUMBER_STEP_TYPE("parse_number needs a numeric target_type, not {type}."),
  DECIMAL_SEPARATOR("The decimal separator must be one character and differ from the grouping."),
  BOOLEAN_STEP_TYPE("parse_boolean needs BOOLEAN as target_type, not {type}."),
  BOOLEAN_WORDS("parse_boolean needs words for yes and for no."),
  HUNDREDTH_ROUNDED(
      "A hundredth in {type} would be rounded. Use DECIMAL or DOUBLE as target_type."),
  HUNDREDTH_DECIMALS("A hundredth needs a target_type with at least two decimals."),
  MULTIPLIER("The multiplier '{word}' needs a power of ten from 10 to 1000000000000."),
  REPLACE_WHAT("replace needs 'from', which may not be empty, and 'to'."),
  CUSTOM_WHAT("A custom step needs an expression."),
  PART_SEPARATOR("take_part needs the separator that stands between parts."),
  PARTS("parts says how many a text has: 2 to {most}."),
  PART("part is which one to take: 1 to {parts}."),
  VALUE_KEY("take_value needs the key whose value to take."),
  VALUE_SIGNS(
      "take_value needs one sign as separator and another as assignment, such as ';' and"
          + " '='."),
  UNITS("take_unit needs what may be written, and the name of each."),
  DATE_STEP_TYPE(
      "parse_date needs DATE, TIMESTAMP, TIMESTAMPTZ or TIME as target_type, not {type}."),
  DATE_FORMAT_NEEDED("parse_date needs at least one format, such as %Y-%m-%d."),
  TIME_LOSES_DATE("TIME would lose the date of {format}. Use TIMESTAMP."),
  FORMAT_WITHOUT_DATE("{format} has no date. Use TIME as target_type."),
  FORMAT_WITH_ZONE("A format with an offset or a zone needs TIMESTAMPTZ: {type} would lose it."),
  PIVOT_YEAR("The pivot is the first of a hundred years, such as 1969."),
  FILL_ZERO_TYPE(
      "FILL_ZERO needs a numeric target_type, not {type}. Use FILL_DEFAULT or KEEP_NULL."),
  FILL_UNKNOWN_TYPE(
      "FILL_UNKNOWN needs TEXT as target_type, not {type}. Use FILL_DEFAULT or KEEP_NULL."),
  DEFAULT_NEEDED("FILL_DEFAULT needs a 'default_value'."),
  FILTER_EMPTY("Filter {number} is empty. Remove it or fill it in."),
  FILTER_NAME("A filter needs a name of 1 to 100 characters, such as 'subtotals'."),
  FILTER_NAME_TAKEN("Two filters are called '{name}'. Names must differ."),
  FILTER_WITHOUT_KEEP("Say in 'keep' what a row that stays meets, such as NOT IN ('Total')."),
  FILTER_UNIQUE(
      "A filter looks at one row at a time, so it cannot ask for UNIQUE. Use"
          + " 'deduplication'."),
  FILTER_WITHOUT_COLUMN("Say which column the filter looks at, in 'column'."),
  MASKED_IS_SHOWN(
      "'{column}' shows '{source}', which '{masked}' masks: mask '{column}' too, or"
          + " remove one of them."),
  RULE_EMPTY("This rule is empty. Remove it or fill it in."),
  RULE_NAME("A rule needs a name of 1 to 100 characters."),
  RULE_NAME_TAKEN("Two rules are called '{name}'. Names must differ."),
  TOLERANCE_NEGATIVE("A tolerance is a number that is not below 0."),
  TOLERANCE_WHERE("Only an equation between numbers has a tolerance. Leave it out."),
  RULE_WITHOUT_COLUMN("The condition '{condition}' names no column."),
  SHAPE_EMPTY("Step {number} is empty. Remove it or fill it in."),
  FILLED_BECOMES_ROWS(
      "Column '{column}' becomes rows, so it cannot be filled down as well: leave one" + " out."),
  FILL_DOWN_WHAT("Say in 'columns' which columns are filled down."),
  UNPIVOT_ONCE("A recipe can make rows of columns once: name all columns in one unpivot."),
  UNPIVOT_WHAT("Say in 'columns' which columns become rows."),
  UNPIVOT_TWICE("A column can become a row only once: one is named twice."),
  NEW_COLUMN_NAME_LENGTH("The new column needs a name of 1 to 200 characters.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
