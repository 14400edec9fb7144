package dev.assay.profile;

import java.util.List;

/**
 * What all rows say about one proposed reading of a column.
 *
 * @param rows rows of the table
 * @param present cells with a text, be it empty
 * @param cleaned cells with a text after the text steps
 * @param parsed cells that could be read
 * @param changed cells whose value, written out, differs from the raw text
 * @param lossy cells that were read and lost something
 * @param failures up to 25 raw texts that could not be read, most frequent first
 * @param losses up to 25 raw texts that lost something
 * @param least smallest value as text, or null
 * @param greatest largest value as text, or null
 * @param mean of the values where they are numbers, else 0
 * @param noEmail values that are no e-mail address; 0 unless asked for
 * @param rivals how the rivals did
 */
public record Measurement(
    long rows,
    long present,
    long cleaned,
    long parsed,
    long changed,
    long lossy,
    List<String> failures,
    List<String> losses,
    String least,
    String greatest,
    double mean,
    long noEmail,
    List<Rival> rivals) {

  /**
   * How another reading did on all rows.
   *
   * @param guess the reading
   * @param parsed cells that it reads
   * @param failed cells that it cannot read
   * @param changed cells whose value, written out, differs from the raw text
   * @param lossy cells that it reads and that lose something
   * @param failures up to 25 raw texts that it cannot read or that lose something, most frequent
   *     first
   */
  public record Rival(
      Guess guess, long parsed, long failed, long changed, long lossy, List<String> failures) {}

  public long failed() {
    return cleaned - parsed;
  }

  public long missing() {
    return rows - cleaned;
  }

  /** Whether more values fail than a cast may reject. */
  boolean failsTooOften() {
    return failed() > Guesser.TOLERATED * cleaned;
  }
}
