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
 * @param refusal why a build would publish nothing of it, as one sentence; null where it would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BuildPreview(
    String table,
    List<PlannedStep> plan,
    Rows before,
    Rows after,
    Ledger ledger,
    long rows,
    String refusal) {
  /** A preview of what would be published. */
  public BuildPreview(
      String table, List<PlannedStep> plan, Rows before, Rows after, Ledger ledger, long rows) {
    this(table, plan, before, after, ledger, rows, null);
  }

  /** A step in words and in SQL; a step without SQL, such as reading a file, has an empty list. */
  public record PlannedStep(String step, String description, List<String> sql) {}
}
