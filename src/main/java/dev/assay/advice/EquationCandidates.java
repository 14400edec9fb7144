package dev.assay.advice;

import dev.assay.advice.RuleCandidate.Trial;
import dev.assay.model.Check.Operator;
import dev.assay.model.ColumnType;
import dev.assay.model.RowCondition;
import dev.assay.model.RowCondition.Arithmetic;
import dev.assay.model.RowCondition.Term;
import dev.assay.profile.IdentifierNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for numbers that follow from others: sums and differences of two or three, products of two,
 * and products with something added, taken off or discounted.
 */
final class EquationCandidates {
  private static final int PAIRS_OF = 40;
  private static final int TRIPLES_OF = 14;
  private static final double SURPRISE = 10;
  private static final int FEWEST = 15;

  /** Rows in which every part matters. */
  private static final int TELLING = 10;

  /** So few are enough for a part that is mostly 0, such as a discount. */
  private static final int TELLING_PART = 5;

  private static final int MOST = 4;

  /** Names of what is computed from others. */
  private static final Set<String> RESULTS =
      Set.of(
          "total",
          "sum",
          "gross",
          "amount",
          "balance",
          "net",
          "subtotal",
          "revenue",
          "result",
          "gesamt",
          "summe",
          "betrag",
          "brutto",
          "montant",
          "importe",
          "totale",
          "totaal",
          "all",
          "overall",
          "combined",
          "profit",
          "margin",
          "charge",
          "cost",
          "value");

  private final SampledRows sample;
  private final List<SampledRows.Column> columns;
  private final List<RuleCandidate> found = new ArrayList<>();

  private EquationCandidates(SampledRows sample, List<SampledRows.Column> columns) {
    this.sample = sample;
    this.columns = columns;
  }

  /** What holds, best first; {@code alike} are columns that equal one of the others. */
  static List<RuleCandidate> find(SampledRows sample, Set<String> alike) {
    List<SampledRows.Column> numbers =
        sample.columns().stream()
            .filter(column -> column.type().isNumeric() && !alike.contains(column.name()))
            .filter(column -> !IdentifierNames.key(column.name()) && column.different(3) >= 2)
            .limit(PAIRS_OF)
            .toList();
    EquationCandidates search = new EquationCandidates(sample, numbers);
    search.ofTwo();
    if (numbers.size() <= TRIPLES_OF) {
      search.ofThree();
    }
    return search.best();
  }

  /** One equation a result and none that says what others have said. */
  private List<RuleCandidate> best() {
    found.sort(
        Comparator.comparingInt((RuleCandidate candidate) -> candidate.columns().size())
            .thenComparing(RuleCandidate::tolerance)
            .thenComparing(candidate -> -named(candidate)));
    List<RuleCandidate> best = new ArrayList<>();
    Set<String> results = new HashSet<>();
    for (RuleCandidate candidate : found) {
      if (best.size() < MOST && results.add(candidate.columns().getFirst().name())) {
        best.add(candidate);
      }
    }
    return best;
  }

  private static int named(RuleCandidate candidate) {
    return result(candidate.columns().getFirst()) ? 1 : 0;
  }

