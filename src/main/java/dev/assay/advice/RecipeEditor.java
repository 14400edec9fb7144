package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.Deduplication;
import dev.assay.model.Misread;
import dev.assay.model.NullStrategy;
import dev.assay.model.Problem;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowFilter;
import dev.assay.model.RowRule;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Makes edits to a silver recipe, in order, without looking at data. What an edit does not mention
 * stays; evidence of a column whose reading changes goes, since it no longer holds.
 */
public final class RecipeEditor {
  private RecipeEditor() {}

  /** The recipe with all edits made; throws {@link UserError} that lists every one that cannot. */
  public static SilverRecipe apply(SilverRecipe recipe, List<RecipeEdit> edits) {
    SilverRecipe edited = recipe;
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      try {
        edited = apply(edited, edits.get(i));
      } catch (UserError e) {
        problems.add(new Problem("/edits/" + i, e));
      } catch (Misread e) {
        problems.add(new Problem("/edits/" + i, e.facts()));
      } catch (IllegalArgumentException e) {
        problems.add(new Problem("/edits/" + i, e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return edited;
  }

  /** Whether a recipe has a column: of this Silver name, else as the only one of that source. */
  public static boolean has(SilverRecipe recipe, String column) {
    return recipe.columns().stream().anyMatch(c -> Columns.name(c).equalsIgnoreCase(column))
        || recipe.columns().stream()
                .filter(c -> c.sourceColumn().strip().equalsIgnoreCase(column.strip()))
                .count()
            == 1;
  }

  private static SilverRecipe apply(SilverRecipe recipe, RecipeEdit edit) {
    return switch (edit) {
      case null -> throw UserError.invalid("This edit is empty. Remove it or fill it in.");
      case RecipeEdit.SetColumn(SilverColumn column) -> set(recipe, made(column));
      case RecipeEdit.RemoveColumn(String column) -> remove(recipe, column);
      case RecipeEdit.Rename(String column, String to) -> rename(recipe, column, needed(to, "to"));
      case RecipeEdit.Cast cast -> change(recipe, cast.column(), column -> cast(column, cast));
      case RecipeEdit.TreatAsMissing(String name, List<String> tokens) -> {
        needed(tokens, "tokens");
        yield change(recipe, name, column -> steps(column, CleaningSteps.missing(column, tokens)));
      }
      case RecipeEdit.MapValues(String name, var values) -> {
        needed(values, "values");
        yield change(recipe, name, column -> steps(column, CleaningSteps.mapped(column, values)));
      }
      case RecipeEdit.SetNulls(String name, NullStrategy strategy, String filled) ->
          change(
              recipe, name, column -> column.withNulls(needed(strategy, "null_strategy"), filled));
      case RecipeEdit.Validate validate -> {
        needed(validate.validation(), "validation");
        yield change(recipe, validate.column(), column -> Validations.added(column, validate));
      }
      case RecipeEdit.MaskColumn(String name, var mask) ->
          change(recipe, name, column -> column.withMask(mask));
      case RecipeEdit.Split(String name, List<SilverColumn> into, boolean keep) ->
          split(recipe, name, needed(into, "into").stream().map(RecipeEditor::made).toList(), keep);
      case RecipeEdit.AddShape(Shape shape) ->
          recipe.withShape(plus(recipe.shape(), needed(shape, "shape")));
      case RecipeEdit.RemoveShape(Shape shape) ->
          recipe.withShape(
              recipe.shape().stream().filter(present -> !present.equals(shape)).toList());
      case RecipeEdit.AddFilter(RowFilter filter) -> {
        String name = needed(filter, "filter").name();
        yield recipe.withFilters(plus(without(recipe.filters(), RowFilter::name, name), filter));
      }
      case RecipeEdit.RemoveFilter(String name) ->
          recipe.withFilters(without(recipe.filters(), RowFilter::name, name));
      case RecipeEdit.AddRule(RowRule rule) -> {
        String name = needed(rule, "rule").name();
        yield recipe.withRules(plus(without(recipe.rules(), RowRule::name, name), rule));
      }
      case RecipeEdit.RemoveRule(String name) ->
          recipe.withRules(without(recipe.rules(), RowRule::name, name));
      case RecipeEdit.Deduplicate(Deduplication deduplication) ->
          recipe.withDeduplication(deduplication);
      case RecipeEdit.LimitRejects(Double share) -> recipe.withRejectLimit(share);
    };
  }

  /** A column that says what it is made from. */
  private static SilverColumn made(SilverColumn column) {
    needed(needed(column, "column").sourceColumn(), "source_column");
    return column;
  }

  private static <T> T needed(T value, String field) {
    if (value == null) {
      throw UserError.invalid("This edit needs '" + field + "'.");
    }
    return value;
  }

  private static SilverRecipe set(SilverRecipe recipe, SilverColumn column) {
    List<SilverColumn> columns = new ArrayList<>(recipe.columns());
    for (int i = 0; i < columns.size(); i++) {
      if (Columns.name(columns.get(i)).equals(Columns.name(column))) {
        columns.set(i, column);
        return recipe.withColumns(List.copyOf(columns));
      }
    }
    return recipe.withColumns(plus(columns, column));
  }

  private static SilverRecipe remove(SilverRecipe recipe, String name) {
    SilverColumn column = Columns.find(recipe, name);
    if (recipe.columns().size() == 1) {
      throw UserError.invalid(
          "'" + name + "' is the only column left: a Silver table needs at least one.");
    }
    References.checkNone(recipe, column);
    return recipe.withColumns(
        recipe.columns().stream().filter(present -> present != column).toList());
  }

  private static SilverRecipe rename(SilverRecipe recipe, String name, String to) {
    SilverColumn column = Columns.find(recipe, name);
    boolean taken =
        recipe.columns().stream()
            .anyMatch(other -> other != column && Columns.name(other).equalsIgnoreCase(to));
    if (taken) {
      throw UserError.invalid("There is a column '" + to + "' already. Choose another name.");
    }
    return References.renamed(
        change(recipe, name, present -> present.withName(to)), Columns.name(column), to);
  }

  private static SilverColumn cast(SilverColumn column, RecipeEdit.Cast cast) {
    return column.withReading(needed(cast.targetType(), "target_type"), cast.cleaning());
  }

  private static SilverColumn steps(SilverColumn column, List<Cleaning> steps) {
    return column.withReading(column.targetType(), steps);
  }

  private static SilverRecipe split(
      SilverRecipe recipe, String name, List<SilverColumn> into, boolean keep) {
    SilverColumn whole = Columns.find(recipe, name);
    if (!keep && into.stream().noneMatch(part -> Columns.name(part).equals(Columns.name(whole)))) {
      References.checkNone(recipe, whole);
    }
    List<SilverColumn> columns = new ArrayList<>();
    for (SilverColumn column : recipe.columns()) {
      if (column != whole || keep) {
        columns.add(column);
      }
      if (column == whole) {
        columns.addAll(into);
      }
    }
    return recipe.withColumns(List.copyOf(columns));
  }

  private static SilverRecipe change(
      SilverRecipe recipe, String name, UnaryOperator<SilverColumn> change) {
    SilverColumn column = Columns.find(recipe, name);
    return recipe.withColumns(
        recipe.columns().stream()
            .map(present -> present == column ? change.apply(present) : present)
            .toList());
  }

  private static <T> List<T> plus(List<T> list, T added) {
    List<T> longer = new ArrayList<>(list);
    longer.add(added);
    return List.copyOf(longer);
  }

  private static <T> List<T> without(
      List<T> list, java.util.function.Function<T, String> name, String removed) {
    return list.stream().filter(item -> !Objects.equals(name.apply(item), removed)).toList();
  }
}
