package dev.assay.sql;

import dev.assay.model.Check.Operator;
import dev.assay.model.ColumnType;
import dev.assay.model.RowCondition;
import dev.assay.model.RowCondition.Arithmetic;
import dev.assay.model.RowCondition.Term;
import dev.assay.model.SilverSpec;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * How DuckDB writes rules between columns.
 *
 * <p>Whole numbers and decimals are computed with exactly; where a row needs more than 38 digits,
 * and where there is a DOUBLE or a division, with DOUBLE, whose sides may then be apart by one part
 * in a billion.
 */
public final class RuleSql {
  private static final int DIGITS = 38;

  /** Sums of DOUBLE are no nearer than this, of their size. */
  private static final String NEARLY = "1e-9";

  private RuleSql() {}

  /**
   * A column as an expression.
   *
   * @param value the expression; null where the cell is missing or cannot be read
   * @param type of its values
   */
  public record Operand(String value, ColumnType type) {}

  /** A condition that is true where a row breaks the rule, else false; never NULL. */
  public static String broken(SilverSpec.Rule rule, Function<String, Operand> columns) {
    RowCondition condition = rule.condition();
    Writer writer = new Writer(columns);
    Optional<Written> left = writer.exact(condition.left());
    Optional<Written> right = writer.exact(condition.right());
    String loose = writer.loose(rule);
    if (left.isEmpty() || right.isEmpty()) {
      return "coalesce(" + loose + ", false)";
    }
    Written one = left.get();
    Written other = right.get();
    if (one.kind() != Kind.NUMBER) {
      return "coalesce(" + writer.plain(condition, one, other) + ", false)";
    }
    BigDecimal tolerance = rule.tolerance();
    boolean equation =
        condition.operator() == Operator.EQUAL || condition.operator() == Operator.NOT_EQUAL;
    Written apart = sum(one, "-", other);
    boolean safe = apart.safe();
    String exact;
    if (equation && tolerance.signum() > 0) {
      if (apart.scale() > DIGITS || tolerance.scale() > DIGITS) {
        return "coalesce(" + loose + ", false)";
      }
      safe &= apart.whole() + Math.max(apart.scale(), tolerance.scale()) <= DIGITS;
      exact =
          "abs("
              + apart.sql()
              + ") "
              + (condition.operator() == Operator.EQUAL ? "> " : "<= ")
              + number(tolerance).sql();
    } else {
      exact = "NOT (" + one.sql() + " " + condition.operator().symbol() + " " + other.sql() + ")";
    }
    // Numbers too long for exact arithmetic are an error without TRY, and it takes time.
    return safe
        ? "coalesce(" + exact + ", false)"
        : "coalesce(TRY(" + exact + "), " + loose + ", false)";
  }

  private enum Kind {
    NUMBER,
    DATE,
    OTHER
  }

  /**
   * @param whole digits before the point
   * @param scale digits after it
   */
  private record Written(String sql, Kind kind, int whole, int scale, boolean safe) {
    static Written of(String sql, Kind kind) {
      return new Written(sql, kind, 0, 0, true);
    }
  }

  private static Written number(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    int scale = plain.scale();
    int whole = Math.max(1, plain.precision() - scale);
    return new Written(
        "CAST("
            + Quote.literal(plain.toPlainString())
            + " AS DECIMAL("
            + Math.min(DIGITS, whole + scale)
            + ","
            + scale
            + "))",
        Kind.NUMBER,
        whole,
        scale,
        true);
  }

  private static Written sum(Written one, String symbol, Written other) {
    int scale = Math.max(one.scale(), other.scale());
    int whole = Math.max(one.whole(), other.whole()) + 1;
    return new Written(
        "(" + one.sql() + " " + symbol + " " + other.sql() + ")",
        Kind.NUMBER,
        whole,
        scale,
        one.safe() && other.safe() && whole + scale <= DIGITS);
  }

  private record Writer(Function<String, Operand> columns) {

    /** Empty where the term cannot be computed with exactly. */
    Optional<Written> exact(Term term) {
      return switch (term) {
        case RowCondition.Column(String name) -> exact(columns.apply(name));
        case RowCondition.Number(BigDecimal value) -> Optional.of(number(value));
        case RowCondition.Negative(Term of) ->
            exact(of)
                .map(inner ->
                    new Written(
                        "(-" + inner.sql() + ")",
                        Kind.NUMBER,
                        inner.whole(),
                        inner.scale(),
                        inner.safe()));
        case RowCondition.Combined(Term left, Arithmetic arithmetic, Term right) ->
            exact(left).flatMap(one -> exact(right).flatMap(other -> both(one, arithmetic, other)));
      };
    }

