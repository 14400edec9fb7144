package dev.assay.sql.grouped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Grain;
import dev.assay.model.Rows;
import dev.assay.sql.FilterValue;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the engine's tree of an expression over one table; what it does not know it refuses. */
final class TermReader {
  /** Comparing a DOUBLE with a longer number is decided by rounding. */
  private static final int DIGITS_OF_DOUBLE = 15;

  private static final Set<String> PARTS =
      Set.of(
          "year",
          "quarter",
          "month",
          "week",
          "day",
          "hour",
          "minute",
          "dayofweek",
          "isodow",
          "dayofyear",
          "isoyear");

  private final List<Rows.Column> columns;
  private final Set<String> qualifiers;

  /**
   * A reader of expressions over one table.
   *
   * @param qualifiers what may stand before the name of a column, in lower case
   */
  TermReader(List<Rows.Column> columns, Set<String> qualifiers) {
    this.columns = columns;
    this.qualifiers = qualifiers;
  }

  Term read(JsonNode node) {
    return switch (node.path("class").asText()) {
      case "COLUMN_REF" -> column(node.path("column_names"));
      case "CONSTANT" -> literal(node.path("literal"));
      case "CAST" -> cast(node);
      case "FUNCTION" -> function(node);
      case "COMPARISON" ->
          compared(node.path("type").asText(), read(node.path("left")), read(node.path("right")));
      case "CONJUNCTION" -> {
        List<Term> terms = all(node.path("children"));
        yield node.path("type").asText().equals("CONJUNCTION_AND")
            ? new Term.All(terms)
            : new Term.Any(terms);
      }
      case "OPERATOR" -> operator(node);
      case "BETWEEN" -> {
        Term input = read(node.path("input"));
        yield new Term.All(
            List.of(
                compare(Term.Sign.GREATER_OR_EQUAL, input, read(node.path("lower"))),
                compare(Term.Sign.LESS_OR_EQUAL, input, read(node.path("upper")))));
      }
      case "CASE" -> cases(node);
      default ->
          throw new NotComparable(
              "it uses " + node.path("class").asText().toLowerCase(Locale.ROOT));
    };
  }

  private List<Term> all(JsonNode nodes) {
    List<Term> terms = new ArrayList<>();
    nodes.forEach(node -> terms.add(read(node)));
    return terms;
  }

  /** Whether a name without a qualifier is a column. */
  boolean isColumn(String name) {
    return columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
  }

