package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** A day, and a time to less than a millionth of a second. */
  private static final Pattern FINE =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}:[0-5][0-9]:[0-5][0-9][.,][0-9]{7,9}"
              + " ?(?:Z|[+-][0-9]{2}:?[0-9]{2})?");

  private static final Pattern MANY_ZEROS = Pattern.compile(".*[.,][0-9]{6}0{1,3}[^.,]*");

  /** Programs write numbers so with a point or a sign. */
  private static final Pattern TAG = Pattern.compile("[0-9]+[eE][0-9]+");

  static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

  private static final Set<String> MAIL =
      Set.of("email", "emails", "mail", "mails", "emailaddress", "mailaddress", "courriel");

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
    boolean signs = MissingWords.signs(values);
    List<ValueCount> readable =
        values.counts().stream()
            .filter(value -> !value.value().isBlank())
            .filter(value -> !MissingWords.amongTyped(value.value(), signs))
            .toList();
    Guess guess = typed(name, readable, values.complete(), choice, neighbours);
    if (guess.isText()) {
      List<Cleaning> emails = emailCase(name, readable);
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
    return zeroDates(guess.after(tidy(values, MissingWords.typed(values), List.of())), values);
  }

  /** Tells how many cells hold a date of zeros, which the reading takes for missing. */
  private static Guess zeroDates(Guess guess, Values values) {
    long cells = values.rows(MissingWords::zeroDate);
    if (cells == 0) {
      return guess;
    }
    List<String> notes = new ArrayList<>(guess.notes());
    notes.add(
        (values.complete() ? "" : "about ")
            + cells
            + (cells == 1 ? " cell holds" : " cells hold")
            + " a date of zeros, which is read as missing.");
    return guess.withNotes(notes);
  }

  /**
   * TEXT, since a cast would fail or lose more than is tolerated.
   *
   * @param second why what fails is a second kind of value, if it is
   */
  static Guess textual(Values values, Measurement measured, Optional<String> second) {
    String why =
        second
            .map(kind ->
                kind + " A cast would reject " + measured.failed() + " of them, so all stay text.")
            .orElseGet(() -> lost(measured));
    return Guess.text(why).after(tidy(values, MissingWords.textual(values), List.of()));
  }

  private static String lost(Measurement measured) {
    return measured.lossy() > 0 && !measured.failsTooOften()
        ? measured.lossy() + " values would lose something as a number, so they stay text."
        : measured.failed() + " of " + measured.cleaned() + " values cannot be read otherwise.";
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

  private static List<Cleaning> emailCase(String name, List<ValueCount> values) {
    if (!emails(name, values)) {
      return List.of();
    }
    long total = values.stream().mapToLong(ValueCount::count).sum();
    long lower =
        values.stream()
            .filter(value -> value.value().equals(value.value().toLowerCase(Locale.ROOT)))
            .mapToLong(ValueCount::count)
            .sum();
    // Where capitals are usual, they are how the addresses are written.
    return lower < total && lower * 2 > total ? List.of(new Cleaning.Lower()) : List.of();
  }

  /** Whether nearly all values are e-mail addresses, or most where the header says so. */
  static boolean emails(String name, List<ValueCount> values) {
    long total = values.stream().mapToLong(ValueCount::count).sum();
    long fitting =
        values.stream()
            .filter(value -> EMAIL.matcher(value.value().strip()).matches())
            .mapToLong(ValueCount::count)
            .sum();
    boolean named = IdentifierNames.words(name).stream().anyMatch(MAIL::contains);
    return total > 0 && fitting >= (named ? 0.8 : 0.9) * total;
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
      return number(name, values, numbers, choice, neighbours);
    }
    if (fine(values, dates, total)) {
      return Guess.text(
          "Fractions of seconds have more than six digits, which a time would lose, so they stay"
              + " text.");
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

  /** Whether these would be times if their seconds had no more digits than are kept. */
  private static boolean fine(List<ValueCount> values, DateReading dates, long total) {
    long fine =
        worth(values, text -> FINE.matcher(text.strip()).matches()).stream()
            .filter(value -> FINE.matcher(value.value().strip()).matches())
            .filter(value -> !MANY_ZEROS.matcher(value.value().strip()).matches())
            .mapToLong(ValueCount::count)
            .sum();
    return fine > 0 && enough(fine + dates.rows(), total);
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
      String name,
      List<ValueCount> values,
      NumberReading numbers,
      Optional<String> choice,
      Neighbours neighbours) {
    Guess guess = numbers.guess(name, choice, neighbours);
    if (values.stream().allMatch(value -> TAG.matcher(value.value().strip()).matches())) {
      return Guess.text("Digits, an E and digits in every cell are a code sooner than a number.")
          .withRivals(guess.isText() ? List.of() : List.of(guess));
    }
    return numbers
        .identifiers(name)
        // How a number would do is measured all the same: it shows what would be lost.
        .map(why -> Guess.text(why).withRivals(guess.isText() ? List.of() : List.of(guess)))
        .orElse(guess);
  }
}
