package dev.assay.gold;

import dev.assay.model.Additivity;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.model.SemanticModel;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.Inferred;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What columns are good for in Gold when the semantic model has its say. */
final class ModelRoles {
  private ModelRoles() {}

  /**
   * One a column that no question is open about, in order; what the model does not speak of is only
   * looked at.
   */
  static List<ColumnRole> of(Inferred inferred, SemanticModel model) {
    return inferred.roles().stream()
        .filter(role -> !inferred.open().contains(role.name()))
        .map(role -> new ColumnRole(role.column(), role(role, model)))
        .toList();
  }

  private static Role role(ColumnRole inferred, SemanticModel model) {
    Optional<SemanticModel.Measure> measure =
        model.measures().stream()
            .filter(one -> inferred.name().equals(one.column()))
            .filter(one -> one.filters().isEmpty())
            .filter(one -> one.aggregate() == Aggregate.SUM || one.aggregate() == Aggregate.AVG)
            .findFirst();
    if (measure.isPresent() && inferred.column().kind().isNumeric()) {
      // Of a level the sum over time means nothing, so that it is averaged, as what never adds up.
      boolean sums =
          measure.get().aggregate() == Aggregate.SUM
              && measure.get().additivity() == Additivity.ADDITIVE;
      return sums ? Role.SUMMABLE : Role.AVERAGED;
    }
    Optional<SemanticModel.Kind> kind =
        model.dimensions().stream()
            .filter(one -> inferred.name().equals(one.column()))
            .map(SemanticModel.Dimension::kind)
            .findFirst();
    if (kind.isEmpty()) {
      return Role.OTHER;
    }
    return switch (kind.get()) {
      case TIME ->
          inferred.column().kind().isTemporal()
              ? Role.TIME
              : inferred.role() == Role.OTHER ? Role.CATEGORY : inferred.role();
      case CATEGORY -> inferred.role() == Role.YEAR ? Role.YEAR : Role.CATEGORY;
      case ENTITY, IDENTIFIER -> Role.IDENTIFIER;
      case LABEL -> inferred.role() == Role.IDENTIFIER ? Role.IDENTIFIER : Role.OTHER;
    };
  }

  /** Sums of what is computed for each row, of those that add up and are of one unit. */
  static List<Measure> computed(SemanticModel model) {
    return model.measures().stream()
        .filter(one -> one.formula() != null && one.aggregate() == Aggregate.SUM)
        .filter(one -> one.additivity() == Additivity.ADDITIVE && one.unit() == null)
        .map(one ->
            new Measure("total_" + one.name(), Aggregate.SUM, null, one.formula(), one.filters()))
        .toList();
  }

  /** Whether what is computed matters more than what a column holds. */
  static boolean computedLeads(SemanticModel model) {
    return model.measures().stream()
        .filter(one -> one.aggregate() == Aggregate.SUM)
        .findFirst()
        .filter(one -> one.formula() != null)
        .isPresent();
  }

  /** The columns of amounts whose unit another column holds, and that column. */
  static Map<String, String> units(SemanticModel model) {
    Map<String, String> units = new HashMap<>();
    for (SemanticModel.Measure measure : model.measures()) {
      if (measure.column() != null && measure.unit() != null) {
        units.put(measure.column(), measure.unit());
      }
    }
    return units;
  }
}
