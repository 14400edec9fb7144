package dev.assay.ask;

import dev.assay.model.Query;
import java.util.ArrayList;
import java.util.List;

/** What became of a question: a typed query, or what must be settled first. */
sealed interface Reading {
  /**
   * A typed query.
   *
   * @param interpretation what each part was taken to mean
   * @param warnings what the reader should know
   * @param asked the question's words, for offers to ask instead
   * @param period where in the question its period stands, or null
   * @param shown those columns of the result that were asked for; empty for all
   */
  record Understood(
      Query query,
      List<String> interpretation,
      List<String> warnings,
      Words asked,
      Period period,
      List<String> shown)
      implements Reading {
    Understood(
        Query query,
        List<String> interpretation,
        List<String> warnings,
        Words asked,
        Period period) {
      this(query, interpretation, warnings, asked, period, List.of());
    }

    /** The same with one more thing that should be known. */
    Understood withWarning(String warning) {
      List<String> all = new ArrayList<>(warnings);
      all.add(warning);
      return new Understood(query, interpretation, all, asked, period, shown);
    }
  }

  /** Words that fit more than one thing, with full questions to ask instead. */
  record NeedsChoice(String sentence, List<String> choices) implements Reading {}

  /** Words that fit nothing. */
  record NotUnderstood(String sentence) implements Reading {}

  /** Ends the reading of a question early. */
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reading reading;

    private Stopped(Reading reading) {
      super(null, null, false, false);
      this.reading = reading;
    }

    Reading reading() {
      return reading;
    }

    static Stopped choice(String sentence, List<String> choices) {
      return new Stopped(new NeedsChoice(sentence, choices));
    }

    static Stopped unclear(String sentence) {
      return new Stopped(new NotUnderstood(sentence));
    }
  }
}
