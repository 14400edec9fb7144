package dev.assay.sql;

import dev.assay.model.Sentence;

/** What is said of written SQL, formats and values that cannot be used. */
enum Sentences implements Sentence {
  SQL_EMPTY("There is no SQL to run; write one SELECT."),
  SQL_PIVOT_VALUES(
      "PIVOT needs its values written out here: PIVOT … ON column IN ('a', 'b') USING"
          + " sum(…)."),
  SQL_ONLY_SELECT("Only SELECT is allowed here; '{word}' is not."),
  SQL_SEVERAL(
      "Only one SELECT at a time is allowed here; these are {count} statements: remove"
          + " what follows the first ';'."),
  SQL_TOO_LONG("The SQL is too long; at most {most},000 characters are read here."),
  SQL_TOO_DEEP("The SQL is nested too deeply; name its inner parts with WITH, or shorten it."),
  SQL_TOO_MANY_TABLES("The SQL names too many tables; at most {most} are joined here."),
  SQL_PARAMETERS("Parameters such as ? and $1 are not allowed here; write the value itself."),
  SQL_UNREADABLE("The SQL cannot be read: {reason}; write one SELECT."),
  SQL_UNREADABLE_AT(
      "The SQL cannot be read: {reason} (line {line}, column {column}); mend it there."),
  SQL_RECURSIVE("WITH RECURSIVE is not allowed here; use a plain WITH, or FROM range(…) to count."),
  SQL_DEFAULT("DEFAULT is not allowed here; write the value that you mean."),
  SQL_EXPRESSION(
      "'{kind}' is not allowed here; use columns, constants, CASE, CAST, sub-queries and"
          + " plain functions."),
  SQL_FUNCTION(
      "The function '{name}' is not allowed here; only functions that compute from the"
          + " rows themselves are."),
  SQL_ROW_FUNCTION(
      "'{name}(…)' is not allowed after FROM; only the workspace's tables, sub-queries,"
          + " range, generate_series, unnest and json_each are."),
  SQL_ROWS_IN_SELECT("'{name}' is allowed only after FROM: SELECT … FROM {name}(1, 10)."),
  SQL_TYPE(
      "'{type}' is not a type that can be used here; use TEXT, BIGINT, DECIMAL(p,s),"
          + " DOUBLE, DATE, TIMESTAMP, BOOLEAN and the like."),
  SQL_SCHEMA(
      "'{name}' is not allowed here; only the workspace's own tables are, written"
          + " without a schema."),
  SQL_FILE(
      "'{name}' looks like a file or an address, and only the workspace's tables can be"
          + " read here; add a file first."),
  SQL_TABLE_UNKNOWN("There is no table '{name}' here."),
  SQL_NO_TABLES("There are no tables yet; add a file first."),
  SQL_TABLES("Tables are: {names}."),
  SQL_MORE_TABLES("Tables are: {names}, …"),
  SQL_FEATURE(
      "'{word}' in {clause} is not allowed here; write it with plain SELECT, FROM,"
          + " WHERE, GROUP BY and ORDER BY."),
  EXPRESSION_NOT_ONE(
      "'{expression}' is not one expression; write only what makes the value, such as"
          + " CAST(created_at AS TIMESTAMP)."),
  EXPRESSION_COLUMN_UNKNOWN("Column '{column}' is not in the source."),
  EXPRESSION_COLUMN_QUALIFIED("Write '{column}' without a table name."),
  FORMAT_READS_NOTHING("The format '{format}' cannot be used: it reads nothing."),
  FORMAT_WITHOUT_YEAR("The format '{format}' cannot be used: it has no year."),
  FORMAT_WEEK("The format '{format}' cannot be used: %V and %u go with %G."),
  FORMAT_HALF_DAY("The format '{format}' cannot be used: %I and %p go together."),
  FORMAT_DAY_OF_YEAR(
      "The format '{format}' cannot be used: %j goes with a date and a plain time only."),
  FORMAT_DIRECTIVE_UNKNOWN(
      "The format '{format}' cannot be used: '{directive}' is not a date directive."),
  FORMAT_DIRECTIVES(
      "Use %Y %y %m %d %H %I %M %S %f %p %b %B %a %A %j %z %Z %q %G %V %u, or {words}."),
  LITERAL_MISREAD("'{text}' cannot be read as {type}."),
  VALUE_MISSING("A value is missing. Use IS_NULL to find missing values."),
  VALUE_NO_NUMBER("'{value}' is not a number; write it like {example}."),
  VALUE_NO_TEXT("'{value}' is not text; write it like {example}."),
  VALUE_NO_TRUTH("'{value}' is not true or false; write it like {example}."),
  VALUE_NO_DATE("'{value}' is not a date; write it like {example}."),
  VALUE_NO_MOMENT("'{value}' is not a point in time; write it like {example}."),
  VALUE_NO_TIME("'{value}' is not a time of day; write it like {example}."),
  VALUE_NO_UUID("'{value}' is not a UUID; write it like {example}.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
