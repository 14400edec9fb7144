package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private static final List<Set<String>> YES =
      List.of(Set.of("true", "yes", "on"), Set.of("t", "y"));
  private static final List<Set<String>> NO =
      List.of(Set.of("false", "no", "off"), Set.of("f", "n"));

  private Guesser() {}

  /**
   * How a column may be read, with trimming and missing words where its values call for them.
   *
   * @param name header of the column
   * @param values some of its values, or all
   * @param choice what a person has settled
   */
  static Guess guess(String name, Values values, Optional<String> choice) {
    List<ValueCount> readable =
        values.counts().stream()
            .filter(value -> !value.value().isBlank())
            .filter(value -> !MissingWords.amongTyped(value.value()))
            .toList();
    Guess guess = typed(name, readable, values.complete(), choice);
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
      String name, List<ValueCount> values, boolean complete, Optional<String> choice) {
    long total = values.stream().mapToLong(ValueCount::count).sum();
    if (total == 0) {
      return Guess.text("No cell has a value.");
    }
    Optional<Guess> truth = truth(name, values, total);
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
        NumberReading.of(worth(values, text -> NumberForm.of(text).isPresent()));
    boolean number = numbers.rows() > dates.rows();
    if (enough(dates.rows(), total)
        && !number
        && !dates.mayBeNumbers()) {
      return dates.guess(choice);
    }
    if (enough(numbers.rows(), total)) {
      return number(name, numbers, choice, values);
    }
    Guess text = Guess.text("The values are texts.");
    long best = Math.max(dates.rows(), numbers.rows());
    if (best < WORTH_SHOWING * total) {
      return text;
    }
    Guess rival = number ? numbers.guess(name, Optional.empty()) : dates.guess(Optional.empty());
    return rival.isText() ? text : text.withRivals(List.of(rival));
  }

  /** The values, or none where the most frequent of them show that few can be read so. */
  private static List<ValueCount> worth(List<ValueCount> values, Predicate<String> readable) {
    List<ValueCount> first = values.subList(0, Math.min(FIRST_LOOK, values.size()));
    long fitting = first.stream().filter(value -> readable.test(value.value())).count();
    return fitting < 0.1 * first.size() ? List.of() : values;
  }

  private static boolean enough(long fitting, long total) {
    return fitting >= (1 - TOLERATED) * total;
  }

  private static Guess number(
      String name, NumberReading numbers, Optional<String> choice, List<ValueCount> values) {
    if (numbers.leadingZeros() > 0 && numbers.plainWhole()) {
      // How many is known only of the values looked at: evidence counts what is proposed.
      return Guess.text(
          "Values begin with a zero that a number would lose, so they are identifiers.");
    }
    if (numbers.plainWhole() && IdentifierNames.neverNumber(name)) {
      return Guess.text(
          "By its name it holds identifiers, not quantities, so its digits stay text.");
    }
    if (numbers.plainWhole() && numbers.longest() > 18) {
      return Guess.text("Values of more than 18 digits are identifiers, so they stay text.");
    }
    if (numbers.plainWhole()
        && numbers.longest() >= 15
        && numbers.longest() == numbers.shortest()
        && !IdentifierNames.date(name)) {
      return Guess.text(
          numbers.longest() + " digits in every value: they are identifiers, so they stay text.");
    }
    return numbers.guess(name, choice);
  }

  private static Optional<Guess> truth(String name, List<ValueCount> values, long total) {
    Set<String> words = new TreeSet<>();
    for (ValueCount value : values) {
      words.add(value.value().strip().toLowerCase(Locale.ROOT));
      if (words.size() > 40) {
        return Optional.empty();
      }
    }
    Set<String> yes = new TreeSet<>();
    Set<String> no = new TreeSet<>();
    boolean words0 = words.stream().anyMatch(w -> YES.get(0).contains(w) || NO.get(0).contains(w));
    boolean both =
        words.stream().anyMatch(YES.get(1)::contains)
            && words.stream().anyMatch(NO.get(1)::contains);
    for (String word : words) {
      boolean letters = words0 || both;
      if (YES.get(0).contains(word) || (letters && YES.get(1).contains(word))) {
        yes.add(word);
      } else if (NO.get(0).contains(word) || (letters && NO.get(1).contains(word))) {
        no.add(word);
      } else if ((words0 || IdentifierNames.flag(name)) && word.equals("1")) {
        yes.add(word);
      } else if ((words0 || IdentifierNames.flag(name)) && word.equals("0")) {
        no.add(word);
      }
    }
    long fitting =
        values.stream()
            .filter(value -> {
              String word = value.value().strip().toLowerCase(Locale.ROOT);
              return yes.contains(word) || no.contains(word);
            })
            .mapToLong(ValueCount::count)
            .sum();
    if (!enough(fitting, total) || (yes.isEmpty() && no.isEmpty())) {
      return Optional.empty();
    }
    if ((yes.isEmpty() || no.isEmpty())
        && !words.contains("true")
        && !words.contains("false")
        && !IdentifierNames.flag(name)) {
      // One word alone, such as "No", is no answer to anything.
      return Optional.empty();
    }
    List<String> affirmative = new ArrayList<>(yes);
    List<String> negative = new ArrayList<>(no);
    complete(affirmative, negative);
    return Optional.of(
        Guess.of(
            ColumnType.Simple.BOOLEAN,
            "The values only say yes ("
                + String.join(", ", affirmative)
                + ") or no ("
                + String.join(", ", negative)
                + ").",
            new Cleaning.ParseBoolean(affirmative, negative)));
  }

  /** A flag that was never set must be readable once it is. */
  private static void complete(List<String> yes, List<String> no) {
    List<List<String>> pairs =
        List.of(
            List.of("true", "false"),
            List.of("yes", "no"),
            List.of("on", "off"),
            List.of("t", "f"),
            List.of("y", "n"),
            List.of("1", "0"));
    for (List<String> pair : pairs) {
      if (yes.contains(pair.getFirst()) && !no.contains(pair.getLast())) {
        no.add(pair.getLast());
      } else if (no.contains(pair.getLast()) && !yes.contains(pair.getFirst())) {
        yes.add(pair.getFirst());
      }
    }
  }
}
