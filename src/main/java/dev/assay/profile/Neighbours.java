package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the other columns of a file say about a column that leaves something open.
 *
 * @param decimal the sign that they write before a fraction, where all that show it agree
 * @param pointsOnly whether other columns are settled, and none has a decimal comma
 * @param seen whether they have been looked at
 */
record Neighbours(Optional<Character> decimal, boolean pointsOnly, boolean seen) {
  static final Neighbours NONE = new Neighbours(Optional.empty(), false, true);

  /** What they show is yet to come. */
  static final Neighbours UNSEEN = new Neighbours(Optional.empty(), false, false);

  /** So many different fractions are no list of answers. */
  private static final int ENOUGH_FRACTIONS = 10;

  private static final int FEWEST_PRICES = 3;

  private static final Pattern POINT =
      Pattern.compile("[-+]?(?:[0-9]+\\.(?:[0-9]{1,2}|[0-9]{4,}))");

  /** A column of the file: how it is read, and its values. */
  record Column(Guess guess, Values values) {}

  /** What the settled ones among these columns show. */
  static Neighbours of(Collection<Column> columns) {
    Set<Character> decimals =
        columns.stream()
            .map(Neighbours::decimal)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    boolean settled = columns.stream().anyMatch(column -> column.guess().ambiguity() == null);
    boolean comma = columns.stream().anyMatch(column -> step(column.guess(), ',').isPresent());
    // A point before a fraction anywhere, be it in a text, speaks against commas.
    if (decimals.equals(Set.of(',')) && columns.stream().anyMatch(Neighbours::point)) {
      return NONE;
    }
    return new Neighbours(
        decimals.size() == 1 ? Optional.of(decimals.iterator().next()) : Optional.empty(),
        settled && !comma,
        true);
  }

  private static boolean point(Column column) {
    return column.values().counts().stream()
        .anyMatch(value -> POINT.matcher(value.value().strip()).matches());
  }

  private static Optional<Cleaning.ParseNumber> step(Guess guess, char decimal) {
    return guess.steps().stream()
        .filter(Cleaning.ParseNumber.class::isInstance)
        .map(Cleaning.ParseNumber.class::cast)
        .filter(step -> step.decimal().charAt(0) == decimal)
        .findFirst();
  }

  private static Character decimal(Column column) {
    Guess guess = column.guess();
    if (!guess.type().isNumeric()) {
      return null;
    }
    char sign = step(guess, ',').isPresent() ? ',' : '.';
    boolean fraction =
        guess.type() == ColumnType.Simple.DOUBLE
            || (guess.type() instanceof ColumnType.Decimal(int _, int scale) && scale > 0);
    // Blanks between thousands go with either sign.
    boolean grouped =
        step(guess, sign)
            .filter(step -> step.grouping().equals(",") || step.grouping().equals("."))
            .isPresent();
    return grouped || fraction && testifies(column.values().counts(), sign) ? sign : null;
  }

  private static boolean testifies(List<ValueCount> values, char sign) {
    List<String> fractions =
        values.stream()
            .flatMap(value -> NumberForm.of(value.value()).stream())
            .filter(number -> number.decimal() == sign)
            .map(number -> number.body())
            .distinct()
            .toList();
    // Prices with two decimals in every cell are no list of answers either.
    boolean prices =
        fractions.size() >= FEWEST_PRICES
            && fractions.stream().allMatch(body -> body.length() - body.indexOf(sign) == 3);
    // "5.4 %" is no list of answers.
    boolean measured =
        fractions.size() >= ENOUGH_FRACTIONS
            && values.stream()
                .flatMap(value -> NumberForm.of(value.value()).stream())
                .allMatch(number -> !number.bare());
    return prices
        || measured
        || fractions.size() >= ENOUGH_FRACTIONS
            && fractions.stream().anyMatch(body -> body.length() - body.indexOf(sign) > 2);
  }
}
