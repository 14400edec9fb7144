package dev.assay.advice;

import dev.assay.advice.RuleCandidate.Trial;
import dev.assay.model.Check.Operator;
import dev.assay.model.ColumnType;
import dev.assay.model.RowCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for columns that are alike and for columns of which one is never below the other. */
final class OrderCandidates {
  /** So many rows would have to break a rule by chance. */
  private static final double SURPRISE = 10;

  /** So few are enough where the names say the same. */
  private static final double NAMED_SURPRISE = 3;

  private static final int FEWEST = 15;

  private static final double DAY = 86_400;

  /** The word of the lesser column and those of the greater. */
  private static final Map<String, List<String>> LESSER =
      Map.ofEntries(
          Map.entry("min", List.of("max")),
          Map.entry("minimum", List.of("maximum")),
          Map.entry("low", List.of("high")),
          Map.entry("lower", List.of("upper", "higher")),
          Map.entry("lowest", List.of("highest")),
          Map.entry("net", List.of("gross")),
          Map.entry("netto", List.of("brutto")),
          Map.entry("from", List.of("to", "until")),
          Map.entry("von", List.of("bis")),
          Map.entry("start", List.of("end", "stop", "finish")),
          Map.entry("begin", List.of("end")),
          Map.entry("first", List.of("last")),
          Map.entry("bid", List.of("ask")),
          Map.entry("sale", List.of("list")),
          Map.entry("discounted", List.of("original", "list", "full")));

  private OrderCandidates() {}

  static List<RuleCandidate> find(SampledRows sample) {
    List<RuleCandidate> found = new ArrayList<>();
    List<SampledRows.Column> columns =
        sample.columns().stream().filter(column -> column.different(3) >= 3).toList();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        SampledRows.Column one = columns.get(i);
        SampledRows.Column other = columns.get(j);
        if (one.numbers() == null || other.numbers() == null) {
          alikeTexts(one, other, sample.rows()).ifPresent(found::add);
        } else if (comparable(one.type(), other.type())) {
          numbers(one, other, sample.rows()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean comparable(ColumnType one, ColumnType other) {
    if (one.isNumeric() || other.isNumeric()) {
      return one.isNumeric() && other.isNumeric();
    }
    return (one == ColumnType.Simple.TIMESTAMPTZ) == (other == ColumnType.Simple.TIMESTAMPTZ);
  }

  private static Optional<RuleCandidate> numbers(
      SampledRows.Column one, SampledRows.Column other, int rows) {
    boolean moments = one.type().isTemporal();
    boolean days = moments && (one.type() != other.type());
    RuleCandidate.Apart apart =
        (i, j) ->
            days
                ? Math.floor(one.numbers()[i] / DAY) - Math.floor(other.numbers()[j] / DAY)
                : one.numbers()[i] - other.numbers()[j];
    RuleCandidate.Apart size =
        (i, j) -> moments ? 0 : Math.max(Math.abs(one.numbers()[i]), Math.abs(other.numbers()[j]));
    Trial equal = RuleCandidate.tried(rows, Operator.EQUAL, 0, apart, size);
    if (equal.rows() >= FEWEST && equal.met() > 0 && equal.surprise() >= SURPRISE) {
      return Optional.of(candidate("equals", one, Operator.EQUAL, other, equal, moments ? 40 : 50));
    }
    if (equal.rows() >= FEWEST && equal.met() > 0) {
      return Optional.empty();
    }
    boolean rising = lesser(one.name(), other.name());
    boolean falling = lesser(other.name(), one.name());
    if (!moments && !rising && !falling) {
      return Optional.empty();
    }
    double surprise = rising || falling ? NAMED_SURPRISE : SURPRISE;
    int rank = rising || falling ? 10 : 20;
    if (moments || rising) {
      Trial below = RuleCandidate.tried(rows, Operator.LESS_OR_EQUAL, 0, apart, size);
      if (holds(below, surprise)) {
        return Optional.of(
            candidate("not_below", other, Operator.GREATER_OR_EQUAL, one, below, rank));
      }
    }
    if (moments || falling) {
      Trial above = RuleCandidate.tried(rows, Operator.GREATER_OR_EQUAL, 0, apart, size);
      if (holds(above, surprise)) {
        return Optional.of(
            candidate("not_below", one, Operator.GREATER_OR_EQUAL, other, above, rank));
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Trial trial, double surprise) {
    return trial.rows() >= FEWEST && trial.met() > 0 && trial.surprise() >= surprise;
  }

  private static Optional<RuleCandidate> alikeTexts(
      SampledRows.Column one, SampledRows.Column other, int rows) {
    boolean texts =
        one.texts() != null
            && other.texts() != null
            && one.type() == other.type()
            && one.type() != ColumnType.Simple.BOOLEAN;
    if (!texts) {
      return Optional.empty();
    }
    Trial trial =
        RuleCandidate.tried(
            rows,
            Operator.EQUAL,
            0,
            (i, j) ->
                one.texts()[i] == null || other.texts()[j] == null
                    ? Double.NaN
                    : one.texts()[i].equals(other.texts()[j]) ? 0 : 1,
            (_, _) -> 0);
    return holds(trial, SURPRISE)
        ? Optional.of(candidate("equals", one, Operator.EQUAL, other, trial, 50))
        : Optional.empty();
  }

  private static RuleCandidate candidate(
      String verb,
      SampledRows.Column left,
      Operator operator,
      SampledRows.Column right,
      Trial trial,
      int rank) {
    return new RuleCandidate(
        left.name()
            + "_"
            + (verb.equals("not_below") && left.type().isTemporal() ? "not_before" : verb)
            + "_"
            + right.name(),
        new RowCondition(
            new RowCondition.Column(left.name()), operator, new RowCondition.Column(right.name())),
        0,
        List.of(left, right),
        trial.chance(),
        rank);
  }

  /** Whether two names differ in one word only and that says which is the lesser. */
  static boolean lesser(String one, String other) {
    List<String> these = Arrays.asList(one.split("_"));
    List<String> those = Arrays.asList(other.split("_"));
    if (these.size() != those.size()) {
      return false;
    }
    int differing = 0;
    boolean says = false;
    for (int i = 0; i < these.size(); i++) {
      if (!these.get(i).equals(those.get(i))) {
        differing++;
        says = LESSER.getOrDefault(these.get(i), List.of()).contains(those.get(i));
      }
    }
    return differing == 1 && says;
  }
}
