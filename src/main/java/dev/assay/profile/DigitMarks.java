package dev.assay.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells digits that mark things apart, such as phones, postcodes, addresses of computers and long
 * identifiers, from quantities: marks stay text.
 */
final class DigitMarks {
  private static final Pattern ZERO_FIRST = Pattern.compile("0[0-9].*");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[0-9]{1,2})(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[0-9]{1,2})){3}");

  /** Two numbers, the second below twenty and without a zero in front. */
  private static final Pattern PARTS = Pattern.compile("[0-9]{1,2}\\.(?:[0-9]|1[0-9])");

  private static final int LONGEST_NUMBER = 18;
  private static final int LONG_MARK = 15;
  private static final int SHORTEST_PHONE = 8;
  private static final int SHORTEST_MARK = 4;
  private static final double NEARLY_ALL = 0.9;
  private static final int FEW = 5;
  private static final int WIDE = 3;

  private DigitMarks() {}

  /** Why these forms are marks, if they are. */
  static Optional<String> of(String name, List<NumberReading.Form> forms) {
    boolean bare = each(forms, number -> number.bare() && !number.exponent());
    if (!bare) {
      return Optional.empty();
    }
    if (each(forms, number -> ADDRESS.matcher(number.body()).matches())) {
      return Optional.of("The values are addresses of computers, not numbers.");
    }
    if (IdentifierNames.neverNumber(name)
        && (IdentifierNames.markOfAnyLength(name) || longAndWhole(forms))) {
      return Optional.of(
          "By its name it holds identifiers, not quantities, so its digits stay text.");
    }
    int longest = forms.stream().mapToInt(form -> digits(form.number())).max().orElse(0);
    int shortest = forms.stream().mapToInt(form -> digits(form.number())).min().orElse(0);
    boolean whole = each(forms, number -> number.decimal() == 0);
    if (whole && longest >= SHORTEST_PHONE && each(forms, number -> number.sign().plus())) {
      return Optional.of("Each begins with a plus, as phone numbers do, so its digits stay text.");
    }
    if (whole
        && forms.size() >= FEW
        && longest == shortest
        && longest > SHORTEST_PHONE
        && each(forms, number -> number.grouping() == ' ')) {
      return Optional.of(
          longest + " digits in groups in every value: they are identifiers, so they stay text.");
    }
    if (!whole
        && !IdentifierNames.amount(name)
        && !IdentifierNames.money(name)
        && !IdentifierNames.coordinate(name)
        && each(
            forms,
            number -> number.grouping() == 0 && !number.negative() && !number.sign().plus())) {
      return broken(forms);
    }
    if (!each(
        forms, number -> number.decimal() == 0 && number.grouping() == 0 && !number.negative())) {
      return Optional.empty();
    }
    boolean part =
        IdentifierNames.partOfTime(name)
            && each(forms, number -> digits(number) <= 2 && Integer.parseInt(number.body()) < 60);
    if (part) {
      return Optional.empty();
    }
    if (forms.stream().anyMatch(form -> ZERO_FIRST.matcher(form.number().body()).matches())) {
      // How many is known only of the values looked at: evidence counts what is proposed.
      return Optional.of(
          "Values begin with a zero that a number would lose, so they are identifiers.");
    }
    if (longest > LONGEST_NUMBER) {
      return Optional.of("Values of more than 18 digits are identifiers, so they stay text.");
    }
    return longest >= LONG_MARK && longest == shortest && !DateNames.eightDigits(name)
        ? Optional.of(longest + " digits in every value: they are identifiers, so they stay text.")
        : Optional.empty();
  }

  /** Marks that are written as fractions are: the chapter 1.10, the class 025.04. */
  private static Optional<String> broken(List<NumberReading.Form> forms) {
    List<String> bodies = forms.stream().map(form -> form.number().body()).toList();
    if (padded(forms)) {
      return Optional.of(
          "Values begin with a zero that a number would lose, so they are identifiers.");
    }
    boolean parts = bodies.stream().allMatch(body -> PARTS.matcher(body).matches());
    boolean tens = bodies.stream().anyMatch(body -> body.endsWith(".10"));
    boolean digits = bodies.stream().anyMatch(body -> body.indexOf('.') == body.length() - 2);
    return parts && tens && digits
        ? Optional.of(
            "After .9 comes .10, as in the numbers of versions and chapters, so they stay text.")
        : Optional.empty();
  }

  /**
   * Whether zeros in front fill up the same number of digits nearly everywhere, in more values than
   * slips would; where all have three digits or more, as 0901.21 has, even one zero is no slip.
   */
  private static boolean padded(List<NumberReading.Form> forms) {
    Map<Integer, Long> lengths = new HashMap<>();
    long zeros = 0;
    for (NumberReading.Form form : forms) {
      NumberForm number = form.number();
      lengths.merge(number.whole(number.decimal()).length(), form.rows(), Long::sum);
      zeros += ZERO_FIRST.matcher(number.body()).matches() ? form.rows() : 0;
    }
    long rows = lengths.values().stream().mapToLong(Long::longValue).sum();
    long most = lengths.values().stream().mapToLong(Long::longValue).max().orElse(0);
    boolean filled = lengths.size() == 1 && lengths.keySet().iterator().next() >= WIDE;
    return zeros > 0 && filled
        || zeros >= Guesser.TOLERATED * rows && most >= (1 - Guesser.TOLERATED) * rows;
  }

  /** A name alone is no proof: a mark is whole, has no minus, and nearly always four digits. */
  private static boolean longAndWhole(List<NumberReading.Form> forms) {
    long rows = forms.stream().mapToLong(NumberReading.Form::rows).sum();
    long longer =
        forms.stream()
            .filter(form -> digits(form.number()) >= SHORTEST_MARK)
            .mapToLong(NumberReading.Form::rows)
            .sum();
    return longer >= NEARLY_ALL * rows
        && each(
            forms,
            number ->
                !number.negative()
                    && (number.decimal() == 0
                        || number.ambiguous()
                        || number.fraction(number.decimal()).chars().allMatch(c -> c == '0')));
  }

  private static boolean each(List<NumberReading.Form> forms, Predicate<NumberForm> condition) {
    return forms.stream().map(NumberReading.Form::number).allMatch(condition);
  }

  private static int digits(NumberForm number) {
    return number.whole((char) 0).length();
  }
}
