package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/**
 * One change of a silver recipe, as data: what rules and models propose, what a sentence is turned
 * into, what can be undone. Columns are Silver names unless said otherwise.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RecipeEdit.SetColumn.class, name = "set_column"),
  @JsonSubTypes.Type(value = RecipeEdit.RemoveColumn.class, name = "remove_column"),
  @JsonSubTypes.Type(value = RecipeEdit.Rename.class, name = "rename"),
  @JsonSubTypes.Type(value = RecipeEdit.Cast.class, name = "cast"),
  @JsonSubTypes.Type(value = RecipeEdit.TreatAsMissing.class, name = "treat_as_missing"),
  @JsonSubTypes.Type(value = RecipeEdit.MapValues.class, name = "map_values"),
  @JsonSubTypes.Type(value = RecipeEdit.SetNulls.class, name = "set_nulls"),
  @JsonSubTypes.Type(value = RecipeEdit.Validate.class, name = "validate"),
  @JsonSubTypes.Type(value = RecipeEdit.MaskColumn.class, name = "mask_column"),
  @JsonSubTypes.Type(value = RecipeEdit.Split.class, name = "split"),
  @JsonSubTypes.Type(value = RecipeEdit.AddShape.class, name = "add_shape"),
  @JsonSubTypes.Type(value = RecipeEdit.RemoveShape.class, name = "remove_shape"),
  @JsonSubTypes.Type(value = RecipeEdit.AddFilter.class, name = "add_filter"),
  @JsonSubTypes.Type(value = RecipeEdit.RemoveFilter.class, name = "remove_filter"),
  @JsonSubTypes.Type(value = RecipeEdit.AddRule.class, name = "add_rule"),
  @JsonSubTypes.Type(value = RecipeEdit.RemoveRule.class, name = "remove_rule"),
  @JsonSubTypes.Type(value = RecipeEdit.Deduplicate.class, name = "deduplicate"),
  @JsonSubTypes.Type(value = RecipeEdit.LimitRejects.class, name = "limit_rejects")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface RecipeEdit {
  /** Puts a column in the place of the one of the same Silver name, else at the end. */
  record SetColumn(SilverColumn column) implements RecipeEdit {}

  record RemoveColumn(String column) implements RecipeEdit {}

  /** Gives a column another name; what refers to it follows. */
  record Rename(String column, String to) implements RecipeEdit {}

  /** Gives a column another type with the steps that read it. */
  record Cast(String column, ColumnType targetType, List<Cleaning> cleaning)
      implements RecipeEdit {}

  /** Adds texts that mean "missing". */
  record TreatAsMissing(String column, List<String> tokens) implements RecipeEdit {
    public TreatAsMissing {
      tokens = tokens == null ? null : List.copyOf(tokens);
    }
  }

  /** Adds whole values and what takes their place. */
  record MapValues(String column, Map<String, String> values) implements RecipeEdit {
    public MapValues {
      values = values == null ? null : Map.copyOf(values);
    }
  }

  record SetNulls(String column, NullStrategy nullStrategy, String defaultValue)
      implements RecipeEdit {}

  /** Adds checks to those that a column has. */
  record Validate(String column, Validation validation, Severity onViolation)
      implements RecipeEdit {}

  /** Masks a column, or no longer where {@code mask} is null. */
  record MaskColumn(String column, Mask mask) implements RecipeEdit {}

  /**
   * Adds columns made of parts of another.
   *
   * @param keep whether the whole stays beside its parts
   */
  record Split(String column, List<SilverColumn> into, boolean keep) implements RecipeEdit {
    public Split {
      into = into == null ? null : List.copyOf(into);
    }
  }

  record AddShape(Shape shape) implements RecipeEdit {}

  record RemoveShape(Shape shape) implements RecipeEdit {}

  /** Adds a filter in the place of one of the same name. */
  record AddFilter(RowFilter filter) implements RecipeEdit {}

  record RemoveFilter(String name) implements RecipeEdit {}

  /** Adds a rule in the place of one of the same name. */
  record AddRule(RowRule rule) implements RecipeEdit {}

  record RemoveRule(String name) implements RecipeEdit {}

  record Deduplicate(Deduplication deduplication) implements RecipeEdit {}

  /** The greatest share of rejected rows that may be published, from 0 to 1; null for any. */
  record LimitRejects(Double share) implements RecipeEdit {}
}
