package dev.assay.advice;

import dev.assay.model.RecipeEdit;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.UserError;
import dev.assay.model.Validation;

/** Adds checks to those that a column has, each with its own severity. */
final class Validations {
  private Validations() {}

  static SilverColumn added(SilverColumn column, RecipeEdit.Validate added) {
    if (added.validation() == null) {
      throw UserError.invalid("This edit needs 'validation'.");
    }
    Severity severity = added.onViolation() == null ? Severity.REJECT : added.onViolation();
    Validation present = column.validation();
    if (present == null) {
      return Columns.of(column).validation(added.validation(), severity).column();
    }
    if (present.checks().containsAll(added.validation().checks())) {
      return column;
    }
    Severity before = column.onViolation() == null ? Severity.REJECT : column.onViolation();
    String graded =
        severity == before || added.validation().checks().size() > 1
            ? added.validation().text()
            : severity + " " + added.validation().text();
    if (severity != before && added.validation().checks().size() > 1) {
      throw UserError.invalid(
          "'"
              + Columns.name(column)
              + "' has checks of another severity: add these one at a time, each with its own.");
    }
    return Columns.of(column)
        .validation(Validation.parse(present.text() + " AND " + graded), before)
        .column();
  }
}
