package dev.assay.silver;

import dev.assay.model.Check;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Fact;
import dev.assay.model.NullStrategy;
import dev.assay.model.Problem;
import dev.assay.model.SilverColumn;
import dev.assay.sql.CheckSql;
import dev.assay.sql.DateFormat;
import java.util.List;
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

  private void problem(String pointer, Fact... facts) {
    problems.add(new Problem(pointer, facts));
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
        problem(here, Sentences.STEP_EMPTY.with());
        continue;
      }
      checkStep(step, type, here);
      boolean last = i == steps.size() - 1;
      if (step.parses() && !last) {
        problem(here, Sentences.PARSE_NOT_LAST.with());
      }
      if (step instanceof Cleaning.Custom && steps.size() > 1) {
        problem(here, Sentences.CUSTOM_NOT_ALONE.with());
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
          problem(at, Sentences.NUMBER_STEP_TYPE.with(type.text()));
        }
        if (number.decimal().length() != 1 || number.decimal().equals(number.grouping())) {
          problem(at, Sentences.DECIMAL_SEPARATOR.with());
        }
        if (number.divideBy() != 1 && number.divideBy() != 100) {
          problem(at + "/divide_by", Sentences.DIVIDE_BY.with());
        }
        number
            .multipliers()
            .forEach((word, by) -> {
              if (word.isBlank() || !POWER_OF_TEN.matcher(String.valueOf(by)).matches()) {
                problem(at + "/multipliers", Sentences.MULTIPLIER.with(word));
              }
            });
        if (number.divideBy() == 100
            && (type == ColumnType.Simple.INTEGER || type == ColumnType.Simple.BIGINT)) {
          problem(at + "/divide_by", Sentences.HUNDREDTH_ROUNDED.with(type.text()));
        }
        if (number.divideBy() == 100
            && type instanceof ColumnType.Decimal(int _, int scale)
            && scale < 2) {
          problem(at + "/divide_by", Sentences.HUNDREDTH_DECIMALS.with());
        }
      }
      case Cleaning.ParseDate date -> checkDate(date, type, at);
      case Cleaning.ParseBoolean(List<String> yes, List<String> no) -> {
        if (type != ColumnType.Simple.BOOLEAN) {
          problem(at, Sentences.BOOLEAN_STEP_TYPE.with(type.text()));
        }
        if (yes.isEmpty() || no.isEmpty()) {
          problem(at, Sentences.BOOLEAN_WORDS.with());
        }
      }
      case Cleaning.RemovePattern(String pattern) ->
          patterns.problem(pattern).ifPresent(p -> problem(at + "/pattern", p));
      case Cleaning.Replace(String from, String to) -> {
        if (from == null || from.isEmpty() || to == null) {
          problem(at, Sentences.REPLACE_WHAT.with());
        }
      }
      case Cleaning.Custom(String sql) -> {
        if (sql == null || sql.isBlank()) {
          problem(at + "/sql", Sentences.CUSTOM_WHAT.with());
        }
      }
      case Cleaning.TakePart(String separator, int part, int parts) -> {
        if (separator == null || separator.isEmpty()) {
          problem(at + "/separator", Sentences.PART_SEPARATOR.with());
        }
        if (parts < 2 || parts > MOST_PARTS) {
          problem(at + "/parts", Sentences.PARTS.with(MOST_PARTS));
        } else if (part < 1 || part > parts) {
          problem(at + "/part", Sentences.PART.with(parts));
        }
      }
      case Cleaning.TakeValue(String key, String separator, String assignment) -> {
        if (key == null || key.isBlank()) {
          problem(at + "/key", Sentences.VALUE_KEY.with());
        }
        if (!oneSign(separator) || !oneSign(assignment) || separator.equals(assignment)) {
          problem(at, Sentences.VALUE_SIGNS.with());
        }
      }
      case Cleaning.TakeUnit(java.util.Map<String, String> units) -> {
        if (units.isEmpty() || units.keySet().stream().anyMatch(String::isBlank)) {
          problem(at + "/units", Sentences.UNITS.with());
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
      problem(at, Sentences.DATE_STEP_TYPE.with(type.text()));
    }
    if (date.formats().isEmpty()) {
      problem(at + "/formats", Sentences.DATE_FORMAT_NEEDED.with());
    }
    for (String format : date.formats()) {
      List<Fact> wrong = DateFormat.problem(format);
      if (!wrong.isEmpty()) {
        problems.add(new Problem(at + "/formats", wrong));
        continue;
      }
      if (DateFormat.isTimeOfDay(format) != (type == ColumnType.Simple.TIME)
          && (type.isTemporal() || type == ColumnType.Simple.TIME)) {
        problem(
            at + "/formats",
            type == ColumnType.Simple.TIME
                ? Sentences.TIME_LOSES_DATE.with(format)
                : Sentences.FORMAT_WITHOUT_DATE.with(format));
      }
      // A day alone loses nothing with its offset: XML writes 2024-02-05+01:00.
      boolean dayAlone = type == ColumnType.Simple.DATE && !DateFormat.hasTime(format);
      if (DateFormat.hasZone(format) && type != ColumnType.Simple.TIMESTAMPTZ && !dayAlone) {
        problem(at + "/formats", Sentences.FORMAT_WITH_ZONE.with(type.text()));
      }
    }
    if (date.pivot() != null && (date.pivot() < 1000 || date.pivot() > 9900)) {
      problem(at + "/pivot", Sentences.PIVOT_YEAR.with());
    }
  }

  void checkNullStrategy(SilverColumn column, NullStrategy strategy, ColumnType type, String at) {
    String pointer = at + "/null_strategy";
    switch (strategy) {
      case FILL_ZERO -> {
        if (!type.isNumeric()) {
          problem(pointer, Sentences.FILL_ZERO_TYPE.with(type.text()));
        }
      }
      case FILL_UNKNOWN -> {
        if (type != ColumnType.Simple.TEXT) {
          problem(pointer, Sentences.FILL_UNKNOWN_TYPE.with(type.text()));
        }
      }
      case FILL_DEFAULT -> {
        if (column.defaultValue() == null) {
          problem(at + "/default_value", Sentences.DEFAULT_NEEDED.with());
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
