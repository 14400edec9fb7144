package dev.assay.model;

import dev.assay.model.RowCondition.Arithmetic;
import dev.assay.model.RowCondition.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what must hold between the columns of a row. */
final class RowConditionReader {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"(?:[^\"]|\"\")+\")|([0-9]+(?:[.][0-9]+)?|[.][0-9]+)"
              + "|([\\p{L}_][\\p{L}\\p{N}_]*)|(<=|>=|<>|!=|==|[=<>]|[-+*/()]))");

  /** Brackets in brackets, deeper than anybody writes and shallow enough for every stack. */
  private static final int DEEPEST = 50;

  private static final int LONGEST = 2_000;

  /** A number with more digits cannot be computed with exactly. */
  private static final int DIGITS = 30;

  /** What is read, and how to write it. */
  private enum Kind {
    CONDITION(
        "condition",
        "A rule needs a condition.",
        " Write two sides with one comparison between them, such as shipped_at >= ordered_at or"
            + " total = price * quantity; put double quotes around a name with blanks."),
    FORMULA(
        "formula",
        "A formula is needed here.",
        " Write arithmetic with + - * / and brackets, such as quantity * unit_price; put double"
            + " quotes around a name with blanks.");

    private final String word;
    private final String missing;
    private final String help;

    Kind(String word, String missing, String help) {
      this.word = word;
      this.missing = missing;
      this.help = help;
    }
  }

  private final Kind kind;
  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  /** Reads two sides and how they compare. */
  static RowConditionReader ofCondition(String text) {
    return new RowConditionReader(Kind.CONDITION, text);
  }

  /** Reads one side alone. */
  static RowConditionReader ofFormula(String text) {
    return new RowConditionReader(Kind.FORMULA, text);
  }

  private RowConditionReader(Kind kind, String text) {
    this.kind = kind;
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(kind.missing + kind.help);
    }
    this.text = text.strip();
    if (this.text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A " + kind.word + " has at most " + LONGEST + " characters. Make several of it.");
    }
    Matcher matcher = TOKEN.matcher(this.text);
    int end = 0;
    while (end < this.text.length() && matcher.region(end, this.text.length()).lookingAt()) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (end < this.text.length()) {
      throw problem("at '" + shortened(this.text.substring(end).strip()) + "'");
    }
  }

  RowCondition condition() {
    Term left = sum();
    Check.Operator operator =
        comparison()
            .orElseThrow(
                () -> next < tokens.size() ? unexpected() : problem("it compares nothing"));
    Term right = sum();
    if (next < tokens.size()) {
      throw isComparison(tokens.get(next)) ? problem("it compares more than once") : unexpected();
    }
    return new RowCondition(left, operator, right);
  }

  Term term() {
    Term term = sum();
    if (next < tokens.size()) {
      throw unexpected();
    }
    return term;
  }

  private static boolean isComparison(String token) {
    return token.matches("<=|>=|<>|!=|==|[=<>]");
  }

  private Optional<Check.Operator> comparison() {
    if (next >= tokens.size() || !isComparison(tokens.get(next))) {
      return Optional.empty();
    }
    String token = tokens.get(next++);
    for (Check.Operator operator : Check.Operator.values()) {
      if (operator.symbol().equals(token)) {
        return Optional.of(operator);
      }
    }
    return Optional.of(token.equals("==") ? Check.Operator.EQUAL : Check.Operator.NOT_EQUAL);
  }

  private Term sum() {
    Term term = product();
    while (true) {
      if (accept("+")) {
        term = new RowCondition.Combined(term, Arithmetic.PLUS, product());
      } else if (accept("-")) {
        term = new RowCondition.Combined(term, Arithmetic.MINUS, product());
      } else {
        return term;
      }
    }
  }

  private Term product() {
    Term term = single();
    while (true) {
      if (accept("*")) {
        term = new RowCondition.Combined(term, Arithmetic.TIMES, single());
      } else if (accept("/")) {
        term = new RowCondition.Combined(term, Arithmetic.DIVIDED_BY, single());
      } else {
        return term;
      }
    }
  }

  private Term single() {
    if (++depth > DEEPEST) {
      throw problem("it goes too deep");
    }
    try {
      if (accept("-")) {
        Term of = single();
        return of instanceof RowCondition.Number(BigDecimal value)
            ? new RowCondition.Number(value.negate())
            : new RowCondition.Negative(of);
      }
      return plain();
    } finally {
      depth--;
    }
  }

  private Term plain() {
    if (next >= tokens.size()) {
      throw problem("it ends too soon");
    }
    if (accept("(")) {
      Term inner = sum();
      if (!accept(")")) {
        throw problem("a bracket is not closed");
      }
      return inner;
    }
    String token = tokens.get(next);
    if (token.startsWith("\"")) {
      next++;
      return new RowCondition.Column(token.substring(1, token.length() - 1).replace("\"\"", "\""));
    }
    if (token.matches("[0-9.]+")) {
      next++;
      BigDecimal value = new BigDecimal(token);
      if (value.precision() > DIGITS || value.scale() > DIGITS) {
        throw problem("the number " + token + " has more than " + DIGITS + " digits");
      }
      return new RowCondition.Number(value);
    }
    if (Character.isLetter(token.codePointAt(0)) || token.startsWith("_")) {
      next++;
      if (next < tokens.size() && tokens.get(next).equals("(")) {
        throw problem("it has no functions such as " + token + "()");
      }
      return new RowCondition.Column(token);
    }
    throw unexpected();
  }

  private boolean accept(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private IllegalArgumentException unexpected() {
    return problem("at '" + shortened(tokens.get(next)) + "'");
  }

  private IllegalArgumentException problem(String where) {
    return new IllegalArgumentException(
        "The "
            + kind.word
            + " '"
            + shortened(text)
            + "' cannot be read: "
            + where
            + "."
            + kind.help);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
