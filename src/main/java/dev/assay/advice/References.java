package dev.assay.advice;

import dev.assay.model.Deduplication;
import dev.assay.model.RowFilter;
import dev.assay.model.RowRule;
import dev.assay.model.SilverRecipe;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets everything in a recipe that refers to a column follow when it gets another name. */
final class References {
  private References() {}

  static SilverRecipe renamed(SilverRecipe recipe, String from, String to) {
    return recipe
        .withDeduplication(deduplication(recipe.deduplication(), from, to))
        .withFilters(recipe.filters().stream().map(filter -> filter(filter, from, to)).toList())
        .withRules(recipe.rules().stream().map(rule -> rule(rule, from, to)).toList());
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
    Matcher matcher = Pattern.compile("(?is)(.*?)(\\s+(?:ASC|DESC))?").matcher(term);
    String direction = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    String name = term.substring(0, term.length() - direction.length());
    return name.equals(from) || name.equals('"' + from + '"') ? to + direction : term;
  }

  private static RowFilter filter(RowFilter filter, String from, String to) {
    return from.equals(filter.column())
        ? new RowFilter(filter.name(), to, filter.keep(), filter.asReceived(), filter.because())
        : filter;
  }

  private static RowRule rule(RowRule rule, String from, String to) {
    if (rule.condition() == null) {
      return rule;
    }
    String bare = "(?<![\\p{L}\\p{N}_\"])" + Pattern.quote(from) + "(?![\\p{L}\\p{N}_\"])";
    String quoted = Pattern.quote('"' + from + '"');
    String name = to.matches("[\\p{L}_][\\p{L}\\p{N}_]*") ? to : '"' + to + '"';
    return new RowRule(
        rule.name(),
        rule.condition().replaceAll(quoted + "|" + bare, Matcher.quoteReplacement(name)),
        rule.tolerance(),
        rule.onViolation());
  }
}
