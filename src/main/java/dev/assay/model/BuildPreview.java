package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a build would do and what would come of it, computed without changing anything.
 *
 * @param plan the steps with their SQL, the very ones that a build runs
 * @param before ten rows as they are upstream
 * @param after the same ten rows as they would be, with their verdicts
 * @param ledger the account that would result, over all rows; null for Gold
 * @param rows how many rows the table would have
 * @param replay whether the published rows stay and only rejected ones are judged again; null where
 *     nothing is published
 * @param notes which other tables it reads and what is not found there; null where it reads none
 * @param refusal why a build would publish nothing of it, as one sentence; null where it would
 * @param refused the same as data
 * @param sql the SELECT of a Gold table, as its recipe keeps it; null for Silver
 * @param notRoutable why no other question can be answered from a Gold table of written SQL, in one
 *     clause; null where one can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BuildPreview(
    String table,
    List<PlannedStep> plan,
    Rows before,
    Rows after,
    Ledger ledger,
    long rows,
    String refusal,
    Refusal refused,
    Replaying replay,
    List<String> notes,
    String sql,
    String notRoutable) {
  /**
   * Whether rejected rows alone have to be judged again.
   *
   * @param possible whether that is proven; else everything is made anew
   * @param because what has changed, or why it is not possible
   * @param reasons the same as data, in the same order
   * @param rescued rejected rows that would be rejected no more; null where not possible
   * @param of rejected rows that would be replayed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Replaying(
      boolean possible, List<String> because, List<ReplayReason> reasons, Long rescued, Long of) {
    public Replaying {
      because = List.copyOf(because);
      reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    public Replaying(boolean possible, List<ReplayReason> reasons, Long rescued, Long of) {
      this(possible, reasons.stream().map(ReplayReason::words).toList(), reasons, rescued, of);
    }
  }

  /** A preview of what would be published. */
  public BuildPreview(
      String table, List<PlannedStep> plan, Rows before, Rows after, Ledger ledger, long rows) {
    this(table, plan, before, after, ledger, rows, null, null, null, null);
  }

  /** A preview of what is no Gold table. */
  public BuildPreview(
      String table,
      List<PlannedStep> plan,
      Rows before,
      Rows after,
      Ledger ledger,
      long rows,
      String refusal,
      Refusal refused,
      Replaying replay,
      List<String> notes) {
    this(table, plan, before, after, ledger, rows, refusal, refused, replay, notes, null, null);
  }

  /** A step in words and in SQL; a step without SQL, such as reading a file, has an empty list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PlannedStep(String step, String description, Doing doing, List<String> sql) {}
}
