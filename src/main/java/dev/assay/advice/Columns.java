package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Mask;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Slug;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.model.Validation;
import java.util.List;

/** A recipe's column with one thing changed; the rest stays. */
final class Columns {
  private SilverColumn column;

  private Columns(SilverColumn column) {
    this.column = column;
  }

  static Columns of(SilverColumn column) {
    return new Columns(column);
  }

  /** A column's name in Silver, given or derived. */
  static String name(SilverColumn column) {
    return column.silverName() == null
        ? Slug.of(column.sourceColumn(), "column")
        : column.silverName();
  }

  /** By Silver name, else by source column, in any case; throws {@link UserError} with a hint. */
  static SilverColumn find(SilverRecipe recipe, String name) {
    if (name == null) {
      throw UserError.invalid("This edit needs 'column'.");
    }
    return recipe.columns().stream()
        .filter(column -> name(column).equalsIgnoreCase(name.strip()))
        .findFirst()
        .or(() ->
            recipe.columns().stream()
                .filter(column -> name.strip().equalsIgnoreCase(column.sourceColumn().strip()))
                .findFirst())
        .orElseThrow(() ->
            UserError.notFound(
                "There is no column '"
                    + name
                    + "' in the recipe."
                    + Suggestion.hint(
                        name, recipe.columns().stream().map(Columns::name).toList())));
  }

  SilverColumn column() {
    return column;
  }

  Columns name(String name) {
    return with(
        name,
        column.targetType(),
        column.castExpression(),
        column.cleaning(),
        column.nullStrategy(),
        column.defaultValue(),
        column.validation(),
        column.onViolation(),
        column.mask(),
        true);
  }

  Columns type(ColumnType type) {
    return with(
        column.silverName(),
        type,
        null,
        column.cleaning(),
        column.nullStrategy(),
        column.defaultValue(),
        column.validation(),
        column.onViolation(),
        column.mask(),
        false);
  }

  Columns cleaning(List<Cleaning> cleaning) {
    return with(
        column.silverName(),
        column.targetType(),
        null,
        cleaning,
        column.nullStrategy(),
        column.defaultValue(),
        column.validation(),
        column.onViolation(),
        column.mask(),
        false);
  }

  Columns nulls(NullStrategy strategy, String filled) {
    return with(
        column.silverName(),
        column.targetType(),
        column.castExpression(),
        column.cleaning(),
        strategy,
        filled,
        column.validation(),
        column.onViolation(),
        column.mask(),
        true);
  }

  Columns validation(Validation validation, Severity severity) {
    return with(
        column.silverName(),
        column.targetType(),
        column.castExpression(),
        column.cleaning(),
        column.nullStrategy(),
        column.defaultValue(),
        validation,
        severity,
        column.mask(),
        true);
  }

  Columns mask(Mask mask) {
    return with(
        column.silverName(),
        column.targetType(),
        column.castExpression(),
        column.cleaning(),
        column.nullStrategy(),
        column.defaultValue(),
        column.validation(),
        column.onViolation(),
        mask,
        true);
  }

  private Columns with(
      String name,
      ColumnType type,
      String castExpression,
      List<Cleaning> cleaning,
      NullStrategy strategy,
      String filled,
      Validation validation,
      Severity severity,
      Mask mask,
      boolean sameReading) {
    column =
        new SilverColumn(
            column.sourceColumn(),
            name,
            type,
            castExpression,
            cleaning,
            strategy,
            filled,
            validation,
            severity,
            mask,
            sameReading ? column.evidence() : null);
    return this;
  }
}
