package dev.assay.model;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a {@link RowRule} says, read: two sides and how they compare.
 *
 * @param left side
 * @param operator how they compare
 * @param right side
 */
public record RowCondition(Term left, Check.Operator operator, Term right) {

  /** A side of a condition, or a part of one. */
  public sealed interface Term {}

  /** A Silver column. */
  public record Column(String name) implements Term {}

  /** A number as written. */
  public record Number(BigDecimal value) implements Term {}

  /** A term with its sign changed. */
  public record Negative(Term of) implements Term {}

  /** Two terms in one. */
  public record Combined(Term left, Arithmetic arithmetic, Term right) implements Term {}

  /** How two terms make one. */
  public enum Arithmetic {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/");

    private final String symbol;

    Arithmetic(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Reads a condition; throws {@link IllegalArgumentException} with a sentence for people. */
  public static RowCondition parse(String text) {
    return RowConditionReader.ofCondition(text).condition();
  }

  /**
   * Reads one side of a condition, such as {@code quantity * unit_price}; throws {@link
   * IllegalArgumentException} with a sentence for people.
   */
  public static Term term(String text) {
    return RowConditionReader.ofFormula(text).term();
  }

  /** The columns that a term names, in the order in which they are named. */
  public static Set<String> columns(Term term) {
    Set<String> names = new LinkedHashSet<>();
    collect(term, names);
    return names;
  }

  /** The columns that a written formula names; none where it cannot be read. */
  public static Set<String> columnsOf(String formula) {
    return read(formula).map(RowCondition::columns).orElse(Set.of());
  }

  /** A written formula with other names for its columns; as it is where it cannot be read. */
  public static String renamed(String formula, UnaryOperator<String> rename) {
    return read(formula).map(term -> text(renamed(term, rename))).orElse(formula);
  }

  private static Optional<Term> read(String formula) {
    try {
      return Optional.of(term(formula));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** The columns that it names, in the order in which they are named. */
  public Set<String> columns() {
    Set<String> names = new LinkedHashSet<>();
    collect(left, names);
    collect(right, names);
    return names;
  }

  private static void collect(Term term, Set<String> names) {
    switch (term) {
      case Column(String name) -> names.add(name);
      case Number _ -> {}
      case Negative(Term of) -> collect(of, names);
      case Combined(Term one, Arithmetic _, Term other) -> {
        collect(one, names);
        collect(other, names);
      }
    }
  }

  /** The same with other names for its columns. */
  public RowCondition renamed(UnaryOperator<String> name) {
    return new RowCondition(renamed(left, name), operator, renamed(right, name));
  }

  /** A term with other names for its columns. */
  public static Term renamed(Term term, UnaryOperator<String> rename) {
    return switch (term) {
      case Column(String name) -> new Column(rename.apply(name));
      case Number number -> number;
      case Negative(Term of) -> new Negative(renamed(of, rename));
      case Combined(Term one, Arithmetic arithmetic, Term other) ->
          new Combined(renamed(one, rename), arithmetic, renamed(other, rename));
    };
  }

  /** The condition as a recipe writes it. */
  public String text() {
    return text(left, 0) + " " + operator.symbol() + " " + text(right, 0);
  }

  /** A term as a recipe writes it. */
  public static String text(Term term) {
    return text(term, 0);
  }

  /** Binding: 0 sums, 1 products, 2 what stands alone. */
  private static String text(Term term, int binding) {
    return switch (term) {
      case Column(String name) -> quoted(name);
      case Number(BigDecimal value) -> value.toPlainString();
      case Negative(Term of) -> "-" + text(of, 2);
      case Combined(Term one, Arithmetic arithmetic, Term other) -> {
        int own =
            switch (arithmetic) {
              case PLUS, MINUS -> 0;
              case TIMES, DIVIDED_BY -> 1;
            };
        String written =
            text(one, own) + " " + arithmetic.symbol() + " " + text(other, Math.min(2, own + 1));
        yield own < binding ? "(" + written + ")" : written;
      }
    };
  }

  /** A column's name as a condition writes it. */
  public static String quoted(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
