package dev.assay.gold.calcite;

import dev.assay.model.Grain;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import dev.assay.sql.grouped.Grouped;
import dev.assay.sql.grouped.Term;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.TimestampString;

/**
 * Reads Calcite's rewriting back: one grouping of the table's rows, made of operators that are
 * listed here. Anything else is not taken.
 */
final class Derived {
  /** What a relation gives: conditions and outputs over the columns of the table. */
  private record Relation(List<Term> conditions, List<Out> outs, int keys, boolean groups) {}

  /** A column of a relation: a term, or a figure where {@code kind} is not null. */
  private record Out(Grouped.Kind kind, Term term) {}

  private final Algebra algebra;
  private final String table;
  private final List<Term.Column> columns;
  private final RexBuilder rex;

  /**
   * A reader of relations over one table.
   *
   * @param columns those of the table, in the order of its scan
   */
  Derived(Algebra algebra, String table, List<Term.Column> columns) {
    this.algebra = algebra;
    this.table = table;
    this.columns = columns;
    this.rex = algebra.rex();
  }

  /**
   * The relation as a grouping whose outputs are called {@code names}.
   *
   * @throws NotRewritten where it is none
   */
  Grouped read(RelNode relation, List<String> names) {
    Relation read = relation(relation);
    List<Grouped.Key> keys = new ArrayList<>();
    List<Grouped.Figure> figures = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Out out = read.outs().get(i);
      if (out.kind() == null) {
        if (!figures.isEmpty()) {
          throw new NotRewritten("its columns come in another order");
        }
        keys.add(new Grouped.Key(names.get(i), out.term()));
      } else {
        figures.add(new Grouped.Figure(names.get(i), out.kind(), out.term()));
      }
    }
    if (read.groups() && keys.size() != read.keys()) {
      throw new NotRewritten("it groups by more than it shows");
    }
    return new Grouped(table, keys, figures, read.conditions(), read.groups());
  }

  private Relation relation(RelNode node) {
    return switch (node) {
      case TableScan scan -> scan(scan);
      case Filter filter -> filtered(relation(filter.getInput()), filter.getCondition());
      case Project project -> projected(relation(project.getInput()), project.getProjects());
      case Calc calc -> {
        Relation input = relation(calc.getInput());
        var program = calc.getProgram();
        if (program.getCondition() != null) {
          input = filtered(input, program.expandLocalRef(program.getCondition()));
        }
        yield projected(
            input, program.getProjectList().stream().map(program::expandLocalRef).toList());
      }
      case Aggregate aggregate -> grouped(relation(aggregate.getInput()), aggregate);
      default -> throw new NotRewritten("it would need " + node.getRelTypeName());
    };
  }

  private Relation scan(TableScan scan) {
    NamedTable scanned = scan.getTable().unwrap(NamedTable.class);
    if (scanned == null || !scanned.name().equals(table)) {
      throw new NotRewritten("rows of another table would be needed as well");
    }
    List<Out> outs = new ArrayList<>();
    columns.forEach(column -> outs.add(new Out(null, column)));
    return new Relation(List.of(), outs, outs.size(), false);
  }

  private Relation filtered(Relation input, RexNode condition) {
    if (input.groups()) {
      throw new NotRewritten("groups would be chosen after they are made");
    }
    List<Term> conditions = new ArrayList<>(input.conditions());
    conditions.add(term(RexUtil.expandSearch(rex, null, condition), input));
    return new Relation(conditions, input.outs(), input.keys(), false);
  }

  private Relation projected(Relation input, List<? extends RexNode> projects) {
    List<Out> outs = new ArrayList<>();
    for (RexNode project : projects) {
      outs.add(out(RexUtil.expandSearch(rex, null, project), input));
    }
    return new Relation(input.conditions(), outs, input.keys(), input.groups());
  }

  private Out out(RexNode node, Relation input) {
    RexNode bare = bare(node);
    if (bare instanceof RexInputRef ref) {
      return input.outs().get(ref.getIndex());
    }
    if (!input.groups()) {
      return new Out(null, term(bare, input));
    }
    // COALESCE(SUM(x), 0), as Calcite writes a count of counts.
    if (bare instanceof RexCall call
        && call.getOperands().size() == 2
        && call.getKind() == SqlKind.COALESCE
        && bare(call.getOperands().get(0)) instanceof RexInputRef ref
        && call.getOperands().get(1) instanceof RexLiteral literal
        && BigDecimal.ZERO.equals(literal.getValueAs(BigDecimal.class))
        && input.outs().get(ref.getIndex()).kind() == Grouped.Kind.SUM) {
      return new Out(Grouped.Kind.SUM_OR_ZERO, input.outs().get(ref.getIndex()).term());
    }
    throw new NotRewritten("its figures would have to be computed from one another");
  }

  private Relation grouped(Relation input, Aggregate aggregate) {
    if (input.groups() || aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      throw new NotRewritten("groups would be made of groups");
    }
    List<Out> outs = new ArrayList<>();
    aggregate.getGroupSet().forEach(key -> outs.add(input.outs().get(key)));
    for (AggregateCall call : aggregate.getAggCallList()) {
      outs.add(figure(call, input));
    }
    return new Relation(input.conditions(), outs, aggregate.getGroupCount(), true);
  }

  private static Out figure(AggregateCall call, Relation input) {
    if (call.hasFilter()
        || call.getArgList().size() > 1
        || !call.getCollation().getKeys().isEmpty()) {
      throw new NotRewritten("a figure would have a clause of its own");
    }
    Term argument =
        call.getArgList().isEmpty() ? null : input.outs().get(call.getArgList().getFirst()).term();
    Grouped.Kind kind =
        switch (call.getAggregation().getKind()) {
          case SUM -> Grouped.Kind.SUM;
          case SUM0 -> Grouped.Kind.SUM_OR_ZERO;
          case MIN -> Grouped.Kind.LEAST;
          case MAX -> Grouped.Kind.GREATEST;
          case COUNT ->
              argument == null
                  ? Grouped.Kind.ROWS
                  : call.isDistinct() ? Grouped.Kind.DISTINCT : Grouped.Kind.COUNT;
          default -> throw new NotRewritten("it would need " + call.getAggregation().getName());
        };
    boolean harmless = kind == Grouped.Kind.LEAST || kind == Grouped.Kind.GREATEST;
    if (call.isDistinct() && kind != Grouped.Kind.DISTINCT && !harmless) {
      throw new NotRewritten("it would add up different values");
    }
    return new Out(kind, argument);
  }

  /** Without casts that only say that a value is there or not. */
  private static RexNode bare(RexNode node) {
    return node instanceof RexCall call
            && call.getKind() == SqlKind.CAST
            && call.getOperands().getFirst().getType().getSqlTypeName()
                == call.getType().getSqlTypeName()
        ? bare(call.getOperands().getFirst())
        : node;
  }

  private Term term(RexNode given, Relation input) {
    RexNode node = bare(given);
    return switch (node) {
      case RexInputRef ref -> {
        Out out = input.outs().get(ref.getIndex());
        if (out.kind() != null) {
          throw new NotRewritten("a figure would be computed with");
        }
        yield out.term();
      }
      case RexLiteral literal -> literal(literal);
      case RexCall call -> call(call, input);
      default -> throw new NotRewritten("it would need " + node);
    };
  }

  private List<Term> terms(List<RexNode> nodes, Relation input) {
    return nodes.stream().map(node -> term(node, input)).toList();
  }

  private Term call(RexCall call, Relation input) {
    List<RexNode> operands = call.getOperands();
    if (call.getOperator() == SqlStdOperatorTable.FLOOR && operands.size() == 2) {
      return new Term.Truncated(
          grain(((RexLiteral) operands.get(1)).getValueAs(TimeUnitRange.class)),
          term(operands.get(0), input));
    }
    Term.Call opaque = algebra.call(call.getOperator());
    if (opaque != null) {
      return new Term.Call(opaque.function(), terms(operands, input), opaque.kind());
    }
    return switch (call.getKind()) {
      case AND -> new Term.All(terms(operands, input));
      case OR -> new Term.Any(terms(operands, input));
      case NOT -> new Term.Not(term(operands.getFirst(), input));
      case IS_NULL -> new Term.Missing(term(operands.getFirst(), input));
      case IS_NOT_NULL -> new Term.Not(new Term.Missing(term(operands.getFirst(), input)));
      case EQUALS -> compared(Term.Sign.EQUAL, operands, input);
      case NOT_EQUALS -> compared(Term.Sign.NOT_EQUAL, operands, input);
      case LESS_THAN -> compared(Term.Sign.LESS, operands, input);
      case LESS_THAN_OR_EQUAL -> compared(Term.Sign.LESS_OR_EQUAL, operands, input);
      case GREATER_THAN -> compared(Term.Sign.GREATER, operands, input);
      case GREATER_THAN_OR_EQUAL -> compared(Term.Sign.GREATER_OR_EQUAL, operands, input);
      default -> throw new NotRewritten("it would need " + call.getOperator().getName());
    };
  }

  private Term compared(Term.Sign sign, List<RexNode> operands, Relation input) {
    return new Term.Compared(sign, term(operands.get(0), input), term(operands.get(1), input));
  }

  private static Grain grain(TimeUnitRange range) {
    return switch (range) {
      case YEAR -> Grain.YEAR;
      case QUARTER -> Grain.QUARTER;
      case MONTH -> Grain.MONTH;
      case WEEK -> Grain.WEEK;
      case DAY -> Grain.DAY;
      case HOUR -> Grain.HOUR;
      default -> throw new NotRewritten("it would need periods of another kind");
    };
  }

  private static Term literal(RexLiteral literal) {
    if (literal.isNull()) {
      throw new NotRewritten("it would need a missing value");
    }
    return switch (literal.getType().getSqlTypeName()) {
      case BOOLEAN ->
          new Term.Literal(
              new FilterValue.Truth(literal.getValueAs(Boolean.class)), ValueKind.BOOLEAN);
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, DOUBLE -> {
        BigDecimal number = literal.getValueAs(BigDecimal.class);
        yield new Term.Literal(
            new FilterValue.Number(number),
            number.scale() > 0 ? ValueKind.DECIMAL : ValueKind.INTEGER);
      }
      case CHAR, VARCHAR ->
          new Term.Literal(
              new FilterValue.Text(literal.getValueAs(NlsString.class).getValue()), ValueKind.TEXT);
      case DATE ->
          new Term.Literal(
              new FilterValue.Moment(
                  java.time.LocalDate.parse(literal.getValueAs(DateString.class).toString())
                      .atStartOfDay()),
              ValueKind.DATE);
      case TIMESTAMP ->
          new Term.Literal(
              new FilterValue.Moment(
                  LocalDateTime.parse(
                      literal.getValueAs(TimestampString.class).toString().replace(' ', 'T'))),
              ValueKind.TIMESTAMP);
      default -> throw new NotRewritten("it would need a constant of another type");
    };
  }
}
