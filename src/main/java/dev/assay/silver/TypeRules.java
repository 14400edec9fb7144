package dev.assay.silver;

import dev.assay.model.Check;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Problem;
import dev.assay.model.SilverColumn;
import dev.assay.sql.CheckSql;
import dev.assay.sql.DateFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks that a column's steps, null strategy and validation go with its type. */
final class TypeRules {
  private static final int MOST_PARTS = 50;

  private static final Pattern POWER_OF_TEN = Pattern.compile("10{1,12}");

  private final RecipeCheck.Patterns patterns;
  private final List<Problem> problems;

  /** What is wrong is added to {@code problems}. */
  TypeRules(RecipeCheck.Patterns patterns, List<Problem> problems) {
    this.patterns = patterns;
    this.problems = problems;
  }

  private void problem(String pointer, String message) {
    problems.add(new Problem(pointer, message));
  }

  List<Cleaning> cleaning(SilverColumn column, ColumnType type, String at) {
    if (column.cleaning() == null) {
      // A cell of blanks is missing, not a failed cast.
      return type == ColumnType.Simple.TEXT ? List.of() : List.of(new Cleaning.Trim());
    }
    List<Cleaning> steps = column.cleaning();
    for (int i = 0; i < steps.size(); i++) {
      Cleaning step = steps.get(i);
      String here = at + "/cleaning/" + i;
      if (step == null) {
        problem(here, "This step is empty. Remove it or fill it in.");
        continue;
      }
      checkStep(step, type, here);
      boolean last = i == steps.size() - 1;
      if (step.parses() && !last) {
        problem(here, "A parse step must be the last one.");
      }
      if (step instanceof Cleaning.Custom && steps.size() > 1) {
        problem(here, "A custom expression must be the only step: put the others into it.");
      }
    }
    return steps;
  }

  private static boolean oneSign(String text) {
    return text != null && text.codePointCount(0, text.length()) == 1 && !text.isBlank();
  }

  private void checkStep(Cleaning step, ColumnType type, String at) {
    switch (step) {
      case Cleaning.ParseNumber number -> {
        if (!type.isNumeric()) {
          problem(at, "parse_number needs a numeric target_type, not " + type.text() + ".");
        }
        if (number.decimal().length() != 1 || number.decimal().equals(number.grouping())) {
          problem(at, "The decimal separator must be one character and differ from the grouping.");
        }
        if (number.divideBy() != 1 && number.divideBy() != 100) {
          problem(at + "/divide_by", "divide_by is 1 or 100.");
        }
        number
            .multipliers()
            .forEach((word, by) -> {
              if (word.isBlank() || !POWER_OF_TEN.matcher(String.valueOf(by)).matches()) {
                problem(
                    at + "/multipliers",
                    "The multiplier '" + word + "' needs a power of ten from 10 to 1000000000000.");
              }
            });
        if (number.divideBy() == 100
            && (type == ColumnType.Simple.INTEGER || type == ColumnType.Simple.BIGINT)) {
          problem(
              at + "/divide_by",
              "A hundredth in "
                  + type.text()
                  + " would be rounded. Use DECIMAL or DOUBLE as target_type.");
        }
        if (number.divideBy() == 100
            && type instanceof ColumnType.Decimal(int _, int scale)
            && scale < 2) {
          problem(at + "/divide_by", "A hundredth needs a target_type with at least two decimals.");
        }
      }
      case Cleaning.ParseDate date -> checkDate(date, type, at);
      case Cleaning.ParseBoolean(List<String> yes, List<String> no) -> {
        if (type != ColumnType.Simple.BOOLEAN) {
          problem(at, "parse_boolean needs BOOLEAN as target_type, not " + type.text() + ".");
        }
        if (yes.isEmpty() || no.isEmpty()) {
          problem(at, "parse_boolean needs words for yes and for no.");
        }
      }
      case Cleaning.RemovePattern(String pattern) ->
          patterns.problem(pattern).ifPresent(p -> problem(at + "/pattern", p));
      case Cleaning.Replace(String from, String to) -> {
        if (from == null || from.isEmpty() || to == null) {
          problem(at, "replace needs 'from', which may not be empty, and 'to'.");
        }
      }
      case Cleaning.Custom(String sql) -> {
        if (sql == null || sql.isBlank()) {
          problem(at + "/sql", "A custom step needs an expression.");
        }
      }
      case Cleaning.TakePart(String separator, int part, int parts) -> {
        if (separator == null || separator.isEmpty()) {
          problem(at + "/separator", "take_part needs the separator that stands between parts.");
        }
        if (parts < 2 || parts > MOST_PARTS) {
          problem(at + "/parts", "parts says how many a text has: 2 to " + MOST_PARTS + ".");
        } else if (part < 1 || part > parts) {
          problem(at + "/part", "part is which one to take: 1 to " + parts + ".");
        }
      }
      case Cleaning.TakeValue(String key, String separator, String assignment) -> {
        if (key == null || key.isBlank()) {
          problem(at + "/key", "take_value needs the key whose value to take.");
        }
        if (!oneSign(separator) || !oneSign(assignment) || separator.equals(assignment)) {
          problem(
              at,
              "take_value needs one sign as separator and another as assignment, such as ';' and"
                  + " '='.");
        }
      }
      case Cleaning.TakeUnit(java.util.Map<String, String> units) -> {
        if (units.isEmpty() || units.keySet().stream().anyMatch(String::isBlank)) {
          problem(at + "/units", "take_unit needs what may be written, and the name of each.");
        }
      }
      case Cleaning.Trim _,
          Cleaning.CollapseSpaces _,
          Cleaning.Lower _,
          Cleaning.Upper _,
          Cleaning.NullTokens _,
          Cleaning.MapValues _ -> {}
    }
  }

