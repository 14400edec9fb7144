package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.UserError;
import dev.assay.model.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
      return column.withValidation(added.validation(), severity);
    }
    Severity before = column.onViolation() == null ? Severity.REJECT : column.onViolation();
    List<Validation> checks = new ArrayList<>(present.each());
    for (Validation wanted : added.validation().each()) {
      // A severity that is written before the check counts more than the edit's.
      Severity own = check(wanted).severityOr(severity);
      int at = position(checks, check(wanted).bare());
      String bare = bare(at < 0 ? wanted : checks.get(at));
      Validation graded = Validation.parse(own == before ? bare : own + " " + bare);
      if (at < 0) {
        checks.add(graded);
      } else if (check(checks.get(at)).severityOr(before) != own) {
        checks.set(at, graded);
      }
    }
    String text = checks.stream().map(Validation::text).collect(Collectors.joining(" AND "));
    return text.equals(present.text())
        ? column
        : column.withValidation(Validation.parse(text), before);
  }

  private static Check check(Validation one) {
    return one.checks().getFirst();
  }

  private static int position(List<Validation> checks, Check bare) {
    for (int i = 0; i < checks.size(); i++) {
      if (check(checks.get(i)).bare().equals(bare)) {
        return i;
      }
    }
    return -1;
  }

  /** The text of a check without its severity. */
  private static String bare(Validation one) {
    return check(one) instanceof Check.Graded(Check _, Severity own)
        ? one.text().substring(own.name().length()).strip()
        : one.text();
  }
}
