package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.Cleaning;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Rows;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.MaskSql;
import dev.assay.store.Recipes;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Bronze columns whose values no reader may see: all that a masked column reads, by the recipe
 * in force and by the one that was published, whichever says so.
 */
final class MaskedColumns {
  private final Store store;
  private final Engine engine;
  private final Features features;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  MaskedColumns(Store store, Engine engine, Features features) {
    this.store = store;
    this.engine = engine;
    this.features = features;
  }

  /**
   * A column as a recipe masks it.
   *
   * @param reads Bronze columns, folded
   * @param made how it is made; null where the table no longer has what it is made of
   */
  private record Masked(SilverColumn written, Set<String> reads, SilverSpec.Column made) {}

  /** What was found, and of which recipes and columns that holds. */
  private record Known(List<SilverRecipe> recipes, List<Rows.Column> bronze, List<Masked> masked) {}

  /** As recipes name columns: without regard to case and blanks around. */
  Set<String> of(Source source) {
    return masked(source).stream()
        .flatMap(column -> column.reads().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of a table of Bronze, or of what was superseded in it. */
  List<String> of(Source source, List<String> columns) {
    return among(of(source), columns);
  }

  /** With the hash of all cells of a row, by which those that are hidden could be guessed. */
  static List<String> among(Set<String> masked, List<String> columns) {
    return masked.isEmpty()
        ? List.of()
        : columns.stream()
            .filter(column -> among(masked, column) || column.equals(MaskSql.ROW_HASH))
            .toList();
  }

  /** Whether a Bronze column is among them, as recipes name columns. */
  static boolean among(Set<String> masked, String column) {
    return masked.contains(folded(column));
  }

  /** The columns of recipes that mask a Bronze column. */
  List<SilverColumn> masking(Source source, String column) {
    return masked(source).stream()
        .filter(one -> one.reads().contains(folded(column)))
        .map(Masked::written)
        .distinct()
        .toList();
  }

  /** What a recipe that is tried out masks of Bronze itself. */
  static Set<String> of(SilverSpec spec) {
    return spec.columns().stream()
        .filter(column -> column.mask() != null)
        .flatMap(column -> folded(spec.reads(column)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The columns of a recipe that is tried out which would show of a masked column what nobody sees
   * now: until that recipe is built, nobody sees it. Another mask shows another part of a value, so
   * it counts as none.
   */
  Set<String> shown(Source source, SilverSpec spec) {
    List<Masked> masked = masked(source);
    Set<String> hidden = of(source);
    return spec.columns().stream()
        .filter(column -> {
          Set<String> reads = folded(spec.reads(column));
          return !Collections.disjoint(reads, hidden)
              && masked.stream()
                  .noneMatch(one ->
                      one.made() != null
                          && one.reads().equals(reads)
                          && one.made().showsAs(column));
        })
        .map(SilverSpec.Column::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a column of a recipe reads one of them, whatever its own mask. */
  boolean shows(Source source, SilverSpec spec, SilverSpec.Column column) {
    return !Collections.disjoint(folded(spec.reads(column)), of(source));
  }

  /** Whether a Gold table was made of a Silver that showed what the published one masks. */
  boolean isOlder(Source source, MedallionLayer gold) {
    return isOlderThan(source, gold)
        || gold.schemaConfig() instanceof GoldRecipe recipe
            && !recipe.joined().isEmpty()
            && store.sources().all().stream()
                .map(Sources.Kept::source)
                .filter(other -> recipe.joined().contains(other.silverTable()))
                .anyMatch(other -> isOlderThan(other, gold));
  }

  private boolean isOlderThan(Source source, MedallionLayer gold) {
    List<Recipes.Applied> published =
        store.recipes().history(source.silverTable()).stream()
            .filter(applied -> applied.outcome() == Recipes.Outcome.PUBLISHED)
            .toList();
    if (gold.publishedBuild() == null
        || published.isEmpty()
        || !masks((SilverRecipe) published.getFirst().recipe())) {
      return false;
    }
    Map<String, Instant> begun = new HashMap<>();
    store
        .logs()
        .of(source.id(), Layer.SILVER, null)
        .forEach(log -> begun.put(log.id(), log.createdAt()));
    // A recipe that failed once and was tried again is in force from its last build on.
    Optional<Recipes.Applied> then =
        published.stream()
            .filter(one ->
                !begun
                    .getOrDefault(one.buildId() == null ? "" : one.buildId(), one.createdAt())
                    .isAfter(gold.lastBuiltAt()))
            .findFirst();
    if (then.isPresent() && then.get().number() == published.getFirst().number()) {
      return false;
    }
    Set<String> now = reads(source, published.getFirst());
    return then.map(one -> !reads(source, one).containsAll(now)).orElse(true);
  }

  private Set<String> reads(Source source, Recipes.Applied applied) {
    List<Rows.Column> bronze = engine.columns(source.bronzeTable()).orElse(List.of());
    return found(source, List.of((SilverRecipe) applied.recipe()), bronze).stream()
        .flatMap(column -> column.reads().stream())
        .collect(Collectors.toSet());
  }

  private static boolean masks(SilverRecipe recipe) {
    return recipe.columns().stream().anyMatch(column -> column.mask() != null);
  }

  private List<Masked> masked(Source source) {
    Stream<Recipes.Applied> published = store.recipes().published(source.silverTable()).stream();
    List<SilverRecipe> recipes =
        Stream.concat(store.recipes().inForce(source.silverTable()).stream(), published)
            .map(applied -> (SilverRecipe) applied.recipe())
            .filter(MaskedColumns::masks)
            .toList();
    if (recipes.isEmpty()) {
      return List.of();
    }
    List<Rows.Column> bronze = engine.columns(source.bronzeTable()).orElse(List.of());
    return known
        .compute(
            source.id(),
            (_, before) ->
                before != null && before.recipes().equals(recipes) && before.bronze().equals(bronze)
                    ? before
                    : new Known(recipes, bronze, found(source, recipes, bronze)))
        .masked();
  }

  private List<Masked> found(Source source, List<SilverRecipe> recipes, List<Rows.Column> bronze) {
    List<Masked> found = new ArrayList<>();
    for (SilverRecipe recipe : recipes) {
      for (SilverColumn column : recipe.columns()) {
        if (column.mask() != null) {
          found.add(
              checked(source, recipe, column, bronze)
                  .orElseGet(() -> new Masked(column, written(recipe, column, bronze), null)));
        }
      }
    }
    return List.copyOf(found);
  }

  /** By the check that a build goes by; each column alone, so that none hides another's. */
  private Optional<Masked> checked(
      Source source, SilverRecipe recipe, SilverColumn column, List<Rows.Column> bronze) {
    SilverRecipe alone = new SilverRecipe(List.of(column), null).withShape(recipe.shape());
    try {
      return features.planSilver(source, alone, bronze, List.of()).steps().stream()
          .filter(Step.Clean.class::isInstance)
          .map(step -> ((Step.Clean) step).spec())
          .findFirst()
          .map(spec -> {
            SilverSpec.Column made = spec.columns().getFirst();
            return new Masked(column, folded(spec.reads(made)), made);
          });
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** Where the table has changed since: whatever the recipe so much as names. */
  private static Set<String> written(
      SilverRecipe recipe, SilverColumn column, List<Rows.Column> bronze) {
    Set<String> names = new TreeSet<>(Set.of(folded(column.sourceColumn())));
    StringBuilder text = new StringBuilder();
    if (column.castExpression() != null) {
      text.append(column.castExpression());
    }
    if (column.cleaning() != null) {
      for (Cleaning step : column.cleaning()) {
        if (step instanceof Cleaning.Custom(String sql)) {
          text.append(' ').append(sql);
        }
      }
    }
    bronze.stream()
        .map(one -> folded(one.name()))
        .filter(name -> names(text.toString(), name))
        .forEach(names::add);
    for (Shape step : recipe.shape()) {
      if (step instanceof Shape.Unpivot(List<String> columns, _, String value)
          && value != null
          && (names.contains(folded(value)) || names(text.toString(), folded(value)))) {
        columns.stream().map(MaskedColumns::folded).forEach(names::add);
      }
    }
    return names;
  }

  private static boolean names(String sql, String name) {
    return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
        .matcher(sql.toLowerCase(Locale.ROOT).replace("\"\"", "\""))
        .find();
  }

  private static Set<String> folded(Set<String> columns) {
    return columns.stream()
        .map(MaskedColumns::folded)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