  private void checkDate(Cleaning.ParseDate date, ColumnType type, String at) {
    if (!type.isTemporal() && type != ColumnType.Simple.TIME) {
      problem(
          at,
          "parse_date needs DATE, TIMESTAMP, TIMESTAMPTZ or TIME as target_type, not "
              + type.text()
              + ".");
    }
    if (date.formats().isEmpty()) {
      problem(at + "/formats", "parse_date needs at least one format, such as %Y-%m-%d.");
    }
    for (String format : date.formats()) {
      Optional<String> wrong = DateFormat.problem(format);
      if (wrong.isPresent()) {
        problem(at + "/formats", wrong.get());
        continue;
      }
      if (DateFormat.isTimeOfDay(format) != (type == ColumnType.Simple.TIME)
          && (type.isTemporal() || type == ColumnType.Simple.TIME)) {
        problem(
            at + "/formats",
            type == ColumnType.Simple.TIME
                ? "TIME would lose the date of " + format + ". Use TIMESTAMP."
                : format + " has no date. Use TIME as target_type.");
      }
      // A day alone loses nothing with its offset: XML writes 2024-02-05+01:00.
      boolean dayAlone = type == ColumnType.Simple.DATE && !DateFormat.hasTime(format);
      if (DateFormat.hasZone(format) && type != ColumnType.Simple.TIMESTAMPTZ && !dayAlone) {
        problem(
            at + "/formats",
            "A format with an offset or a zone needs TIMESTAMPTZ: "
                + type.text()
                + " would lose it.");
      }
    }
    if (date.pivot() != null && (date.pivot() < 1000 || date.pivot() > 9900)) {
      problem(at + "/pivot", "The pivot is the first of a hundred years, such as 1969.");
    }
  }

  void checkNullStrategy(SilverColumn column, NullStrategy strategy, ColumnType type, String at) {
    String pointer = at + "/null_strategy";
    switch (strategy) {
      case FILL_ZERO -> {
        if (!type.isNumeric()) {
          problem(
              pointer,
              "FILL_ZERO needs a numeric target_type, not "
                  + type.text()
                  + ". Use FILL_DEFAULT or KEEP_NULL.");
        }
      }
      case FILL_UNKNOWN -> {
        if (type != ColumnType.Simple.TEXT) {
          problem(
              pointer,
              "FILL_UNKNOWN needs TEXT as target_type, not "
                  + type.text()
                  + ". Use FILL_DEFAULT or KEEP_NULL.");
        }
      }
      case FILL_DEFAULT -> {
        if (column.defaultValue() == null) {
          problem(at + "/default_value", "FILL_DEFAULT needs a 'default_value'.");
        } else {
          CheckSql.problem(column.defaultValue(), type)
              .ifPresent(p -> problem(at + "/default_value", p));
        }
      }
      case DROP_ROW, KEEP_NULL -> {}
    }
  }

  void checkLiterals(Check check, ColumnType type, String at) {
    List<String> literals =
        switch (check.bare()) {
          case Check.Compare compare -> List.of(compare.literal());
          case Check.Between between -> List.of(between.low(), between.high());
          case Check.In in -> in.values();
          case Check.Matches matches -> {
            patterns.problem(matches.pattern()).ifPresent(p -> problem(at, p));
            yield List.of();
          }
          case Check.NotNull _, Check.Unique _, Check.Like _, Check.Checksum _, Check.Graded _ ->
              List.of();
        };
    for (String literal : literals) {
      CheckSql.problem(literal, type).ifPresent(p -> problem(at, p));
    }
  }
}
