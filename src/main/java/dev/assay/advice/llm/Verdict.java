package dev.assay.advice.llm;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.sql.ContestSql.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a model's reading of a column takes the place of the rules'. */
sealed interface Verdict {
  /** It does. */
  record Better(String because) implements Verdict {}

  /** It reads the same; its words may serve. */
  record Same() implements Verdict {}

  /** It stays beside as an alternative. */
  record Worse(String because) implements Verdict {}

  /**
   * Judges by what was measured. Where nothing measured speaks for the model, the rules stand: it
   * cannot win by a claim.
   *
   * @param present the rules' column, with evidence
   * @param challenger the model's, checked
   * @param measured the challenger on all rows
   * @param open whether a person has yet to settle what the values mean
   */
  static Verdict of(
      SilverColumn present, SilverSpec.Column challenger, Measured measured, boolean open) {
    ColumnType type = present.targetType();
    if (challenger.custom() == null
        && challenger.type().equals(type)
        && challenger.cleaning().equals(present.cleaning())) {
      return new Same();
    }
    if (challenger.type().equals(type) && readsAlike(present, measured)) {
      return new Same();
    }
    if (open) {
      return new Worse("what the values mean is for a person to settle");
    }
    Optional<String> harm = harm(measured);
    if (harm.isPresent()) {
      return new Worse(harm.get());
    }
    boolean gains =
        measured.parsed() > present.evidence().parsed()
            && measured.failed() < present.evidence().failed();
    boolean saves = measured.lossy() < present.evidence().lossy();
    if (measured.lossy() > present.evidence().lossy()
        || measured.failed() > present.evidence().failed()) {
      return new Worse("it fails or loses more");
    }
    if (mixesDayAndMonth(challenger.cleaning())) {
      return new Worse("it would read day and month in either order");
    }
    if (type == ColumnType.Simple.TEXT && challenger.type() != ColumnType.Simple.TEXT) {
      return typed(present, challenger, measured);
    }
    if (challenger.type() == ColumnType.Simple.TEXT && type != ColumnType.Simple.TEXT) {
      return new Worse("text says less than " + type.text());
    }
    if (gains) {
      return new Better(
          "it reads "
              + (measured.parsed() - present.evidence().parsed())
              + " more values and changes none of the others");
    }
    if (saves) {
      return new Better(
          "it loses nothing of "
              + (present.evidence().lossy() - measured.lossy())
              + " values that would be cut");
    }
    return new Worse("it reads no more than the rules do");
  }

  /** Whatever the steps are called, every value comes out as before. */
  private static boolean readsAlike(SilverColumn present, Measured measured) {
    return measured.keepsAll()
        && measured.parsed() == present.evidence().parsed()
        && measured.failed() == present.evidence().failed();
  }

  private static Optional<String> harm(Measured measured) {
    if (measured.keepsAll()) {
      return Optional.empty();
    }
    if (measured.count(Field.INVENTED) > 0) {
      return Optional.of("it has values for " + measured.count(Field.INVENTED) + " missing cells");
    }
    if (measured.count(Field.EMPTIED) > 0) {
      return Optional.of("it would empty " + measured.count(Field.EMPTIED) + " cells");
    }
    if (measured.count(Field.LOST) > 0) {
      return Optional.of(
          "it does not read " + measured.count(Field.LOST) + " values that are read");
    }
    return Optional.of("it reads " + measured.count(Field.DIFFERENT) + " values as something else");
  }

  /**
   * Text that turns out to be typed. With nothing to compare it to, only plain readings count: what
   * drops or replaces words could make anything out of anything.
   */
  private static Verdict typed(
      SilverColumn present, SilverSpec.Column challenger, Measured measured) {
    boolean plain =
        challenger.custom() == null
            && challenger.cleaning().stream()
                .allMatch(step ->
                    step instanceof Cleaning.Trim
                        || step instanceof Cleaning.CollapseSpaces
                        || step instanceof Cleaning.NullTokens
                        || (step instanceof Cleaning.ParseDate date && isClear(date)));
    if (!plain) {
      return new Worse("words or signs would be dropped that may mean something");
    }
    if (challenger.type().isNumeric() || challenger.type() == ColumnType.Simple.BOOLEAN) {
      // The rules read every plain number: what they leave as text is an identifier or a word.
      return new Worse("the values are words or identifiers, whatever they look like");
    }
    return measured.failed() == 0 && measured.lossy() == 0 && measured.parsed() > 0
        ? new Better("every value is " + challenger.type().text() + " and loses nothing")
        : new Worse("not every value can be read as " + challenger.type().text());
  }

  /** Formats in which day and month cannot be taken for one another. */
  private static boolean isClear(Cleaning.ParseDate date) {
    return date.formats().stream()
        .noneMatch(format -> order(format).filter(o -> !o.startsWith("y")).isPresent());
  }

  /** Whether some formats say day before month and others month before day, both in digits. */
  private static boolean mixesDayAndMonth(List<Cleaning> steps) {
    return steps.stream()
            .filter(Cleaning.ParseDate.class::isInstance)
            .flatMap(step -> ((Cleaning.ParseDate) step).formats().stream())
            .map(Verdict::order)
            .flatMap(Optional::stream)
            .map(order -> order.replace("y", ""))
            .distinct()
            .count()
        > 1;
  }

  /** Such as {@code dmy}; empty where the month is a word or one of the two is missing. */
  private static Optional<String> order(String format) {
    String order =
        format
            .replaceAll("%-?([a-zA-Z])", "<$1>")
            .replaceAll("[^<>a-zA-Z]", "")
            .replaceAll("<Y>|<y>", "1")
            .replaceAll("<m>", "2")
            .replaceAll("<d>", "3")
            .replaceAll("[^123]", "")
            .replace('1', 'y')
            .replace('2', 'm')
            .replace('3', 'd')
            .toLowerCase(Locale.ROOT);
    return order.contains("d") && order.contains("m") ? Optional.of(order) : Optional.empty();
  }
}