  private static boolean result(SampledRows.Column column) {
    for (String word : column.name().split("_")) {
      if (RESULTS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private void ofTwo() {
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        for (int k = j + 1; k < columns.size(); k++) {
          SampledRows.Column a = columns.get(i);
          SampledRows.Column b = columns.get(j);
          SampledRows.Column c = columns.get(k);
          var orders = List.of(List.of(c, a, b), List.of(b, a, c), List.of(a, b, c));
          if (sumOfTwo(a, b, c) || sumOfTwo(b, a, c) || sumOfTwo(c, a, b)) {
            continue;
          }
          for (List<SampledRows.Column> order : orders) {
            if (product(order.get(0), order.get(1), order.get(2))) {
              break;
            }
          }
        }
      }
    }
  }

  /** {@code whole = one + other}, written with the result on the left. */
  private boolean sumOfTwo(
      SampledRows.Column whole, SampledRows.Column one, SampledRows.Column other) {
    Sided sum = (i, j) -> one.numbers()[j] + other.numbers()[j];
    Optional<Fit> fit = fit(whole, List.of(one, other), sum, unit(whole, one, other));
    if (fit.isEmpty() || telling(whole, one, other, fit.get()) < TELLING) {
      return false;
    }
    // The whole is what is computed, unless a part is called so: amount = list_price - discount.
    SampledRows.Column left =
        result(whole) || !(result(one) || result(other)) ? whole : result(other) ? other : one;
    if (left.equals(whole)) {
      add(whole, Arithmetic.PLUS, one, other, fit.get());
    } else {
      add(left, Arithmetic.MINUS, whole, left.equals(one) ? other : one, fit.get());
    }
    return true;
  }

  private boolean product(
      SampledRows.Column result, SampledRows.Column one, SampledRows.Column other) {
    Sided product = (_, j) -> one.numbers()[j] * other.numbers()[j];
    double unit = scale(one) + scale(other) > scale(result) ? unit(result) : 0;
    Optional<Fit> fit = fit(result, List.of(one, other), product, unit);
    if (fit.isEmpty() || telling(result, one, other, fit.get()) < TELLING) {
      return false;
    }
    add(result, Arithmetic.TIMES, one, other, fit.get());
    return true;
  }

  private void ofThree() {
    for (SampledRows.Column result : columns) {
      List<SampledRows.Column> parts =
          columns.stream().filter(column -> !column.equals(result)).toList();
      for (int i = 0; i < parts.size(); i++) {
        for (int j = i + 1; j < parts.size(); j++) {
          for (int k = 0; k < parts.size(); k++) {
            if (k != i && k != j && !explained(result, parts.get(i), parts.get(j), parts.get(k))) {
              ofThree(result, parts.get(i), parts.get(j), parts.get(k), k > j);
            }
          }
        }
      }
    }
  }

  /** A sum whose part is a sum that is known already says nothing new. */
  private boolean explained(SampledRows.Column... columns) {
    Set<SampledRows.Column> all = Set.of(columns);
    return found.stream().anyMatch(candidate -> all.containsAll(candidate.columns()));
  }

  private void ofThree(
      SampledRows.Column result,
      SampledRows.Column one,
      SampledRows.Column other,
      SampledRows.Column third,
      boolean sums) {
    double[] x = one.numbers();
    double[] y = other.numbers();
    double[] z = third.numbers();
    List<SampledRows.Column> parts = List.of(one, other, third);
    double unit = unit(result, one, other, third);
    double rounded = scale(one) + scale(other) > scale(result) ? unit(result) : 0;
    Term product = combined(one, Arithmetic.TIMES, other);
    boolean named = result(result);
    if (sums && named) {
      three(
          result,
          parts,
          (_, j) -> x[j] + y[j] + z[j],
          unit,
          new RowCondition.Combined(
              combined(one, Arithmetic.PLUS, other), Arithmetic.PLUS, column(third)));
    }
    if (named) {
      three(
          result,
          parts,
          (_, j) -> x[j] + y[j] - z[j],
          unit,
          new RowCondition.Combined(
              combined(one, Arithmetic.PLUS, other), Arithmetic.MINUS, column(third)));
    }
    three(
        result,
        parts,
        (_, j) -> x[j] * y[j] + z[j],
        rounded,
        new RowCondition.Combined(product, Arithmetic.PLUS, column(third)));
    three(
        result,
        parts,
        (_, j) -> x[j] * y[j] - z[j],
        rounded,
        new RowCondition.Combined(product, Arithmetic.MINUS, column(third)));
    three(
        result,
        parts,
        (_, j) -> x[j] * y[j] * (1 - z[j]),
        unit(result),
        new RowCondition.Combined(
            product,
            Arithmetic.TIMES,
            new RowCondition.Combined(
                new RowCondition.Number(BigDecimal.ONE), Arithmetic.MINUS, column(third))));
  }

  private void three(
      SampledRows.Column result,
      List<SampledRows.Column> parts,
      Sided side,
      double unit,
      Term written) {
    Optional<Fit> fit = fit(result, parts, side, unit);
    if (fit.isEmpty()) {
      return;
    }
    for (SampledRows.Column part : parts) {
      int matters = 0;
      for (int i = 0; i < sample.rows(); i++) {
        double value = part.numbers()[i];
        matters += !Double.isNaN(value) && value != 0 && value != 1 ? 1 : 0;
      }
      if (matters < TELLING_PART) {
        return;
      }
    }
    List<SampledRows.Column> all = new ArrayList<>(List.of(result));
    all.addAll(parts);
    found.add(
        new RuleCandidate(
            result.name() + "_adds_up",
            new RowCondition(column(result), Operator.EQUAL, written),
            fit.get().tolerance(),
            all,
            fit.get().trial().chance(),
            6));
  }

  private interface Sided {
    double at(int left, int right);
  }

  private record Fit(double tolerance, Trial trial) {}

  /** The least tolerance with which it holds. */
  private Optional<Fit> fit(
      SampledRows.Column result, List<SampledRows.Column> parts, Sided side, double unit) {
    double[] numbers = result.numbers();
    RuleCandidate.Apart apart = (i, j) -> numbers[i] - side.at(i, j);
    RuleCandidate.Apart size =
        (i, j) -> {
          double greatest = Math.abs(numbers[i]);
          for (SampledRows.Column part : parts) {
            greatest = Math.max(greatest, Math.abs(part.numbers()[j]));
          }
          return greatest;
        };
    for (double tolerance : unit == 0 ? new double[] {0} : new double[] {0, unit / 2, unit}) {
      Trial trial = RuleCandidate.tried(sample.rows(), Operator.EQUAL, tolerance, apart, size);
      if (trial.rows() >= FEWEST && trial.met() > 0 && trial.surprise() >= SURPRISE) {
        return Optional.of(new Fit(tolerance, trial));
      }
    }
    return Optional.empty();
  }

  /** Rows in which the result is neither of its parts. */
  private int telling(
      SampledRows.Column result, SampledRows.Column one, SampledRows.Column other, Fit fit) {
    int telling = 0;
    for (int i = 0; i < sample.rows(); i++) {
      double value = result.numbers()[i];
      telling +=
          Math.abs(value - one.numbers()[i]) > fit.tolerance()
                  && Math.abs(value - other.numbers()[i]) > fit.tolerance()
                  && value != 0
              ? 1
              : 0;
    }
    return telling;
  }

  private void add(
      SampledRows.Column result,
      Arithmetic arithmetic,
      SampledRows.Column one,
      SampledRows.Column other,
      Fit fit) {
    String verb =
        switch (arithmetic) {
          case PLUS -> "_plus_";
          case MINUS -> "_minus_";
          case TIMES, DIVIDED_BY -> "_times_";
        };
    found.add(
        new RuleCandidate(
            result.name() + "_is_" + one.name() + verb + other.name(),
            new RowCondition(column(result), Operator.EQUAL, combined(one, arithmetic, other)),
            fit.tolerance(),
            List.of(result, one, other),
            fit.trial().chance(),
            5));
  }

  private static Term combined(
      SampledRows.Column one, Arithmetic arithmetic, SampledRows.Column other) {
    return new RowCondition.Combined(column(one), arithmetic, column(other));
  }

  private static Term column(SampledRows.Column column) {
    return new RowCondition.Column(column.name());
  }

  /** One step of the coarsest of columns with decimals, else 0: whole numbers add up. */
  private static double unit(SampledRows.Column... columns) {
    int coarsest = Integer.MAX_VALUE;
    int finest = 0;
    for (SampledRows.Column column : columns) {
      coarsest = Math.min(coarsest, scale(column));
      finest = Math.max(finest, scale(column));
    }
    boolean rounds = columns.length == 1 || coarsest < finest || coarsest > 0;
    return rounds && coarsest <= 4 ? BigDecimal.ONE.movePointLeft(coarsest).doubleValue() : 0;
  }

  /** Digits after the point. */
  private static int scale(SampledRows.Column column) {
    return switch (column.type()) {
      case ColumnType.Decimal(int _, int scale) -> scale;
      case ColumnType.Simple simple ->
          simple == ColumnType.Simple.DOUBLE ? written(column.numbers()) : 0;
    };
  }

  private static int written(double[] numbers) {
    int scale = 0;
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        scale = Math.max(scale, BigDecimal.valueOf(number).stripTrailingZeros().scale());
      }
    }
    return scale;
  }
}
