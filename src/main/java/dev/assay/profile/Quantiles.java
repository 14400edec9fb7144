package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.Numeric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Measures over the numbers of a column; the quantiles of a long column come from a sample. */
final class Quantiles {
  private record Weighted(double value, long rows) {}

  private Quantiles() {}

  /** The measures, or null where the column is not read as numbers. */
  static Numeric of(Values values, Guess guess, Measurement measured) {
    if (!guess.type().isNumeric() || measured.parsed() == 0 || measured.least() == null) {
      return null;
    }
    char decimal =
        guess.steps().stream()
            .filter(Cleaning.ParseNumber.class::isInstance)
            .map(step -> ((Cleaning.ParseNumber) step).decimal().charAt(0))
            .findFirst()
            .orElse('.');
    boolean multiplied =
        guess.steps().stream()
            .anyMatch(step ->
                step instanceof Cleaning.ParseNumber number && !number.multipliers().isEmpty());
    List<Weighted> numbers = new ArrayList<>();
    values
        .counts()
        .forEach(value -> {
          Optional<NumberForm> form = NumberForm.of(value.value());
          form.map(number -> multiplied ? number.multiplied() : number)
              .ifPresent(number -> numbers.add(new Weighted(number.value(decimal), value.count())));
        });
    numbers.sort(Comparator.comparingDouble(Weighted::value));
    return new Numeric(
        measured.parsed(),
        Double.parseDouble(measured.least()),
        Double.parseDouble(measured.greatest()),
        measured.mean(),
        at(numbers, 0.25),
        at(numbers, 0.5),
        at(numbers, 0.75));
  }

  private static double at(List<Weighted> sorted, double share) {
    double wanted = share * sorted.stream().mapToLong(Weighted::rows).sum();
    double value = 0;
    for (Weighted number : sorted) {
      value = number.value();
      wanted -= number.rows();
      if (wanted <= 0) {
        break;
      }
    }
    return value;
  }
}
