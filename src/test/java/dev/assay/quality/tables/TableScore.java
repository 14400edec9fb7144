package dev.assay.quality.tables;

import dev.assay.quality.tables.TableQuestions.Outcome;
import java.util.List;
import java.util.Locale;

/**
 * How questions over tables were answered.
 *
 * @param asked questions
 * @param answered of those, with or without a caveat
 * @param right of those answered
 * @param plain answered without a caveat
 * @param plainRight of those without a caveat
 */
public record TableScore(int asked, int answered, int right, int plain, int plainRight) {
  public static TableScore of(List<Outcome> outcomes) {
    List<Outcome> answered = outcomes.stream().filter(Outcome::answered).toList();
    List<Outcome> plain = answered.stream().filter(Outcome::plain).toList();
    return new TableScore(
        outcomes.size(), answered.size(), right(answered), plain.size(), right(plain));
  }

  private static int right(List<Outcome> outcomes) {
    return (int) outcomes.stream().filter(Outcome::right).count();
  }

  public double plainPrecision() {
    return plain == 0 ? 1 : (double) plainRight / plain;
  }

  public double precision() {
    return answered == 0 ? 1 : (double) right / answered;
  }

  public double coverage() {
    return (double) answered / asked;
  }

  /** The three figures, one line. */
  public String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-12s without caveat %d of %d right (%.3f), all answered %d of %d right (%.3f), coverage %d of %d (%.3f)",
        name,
        plainRight,
        plain,
        plainPrecision(),
        right,
        answered,
        precision(),
        answered,
        asked,
        coverage());
  }
}
