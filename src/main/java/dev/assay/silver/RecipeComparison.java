package dev.assay.silver;

import dev.assay.model.Deduplication;
import dev.assay.model.NullStrategy;
import dev.assay.model.PlainWords;
import dev.assay.model.RecipeChange;
import dev.assay.model.RecipeChange.Kind;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How one silver recipe differs from another, field by field, in plain words. What an advisor says
 * about a recipe (evidence, questions, notes, proposals) is no part of what it does.
 */
public final class RecipeComparison {
  private final List<RecipeChange> changes = new ArrayList<>();

  private RecipeComparison() {}

  /** The changes that lead from one to the other. */
  public static List<RecipeChange> changes(SilverRecipe from, SilverRecipe to) {
    RecipeComparison comparison = new RecipeComparison();
    comparison.columns(from, to);
    comparison.whole(from, to);
    return List.copyOf(comparison.changes);
  }

  private void columns(SilverRecipe from, SilverRecipe to) {
    Map<String, SilverColumn> before = byName(from);
    Map<String, SilverColumn> after = byName(to);
    Map<String, String> renamed = renamed(before, after);
    after.forEach((name, column) -> {
      if (before.containsKey(name)) {
        fields(name, before.get(name), column);
      } else if (renamed.containsKey(name)) {
        String old = renamed.get(name);
        add(
            Kind.COLUMN_RENAMED,
            name,
            "silver_name",
            old,
            name,
            "Column '" + old + "' is called '" + name + "'.");
        fields(name, before.get(old), column);
      } else {
        String how = how(column);
        add(Kind.COLUMN_ADDED, name, null, null, how, "Column '" + name + "' is new: " + how + ".");
      }
    });
    before.forEach((name, column) -> {
      if (!after.containsKey(name) && !renamed.containsValue(name)) {
        add(Kind.COLUMN_REMOVED, name, null, how(column), null, "Column '" + name + "' is gone.");
      }
    });
  }

  /** What columns were called that go by another name in the other recipe, by that name. */
  public static Map<String, String> renamed(SilverRecipe from, SilverRecipe to) {
    return renamed(byName(from), byName(to));
  }

  /** A new name of a column that is made of the same source column, where that is only one. */
  private static Map<String, String> renamed(
      Map<String, SilverColumn> before, Map<String, SilverColumn> after) {
    Map<String, String> renamed = new LinkedHashMap<>();
    after.forEach((name, column) -> {
      if (!before.containsKey(name)) {
        List<String> candidates =
            before.entrySet().stream()
                .filter(old -> !after.containsKey(old.getKey()))
                .filter(old -> Objects.equals(old.getValue().sourceColumn(), column.sourceColumn()))
                .map(Map.Entry::getKey)
                .filter(old -> !renamed.containsValue(old))
                .toList();
        if (candidates.size() == 1) {
          renamed.put(name, candidates.getFirst());
        }
      }
    });
    return renamed;
  }

  private static Map<String, SilverColumn> byName(SilverRecipe recipe) {
    Map<String, SilverColumn> columns = new LinkedHashMap<>();
    if (recipe.columns() != null) {
      recipe.columns().stream()
          .filter(Objects::nonNull)
          .forEach(column -> columns.put(name(column), column));
    }
    return columns;
  }

  /** What a column is called in Silver. */
  public static String name(SilverColumn column) {
    return column.silverName() == null
        ? Slug.of(String.valueOf(column.sourceColumn()), "column")
        : column.silverName();
  }

  private static String how(SilverColumn column) {
    String steps = steps(column);
    return "'"
        + column.sourceColumn()
        + "' as "
        + type(column)
        + (steps == null ? "" : ", " + steps);
  }

  private void fields(String name, SilverColumn before, SilverColumn after) {
    field(name, "source_column", "source", before.sourceColumn(), after.sourceColumn());
    field(name, "target_type", "type", type(before), type(after));
    field(name, "cleaning", "steps", steps(before), steps(after));
    field(name, "null_strategy", "missing values", missing(before), missing(after));
    field(name, "validation", "validation", checks(before), checks(after));
    field(name, "on_violation", "on violation", violation(before), violation(after));
    field(name, "mask", "mask", mask(before), mask(after));
  }

  private static String type(SilverColumn column) {
    return column.targetType() == null ? "TEXT" : column.targetType().text();
  }

