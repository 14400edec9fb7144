package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the other columns of a file say about a column that leaves something open.
 *
 * @param decimal the sign that they write before a fraction, where all that show it agree
 */
record Neighbours(Optional<Character> decimal) {
  static final Neighbours NONE = new Neighbours(Optional.empty());

  /** What the settled ones among these guesses show. */
  static Neighbours of(Collection<Guess> guesses) {
    Set<Character> decimals =
        guesses.stream()
            .map(Neighbours::decimal)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return decimals.size() == 1 ? new Neighbours(Optional.of(decimals.iterator().next())) : NONE;
  }

  private static Character decimal(Guess guess) {
    if (!guess.type().isNumeric()) {
      return null;
    }
    Optional<Cleaning.ParseNumber> step =
        guess.steps().stream()
            .filter(Cleaning.ParseNumber.class::isInstance)
            .map(Cleaning.ParseNumber.class::cast)
            .findFirst();
    boolean fraction =
        guess.type() == ColumnType.Simple.DOUBLE
            || (guess.type() instanceof ColumnType.Decimal(int _, int scale) && scale > 0);
    // Blanks between thousands go with either sign.
    boolean grouped =
        step.isPresent()
            && (step.get().grouping().equals(",") || step.get().grouping().equals("."));
    return fraction || grouped ? step.map(number -> number.decimal().charAt(0)).orElse('.') : null;
  }
}
