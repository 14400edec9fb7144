package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RecipeFit;
import dev.assay.model.RowCondition;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the columns of a kept recipe in another table, by their headers, without looking at data.
 */
public final class RecipeFitting {
  /** What came of it; nothing was measured yet. */
  public record Fitted(
      List<RecipeFit.FoundColumn> columns,
      List<String> missing,
      List<String> added,
      SilverRecipe recipe) {}

  private final SilverRecipe kept;
  private final SilverRecipe suggestion;
  private final List<RecipeFit.FoundColumn> found = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private RecipeFitting(SilverRecipe kept, SilverRecipe suggestion) {
    this.kept = kept;
    this.suggestion = suggestion;
  }

  /** {@code suggestion} is that for the other table: it knows its columns. */
  public static Fitted fit(SilverRecipe kept, SilverRecipe suggestion) {
    return new RecipeFitting(kept, suggestion).fitted();
  }

  /** A shipped recipe: the suggestion with what the recipe adds. */
  public static Fitted fit(ShippedRecipe shipped, SilverRecipe suggestion) {
    RoleFit fit =
        RoleFit.of(
            shipped,
            suggestion.columns().stream()
                .map(column ->
                    new RoleFit.Offered(
                        column.sourceColumn(), Columns.name(column), column.targetType()))
                .toList());
    List<RecipeEdit> edits =
        suggestion.proposals().stream()
            .filter(proposal -> proposal.id().equals("recipe_" + shipped.name()))
            .findFirst()
            .map(proposal -> proposal.edits())
            .orElse(List.of());
    List<RecipeFit.FoundColumn> columns = new ArrayList<>();
    fit.columns()
        .forEach((role, name) -> {
          String source = Columns.find(suggestion, name).sourceColumn();
          columns.add(
              new RecipeFit.FoundColumn(
                  role,
                  source,
                  Slug.of(source, "").equals(role) ? RecipeFit.How.FOLDED : RecipeFit.How.SYNONYM));
        });
    List<String> others =
        suggestion.columns().stream()
            .map(Columns::name)
            .filter(name -> !fit.columns().containsValue(name))
            .toList();
    return new Fitted(columns, fit.missing(), others, RecipeEditor.apply(suggestion, edits));
  }

  private Fitted fitted() {
    List<SilverColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RecipeFit.How how : RecipeFit.How.values()) {
      kept.columns().stream()
          .filter(column -> found.stream().noneMatch(f -> f.column().equals(Columns.name(column))))
          .forEach(column -> match(column, how));
    }
    for (SilverColumn column : kept.columns()) {
      Optional<RecipeFit.FoundColumn> match =
          found.stream().filter(f -> f.column().equals(Columns.name(column))).findFirst();
      if (match.isEmpty()) {
        missing.add("column " + Columns.name(column));
      } else {
        columns.add(from(column, match.get().sourceColumn()));
        names.add(Columns.name(column).toLowerCase(Locale.ROOT));
      }
    }
    List<String> added = new ArrayList<>();
    for (SilverColumn column : suggestion.columns()) {
      boolean known = used.contains(column.sourceColumn());
      if (!known && names.add(Columns.name(column).toLowerCase(Locale.ROOT))) {
        columns.add(column);
        added.add(Columns.name(column));
      }
    }
    return new Fitted(
        found, missing, added, withoutMissing(new SilverRecipe(List.copyOf(columns), null), names));
  }

  /** The column without what only the rows of its first source said. */
  public static SilverColumn withoutEvidence(SilverColumn column) {
    return from(column, column.sourceColumn());
  }

  private static SilverColumn from(SilverColumn column, String source) {
    boolean typed =
        column.cleaning() != null
            && column.cleaning().stream().noneMatch(Cleaning.Custom.class::isInstance);
    return new SilverColumn(
        source,
        Columns.name(column),
        column.targetType(),
        // The rendering of typed steps names the column that they were first made for.
        typed ? null : column.castExpression(),
        column.cleaning(),
        column.nullStrategy(),
        column.defaultValue(),
        column.validation(),
        column.onViolation(),
        column.mask(),
        null);
  }

  private void match(SilverColumn column, RecipeFit.How how) {
    boolean written =
        column.cleaning() == null
            || column.cleaning().stream().anyMatch(Cleaning.Custom.class::isInstance);
    // Written SQL names its columns: it holds where these have the same names alone.
    if (written && column.castExpression() != null && how != RecipeFit.How.EXACT) {
      return;
    }
    suggestion.columns().stream()
        .map(SilverColumn::sourceColumn)
        .filter(source -> !used.contains(source) && alike(column, source, how))
        .findFirst()
        .ifPresent(source -> {
          used.add(source);
          found.add(new RecipeFit.FoundColumn(Columns.name(column), source, how));
        });
  }

  private static boolean alike(SilverColumn column, String source, RecipeFit.How how) {
    String slug = Slug.of(source, "");
    return switch (how) {
      case EXACT -> column.sourceColumn().equals(source);
      case FOLDED -> Slug.of(column.sourceColumn(), "").equals(slug);
      case SYNONYM ->
          Slug.of(Columns.name(column), "").equals(slug)
              || ShippedRecipe.all().stream()
                  .flatMap(recipe -> recipe.roles().stream())
                  .anyMatch(role ->
                      role.named(source)
                          && (role.named(column.sourceColumn())
                              || role.named(Columns.name(column))));
    };
  }

  /** Rules, filters and keys whose columns are all there; those that are not are said. */
  private SilverRecipe withoutMissing(SilverRecipe recipe, Set<String> names) {
    boolean keyed =
        kept.deduplication() != null
            && kept.deduplication().keyColumns().stream().allMatch(key -> has(names, key))
            && (kept.deduplication().orderBy() == null
                || ordered(kept.deduplication().orderBy(), names));
    if (kept.deduplication() != null && !keyed) {
      missing.add("a column of the key " + String.join(", ", kept.deduplication().keyColumns()));
    }
    var rules =
        kept.rules().stream()
            .filter(rule -> {
              boolean there =
                  RowCondition.parse(rule.condition()).columns().stream()
                      .allMatch(name -> has(names, name));
              if (!there) {
                missing.add("a column of the rule " + rule.name());
              }
              return there;
            })
            .toList();
    var filters =
        kept.filters().stream()
            .filter(filter -> {
              boolean there = has(names, filter.column());
              if (!there) {
                missing.add("the column of the filter " + filter.name());
              }
              return there;
            })
            .toList();
    if (!kept.shape().isEmpty()) {
      missing.add("the shape steps, which are of the table that the recipe was made for");
    }
    return recipe
        .withDeduplication(keyed ? kept.deduplication() : suggestion.deduplication())
        .withRules(rules)
        .withFilters(filters)
        .withRejectLimit(kept.rejectLimit());
  }

  private static boolean has(Set<String> names, String name) {
    return name != null && names.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean ordered(String orderBy, Set<String> names) {
    for (String term : orderBy.split(",")) {
      String name = term.strip().replaceAll("(?i)\\s+(ASC|DESC)$", "").replaceAll("^\"|\"$", "");
      if (!has(names, name)) {
        return false;
      }
    }
    return true;
  }
}