  /** The steps; the SQL only where it is all that there is. */
  private static String steps(SilverColumn column) {
    if (column.cleaning() != null) {
      String steps = PlainWords.steps(column.cleaning());
      return steps.isEmpty() ? null : steps;
    }
    return column.castExpression();
  }

  private static String missing(SilverColumn column) {
    NullStrategy strategy =
        column.nullStrategy() == null ? NullStrategy.KEEP_NULL : column.nullStrategy();
    return switch (strategy) {
      case KEEP_NULL -> "stay missing";
      case DROP_ROW -> "reject their row";
      case FILL_DEFAULT -> "become '" + column.defaultValue() + "'";
      case FILL_UNKNOWN -> "become 'Unknown'";
      case FILL_ZERO -> "become 0";
    };
  }

  private static String checks(SilverColumn column) {
    return column.validation() == null ? null : column.validation().text();
  }

  private static String violation(SilverColumn column) {
    if (column.validation() == null) {
      return null;
    }
    Severity severity = column.onViolation() == null ? Severity.REJECT : column.onViolation();
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String mask(SilverColumn column) {
    return column.mask() == null ? null : PlainWords.of(column.mask());
  }

  private void field(String column, String field, String word, String before, String after) {
    // Without a validation on one side, what a violation does says nothing new.
    boolean implied = field.equals("on_violation") && (before == null || after == null);
    if (!Objects.equals(before, after) && !implied) {
      add(
          Kind.COLUMN_CHANGED,
          column,
          field,
          before,
          after,
          column + ": " + word + " " + fromTo(before, after) + ".");
    }
  }

  private static String fromTo(String before, String after) {
    if (before == null) {
      return "now " + after;
    }
    return after == null ? "no longer " + before : before + " → " + after;
  }

  private void whole(SilverRecipe from, SilverRecipe to) {
    part(
        "deduplication",
        "Duplicates",
        duplicates(from.deduplication()),
        duplicates(to.deduplication()));
    each("shape", "Shape", words(from.shape()), words(to.shape()));
    each("filters", "Filter", words(from.filters()), words(to.filters()));
    each("rules", "Rule", words(from.rules()), words(to.rules()));
    part("reject_limit", "Reject limit", limit(from), limit(to));
    List<String> before = List.copyOf(byName(from).keySet());
    List<String> after = List.copyOf(byName(to).keySet());
    if (changes.isEmpty() && !before.equals(after)) {
      part("columns", "Order of columns", String.join(", ", before), String.join(", ", after));
    }
  }

  private void part(String field, String word, String before, String after) {
    if (!Objects.equals(before, after)) {
      add(
          Kind.TABLE_CHANGED,
          null,
          field,
          before,
          after,
          word + ": " + fromTo(before, after) + ".");
    }
  }

  private void each(String field, String word, List<String> before, List<String> after) {
    after.stream()
        .filter(one -> !before.contains(one))
        .forEach(one -> part(field, word, null, one));
    before.stream()
        .filter(one -> !after.contains(one))
        .forEach(one -> part(field, word, one, null));
  }

  private static List<String> words(List<?> parts) {
    return parts.stream().map(PlainWords::of).toList();
  }

  private static String limit(SilverRecipe recipe) {
    return recipe.rejectLimit() == null
        ? null
        : "at most "
            + new java.math.BigDecimal(recipe.rejectLimit() * 100)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString()
            + "% of the rows";
  }

  private static String duplicates(Deduplication deduplication) {
    if (deduplication == null) {
      return "every row stays";
    }
    String key = String.join(", ", deduplication.keyColumns());
    String order = deduplication.orderBy() == null ? "" : " by " + deduplication.orderBy();
    return switch (deduplication.strategy()) {
      case KEEP_LATEST -> "the latest row" + order + " of each " + key + " stays";
      case KEEP_FIRST -> "the first row" + order + " of each " + key + " stays";
      case REMOVE_EXACT -> "exact copies" + (key.isEmpty() ? "" : " of each " + key) + " go";
      case NONE -> "every row stays";
      case null -> "exact copies" + (key.isEmpty() ? "" : " of each " + key) + " go";
    };
  }

  private void add(
      Kind kind, String column, String field, String before, String after, String text) {
    changes.add(new RecipeChange(kind, column, field, before, after, text));
  }
}