    private static Optional<Written> exact(Operand column) {
      return switch (column.type()) {
        case ColumnType.Decimal(int precision, int scale) ->
            Optional.of(new Written(column.value(), Kind.NUMBER, precision - scale, scale, true));
        case ColumnType.Simple simple ->
            switch (simple) {
              case INTEGER -> Optional.of(whole(column.value(), 10));
              case BIGINT -> Optional.of(whole(column.value(), 19));
              case DOUBLE -> Optional.empty();
              case DATE -> Optional.of(Written.of(column.value(), Kind.DATE));
              case BOOLEAN, TIMESTAMP, TIMESTAMPTZ, TIME, TEXT, UUID ->
                  Optional.of(Written.of(column.value(), Kind.OTHER));
            };
      };
    }

    private static Written whole(String value, int digits) {
      return new Written(
          "CAST(" + value + " AS DECIMAL(" + digits + ",0))", Kind.NUMBER, digits, 0, true);
    }

    private static Optional<Written> both(Written one, Arithmetic arithmetic, Written other) {
      return switch (arithmetic) {
        case PLUS -> sized(sum(one, "+", other));
        case MINUS ->
            one.kind() == Kind.DATE
                ? Optional.of(whole("(" + one.sql() + " - " + other.sql() + ")", 10))
                : sized(sum(one, "-", other));
        case TIMES -> {
          int scale = one.scale() + other.scale();
          int whole = one.whole() + other.whole();
          yield sized(
              new Written(
                  "(" + one.sql() + " * " + other.sql() + ")",
                  Kind.NUMBER,
                  whole,
                  scale,
                  one.safe() && other.safe() && whole + scale <= DIGITS));
        }
        case DIVIDED_BY -> Optional.empty();
      };
    }

    private static Optional<Written> sized(Written written) {
      return written.scale() > DIGITS ? Optional.empty() : Optional.of(written);
    }

    /** Sides that are no numbers; of a day and a moment, the days are compared. */
    String plain(RowCondition condition, Written one, Written other) {
      boolean days = one.kind() == Kind.DATE || other.kind() == Kind.DATE;
      return "NOT ("
          + (days ? "CAST(" + one.sql() + " AS DATE)" : one.sql())
          + " "
          + condition.operator().symbol()
          + " "
          + (days ? "CAST(" + other.sql() + " AS DATE)" : other.sql())
          + ")";
    }

    /** With DOUBLE. */
    String loose(SilverSpec.Rule rule) {
      String one = loose(rule.condition().left());
      String other = loose(rule.condition().right());
      String near =
          "("
              + rule.tolerance().toPlainString()
              + "::DOUBLE + "
              + NEARLY
              + " * greatest(abs("
              + one
              + "), abs("
              + other
              + ")))";
      String apart = "(" + one + " - " + other + ")";
      return switch (rule.condition().operator()) {
        case EQUAL -> "abs" + apart + " > " + near;
        case NOT_EQUAL -> "abs" + apart + " <= " + near;
        case LESS, LESS_OR_EQUAL -> apart + " > " + near;
        case GREATER, GREATER_OR_EQUAL -> "-" + apart + " > " + near;
      };
    }

    private String loose(Term term) {
      return switch (term) {
        case RowCondition.Column(String name) ->
            "CAST(" + columns.apply(name).value() + " AS DOUBLE)";
        case RowCondition.Number(BigDecimal value) -> "(" + value.toPlainString() + "::DOUBLE)";
        case RowCondition.Negative(Term of) -> "(-" + loose(of) + ")";
        case RowCondition.Combined(Term left, Arithmetic arithmetic, Term right) ->
            switch (arithmetic) {
              case MINUS ->
                  exact(left).filter(first -> first.kind() == Kind.DATE).isPresent()
                      ? "CAST(" + exact(term).orElseThrow().sql() + " AS DOUBLE)"
                      : "(" + loose(left) + " - " + loose(right) + ")";
              case PLUS, TIMES ->
                  "(" + loose(left) + " " + arithmetic.symbol() + " " + loose(right) + ")";
              // What is divided by nothing is missing.
              case DIVIDED_BY -> "(" + loose(left) + " / NULLIF(" + loose(right) + ", 0))";
            };
      };
    }
  }
}
