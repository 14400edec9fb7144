package dev.assay.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells letters behind the numbers of a column that multiply or measure from parts of codes. */
record AroundNumbers(List<NumberForm> numbers) {
  /** So many different numbers are no short list of kinds. */
  private static final int SEVERAL = 6;

  /** Whether words behind the numbers multiply them: one surely does, or the numbers are money. */
  boolean multiply(String name) {
    List<NumberForm> with =
        numbers.stream().filter(number -> number.multiplier().isPresent()).toList();
    if (with.stream().anyMatch(AroundNumbers::money)) {
      return true;
    }
    Set<String> words =
        with.stream().map(form -> form.multiplier().get().word()).collect(Collectors.toSet());
    Set<String> capitals =
        with.stream()
            .map(form -> form.multiplier().get())
            .filter(Multipliers.Found::capital)
            .map(Multipliers.Found::word)
            .collect(Collectors.toSet());
    // Sizes of clothes for small children are 12M, 18M, 2T, 3T.
    boolean large = with.stream().anyMatch(form -> form.decimal() != 0 || form.body().length() > 2);
    if (capitals.size() >= 2 && large) {
      return true;
    }
    // 10K, 14K and 18K are kinds of gold; 2K and 4K are kinds of screens.
    boolean kinds =
        words.equals(Set.of("k"))
            && !IdentifierNames.paid(name)
            && with.stream().allMatch(form -> form.decimal() == 0)
            && with.stream().map(NumberForm::body).distinct().count() < SEVERAL;
    return !kinds && with.stream().anyMatch(form -> form.multiplier().get().sure());
  }

  static boolean money(NumberForm number) {
    return Units.currency(number.prefix()).isPresent()
        || Units.currency(number.suffix()).isPresent()
        || number
            .multiplier()
            .filter(found -> Units.currency(found.rest()).isPresent())
            .isPresent();
  }

  static boolean letters(String prefix) {
    return !prefix.isEmpty() && prefix.chars().allMatch(Character::isLetter);
  }

  /** Whether single letters right behind the digits are units rather than parts of codes. */
  boolean lettersAreUnits() {
    List<NumberForm> lettered =
        numbers.stream()
            .filter(number -> number.attached() && number.suffix().length() == 1)
            .filter(number -> Character.isLetter(number.suffix().charAt(0)))
            .toList();
    if (lettered.isEmpty()) {
      return true;
    }
    boolean decades =
        lettered.stream()
            .allMatch(number ->
                number.suffix().equals("s") && number.body().matches("1[0-9]{2}0|20[0-9]0|[2-9]0"));
    return !decades
        && (lettered.stream().anyMatch(number -> number.decimal() != 0)
            || lettered.stream().map(NumberForm::body).distinct().count() >= SEVERAL);
  }
}
