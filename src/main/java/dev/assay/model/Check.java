package dev.assay.model;

import java.util.List;

/** One rule that a Silver value must meet; a missing value meets all but {@link NotNull}. */
public sealed interface Check {
  /** The check without a severity of its own. */
  default Check bare() {
    return this instanceof Graded(Check check, Severity _) ? check : this;
  }

  /** Its own severity, else the column's. */
  default Severity severityOr(Severity columns) {
    return this instanceof Graded(Check _, Severity own) ? own : columns;
  }

  /** A check with a severity of its own, written before it: {@code WARN <= 120}. */
  record Graded(Check check, Severity severity) implements Check {}

  record NotNull() implements Check {}

  record Unique() implements Check {}

  /** SQL LIKE with {@code %} and {@code _}. */
  record Like(String pattern, boolean negated) implements Check {}

  /** Comparison with a literal, read as the column's type. */
  record Compare(Operator operator, String literal) implements Check {}

  /** Both ends included. */
  record Between(String low, String high) implements Check {}

  record In(List<String> values, boolean negated) implements Check {
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * A regular expression (RE2 syntax) that must be found somewhere in the value; anchor it with
   * {@code ^} and {@code $}.
   */
  record Matches(String pattern, boolean negated) implements Check {}

  /** The check digits that belong to the value agree with it; blanks and hyphens do not count. */
  record Checksum(Scheme scheme) implements Check {}

  /** What a checksum is part of. */
  enum Scheme {
    /** An international bank account number: its country's length, and modulo 97. */
    IBAN,
    /** A card number of 12 to 19 digits, by Luhn. */
    CARD,
    /** An article number of 8, 12, 13 or 14 digits: EAN, UPC, GTIN, ISBN-13. */
    EAN
  }

  /** How a value compares with a literal. */
  enum Operator {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUAL("="),
    NOT_EQUAL("<>");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }
}
