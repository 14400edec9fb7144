package dev.assay.semantic;

import dev.assay.model.Fact;
import dev.assay.model.Misread;
import dev.assay.model.Problem;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Filter;
import dev.assay.model.RowCondition;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Hierarchy;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.model.SemanticModel.Measure;
import dev.assay.model.Suggestion;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds everything in a model that does not fit its Silver table, each with its JSON pointer. */
public final class ModelCheck {
  private final String table;
  private final Map<String, ValueKind> kinds = new LinkedHashMap<>();

  /**
   * @param columns those of Silver that may be seen
   */
  public ModelCheck(String table, List<Rows.Column> columns) {
    this.table = table;
    columns.forEach(column -> kinds.put(column.name(), ValueKind.of(column.type())));
  }

  /** All problems; none when the model can be used. */
  public List<Problem> problems(SemanticModel model) {
    List<Problem> problems = new ArrayList<>();
    if (model.table() != null && !model.table().equals(table)) {
      problems.add(
          new Problem("/table", "This is a model of " + model.table() + ", not of " + table + "."));
    }
    for (int i = 0; i < model.grain().size(); i++) {
      String at = "/grain/" + i;
      column(model.grain().get(i)).ifPresent(text -> problems.add(new Problem(at, text)));
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < model.dimensions().size(); i++) {
      String at = "/dimensions/" + i;
      problems.addAll(problems(model.dimensions().get(i), at));
      unique(model.dimensions().get(i).name(), at, names, problems);
    }
    for (int i = 0; i < model.measures().size(); i++) {
      String at = "/measures/" + i;
      problems.addAll(problems(model.measures().get(i), model.measures(), at));
      unique(model.measures().get(i).name(), at, names, problems);
    }
    if (model.time() != null
        && model.dimension(model.time()).filter(one -> one.kind() == Kind.TIME).isEmpty()) {
      List<String> times =
          model.dimensions().stream()
              .filter(one -> one.kind() == Kind.TIME)
              .map(Dimension::name)
              .toList();
      problems.add(
          new Problem(
              "/time",
              "'"
                  + model.time()
                  + "' is no dimension of kind TIME here."
                  + (times.isEmpty() ? "" : " Use one of " + String.join(", ", times) + ".")));
    }
    for (int i = 0; i < model.hierarchies().size(); i++) {
      problems.addAll(
          problems(model.hierarchies().get(i), model.dimensions(), "/hierarchies/" + i));
    }
    return problems;
  }

  private static void unique(
      String name, String at, Map<String, String> names, List<Problem> problems) {
    if (name != null && names.put(name.toLowerCase(Locale.ROOT), at) != null) {
      problems.add(new Problem(at + "/name", Sentences.MODEL_NAME_TWICE.with(name)));
    }
  }

  /** What is wrong with one dimension. */
  List<Problem> problems(Dimension dimension, String at) {
    List<Problem> problems = new ArrayList<>();
    name(dimension.name(), at, problems);
    column(dimension.column()).ifPresent(text -> problems.add(new Problem(at + "/column", text)));
    if (dimension.kind() == null) {
      problems.add(
          new Problem(at + "/kind", "Choose a kind: TIME, CATEGORY, ENTITY, IDENTIFIER or LABEL."));
    }
    ValueKind kind = kinds.get(dimension.column());
    if (dimension.kind() == Kind.TIME
        && kind != null
        && !kind.isTemporal()
        && kind != ValueKind.INTEGER) {
      problems.add(
          new Problem(
              at + "/kind",
              Sentences.MODEL_NO_TIMES.with(
                  dimension.column(), kind.name().toLowerCase(Locale.ROOT))));
    }
    return problems;
  }

  /** What is wrong with one measure; {@code all} are those that its formula may name. */
  List<Problem> problems(Measure measure, List<Measure> all, String at) {
    List<Problem> problems = new ArrayList<>();
    name(measure.name(), at, problems);
    if (measure.additivity() == null) {
      problems.add(
          new Problem(
              at + "/additivity", "Choose one of ADDITIVE, SEMI_ADDITIVE and NON_ADDITIVE."));
    }
    if (measure.aggregate() == null && measure.formula() == null) {
      problems.add(new Problem(at + "/aggregate", Sentences.MODEL_AGGREGATE_NEEDED.with()));
    }
    if (measure.aggregate() == Aggregate.COUNT_ROWS
        && (measure.column() != null || measure.formula() != null)) {
      problems.add(new Problem(at + "/column", Sentences.MODEL_COUNT_ROWS.with()));
    } else if (measure.column() != null && measure.formula() != null) {
      problems.add(new Problem(at + "/formula", Sentences.MODEL_COLUMN_AND_FORMULA.with()));
    } else if (measure.aggregate() == null && measure.column() != null) {
      problems.add(new Problem(at + "/aggregate", Sentences.MODEL_AGGREGATE_OF_COLUMN.with()));
    } else if (measure.formula() != null) {
      formula(measure, all, at, problems);
    } else if (measure.aggregate() != null && measure.aggregate() != Aggregate.COUNT_ROWS) {
      aggregated(measure, at, problems);
    }
    for (int i = 0; i < measure.filters().size(); i++) {
      filter(measure.filters().get(i), at + "/filters/" + i, problems);
    }
    if (measure.unit() != null) {
      column(measure.unit()).ifPresent(text -> problems.add(new Problem(at + "/unit", text)));
    }
    return problems;
  }

