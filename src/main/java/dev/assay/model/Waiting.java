package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A sync that waits for a yes. Nothing has landed; Bronze is as it was.
 *
 * @param reason why, in one sentence that says how to say yes
 * @param drift the columns that have changed, or null where the rows are the reason
 * @param rowsBefore rows in Bronze now
 * @param rowsNow rows that the load would leave
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiting(String reason, Drift drift, Long rowsBefore, Long rowsNow, Instant since) {}
