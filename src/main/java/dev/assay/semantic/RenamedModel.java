package dev.assay.semantic;

import dev.assay.model.Query.Filter;
import dev.assay.model.RowCondition;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A semantic model under the names that the columns of its table have by now. What its dimensions
 * and measures are called stays: it is the word of those who ask.
 */
public final class RenamedModel {
  private final Map<String, String> names;

  private RenamedModel(Map<String, String> names) {
    this.names = names;
  }

  /**
   * @param names what columns are called now, by what they were called
   */
  public static SemanticModel of(SemanticModel model, Map<String, String> names) {
    return new RenamedModel(names).renamed(model);
  }

  /** The columns that a model speaks of. */
  public static Set<String> columns(SemanticModel model) {
    Set<String> columns = new HashSet<>(model.grain());
    model.dimensions().forEach(dimension -> columns.add(dimension.column()));
    for (Measure measure : model.measures()) {
      columns.add(measure.column());
      columns.add(measure.unit());
      measure.filters().forEach(filter -> columns.add(filter.column()));
      if (overRows(measure)) {
        columns.addAll(RowCondition.columnsOf(measure.formula()));
      }
    }
    columns.removeIf(Objects::isNull);
    return columns;
  }

  /** Whether a formula is over the columns of a row, and not over other measures. */
  private static boolean overRows(Measure measure) {
    return measure.aggregate() != null && measure.formula() != null;
  }

  private SemanticModel renamed(SemanticModel model) {
    return new SemanticModel(
        model.table(),
        model.rowNoun(),
        model.grain().stream().map(this::column).toList(),
        model.time(),
        model.dimensions().stream().map(this::dimension).toList(),
        model.measures().stream().map(this::measure).toList(),
        model.hierarchies(),
        model.notes());
  }

  private Dimension dimension(Dimension dimension) {
    return new Dimension(
        dimension.name(),
        column(dimension.column()),
        dimension.kind(),
        dimension.finest(),
        dimension.description(),
        dimension.synonyms(),
        dimension.author());
  }

  private Measure measure(Measure measure) {
    return new Measure(
        measure.name(),
        measure.aggregate(),
        column(measure.column()),
        overRows(measure)
            ? RowCondition.renamed(measure.formula(), this::column)
            : measure.formula(),
        filters(measure.filters()),
        measure.additivity(),
        column(measure.unit()),
        measure.format(),
        measure.currency(),
        measure.description(),
        measure.synonyms(),
        measure.author());
  }

  private List<Filter> filters(List<Filter> filters) {
    return filters.stream().map(filter -> filter.of(column(filter.column()))).toList();
  }

  private String column(String name) {
    return name == null ? null : names.getOrDefault(name, name);
  }
}
