package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * How a column may be read: a proposal that all rows have yet to confirm.
 *
 * @param type the type
 * @param steps the parse step and what goes before it, but for trimming and missing words
 * @param because one sentence: what in the values speaks for it
 * @param notes what a person should be told
 * @param ambiguity what the values leave open, or null; the type is TEXT then
 * @param rivals other readings worth measuring, at most two
 * @param drops lower-cased endings of texts that are read but dropped, such as {@code oz. can}
 */
public record Guess(
    ColumnType type,
    List<Cleaning> steps,
    String because,
    List<String> notes,
    Ambiguity ambiguity,
    List<Guess> rivals,
    List<String> drops) {

  /**
   * What the values of a column leave open.
   *
   * @param text the question in plain words
   * @param choices the possible answers, first the one that the values favour if any does
   */
  public record Ambiguity(String text, List<String> choices) {}

  static Guess text(String because) {
    return new Guess(
        ColumnType.Simple.TEXT, List.of(), because, List.of(), null, List.of(), List.of());
  }

  static Guess of(ColumnType type, String because, Cleaning... steps) {
    return new Guess(type, List.of(steps), because, List.of(), null, List.of(), List.of());
  }

  Guess withNotes(List<String> notes) {
    return new Guess(type, steps, because, List.copyOf(notes), ambiguity, rivals, drops);
  }

  Guess withDrops(List<String> drops) {
    return new Guess(type, steps, because, notes, ambiguity, rivals, List.copyOf(drops));
  }

  Guess withRivals(List<Guess> rivals) {
    return new Guess(type, steps, because, notes, ambiguity, List.copyOf(rivals), drops);
  }

  /**
   * TEXT until a person settles what the values leave open; the readings are measured as rivals.
   */
  static Guess open(String because, Ambiguity ambiguity, List<Guess> rivals) {
    return new Guess(
        ColumnType.Simple.TEXT,
        List.of(),
        because,
        List.of(),
        ambiguity,
        List.copyOf(rivals),
        List.of());
  }

  boolean isText() {
    return type == ColumnType.Simple.TEXT;
  }

  /** These steps after others. */
  Guess after(List<Cleaning> first) {
    List<Cleaning> all = new ArrayList<>(first);
    all.addAll(steps);
    return new Guess(
        type,
        List.copyOf(all),
        because,
        notes,
        ambiguity,
        rivals.stream().map(rival -> rival.after(first)).toList(),
        drops);
  }
}
