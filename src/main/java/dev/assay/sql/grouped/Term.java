package dev.assay.sql.grouped;

import dev.assay.model.Grain;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * An expression over the columns of one table, of which all is known that a proof needs: equal
 * terms have equal values in every row. Kinds stand for types; a day and its midnight are one.
 */
public sealed interface Term {
  ValueKind kind();

  record Column(String name, ValueKind kind) implements Term {}

  /** A value that is written in the query. */
  record Literal(FilterValue value, ValueKind kind) implements Term {}

  /** No value, as in the ELSE of a CASE. */
  record Nothing(ValueKind kind) implements Term {}

  /** A time made coarser. */
  record Truncated(Grain grain, Term of) implements Term {
    @Override
    public ValueKind kind() {
      return of.kind();
    }
  }

  /** A function that always gives the same for the same, of which nothing else is assumed. */
  record Call(Pure function, List<Term> arguments, ValueKind kind) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Compared(Sign sign, Term left, Term right) implements Condition {}

  record All(List<Term> terms) implements Condition {
    public All {
      terms = List.copyOf(terms);
    }
  }

  record Any(List<Term> terms) implements Condition {
    public Any {
      terms = List.copyOf(terms);
    }
  }

  record Not(Term term) implements Condition {}

  /** IS NULL. */
  record Missing(Term term) implements Condition {}

  /** What holds of a row, or does not, or is not known. */
  sealed interface Condition extends Term {
    @Override
    default ValueKind kind() {
      return ValueKind.BOOLEAN;
    }
  }

  /** How two values compare. */
  enum Sign {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** The same said from the other side. */
    public Sign turned() {
      return switch (this) {
        case EQUAL -> EQUAL;
        case NOT_EQUAL -> NOT_EQUAL;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      };
    }
  }

  /** The terms of which it directly consists. */
  default List<Term> parts() {
    return switch (this) {
      case Column _, Literal _, Nothing _ -> List.of();
      case Truncated(_, Term of) -> List.of(of);
      case Call(_, List<Term> arguments, _) -> arguments;
      case Compared(_, Term left, Term right) -> List.of(left, right);
      case All(List<Term> terms) -> terms;
      case Any(List<Term> terms) -> terms;
      case Not(Term term) -> List.of(term);
      case Missing(Term term) -> List.of(term);
    };
  }

  /** The same with other parts, in the same order. */
  default Term with(List<Term> parts) {
    return switch (this) {
      case Column _, Literal _, Nothing _ -> this;
      case Truncated(Grain grain, _) -> new Truncated(grain, parts.getFirst());
      case Call(Pure function, _, ValueKind kind) -> new Call(function, parts, kind);
      case Compared(Sign sign, _, _) -> new Compared(sign, parts.get(0), parts.get(1));
      case All _ -> new All(parts);
      case Any _ -> new Any(parts);
      case Not _ -> new Not(parts.getFirst());
      case Missing _ -> new Missing(parts.getFirst());
    };
  }

  /** Replaces from the outside in: what {@code change} gives back changed is not looked into. */
  default Term replaced(UnaryOperator<Term> change) {
    Term changed = change.apply(this);
    if (!changed.equals(this) || parts().isEmpty()) {
      return changed;
    }
    List<Term> parts = new ArrayList<>();
    for (Term part : parts()) {
      parts.add(part.replaced(change));
    }
    return with(parts);
  }

  /** The names of the columns that it reads. */
  default Set<String> columns() {
    Set<String> names = new TreeSet<>();
    if (this instanceof Column(String name, _)) {
      names.add(name);
    }
    parts().forEach(part -> names.addAll(part.columns()));
    return names;
  }

  /** Whether sums of it are the same in whatever order they are taken. */
  default boolean isExact() {
    return kind() != ValueKind.DOUBLE;
  }
}
