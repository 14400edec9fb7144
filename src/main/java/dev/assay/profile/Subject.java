package dev.assay.profile;

import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.sql.EvidenceSql.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One column under examination: its values so far, the guess that they support, its measures. */
final class Subject {
  private static final int TOP_VALUES = 10;
  private static final int TOP_SHAPES = 10;

  private final String column;
  private final String header;
  private final Optional<String> choice;
  private final boolean email;
  private Neighbours neighbours = Neighbours.UNSEEN;
  private Values values;
  private Guess guess;
  private Guess measuredGuess;
  private Measurement measured;
  private Gauge.Reading basics;

  Subject(String column, String header, Values values, Optional<String> choice) {
    this.column = column;
    this.header = header;
    this.values = values;
    this.choice = choice;
    this.guess = Guesser.guess(header, values, choice, neighbours);
    this.email = guess.isText() && Guesser.emails(header, values.counts());
  }

  /** Looks again at what is open, beside the other columns of the file. */
  void beside(Neighbours others) {
    boolean open = guess.ambiguity() != null;
    neighbours = open ? others : Neighbours.NONE;
    if (open) {
      guess = Guesser.guess(header, values, choice, neighbours);
    }
  }

  String column() {
    return column;
  }

  Values values() {
    return values;
  }

  Guess guess() {
    return guess;
  }

  boolean email() {
    return email;
  }

  void measured(Gauge.Reading reading) {
    measured = reading.measurement(guess, values);
    measuredGuess = guess;
    basics = basics == null ? reading : basics;
  }

  /** Guesses again with the values that the measurement has brought up; whether that differs. */
  boolean mend() {
    if (values.complete()) {
      return false;
    }
    List<ValueCount> found = new ArrayList<>();
    add(found, measured.failures(), measured.failed());
    add(found, measured.losses(), measured.lossy());
    for (Measurement.Rival rival : measured.rivals()) {
      add(found, rival.failures(), rival.failed());
    }
    if (found.isEmpty()) {
      return false;
    }
    values = values.with(found);
    Guess before = guess;
    guess = Guesser.guess(header, values, choice, neighbours);
    return !guess.equals(before);
  }

  private static void add(List<ValueCount> found, List<String> texts, long rows) {
    for (String text : texts) {
      found.add(new ValueCount(text, Math.max(1, rows / texts.size())));
    }
  }

  /** Falls back to TEXT where all rows do not bear the guess out; whether that happened. */
  boolean giveUp() {
    // A last guess that was never measured has no evidence.
    guess = measuredGuess;
    if (guess.isText()) {
      return false;
    }
    Optional<String> second =
        measured.failed() == 0
            ? Optional.empty()
            : SecondKind.of(header, values, measured.failures());
    if (second.isEmpty() && !measured.failsTooOften() && !losesTooMuch()) {
      return false;
    }
    Guess text = Guesser.textual(values, measured, second);
    guess = text.withRivals(List.of(withoutRivals(guess)));
    return true;
  }

  private static Guess withoutRivals(Guess guess) {
    return guess.withRivals(List.of());
  }

  private boolean losesTooMuch() {
    return measured.lossy() > 0
        // The zero of month 01 is no loss.
        && !IdentifierNames.partOfTime(header)
        && guess.drops().isEmpty()
        && guess.type() != ColumnType.Simple.DOUBLE;
  }

  Examination examination(long rows) {
    boolean all = values.complete();
    List<ValueCount> counts = values.counts();
    long present = measured.present();
    ColumnProfile profile =
        new ColumnProfile(
            column,
            header,
            guess.type(),
            rows,
            rows - present,
            basics.count(Field.EMPTY),
            all ? counts.size() : Math.min(present, basics.count(Field.DISTINCT)),
            true,
            all ? extreme(false) : basics.text(Field.MIN),
            all ? extreme(true) : basics.text(Field.MAX),
            all ? length(false) : basics.count(Field.SHORTEST),
            all ? length(true) : basics.count(Field.LONGEST),
            all ? averageLength(present) : basics.number(Field.AVERAGE_LENGTH),
            counts.stream().limit(TOP_VALUES).toList(),
            Shape.top(values, TOP_SHAPES),
            Quantiles.of(values, guess, measured));
    return new Examination(
        profile, guess, measured, email, telling(counts), all ? counts : List.of());
  }

  /**
   * The most frequent texts, and some of the others from all over: next to each other they are
   * alike.
   */
  private static List<ValueCount> telling(List<ValueCount> counts) {
    int most = Examination.VALUES;
    if (counts.size() <= most) {
      return counts;
    }
    List<ValueCount> telling = new ArrayList<>(counts.subList(0, most / 2));
    int others = counts.size() - most / 2;
    for (int i = 0; i < most / 2; i++) {
      telling.add(counts.get(most / 2 + (int) ((long) i * others / (most / 2))));
    }
    return List.copyOf(telling);
  }

  private String extreme(boolean greatest) {
    var texts = values.counts().stream().map(ValueCount::value);
    return (greatest
            ? texts.max(java.util.Comparator.naturalOrder())
            : texts.min(java.util.Comparator.naturalOrder()))
        .orElse(null);
  }

  private long length(boolean greatest) {
    var lengths =
        values.counts().stream().mapToInt(v -> v.value().codePointCount(0, v.value().length()));
    return (greatest ? lengths.max() : lengths.min()).orElse(0);
  }

  private double averageLength(long present) {
    return present == 0
        ? 0
        : values.counts().stream()
                .mapToDouble(
                    v -> (double) v.value().codePointCount(0, v.value().length()) * v.count())
                .sum()
            / present;
  }
}
