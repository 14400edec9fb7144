package dev.assay.bronze;

import java.util.Map;

/**
 * The account of a landing: {@code rowsRead = rowsLanded + rowsMalformed}.
 *
 * @param rowsRead records in the file, counted where it is cut into records; the header is none
 * @param rowsLanded rows in the Bronze table, counted by the engine
 * @param rowsMalformed rows in the malformed table that are not in Bronze
 * @param malformedByReason those by reason code
 */
public record Landed(
    long rowsRead, long rowsLanded, long rowsMalformed, Map<String, Long> malformedByReason) {
  public boolean balances() {
    return rowsRead == rowsLanded + rowsMalformed;
  }
}
