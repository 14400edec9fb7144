package dev.assay.sql;

import dev.assay.model.RowCondition;
import dev.assay.model.RowCondition.Arithmetic;
import dev.assay.model.RowCondition.Term;
import java.math.BigDecimal;

/**
 * How DuckDB writes the arithmetic of a typed query, for people to read.
 *
 * <p>Whole numbers and decimals are computed with exactly as long as 38 digits are enough; beyond
 * that, in divisions and where there is a DOUBLE, with DOUBLE. What is divided by zero is missing.
 */
final class FormulaSql {
  private static final int DIGITS = 38;

  /** The engine keeps products of shorter decimals as short, and they would overflow. */
  private static final int SHORT = 18;

  private FormulaSql() {}

  /**
   * A formula as SQL.
   *
   * @param sql its text
   * @param figure what its values are like
   * @param binding how strongly its parts hold together: 0 sums, 1 products, 2 what stands alone
   */
  record Written(String sql, Figure figure, int binding) {
    private String within(int needed) {
      return binding < needed ? "(" + sql + ")" : sql;
    }
  }

  /**
   * Writes a term.
   *
   * @throws IllegalArgumentException with a sentence for people where it cannot be computed
   */
  static Written write(Term term, Columns columns) {
    return switch (term) {
      case RowCondition.Column(String name) ->
          new Written(columns.sql(name), columns.figure(name), 2);
      case RowCondition.Number(BigDecimal value) -> number(value);
      case RowCondition.Negative(Term of) -> {
        Written inner = numeric(write(of, columns));
        yield new Written("-" + inner.within(2), inner.figure(), 1);
      }
      case RowCondition.Combined(Term left, Arithmetic arithmetic, Term right) ->
          combined(write(left, columns), arithmetic, write(right, columns));
    };
  }

  private static Written number(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    int whole = Math.max(1, plain.precision() - plain.scale());
    String text = plain.toPlainString();
    Figure figure = plain.scale() == 0 ? Figure.whole(whole) : Figure.decimal(whole, plain.scale());
    return whole + plain.scale() > DIGITS
        ? new Written("CAST(" + text + " AS DOUBLE)", Figure.DOUBLE, 2)
        : new Written(text, figure, plain.signum() < 0 ? 1 : 2);
  }

  private static Written combined(Written one, Arithmetic arithmetic, Written other) {
    boolean days =
        one.figure().kind() == Figure.Kind.DAY || other.figure().kind() == Figure.Kind.DAY;
    if (arithmetic == Arithmetic.MINUS && isTime(one) && isTime(other) && days) {
      // Of a day and a moment only whole days can be told.
      return new Written(day(one) + " - " + day(other), Figure.whole(10), 0);
    }
    if (arithmetic == Arithmetic.MINUS && isTime(one) && isTime(other)) {
      // Days as well, with their parts.
      return new Written(
          "date_diff('second', CAST("
              + other.sql()
              + " AS TIMESTAMP), CAST("
              + one.sql()
              + " AS TIMESTAMP)) / 86400",
          Figure.DOUBLE,
          1);
    }
    numeric(one);
    numeric(other);
    return switch (arithmetic) {
      case DIVIDED_BY ->
          new Written(one.within(1) + " / NULLIF(" + other.sql() + ", 0)", Figure.DOUBLE, 1);
      case TIMES -> exact(one, " * ", other, one.figure().times(other.figure()), 1);
      case PLUS -> exact(one, " + ", other, one.figure().plus(other.figure()), 0);
      case MINUS -> exact(one, " - ", other, one.figure().plus(other.figure()), 0);
    };
  }

  private static String day(Written written) {
    return written.figure().kind() == Figure.Kind.DAY
        ? written.within(1)
        : "CAST(" + written.sql() + " AS DATE)";
  }

  private static boolean isTime(Written written) {
    return written.figure().kind() == Figure.Kind.DAY
        || written.figure().kind() == Figure.Kind.MOMENT;
  }

  private static Written exact(
      Written one, String symbol, Written other, Figure result, int binding) {
    String right = other.within(symbol.equals(" + ") ? binding : binding + 1);
    if (result.kind() == Figure.Kind.DOUBLE) {
      boolean already =
          one.figure().kind() == Figure.Kind.DOUBLE || other.figure().kind() == Figure.Kind.DOUBLE;
      String left = already ? one.within(binding) : "CAST(" + one.sql() + " AS DOUBLE)";
      return new Written(left + symbol + right, result, binding);
    }
    String left = one.within(binding);
    if (result.kind() == Figure.Kind.WHOLE) {
      // Short whole numbers would overflow.
      left = "CAST(" + one.sql() + " AS HUGEINT)";
    } else if (result.digits() > SHORT
        && one.figure().digits() <= SHORT
        && other.figure().digits() <= SHORT) {
      left =
          "CAST("
              + one.sql()
              + " AS DECIMAL("
              + result.digits()
              + ","
              + one.figure().scale()
              + "))";
    }
    return new Written(left + symbol + right, result, binding);
  }

  private static Written numeric(Written written) {
    if (!written.figure().isNumeric()) {
      throw new IllegalArgumentException(
          written.sql().replace("\"", "'")
              + " is not a number, so nothing can be computed with it.");
    }
    return written;
  }
}
