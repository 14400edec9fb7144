package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Guesses from some values of a column how all may be read; all rows then confirm it or not. */
final class Guesser {
  /**
   * A cast is proposed where at most this share of the values fails: beyond, the failures are a
   * second kind of value rather than slips, and rejecting their rows would lose data.
   */
  static final double TOLERATED = 0.02;

  /** A reading that fits at least this share is measured and shown beside the choice of TEXT. */
  private static final double WORTH_SHOWING = 0.3;

  private static final int FIRST_LOOK = 300;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

  private Guesser() {}

  /** As {@link #guess(String, Values, Optional, Neighbours)}, of a column that stands alone. */
  static Guess guess(String name, Values values, Optional<String> choice) {
    return guess(name, values, choice, Neighbours.NONE);
  }

  /**
   * How a column may be read, with trimming and missing words where its values call for them.
   *
   * @param name header of the column
   * @param values some of its values, or all
   * @param choice what a person has settled
   * @param neighbours what the file's other columns show
   */
  static Guess guess(String name, Values values, Optional<String> choice, Neighbours neighbours) {
    List<ValueCount> readable =
        values.counts().stream()
            .filter(value -> !value.value().isBlank())
            .filter(value -> !MissingWords.amongTyped(value.value()))
            .toList();
    Guess guess = typed(name, readable, values.complete(), choice, neighbours);
    if (guess.isText()) {
      List<Cleaning> emails = emailCase(readable);
      Spellings spellings =
          emails.isEmpty() && guess.ambiguity() == null
              ? Spellings.of(name, new Values(readable, values.complete()))
              : Spellings.NONE;
      List<String> notes = new ArrayList<>(guess.notes());
      notes.addAll(spellings.notes());
      List<Cleaning> textual =
          tidy(values, MissingWords.textual(values), emails.isEmpty() ? spellings.steps() : emails);
      List<Cleaning> typed = tidy(values, MissingWords.typed(values), List.of());
      return new Guess(
          guess.type(),
          textual,
          guess.because(),
          List.copyOf(notes),
          guess.ambiguity(),
          guess.rivals().stream().map(rival -> rival.after(typed)).toList(),
          guess.drops());
    }
    return guess.after(tidy(values, MissingWords.typed(values), List.of()));
  }

  /** TEXT, since a cast would fail or lose more than is tolerated. */
  static Guess textual(Values values, Measurement measured) {
    String why =
        measured.lossy() > 0 && !measured.failsTooOften()
            ? measured.lossy() + " values would lose something as a number, so they stay text."
            : measured.failed() + " of " + measured.cleaned() + " values cannot be read otherwise.";
    return Guess.text(why).after(tidy(values, MissingWords.textual(values), List.of()));
  }

  private static List<Cleaning> tidy(Values values, List<String> missing, List<Cleaning> more) {
    List<Cleaning> steps = new ArrayList<>();
    boolean padded =
        values.counts().stream()
            .map(ValueCount::value)
            .anyMatch(
                value -> value.isEmpty() || blank(value, 0) || blank(value, value.length() - 1));
    if (padded) {
      steps.add(new Cleaning.Trim());
    }
    if (!missing.isEmpty()) {
      steps.add(new Cleaning.NullTokens(missing));
    }
    steps.addAll(more);
    return steps;
  }

  private static boolean blank(String value, int at) {
    char c = value.charAt(at);
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }

  private static List<Cleaning> emailCase(List<ValueCount> values) {
    boolean mixed =
        emails(values)
            && values.stream()
                .anyMatch(value -> !value.value().equals(value.value().toLowerCase(Locale.ROOT)));
    return mixed ? List.of(new Cleaning.Lower()) : List.of();
  }

  /** Whether nearly all values are e-mail addresses. */
  static boolean emails(List<ValueCount> values) {
    long total = values.stream().mapToLong(ValueCount::count).sum();
    long fitting =
        values.stream()
            .filter(value -> EMAIL.matcher(value.value().strip()).matches())
            .mapToLong(ValueCount::count)
            .sum();
    return total > 0 && fitting >= 0.9 * total;
  }

  private static Guess typed(
      String name,
      List<ValueCount> values,
      boolean complete,
      Optional<String> choice,
      Neighbours neighbours) {
    long total = values.stream().mapToLong(ValueCount::count).sum();
    if (total == 0) {
      return Guess.text("No cell has a value.");
    }
    Optional<Guess> truth = TruthWords.of(name, values);
    if (truth.isPresent()) {
      return truth.get();
    }
    long uuids =
        worth(values, text -> UUID.matcher(text.strip()).matches()).stream()
            .filter(value -> UUID.matcher(value.value().strip()).matches())
            .mapToLong(ValueCount::count)
            .sum();
    if (enough(uuids, total)) {
      return Guess.of(ColumnType.Simple.UUID, "The values are UUIDs.");
    }
    DateReading dates = DateReading.of(name, values, complete);
    NumberReading numbers =
        NumberReading.of(name, worth(values, text -> NumberForm.of(text).isPresent()));
    // Under the name of a date, numbers that are none are slips.
    boolean number =
        numbers.rows() > dates.rows() && !(enough(dates.rows(), total) && DateNames.dated(name));
    if (enough(dates.rows(), total) && !number && !dates.mayBeNumbers()) {
      return dates.guess(choice);
    }
    if (enough(numbers.rows(), total)) {
      return number(name, numbers, choice, neighbours);
    }
    Guess text = Guess.text("The values are texts.");
    long best = Math.max(dates.rows(), numbers.rows());
    if (best < WORTH_SHOWING * total) {
      return text;
    }
    Guess rival =
        number ? numbers.guess(name, Optional.empty(), neighbours) : dates.guess(Optional.empty());
    return rival.isText() ? text : text.withRivals(List.of(rival));
  }

  /** The values, or none where the most frequent of them show that few can be read so. */
  private static List<ValueCount> worth(List<ValueCount> values, Predicate<String> readable) {
    List<ValueCount> first = values.subList(0, Math.min(FIRST_LOOK, values.size()));
    long fitting = first.stream().filter(value -> readable.test(value.value())).count();
    return fitting < 0.1 * first.size() ? List.of() : values;
  }

  static boolean enough(long fitting, long total) {
    return fitting >= (1 - TOLERATED) * total;
  }

  private static Guess number(
      String name, NumberReading numbers, Optional<String> choice, Neighbours neighbours) {
    Guess guess = numbers.guess(name, choice, neighbours);
    return numbers
        .identifiers(name)
        // How a number would do is measured all the same: it shows what would be lost.
        .map(why -> Guess.text(why).withRivals(guess.isText() ? List.of() : List.of(guess)))
        .orElse(guess);
  }
}
