package dev.assay.sql.grouped;

import dev.assay.sql.ValueKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that may stand in a comparable SELECT: they give the same for the same, whenever
 * and wherever they are called.
 */
public enum Pure {
  PLUS("+", Takes.NUMBERS, Gives.NUMBER),
  MINUS("-", Takes.NUMBERS, Gives.NUMBER),
  TIMES("*", Takes.NUMBERS, Gives.NUMBER),
  DIVIDE("/", Takes.NUMBERS, Gives.DOUBLE),
  WHOLE_DIVIDE("//", Takes.NUMBERS, Gives.NUMBER),
  MODULO("%", Takes.NUMBERS, Gives.NUMBER),
  ABS("abs", Takes.NUMBERS, Gives.NUMBER),
  ROUND("round", Takes.NUMBERS, Gives.NUMBER),
  FLOOR("floor", Takes.NUMBERS, Gives.NUMBER),
  CEIL("ceil", Takes.NUMBERS, Gives.NUMBER),
  TO_DOUBLE("double", Takes.NUMBERS, Gives.DOUBLE),
  LOWER("lower", Takes.TEXTS, Gives.TEXT),
  UPPER("upper", Takes.TEXTS, Gives.TEXT),
  TRIM("trim", Takes.TEXTS, Gives.TEXT),
  CONCATENATE("||", Takes.TEXTS, Gives.TEXT),
  REPLACE("replace", Takes.TEXTS, Gives.TEXT),
  LEFT("left", Takes.TEXT_AND_NUMBERS, Gives.TEXT),
  RIGHT("right", Takes.TEXT_AND_NUMBERS, Gives.TEXT),
  SUBSTRING("substring", Takes.TEXT_AND_NUMBERS, Gives.TEXT),
  LENGTH("length", Takes.TEXTS, Gives.INTEGER),
  LIKE("~~", Takes.TEXTS, Gives.BOOLEAN),
  NOT_LIKE("!~~", Takes.TEXTS, Gives.BOOLEAN),
  ILIKE("~~*", Takes.TEXTS, Gives.BOOLEAN),
  CONTAINS("contains", Takes.TEXTS, Gives.BOOLEAN),
  STARTS_WITH("starts_with", Takes.TEXTS, Gives.BOOLEAN),
  ENDS_WITH("ends_with", Takes.TEXTS, Gives.BOOLEAN),
  COALESCE("coalesce", Takes.SAME, Gives.FIRST),
  NULL_IF("nullif", Takes.SAME, Gives.FIRST),
  /** WHEN, THEN, WHEN, THEN, …, ELSE. */
  CASE("case", Takes.CASES, Gives.SECOND),
  DATE_PART("date_part", Takes.TEXT_AND_TIME, Gives.INTEGER),
  FORMAT_TIME("strftime", Takes.TIME_AND_TEXT, Gives.TEXT);

  private enum Takes {
    NUMBERS,
    TEXTS,
    TEXT_AND_NUMBERS,
    SAME,
    CASES,
    TEXT_AND_TIME,
    TIME_AND_TEXT
  }

  private enum Gives {
    NUMBER,
    DOUBLE,
    INTEGER,
    TEXT,
    BOOLEAN,
    FIRST,
    SECOND
  }

  private static final Map<String, Pure> BY_NAME = new HashMap<>();

  static {
    for (Pure function : values()) {
      BY_NAME.put(function.text, function);
    }
    BY_NAME.remove(CASE.text);
    BY_NAME.remove(TO_DOUBLE.text);
    BY_NAME.put("substr", SUBSTRING);
    BY_NAME.put("ceiling", CEIL);
    BY_NAME.put("lcase", LOWER);
    BY_NAME.put("ucase", UPPER);
    BY_NAME.put("len", LENGTH);
    BY_NAME.put("prefix", STARTS_WITH);
    BY_NAME.put("suffix", ENDS_WITH);
    BY_NAME.put("datepart", DATE_PART);
  }

  private final String text;
  private final Takes takes;
  private final Gives gives;

  Pure(String text, Takes takes, Gives gives) {
    this.text = text;
    this.takes = takes;
    this.gives = gives;
  }

  /** As the engine writes it. */
  String text() {
    return text;
  }

  boolean isOperator() {
    return !Character.isLetter(text.charAt(0));
  }

  static Optional<Pure> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The call, where the arguments are of kinds for which this is what it says. */
  Optional<Term> call(List<Term> arguments) {
    List<ValueKind> kinds = arguments.stream().map(Term::kind).toList();
    return takes(kinds)
        ? Optional.of(new Term.Call(this, arguments, given(kinds)))
        : Optional.empty();
  }

  private boolean takes(List<ValueKind> kinds) {
    if (kinds.isEmpty()) {
      return false;
    }
    ValueKind first = kinds.getFirst();
    List<ValueKind> rest = kinds.subList(1, kinds.size());
    return switch (takes) {
      case NUMBERS -> kinds.stream().allMatch(ValueKind::isNumeric);
      case TEXTS -> kinds.stream().allMatch(kind -> kind == ValueKind.TEXT);
      case TEXT_AND_NUMBERS ->
          first == ValueKind.TEXT && rest.stream().allMatch(ValueKind::isNumeric);
      case SAME -> alike(kinds);
      case CASES -> cases(kinds);
      case TEXT_AND_TIME ->
          kinds.size() == 2 && first == ValueKind.TEXT && rest.getFirst().isTemporal();
      case TIME_AND_TEXT ->
          kinds.size() == 2 && first.isTemporal() && rest.getFirst() == ValueKind.TEXT;
    };
  }

  private static boolean cases(List<ValueKind> kinds) {
    List<ValueKind> results = new java.util.ArrayList<>(List.of(kinds.getLast()));
    for (int i = 0; i + 1 < kinds.size(); i += 2) {
      if (kinds.get(i) != ValueKind.BOOLEAN) {
        return false;
      }
      results.add(kinds.get(i + 1));
    }
    return kinds.size() >= 3 && alike(results);
  }

  private static boolean alike(List<ValueKind> kinds) {
    // A day and a moment differ in what other functions make of them.
    return kinds.stream().distinct().count() == 1 || kinds.stream().allMatch(ValueKind::isNumeric);
  }

  private ValueKind given(List<ValueKind> kinds) {
    return switch (gives) {
      case NUMBER -> number(kinds);
      case DOUBLE -> ValueKind.DOUBLE;
      case INTEGER -> ValueKind.INTEGER;
      case TEXT -> ValueKind.TEXT;
      case BOOLEAN -> ValueKind.BOOLEAN;
      case FIRST -> kinds.getFirst().isNumeric() ? number(kinds) : kinds.getFirst();
      case SECOND -> kinds.get(1).isNumeric() ? number(results(kinds)) : kinds.get(1);
    };
  }

  private static List<ValueKind> results(List<ValueKind> kinds) {
    return kinds.stream().filter(ValueKind::isNumeric).toList();
  }

  private static ValueKind number(List<ValueKind> kinds) {
    for (ValueKind kind : List.of(ValueKind.DOUBLE, ValueKind.DECIMAL)) {
      if (kinds.contains(kind)) {
        return kind;
      }
    }
    return ValueKind.INTEGER;
  }
}
