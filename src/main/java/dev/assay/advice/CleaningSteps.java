package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverColumn;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The steps of a column with one added where it belongs. */
final class CleaningSteps {
  private CleaningSteps() {}

  /** The steps with more texts that mean "missing", looked at once blanks are trimmed. */
  static List<Cleaning> missing(SilverColumn column, List<String> tokens) {
    List<Cleaning> steps = typed(column);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Cleaning.NullTokens(List<String> present)) {
        Set<String> all = new LinkedHashSet<>(present);
        all.addAll(tokens);
        steps.set(i, new Cleaning.NullTokens(List.copyOf(all)));
        return List.copyOf(steps);
      }
    }
    int at = steps.isEmpty() || !(steps.getFirst() instanceof Cleaning.Trim) ? 0 : 1;
    steps.add(at, new Cleaning.NullTokens(tokens));
    return List.copyOf(steps);
  }

  /** The steps with more whole values replaced, last before they are read. */
  static List<Cleaning> mapped(SilverColumn column, Map<String, String> values) {
    List<Cleaning> steps = typed(column);
    boolean parses = !steps.isEmpty() && steps.getLast().parses();
    int end = parses ? steps.size() - 1 : steps.size();
    if (end > 0 && steps.get(end - 1) instanceof Cleaning.MapValues(Map<String, String> present)) {
      Map<String, String> all = new TreeMap<>(present);
      // What was mapped to a value that is itself mapped now goes where that goes.
      all.replaceAll((_, to) -> values.getOrDefault(to, to));
      values.forEach(all::put);
      steps.set(end - 1, new Cleaning.MapValues(all));
    } else {
      steps.add(end, new Cleaning.MapValues(values));
    }
    return List.copyOf(steps);
  }

  private static List<Cleaning> typed(SilverColumn column) {
    boolean written =
        column.cleaning() == null
            ? column.castExpression() != null
            : column.cleaning().stream().anyMatch(Cleaning.Custom.class::isInstance);
    if (written) {
      throw UserError.invalid(
          "'"
              + Columns.name(column)
              + "' is made by an expression: change its cast_expression instead.");
    }
    if (column.cleaning() == null) {
      boolean text = column.targetType() == null || column.targetType() == ColumnType.Simple.TEXT;
      // As a column without steps is read: see silver.TypeRules.
      return text ? new ArrayList<>() : new ArrayList<>(List.of(new Cleaning.Trim()));
    }
    return new ArrayList<>(column.cleaning());
  }
}
