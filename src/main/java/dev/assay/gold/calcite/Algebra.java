package dev.assay.gold.calcite;

import com.google.common.collect.ImmutableList;
import dev.assay.model.Grain;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Pure;
import dev.assay.sql.grouped.Term;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCollation;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.TimestampString;

/** A question and a table's definition in Calcite's algebra, over one table. */
final class Algebra {
  /**
   * Kinds stand for types, and a sum has the type of what is summed: the engine has the last word.
   */
  private static final RelDataTypeSystem TYPES =
      new RelDataTypeSystemImpl() {
        @Override
        public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
          return factory.createTypeWithNullability(argument, true);
        }
      };

  private final RelDataTypeFactory types =
      new SqlTypeFactoryImpl(TYPES) {
        @Override
        public Charset getDefaultCharset() {
          return StandardCharsets.UTF_8;
        }
      };

  private final RexBuilder rex = new RexBuilder(types);
  private final VolcanoPlanner planner = new VolcanoPlanner();
  private final RelOptCluster cluster;
  private final Map<String, SqlOperator> functions = new HashMap<>();
  private final Map<SqlOperator, Term.Call> calls = new HashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final RelNode rows;

  /** An algebra over a table of these columns. */
  Algebra(String table, List<Term.Column> columns) {
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.setNoneConventionHasInfiniteCost(false);
    this.cluster = RelOptCluster.create(planner, rex);
    // Not the one that compiles code: it takes a second at its first question.
    cluster.setMetadataQuerySupplier(() ->
        new RelMetadataQuery(
            new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE)) {});
    RelDataTypeFactory.Builder row = types.builder();
    for (Term.Column column : columns) {
      positions.put(column.name(), positions.size());
      row.add(column.name(), type(column.kind()));
    }
    this.rows = scan(table, row.build(), 1_000_000);
  }

  VolcanoPlanner planner() {
    return planner;
  }

  RexBuilder rex() {
    return rex;
  }

  RelNode scan(String table, RelDataType row, double count) {
    return LogicalTableScan.create(cluster, new NamedTable(table, row, count, types), List.of());
  }

  /** What an opaque function stands for, without its arguments. */
  Term.Call call(SqlOperator operator) {
    return calls.get(operator);
  }

  /** The rows of {@code grouped}; keys that are not shown are left out. */
  RelNode relation(Grouped grouped) {
    List<RexNode> all = grouped.conditions().stream().map(this::rex).toList();
    // Even where all rows count: the rules look for a filter.
    RelNode input = LogicalFilter.create(rows, RexUtil.composeConjunction(rex, all));
    List<RexNode> projects = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Grouped.Key key : grouped.keys()) {
      projects.add(rex(key.term()));
      names.add("key" + names.size());
    }
    if (!grouped.groups()) {
      List<String> outputs = grouped.keys().stream().map(Grouped.Key::name).toList();
      return LogicalProject.create(input, List.of(), projects, outputs, java.util.Set.of());
    }
    List<List<Integer>> arguments = new ArrayList<>();
    for (Grouped.Figure figure : grouped.figures()) {
      if (figure.argument() == null) {
        arguments.add(List.of());
        continue;
      }
      RexNode argument = rex(figure.argument());
      // Each expression once: Calcite knows two columns apart even where they say the same.
      int at = projects.indexOf(argument);
      if (at < 0) {
        at = projects.size();
        projects.add(argument);
        names.add("argument" + names.size());
      }
      arguments.add(List.of(at));
    }
    RelNode project = LogicalProject.create(input, List.of(), projects, names, java.util.Set.of());
    List<AggregateCall> calls = new ArrayList<>();
    for (int i = 0; i < grouped.figures().size(); i++) {
      calls.add(call(grouped.figures().get(i), arguments.get(i), grouped.keys().size(), project));
    }
    RelNode aggregate =
        LogicalAggregate.create(
            project, List.of(), ImmutableBitSet.range(grouped.keys().size()), null, calls);
    return shown(grouped, aggregate);
  }

  private RelNode shown(Grouped grouped, RelNode aggregate) {
    List<RexNode> outputs = new ArrayList<>();
    for (int i = 0; i < grouped.keys().size(); i++) {
      if (grouped.keys().get(i).name() != null) {
        outputs.add(rex.makeInputRef(aggregate, i));
      }
    }
    for (int i = 0; i < grouped.figures().size(); i++) {
      outputs.add(rex.makeInputRef(aggregate, grouped.keys().size() + i));
    }
    return outputs.size() == aggregate.getRowType().getFieldCount()
        ? aggregate
        : LogicalProject.create(
            aggregate, List.of(), outputs, grouped.outputs(), java.util.Set.of());
  }

  private static AggregateCall call(
      Grouped.Figure figure, List<Integer> arguments, int keys, RelNode input) {
    SqlAggFunction function =
        switch (figure.kind()) {
          case ROWS, COUNT, DISTINCT -> SqlStdOperatorTable.COUNT;
          case SUM -> SqlStdOperatorTable.SUM;
          case SUM_OR_ZERO -> SqlStdOperatorTable.SUM0;
          case LEAST -> SqlStdOperatorTable.MIN;
          case GREATEST -> SqlStdOperatorTable.MAX;
        };
    return AggregateCall.create(
        SqlParserPos.ZERO,
        function,
        figure.kind() == Grouped.Kind.DISTINCT,
        false,
        false,
        ImmutableList.of(),
        arguments,
        -1,
        null,
        RelCollations.EMPTY,
        keys == 0,
        input,
        null,
        null);
  }

  private RelDataType type(ValueKind kind) {
    SqlTypeName name =
        switch (kind) {
          case INTEGER -> SqlTypeName.BIGINT;
          // As a DOUBLE for Calcite: no scale gets in its way, and no arithmetic is its own.
          case DECIMAL, DOUBLE -> SqlTypeName.DOUBLE;
          case TEXT, UUID -> SqlTypeName.VARCHAR;
          case BOOLEAN -> SqlTypeName.BOOLEAN;
          case DATE -> SqlTypeName.DATE;
          case TIMESTAMP, TIMESTAMPTZ -> SqlTypeName.TIMESTAMP;
          case TIME -> SqlTypeName.TIME;
        };
    RelDataType type = types.createSqlType(name);
    if (name == SqlTypeName.VARCHAR) {
      type =
          types.createTypeWithCharsetAndCollation(
              type, StandardCharsets.UTF_8, SqlCollation.IMPLICIT);
    }
    return types.createTypeWithNullability(type, true);
  }

  private RexNode rex(Term term) {
    return switch (term) {
      case Term.Column(String name, ValueKind kind) ->
          rex.makeInputRef(type(kind), positions.get(name));
      case Term.Literal(FilterValue value, ValueKind kind) -> literal(value, kind);
      case Term.Nothing(ValueKind kind) -> rex.makeNullLiteral(type(kind));
      case Term.Truncated(Grain grain, Term of) ->
          rex.makeCall(SqlStdOperatorTable.FLOOR, rex(of), rex.makeFlag(range(grain)));
      case Term.Call call ->
          rex.makeCall(function(call), call.arguments().stream().map(this::rex).toList());
      case Term.Compared(Term.Sign sign, Term left, Term right) ->
          rex.makeCall(operator(sign), rex(left), rex(right));
      case Term.All(List<Term> terms) ->
          RexUtil.composeConjunction(rex, terms.stream().map(this::rex).toList());
      case Term.Any(List<Term> terms) ->
          RexUtil.composeDisjunction(rex, terms.stream().map(this::rex).toList());
      case Term.Not(Term.Missing(Term of)) ->
          rex.makeCall(SqlStdOperatorTable.IS_NOT_NULL, rex(of));
      case Term.Not(Term of) -> rex.makeCall(SqlStdOperatorTable.NOT, rex(of));
      case Term.Missing(Term of) -> rex.makeCall(SqlStdOperatorTable.IS_NULL, rex(of));
    };
  }

  private RexNode literal(FilterValue value, ValueKind kind) {
    return switch (value) {
      case FilterValue.Number(BigDecimal number) -> rex.makeExactLiteral(number);
      case FilterValue.Text(String text) ->
          rex.makeLiteral(new NlsString(text, "UTF-8", SqlCollation.IMPLICIT), type(kind), true);
      case FilterValue.Truth(boolean truth) -> rex.makeLiteral(truth);
      case FilterValue.Moment(LocalDateTime at) ->
          kind == ValueKind.DATE
              ? rex.makeDateLiteral(new DateString(at.toLocalDate().toString()))
              : rex.makeTimestampLiteral(
                  new TimestampString(
                          at.getYear(),
                          at.getMonthValue(),
                          at.getDayOfMonth(),
                          at.getHour(),
                          at.getMinute(),
                          at.getSecond())
                      .withNanos(at.getNano()),
                  6);
      case FilterValue.TimeOfDay _, FilterValue.Uuid _ ->
          throw new NotRewritten("a constant of a type that is not known");
    };
  }

  private static SqlOperator operator(Term.Sign sign) {
    return switch (sign) {
      case EQUAL -> SqlStdOperatorTable.EQUALS;
      case NOT_EQUAL -> SqlStdOperatorTable.NOT_EQUALS;
      case LESS -> SqlStdOperatorTable.LESS_THAN;
      case LESS_OR_EQUAL -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
      case GREATER -> SqlStdOperatorTable.GREATER_THAN;
      case GREATER_OR_EQUAL -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
    };
  }

  private static TimeUnitRange range(Grain grain) {
    return switch (grain) {
      case YEAR -> TimeUnitRange.YEAR;
      case QUARTER -> TimeUnitRange.QUARTER;
      case MONTH -> TimeUnitRange.MONTH;
      case WEEK -> TimeUnitRange.WEEK;
      case DAY -> TimeUnitRange.DAY;
      case HOUR -> TimeUnitRange.HOUR;
    };
  }

  /** A function of which Calcite knows only that it gives the same for the same. */
  private SqlOperator function(Term.Call call) {
    Pure pure = call.function();
    return functions.computeIfAbsent(
        pure + " " + call.kind(),
        name -> {
          SqlOperator operator =
              new SqlFunction(
                  name,
                  SqlKind.OTHER_FUNCTION,
                  ReturnTypes.explicit(type(call.kind())),
                  null,
                  null,
                  SqlFunctionCategory.USER_DEFINED_FUNCTION);
          calls.put(operator, call);
          return operator;
        });
  }
}