  private Term column(JsonNode names) {
    String name = names.path(names.size() - 1).asText();
    boolean qualified =
        names.size() == 2 && qualifiers.contains(names.path(0).asText().toLowerCase(Locale.ROOT));
    List<Rows.Column> found =
        columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).toList();
    if (names.size() != 1 && !qualified || found.size() != 1) {
      throw new NotComparable("it reads " + name + ", which is no column of the table");
    }
    Rows.Column column = found.getFirst();
    ValueKind kind = ValueKind.of(column.type());
    boolean known =
        switch (kind) {
          case INTEGER, DECIMAL, DOUBLE, BOOLEAN, DATE -> true;
          case TIMESTAMP -> column.type().equals("TIMESTAMP");
          case TEXT -> column.type().equals("VARCHAR");
          case TIMESTAMPTZ, TIME, UUID -> false;
        };
    if (!known) {
      throw new NotComparable("it uses " + column.name() + ", which is of type " + column.type());
    }
    return new Term.Column(column.name(), kind);
  }

  private static Term literal(JsonNode literal) {
    String text = literal.path("text").asText();
    ValueKind kind =
        switch (literal.path("kind").asText()) {
          case "INTEGER" -> ValueKind.INTEGER;
          // With an exponent it is a DOUBLE.
          case "NUMERIC" ->
              text.toLowerCase(Locale.ROOT).contains("e") ? ValueKind.DOUBLE : ValueKind.DECIMAL;
          case "STRING" -> ValueKind.TEXT;
          case "BOOLEAN" -> ValueKind.BOOLEAN;
          case String other -> throw new NotComparable("it uses a constant of kind " + other);
        };
    return new Term.Literal(value(text, kind), kind);
  }

  private static FilterValue value(String text, ValueKind kind) {
    try {
      return FilterValue.parse(text, kind);
    } catch (IllegalArgumentException e) {
      throw new NotComparable("it uses the constant " + text);
    }
  }

  private Term cast(JsonNode node) {
    String type = node.path("type_expr").path("type_name").asText().toUpperCase(Locale.ROOT);
    JsonNode child = node.path("child");
    if (child.path("literal").path("kind").asText().equals("STRING")) {
      ValueKind kind =
          switch (type) {
            case "DATE" -> ValueKind.DATE;
            case "TIMESTAMP" -> ValueKind.TIMESTAMP;
            case "DOUBLE" -> ValueKind.DOUBLE;
            case "VARCHAR" -> ValueKind.TEXT;
            default -> throw new NotComparable("it casts to " + type);
          };
      return literal(child.path("literal").path("text").asText(), kind);
    }
    Term term = read(child);
    ValueKind kind = term.kind();
    if (kind.isTemporal() && type.equals("DATE")) {
      return day(term);
    }
    // Midnight and its day are one; types are restored at the end.
    if (kind.isTemporal() && type.equals("TIMESTAMP")
        || kind == ValueKind.TEXT && type.equals("VARCHAR")) {
      return term;
    }
    if (kind.isNumeric() && type.equals("DOUBLE")) {
      return Pure.TO_DOUBLE.call(List.of(term)).orElseThrow();
    }
    throw new NotComparable("it casts to " + type);
  }

  private static Term day(Term term) {
    boolean isDay =
        term.kind() == ValueKind.DATE
            || term instanceof Term.Truncated(Grain grain, _) && grain != Grain.HOUR;
    return isDay ? term : new Term.Truncated(Grain.DAY, term);
  }

  private Term function(JsonNode node) {
    String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
    if (!node.path("filter").isNull() && !node.path("filter").isMissingNode()
        || node.path("distinct").asBoolean()
        || !node.path("order_bys").path("orders").isEmpty()) {
      throw new NotComparable("it uses " + name + " with a clause of its own");
    }
    List<Term> arguments = new ArrayList<>();
    for (JsonNode argument : node.path("arguments")) {
      if (!argument.path("name").asText().isEmpty()) {
        throw new NotComparable("it names an argument of " + name);
      }
      arguments.add(read(argument.path("expression")));
    }
    if ((name.equals("date_trunc") || name.equals("datetrunc")) && arguments.size() == 2) {
      return truncated(arguments.get(0), arguments.get(1));
    }
    if (PARTS.contains(name) && arguments.size() == 1) {
      return part(name, arguments.getFirst());
    }
    Optional<Pure> function = Pure.named(name);
    if (function.equals(Optional.of(Pure.DATE_PART)) && arguments.size() == 2) {
      String part = text(arguments.getFirst());
      return part(PARTS.contains(part) ? part : "", arguments.get(1));
    }
    // Of a format with %Z and the like more than the moment would count.
    if (function.equals(Optional.of(Pure.FORMAT_TIME))
        && !(arguments.size() == 2 && text(arguments.get(1)).matches("(%[yYmdHMSjbBaA]|[^%])*"))) {
      throw new NotComparable("it writes a time in a way that is not known");
    }
    return function
        .flatMap(pure -> pure.call(arguments))
        .orElseThrow(() -> new NotComparable("it uses " + name));
  }

  private static Term part(String part, Term of) {
    return Pure.DATE_PART
        .call(List.of(literal(part, ValueKind.TEXT), of))
        .filter(_ -> !part.isEmpty())
        .orElseThrow(() -> new NotComparable("it takes a part of a time that is not known"));
  }

  private static String text(Term term) {
    return term instanceof Term.Literal(FilterValue.Text(String text), _)
        ? text.toLowerCase(Locale.ROOT).equals(text) || text.contains("%")
            ? text
            : text.toLowerCase(Locale.ROOT)
        : "";
  }

  private static Term truncated(Term unit, Term of) {
    for (Grain grain : Grain.values()) {
      if (text(unit).equals(grain.name().toLowerCase(Locale.ROOT)) && of.kind().isTemporal()) {
        if (of.kind() == ValueKind.DATE && grain == Grain.HOUR) {
          throw new NotComparable("it takes the hour of a day");
        }
        return new Term.Truncated(grain, of);
      }
    }
    throw new NotComparable("it truncates a time in a way that is not known");
  }

  private Term operator(JsonNode node) {
    String type = node.path("type").asText();
    List<Term> terms;
    switch (type) {
      case "OPERATOR_NOT", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL", "OPERATOR_COALESCE" ->
          terms = all(node.path("children"));
      case "COMPARE_IN" -> {
        Term input = read(node.path("children").path(0));
        List<Term> any = new ArrayList<>();
        for (int i = 1; i < node.path("children").size(); i++) {
          any.add(compare(Term.Sign.EQUAL, input, read(node.path("children").path(i))));
        }
        return new Term.Any(any);
      }
      default -> throw new NotComparable("it uses " + type.toLowerCase(Locale.ROOT));
    }
    Term first = terms.getFirst();
    return switch (type) {
      case "OPERATOR_NOT" -> new Term.Not(first);
      case "OPERATOR_IS_NULL" -> new Term.Missing(first);
      case "OPERATOR_IS_NOT_NULL" -> new Term.Not(new Term.Missing(first));
      default ->
          Pure.COALESCE
              .call(terms)
              .orElseThrow(() -> new NotComparable("it uses coalesce over different types"));
    };
  }

  private Term cases(JsonNode node) {
    List<Term> terms = new ArrayList<>();
    for (JsonNode check : node.path("case_checks")) {
      terms.add(read(check.path("when_expr")));
      terms.add(read(check.path("then_expr")));
    }
    JsonNode otherwise = node.path("else_expr");
    terms.add(
        otherwise.path("literal").path("kind").asText().equals("NULL_LITERAL")
            ? new Term.Nothing(terms.getLast().kind())
            : read(otherwise));
    return Pure.CASE
        .call(terms)
        .orElseThrow(() -> new NotComparable("it uses CASE over different types"));
  }

  private static Term compared(String type, Term left, Term right) {
    Term.Sign sign =
        switch (type) {
          case "COMPARE_EQUAL" -> Term.Sign.EQUAL;
          case "COMPARE_NOTEQUAL" -> Term.Sign.NOT_EQUAL;
          case "COMPARE_LESSTHAN" -> Term.Sign.LESS;
          case "COMPARE_LESSTHANOREQUALTO" -> Term.Sign.LESS_OR_EQUAL;
          case "COMPARE_GREATERTHAN" -> Term.Sign.GREATER;
          case "COMPARE_GREATERTHANOREQUALTO" -> Term.Sign.GREATER_OR_EQUAL;
          default -> throw new NotComparable("it compares with " + type.toLowerCase(Locale.ROOT));
        };
    return compare(sign, left, right);
  }

  private static Term compare(Term.Sign sign, Term left, Term right) {
    if (left instanceof Term.Literal && !(right instanceof Term.Literal)) {
      return compare(sign.turned(), right, left);
    }
    if (!(right instanceof Term.Literal literal)) {
      if (left.kind() != right.kind()) {
        throw new NotComparable("it compares values of different types");
      }
      return new Term.Compared(sign, left, ordered(sign, right));
    }
    return new Term.Compared(sign, left, ordered(sign, beside(left.kind(), literal)));
  }

  private static Term ordered(Term.Sign sign, Term right) {
    if (right.kind() == ValueKind.TEXT && sign != Term.Sign.EQUAL && sign != Term.Sign.NOT_EQUAL) {
      throw new NotComparable("it goes by the order of texts");
    }
    return right;
  }

  /** The literal as the engine reads it beside a value of {@code kind}. */
  private static Term beside(ValueKind kind, Term.Literal literal) {
    if (kind.isTemporal() && literal.value() instanceof FilterValue.Text(String text)) {
      return beside(kind, literal(text, kind));
    }
    if (kind == ValueKind.DATE && literal.value() instanceof FilterValue.Moment(var at)) {
      if (!at.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)) {
        throw new NotComparable("it compares a day with a time of day");
      }
      return new Term.Literal(literal.value(), ValueKind.DATE);
    }
    boolean numbers = kind.isNumeric() && literal.kind().isNumeric();
    boolean times = kind.isTemporal() && literal.kind().isTemporal();
    if (literal.kind() != kind && !numbers && !times) {
      throw new NotComparable("it compares values of different types");
    }
    if ((kind == ValueKind.DOUBLE || literal.kind() == ValueKind.DOUBLE)
        && literal.value() instanceof FilterValue.Number(var number)
        && (kind != ValueKind.DOUBLE || number.precision() > DIGITS_OF_DOUBLE)) {
      throw new NotComparable("it compares with a number that is rounded");
    }
    return times ? new Term.Literal(literal.value(), kind) : literal;
  }

  private static Term.Literal literal(String text, ValueKind kind) {
    boolean plain =
        switch (kind) {
          case DATE -> text.matches("\\d{4}-\\d\\d-\\d\\d");
          case TIMESTAMP ->
              text.matches("\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?)?");
          case INTEGER, DECIMAL, DOUBLE, TEXT, BOOLEAN, TIMESTAMPTZ, TIME, UUID -> true;
        };
    if (!plain) {
      throw new NotComparable("it uses the constant " + text);
    }
    return new Term.Literal(value(text, kind), kind);
  }
}
