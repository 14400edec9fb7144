package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * One build as history keeps it, with every field that the request lists.
 *
 * @param id UUID, the build's id
 * @param action create, refresh or rebuild
 * @param status building, ready, error or cancelled
 * @param rowsProcessed rows read
 * @param rowsRejected rows rejected; malformed rows for Bronze
 * @param rejectionReasons rows by reason
 * @param refused what {@code errorMessage} says, as data; null where the message alone tells
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MedallionBuildLog(
    String id,
    String layerId,
    String tableName,
    String action,
    String status,
    long rowsProcessed,
    long rowsRejected,
    long rowsDuplicate,
    Map<String, Long> rejectionReasons,
    Long durationMs,
    String errorMessage,
    Refusal refused,
    Ledger ledger,
    Instant createdAt) {}
