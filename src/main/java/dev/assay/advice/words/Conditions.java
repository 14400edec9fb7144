package dev.assay.advice.words;

import dev.assay.model.SilverColumn;
import dev.assay.model.Validation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions about a column, turned round: what a row meets that the sentence does not speak of.
 */
final class Conditions {
  /** A column and what its value meets in the rows that stay. */
  record Kept(SilverColumn column, Validation keep) {}

  private final NamedColumns columns;

  Conditions(NamedColumns columns) {
    this.columns = columns;
  }

  /** Empty where the condition is none that is known. */
  Optional<Kept> turned(String condition) {
    return first(condition, Phrases.IS_NOT_MISSING, (_, _) -> null)
        .or(() -> first(condition, Phrases.IS_MISSING, (_, _) -> "NOT NULL"))
        .or(() -> first(condition, Phrases.NEGATIVE, (_, _) -> ">= 0"))
        .or(() -> first(condition, Phrases.CONTAINS, (_, v) -> matches(v, "", "")))
        .or(() -> first(condition, Phrases.BEGINS, (_, v) -> matches(v, "^", "")))
        .or(() -> first(condition, Phrases.ENDS, (_, v) -> matches(v, "", "$")))
        .or(() -> first(condition, Phrases.LESS_OR_EQUAL, (_, v) -> "> " + literal(v)))
        .or(() -> first(condition, Phrases.GREATER_OR_EQUAL, (_, v) -> "< " + literal(v)))
        .or(() -> first(condition, Phrases.LESS, (_, v) -> ">= " + literal(v)))
        .or(() -> first(condition, Phrases.GREATER, (_, v) -> "<= " + literal(v)))
        .or(() -> first(condition, Phrases.DIFFERS, (_, v) -> "IN (" + literal(v) + ")"))
        .or(() -> first(condition, Phrases.EQUALS, (_, v) -> "NOT IN (" + literals(v) + ")"));
  }

  private Optional<Kept> first(
      String condition, List<Pattern> phrases, BiFunction<SilverColumn, String, String> check) {
    for (Pattern phrase : phrases) {
      Matcher said = phrase.matcher(condition.strip());
      if (said.matches()) {
        SilverColumn column = columns.find(said.group("c"));
        String value = said.namedGroups().containsKey("v") ? Words.unquoted(said.group("v")) : "";
        String kept = check.apply(column, value);
        return kept == null
            ? Optional.empty()
            : Optional.of(new Kept(column, Validation.parse(kept)));
      }
    }
    return Optional.empty();
  }

  /** In any case of letters, as people mean it. */
  private static String matches(String value, String before, String after) {
    String literal = value.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    return "NOT MATCHES " + literal("(?i)" + before + literal + after);
  }

  private static String literals(String values) {
    return String.join(", ", Words.listed(values).stream().map(Conditions::literal).toList());
  }

  private static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
