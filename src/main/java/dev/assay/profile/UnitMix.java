package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A column of amounts in several units or currencies, which can be an amount beside its unit but
 * never one number.
 *
 * @param written what may stand around a number, lower-cased, and its one name
 * @param rows how many rows each name has among the values that are known
 * @param currency whether all of them are money
 * @param amount how the numbers alone are read
 */
public record UnitMix(
    Map<String, String> written, Map<String, Long> rows, boolean currency, Guess amount) {
  private static final double NEARLY_ALL = 0.98;

  /** Fewer rows than this in a second unit are slips. */
  private static final double WORTH_A_UNIT = 0.005;

  /** The mix, where nearly all values are numbers and at least two units are written. */
  public static Optional<UnitMix> of(Examination known) {
    if (!known.guess().isText() || known.guess().ambiguity() != null) {
      return Optional.empty();
    }
    List<ValueCount> values =
        known.values().stream()
            .filter(value -> !value.value().isBlank())
            .filter(value -> !MissingWords.amongTyped(value.value()))
            .toList();
    long total = values.stream().mapToLong(ValueCount::count).sum();
    Map<String, String> written = new TreeMap<>();
    Map<String, Long> rows = new TreeMap<>();
    List<ValueCount> bare = new ArrayList<>();
    boolean currency = true;
    boolean measure = true;
    long fitting = 0;
    for (ValueCount value : values) {
      Optional<NumberForm> form = NumberForm.of(value.value());
      if (form.isEmpty()) {
        continue;
      }
      String before = form.get().prefix();
      String after = form.get().suffix();
      String affix = before.isEmpty() ? after : before;
      Optional<Units.Family> unit = Units.exactly(affix);
      boolean one = before.isEmpty() || after.isEmpty();
      if (!one || !affix.isEmpty() && unit.isEmpty()) {
        continue;
      }
      fitting += value.count();
      bare.add(new ValueCount(number(form.get()), value.count()));
      if (unit.isPresent()) {
        written.put(affix, unit.get().name());
        rows.merge(unit.get().name(), value.count(), Long::sum);
        currency &= unit.get().currency();
        measure &= !unit.get().currency();
      }
    }
    boolean several =
        rows.size() >= 2
            && (currency || measure)
            && rows.values().stream().sorted(Comparator.reverseOrder()).skip(1).findFirst().get()
                >= Math.max(2, WORTH_A_UNIT * total);
    if (total == 0 || fitting < NEARLY_ALL * total || !several) {
      return Optional.empty();
    }
    Guess amount =
        Guesser.guess(known.profile().header(), new Values(bare, false), Optional.empty());
    return amount.type().isNumeric() && amount.ambiguity() == null
        ? Optional.of(new UnitMix(Map.copyOf(written), Map.copyOf(rows), currency, amount))
        : Optional.empty();
  }

  private static String number(NumberForm form) {
    return form.parentheses()
        ? "(" + form.body() + ")"
        : (form.negative() ? "-" : "") + form.body();
  }

  /** The steps that read the amount: those of the numbers alone, with every unit taken off. */
  public List<Cleaning> steps() {
    List<Cleaning> steps = new ArrayList<>();
    Cleaning.ParseNumber number = Cleaning.ParseNumber.plain();
    for (Cleaning step : amount.steps()) {
      if (step instanceof Cleaning.ParseNumber parse) {
        number = parse;
      } else {
        steps.add(step);
      }
    }
    List<String> strip =
        written.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s))
            .toList();
    steps.add(
        new Cleaning.ParseNumber(
            number.decimal(), number.grouping(), strip, number.parentheses(), 1));
    return steps;
  }
}
