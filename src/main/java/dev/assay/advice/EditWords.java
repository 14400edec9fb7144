package dev.assay.advice;

import dev.assay.model.Deduplication;
import dev.assay.model.Mask;
import dev.assay.model.NullStrategy;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** Edits of a recipe in plain words. */
public final class EditWords {
  private static final int MOST_VALUES = 5;

  private EditWords() {}

  /** Such as {@code treat '0' as missing in price}. */
  public static String of(RecipeEdit edit) {
    return switch (edit) {
      case RecipeEdit.SetColumn(var column) ->
          "make " + Columns.name(column) + " from " + column.sourceColumn();
      case RecipeEdit.RemoveColumn(String column) -> "leave the column " + column + " out";
      case RecipeEdit.Rename(String column, String to) -> "call " + column + " " + to;
      case RecipeEdit.Cast(String column, var type, var _) -> "make " + column + " " + type.text();
      case RecipeEdit.TreatAsMissing(String column, List<String> tokens) ->
          "treat " + listed(tokens) + " as missing in " + column;
      case RecipeEdit.MapValues(String column, var values) ->
          "in "
              + column
              + " write "
              + values.entrySet().stream()
                  .sorted(java.util.Map.Entry.comparingByKey())
                  .limit(MOST_VALUES)
                  .map(entry -> "'" + entry.getValue() + "' for '" + entry.getKey() + "'")
                  .collect(Collectors.joining(", "))
              + more(values.size());
      case RecipeEdit.SetNulls(String column, NullStrategy strategy, String filled) ->
          nulls(column, strategy, filled);
      case RecipeEdit.Validate(String column, var validation, var severity) ->
          switch (severity) {
            case null -> "reject rows whose " + column + " does not meet " + validation.text();
            case REJECT -> "reject rows whose " + column + " does not meet " + validation.text();
            case WARN -> "count rows whose " + column + " does not meet " + validation.text();
            case FAIL ->
                "publish nothing while any " + column + " does not meet " + validation.text();
          };
      case RecipeEdit.MaskColumn(String column, Mask mask) ->
          switch (mask) {
            case null -> "show " + column + " as it is";
            case Mask.Hash _ -> "replace " + column + " by a keyed hash";
            case Mask.Redact _ -> "hide all of " + column;
            case Mask.KeepPart(int first, int last) ->
                "hide "
                    + column
                    + " but for its first "
                    + first
                    + " and last "
                    + last
                    + " characters";
          };
      case RecipeEdit.Split(String column, var into, boolean keep) ->
          "split "
              + column
              + " into "
              + into.stream().map(Columns::name).collect(Collectors.joining(", "))
              + (keep ? ", and keep it" : "");
      case RecipeEdit.AddShape(Shape shape) -> shape(shape);
      case RecipeEdit.RemoveShape(Shape shape) -> "no longer " + shape(shape);
      case RecipeEdit.AddFilter(var filter) ->
          "leave out rows whose " + filter.column() + " does not meet " + filter.keep().text();
      case RecipeEdit.RemoveFilter(String name) -> "no longer leave out " + name;
      case RecipeEdit.AddRule(var rule) -> "check that " + rule.condition();
      case RecipeEdit.RemoveRule(String name) -> "no longer check " + name;
      case RecipeEdit.Deduplicate(Deduplication deduplication) -> duplicates(deduplication);
      case RecipeEdit.LimitRejects(Double share) ->
          share == null
              ? "publish however many rows are rejected"
              : "publish nothing when more than "
                  + Math.round(share * 100)
                  + "% of rows are rejected";
    };
  }

  private static String nulls(String column, NullStrategy strategy, String filled) {
    return switch (strategy) {
      case null -> "leave missing " + column + " missing";
      case KEEP_NULL -> "leave missing " + column + " missing";
      case DROP_ROW -> "reject rows without " + column;
      case FILL_DEFAULT -> "fill missing " + column + " with '" + filled + "'";
      case FILL_UNKNOWN -> "fill missing " + column + " with 'Unknown'";
      case FILL_ZERO -> "fill missing " + column + " with 0";
    };
  }

  private static String shape(Shape shape) {
    return switch (shape) {
      case Shape.FillDown(List<String> columns) ->
          "fill blank cells of " + String.join(", ", columns) + " from above";
      case Shape.Unpivot(List<String> columns, String name, String value) ->
          "turn " + columns.size() + " columns into rows of " + name + " and " + value;
    };
  }

  private static String duplicates(Deduplication deduplication) {
    if (deduplication == null || deduplication.strategy() == null) {
      return "keep every row";
    }
    String key = String.join(", ", deduplication.keyColumns());
    return switch (deduplication.strategy()) {
      case NONE -> "keep every row";
      case REMOVE_EXACT -> "remove exact copies" + (key.isEmpty() ? "" : " with the same " + key);
      case KEEP_LATEST -> "of rows with the same " + key + " keep the latest";
      case KEEP_FIRST -> "of rows with the same " + key + " keep the first";
    };
  }

  private static String listed(List<String> values) {
    return values.stream()
            .limit(MOST_VALUES)
            .map(value -> "'" + value + "'")
            .collect(Collectors.joining(", "))
        + more(values.size());
  }

  private static String more(int size) {
    return size > MOST_VALUES ? " and " + (size - MOST_VALUES) + " more" : "";
  }
}
