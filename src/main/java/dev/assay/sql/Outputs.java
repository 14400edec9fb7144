package dev.assay.sql;

import dev.assay.model.Calculation;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.RowCondition;
import dev.assay.model.Rows;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of the columns of a query's result, known before it runs. */
public final class Outputs {
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private final Set<String> inexact = new LinkedHashSet<>();

  private Outputs() {}

  /**
   * Of a query that fits its columns.
   *
   * @param columns those of its rows: its table's and what its joins bring
   */
  public static Outputs of(Query query, List<Rows.Column> columns) {
    Outputs groups = ofGroups(query, columns);
    if (query.summary().isEmpty()) {
      return groups;
    }
    Columns known = Columns.of(groups, SelectText::identifier);
    Outputs outputs = new Outputs();
    for (Query.Measure measure : query.summary()) {
      outputs.measure(measure, known);
      if (inexact(measure, known) || groups.inexact.contains(measure.column())) {
        outputs.inexact.add(measure.name());
      }
    }
    return outputs;
  }

  private static Outputs ofGroups(Query query, List<Rows.Column> columns) {
    Columns known = Columns.of(query.table(), columns, SelectText::identifier);
    Outputs outputs = new Outputs();
    for (Query.Dimension dimension : query.dimensions()) {
      outputs.put(dimension.name(), type(dimension, known.type(dimension.column())));
    }
    for (Query.Measure measure : query.measures()) {
      outputs.measure(measure, known);
      if (inexact(measure, known)) {
        outputs.inexact.add(measure.name());
      }
    }
    query.calculations().forEach(calculation -> outputs.calculation(calculation, query));
    if (query.segment() != null) {
      outputs.put(query.segment().name(), "VARCHAR");
    }
    return outputs;
  }

  /** The engine's names of the types by name of the column, in order. */
  public Map<String, String> types() {
    return types;
  }

  /** What can be computed with them. */
  Map<String, Figure> figures() {
    return figures;
  }

  /**
   * The columns whose last digit depends on the order in which rows are added up: averages, sums of
   * DOUBLE and what is computed from them.
   */
  public Set<String> inexact() {
    return inexact;
  }

  static boolean inexact(Query.Measure measure, Columns columns) {
    return switch (measure.aggregate()) {
      case AVG -> true;
      case SUM -> summand(measure, columns).kind() == Figure.Kind.DOUBLE;
      case COUNT_ROWS, COUNT, COUNT_DISTINCT, MEDIAN, MIN, MAX -> false;
    };
  }

  private static Figure summand(Query.Measure measure, Columns columns) {
    return measure.formula() == null
        ? columns.figure(measure.column())
        : FormulaSql.write(RowCondition.term(measure.formula()), columns).figure();
  }

  /** As columns of a table of the result. */
  public List<Rows.Column> columns() {
    return types.entrySet().stream()
        .map(entry -> new Rows.Column(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String type(Query.Dimension dimension, String column) {
    if (dimension.part() != null) {
      return "BIGINT";
    }
    if (dimension.grain() == null) {
      return column;
    }
    if (dimension.grain() != Grain.HOUR) {
      return "DATE";
    }
    return ValueKind.of(column) == ValueKind.DATE ? "TIMESTAMP" : column;
  }

  private void measure(Query.Measure measure, Columns columns) {
    Query.Aggregate aggregate = measure.aggregate();
    if (aggregate == Query.Aggregate.COUNT_ROWS) {
      put(measure.name(), "BIGINT", Figure.whole(Figure.ROWS));
      return;
    }
    Figure of;
    String type;
    if (measure.formula() == null) {
      type = columns.type(measure.column());
      of = columns.figure(measure.column());
    } else {
      FormulaSql.Written written = FormulaSql.write(RowCondition.term(measure.formula()), columns);
      of = written.figure();
      type = of.type();
    }
    switch (aggregate) {
      case COUNT_ROWS, COUNT, COUNT_DISTINCT ->
          put(measure.name(), "BIGINT", Figure.whole(Figure.ROWS));
      case SUM -> put(measure.name(), of.summed().type(), of.summed());
      case AVG, MEDIAN -> put(measure.name(), "DOUBLE");
      case MIN, MAX -> put(measure.name(), type, of);
    }
  }

  private void calculation(Calculation calculation, Query query) {
    String name = calculation.name();
    boolean sorted =
        calculation instanceof Calculation.Neighbour
            && query.orderBy().stream().anyMatch(term -> inexact.contains(term.name()));
    if (sorted
        || calculation instanceof Calculation.MovingAverage
        || calculation.inputs().stream().anyMatch(inexact::contains)) {
      inexact.add(name);
    }
    switch (calculation) {
      case Calculation.Formula(_, String formula) -> {
        Figure figure =
            FormulaSql.write(RowCondition.term(formula), Columns.of(this, SelectText::identifier))
                .figure();
        put(name, figure.type(), figure);
      }
      case Calculation.Share _, Calculation.MovingAverage _ -> put(name, "DOUBLE");
      case Calculation.RunningTotal(_, String measure, _) -> {
        Figure sum = figures.getOrDefault(measure, Figure.OTHER).summed();
        put(name, sum.type(), sum);
      }
      case Calculation.Earlier(_, String measure, _, _, _) -> same(name, measure);
      case Calculation.Rank _ -> put(name, "BIGINT", Figure.whole(Figure.ROWS));
      case Calculation.Neighbour(_, String of, _) -> same(name, of);
    }
  }

  private void same(String name, String other) {
    put(name, types.getOrDefault(other, "VARCHAR"), figures.getOrDefault(other, Figure.OTHER));
  }

  private void put(String name, String type) {
    put(name, type, Figure.of(type));
  }

  private void put(String name, String type, Figure figure) {
    types.put(name, type);
    figures.put(name, figure);
  }
}
