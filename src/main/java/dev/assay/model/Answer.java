package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer with its proof, or the question that must be settled first.
 *
 * @param question as asked
 * @param status {@code answered}, or {@code needs_choice} when words are ambiguous, or {@code
 *     not_understood}
 * @param sentence the answer, or what is missing, in one sentence
 * @param interpretation what the question was taken to mean, to agree with
 * @param author who read the question: rules or a language model
 * @param layer which layer answered
 * @param table which table answered
 * @param reason why that layer
 * @param sql what ran
 * @param query the typed query; null where a language model wrote the SQL
 * @param rows the result
 * @param chart an ECharts option that fits the result, or null where none does
 * @param excludedRows rows of Bronze that the answer leaves out (rejected, duplicates), or null
 *     when not known
 * @param leftOut those of them that may belong to what was asked, or null when not known
 * @param cost what the answer read, and what it would have read elsewhere
 * @param freshness how old the data is
 * @param confidence that the question was understood as it was meant
 * @param verification the same question on Silver, if asked for
 * @param choices what to ask instead when not answered
 * @param alternatives other readings of an answered question, as questions
 * @param followUps what might be asked next
 * @param warnings caveats: an answer without any is meant to be right as it stands
 * @param cached whether it was computed for the same query over the same data before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
    String question,
    String status,
    String sentence,
    List<String> interpretation,
    Author author,
    Layer layer,
    String table,
    String reason,
    String sql,
    Query query,
    Rows rows,
    Map<String, Object> chart,
    Long excludedRows,
    LeftOut leftOut,
    Cost cost,
    Freshness freshness,
    Confidence confidence,
    Verification verification,
    List<String> choices,
    List<String> alternatives,
    List<String> followUps,
    List<String> warnings,
    Boolean cached) {

  /** A question that is not answered. */
  public static Answer unanswered(
      String question, String status, String sentence, List<String> choices) {
    return new Answer(
        question,
        status,
        sentence,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        choices == null || choices.isEmpty() ? null : choices,
        null,
        null,
        null,
        null);
  }

  /** The same, read by somebody else. */
  public Answer by(Author other) {
    return with(other, alternatives, warnings);
  }

  /** The same with more caveats after those that it has. */
  public Answer withWarnings(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(warnings == null ? List.of() : warnings);
    all.addAll(more);
    return with(author, alternatives, List.copyOf(all));
  }

  /** The same with other readings of the question. */
  public Answer withAlternatives(List<String> others) {
    return with(author, others.isEmpty() ? null : List.copyOf(others), warnings);
  }

  private Answer with(Author by, List<String> others, List<String> caveats) {
    return new Answer(
        question,
        status,
        sentence,
        interpretation,
        by,
        layer,
        table,
        reason,
        sql,
        query,
        rows,
        chart,
        excludedRows,
        leftOut,
        cost,
        freshness,
        confidence,
        verification,
        choices,
        others,
        followUps,
        caveats,
        cached);
  }

  /**
   * Rows that were rejected and that may belong to the slice that was asked about.
   *
   * @param rows those whose readable values lie in the slice, or cannot be read
   * @param sentence what they are, for people
   * @param bounds how far they could move each measure, where that can be bounded
   */
  public record LeftOut(long rows, String sentence, List<Bound> bounds) {
    public LeftOut {
      bounds = bounds == null ? List.of() : List.copyOf(bounds);
    }
  }

  /**
   * How far rows that are left out could move a measure.
   *
   * @param measure its name in the query
   * @param least the most that it could fall, 0 or negative, as text
   * @param most the most that it could rise, as text
   */
  public record Bound(String measure, String least, String most) {}

  /**
   * What an answer read.
   *
   * @param rowsRead rows of the table that answered
   * @param rowsOtherwise rows of the table that would have answered without it, or null where this
   *     is it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cost(long rowsRead, Long rowsOtherwise) {}

  /**
   * How old the data is.
   *
   * @param loadedAt when the newest rows were read from their origin
   * @param builtAt when the table that answered was built
   * @param until the newest value of the time column that was asked about, as text, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Freshness(Instant loadedAt, Instant builtAt, String until) {}

  /**
   * That the question was understood as it was meant.
   *
   * @param level {@code high}, {@code medium} or {@code low}
   * @param reasons what speaks for and against
   */
  public record Confidence(String level, List<String> reasons) {
    public Confidence {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The same question asked of Silver.
   *
   * @param equal whether both results are the same; DOUBLE aggregates to a relative 1e-9
   * @param sentence what was compared
   * @param table the Silver table
   * @param sql what ran on it
   * @param rows what it said
   */
  public record Verification(boolean equal, String sentence, String table, String sql, Rows rows) {}
}