  private void aggregated(Measure measure, String at, List<Problem> problems) {
    Optional<Fact[]> unknown = column(measure.column());
    if (unknown.isPresent()) {
      problems.add(new Problem(at + "/column", unknown.get()));
      return;
    }
    boolean adds = measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.AVG;
    ValueKind kind = kinds.get(measure.column());
    if (adds && !kind.isNumeric()) {
      problems.add(
          new Problem(
              at + "/column",
              Sentences.MODEL_NUMBERS_NEEDED.with(
                  measure.aggregate(), measure.column(), kind.name().toLowerCase(Locale.ROOT))));
    }
  }

  private void formula(Measure measure, List<Measure> all, String at, List<Problem> problems) {
    Set<String> named;
    try {
      named = RowCondition.columns(RowCondition.term(measure.formula()));
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(at + "/formula", e.getMessage()));
      return;
    }
    Set<String> known = new HashSet<>(kinds.keySet());
    if (measure.aggregate() == null) {
      known = new HashSet<>();
      for (Measure other : all) {
        if (other.aggregate() != null && other.name() != null) {
          known.add(other.name());
        }
      }
    }
    for (String name : named) {
      if (!known.contains(name)) {
        problems.add(
            new Problem(
                at + "/formula",
                Suggestion.near(
                    measure.aggregate() == null
                        ? Sentences.MODEL_FORMULA_NO_MEASURE.with(name)
                        : Sentences.MODEL_FORMULA_NO_COLUMN.with(name, table),
                    name,
                    known)));
      } else if (measure.aggregate() != null && !kinds.get(name).isNumeric()) {
        problems.add(new Problem(at + "/formula", Sentences.MODEL_FORMULA_NO_NUMBERS.with(name)));
      }
    }
  }

  private void filter(Filter filter, String at, List<Problem> problems) {
    Optional<Fact[]> unknown = column(filter.column());
    if (unknown.isPresent()) {
      problems.add(new Problem(at + "/column", unknown.get()));
      return;
    }
    if (filter.comparison() == null) {
      problems.add(new Problem(at + "/comparison", Sentences.MODEL_COMPARISON_NEEDED.with()));
      return;
    }
    for (int v = 0; filter.part() == null && v < filter.values().size(); v++) {
      try {
        FilterValue.parse(filter.values().get(v), kinds.get(filter.column()));
      } catch (Misread e) {
        problems.add(new Problem(at + "/values/" + v, e.facts()));
      }
    }
  }

  /** What is wrong with one hierarchy over {@code dimensions}. */
  List<Problem> problems(Hierarchy hierarchy, List<Dimension> dimensions, String at) {
    List<Problem> problems = new ArrayList<>();
    name(hierarchy.name(), at, problems);
    Set<String> known = new HashSet<>();
    dimensions.forEach(dimension -> known.add(dimension.name()));
    if (hierarchy.levels().size() < 2) {
      problems.add(new Problem(at + "/levels", Sentences.MODEL_LEVELS.with()));
    }
    for (int i = 0; i < hierarchy.levels().size(); i++) {
      String level = hierarchy.levels().get(i);
      if (!known.contains(level)) {
        problems.add(
            new Problem(
                at + "/levels/" + i,
                Suggestion.near(Sentences.MODEL_LEVEL_UNKNOWN.with(level), level, known)));
      }
    }
    return problems;
  }

  private static void name(String name, String at, List<Problem> problems) {
    if (name == null || name.isBlank()) {
      problems.add(new Problem(at + "/name", Sentences.MODEL_NAME_GIVEN.with()));
    }
  }

  private Optional<Fact[]> column(String column) {
    if (column == null) {
      return Optional.of(new Fact[] {Sentences.MODEL_COLUMN_NEEDED.with()});
    }
    Fact unknown = Sentences.MODEL_COLUMN_UNKNOWN.with(column, table);
    return kinds.containsKey(column)
        ? Optional.empty()
        : Optional.of(Suggestion.near(unknown, column, kinds.keySet()));
  }
}
