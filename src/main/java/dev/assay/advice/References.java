package dev.assay.advice;

import dev.assay.model.Deduplication;
import dev.assay.model.RowCondition;
import dev.assay.model.RowFilter;
import dev.assay.model.RowRule;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets everything in a recipe that refers to a column follow when it gets another name, and keeps
 * the column while something does.
 */
final class References {
  private References() {}

  static SilverRecipe renamed(SilverRecipe recipe, String from, String to) {
    return recipe
        .withDeduplication(deduplication(recipe.deduplication(), from, to))
        .withFilters(recipe.filters().stream().map(filter -> filter(filter, from, to)).toList())
        .withRules(recipe.rules().stream().map(rule -> rule(rule, from, to)).toList());
  }

  /** Throws where something refers to a column: without it, that would mean something else. */
  static void checkNone(SilverRecipe recipe, SilverColumn column) {
    List<String> by = new ArrayList<>();
    Predicate<String> meant = name -> means(recipe, name, column);
    if (recipe.deduplication() != null) {
      if (recipe.deduplication().keyColumns().stream().anyMatch(meant)) {
        by.add("the key of 'deduplication'");
      }
      String order = recipe.deduplication().orderBy();
      if (order != null
          && Arrays.stream(order.split(","))
              .map(term -> name(term.strip()).replaceAll("^\"(.*)\"$", "$1"))
              .anyMatch(meant)) {
        by.add("the order of 'deduplication'");
      }
    }
    recipe.filters().stream()
        .filter(filter -> meant.test(filter.column()))
        .forEach(filter -> by.add("the filter '" + filter.name() + "'"));
    recipe.rules().stream()
        .filter(rule -> names(rule, Columns.name(column)))
        .forEach(rule -> by.add("the rule '" + rule.name() + "'"));
    if (!by.isEmpty()) {
      throw UserError.invalid(
          "'"
              + Columns.name(column)
              + "' cannot go: "
              + String.join(" and ", by)
              + (by.size() == 1 ? " refers" : " refer")
              + " to it. Change or remove that first.");
    }
  }

  /** By its Silver name, else as the source column of that name. */
  private static boolean means(SilverRecipe recipe, String name, SilverColumn column) {
    if (name == null) {
      return false;
    }
    return recipe.columns().stream().anyMatch(other -> Columns.name(other).equals(name))
        ? Columns.name(column).equals(name)
        : name.strip().equalsIgnoreCase(column.sourceColumn().strip());
  }

  private static boolean names(RowRule rule, String column) {
    return condition(rule)
        .map(condition -> condition.columns().stream().anyMatch(column::equalsIgnoreCase))
        .orElse(false);
  }

  /** What a rule says; what cannot be read names nothing, and the check of the recipe says so. */
  private static Optional<RowCondition> condition(RowRule rule) {
    try {
      return rule.condition() == null
          ? Optional.empty()
          : Optional.of(RowCondition.parse(rule.condition()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Deduplication deduplication(Deduplication present, String from, String to) {
    if (present == null) {
      return null;
    }
    List<String> keys =
        present.keyColumns().stream().map(key -> key.equals(from) ? to : key).toList();
    String order = present.orderBy();
    if (order != null) {
      order =
          Arrays.stream(order.split(","))
              .map(term -> term(term.strip(), from, to))
              .collect(Collectors.joining(", "));
    }
    return new Deduplication(keys, present.strategy(), order);
  }

  private static String term(String term, String from, String to) {
    String name = name(term);
    String direction = term.substring(name.length());
    return name.equals(from) || name.equals('"' + from + '"') ? to + direction : term;
  }

  /** A term of an order without its direction. */
  private static String name(String term) {
    Matcher matcher = Pattern.compile("(?is)(.*?)(?:\\s+(?:ASC|DESC))?").matcher(term);
    return matcher.matches() ? matcher.group(1) : term;
  }

  private static RowFilter filter(RowFilter filter, String from, String to) {
    return from.equals(filter.column())
        ? new RowFilter(filter.name(), to, filter.keep(), filter.asReceived(), filter.because())
        : filter;
  }

  private static RowRule rule(RowRule rule, String from, String to) {
    if (!names(rule, from)) {
      return rule;
    }
    return new RowRule(
        rule.name(),
        condition(rule)
            .orElseThrow()
            .renamed(name -> name.equalsIgnoreCase(from) ? to : name)
            .text(),
        rule.tolerance(),
        rule.onViolation());
  }
}
