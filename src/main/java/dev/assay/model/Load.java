package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One reading of a source's origin; the counts are null until its rows are published: {@code
 * rowsRead = rowsLanded + rowsMalformed + rowsKnown}.
 *
 * @param loadId counts from 1 within the source, stored with every row
 * @param mode what it did to the rows that were there
 * @param rowsKnown rows that were read and left out because they were there already
 * @param rowsSuperseded rows whose place it took
 * @param fingerprint of the file that it was read from, or null
 * @param cursorValue the greatest value of the cursor column in it, or null
 * @param undoneAt when it was taken back, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Load(
    String sourceId,
    long loadId,
    String buildId,
    Instant loadedAt,
    Origin origin,
    SyncSettings.LoadMode mode,
    Long rowsRead,
    Long rowsLanded,
    Long rowsMalformed,
    Long rowsKnown,
    Long rowsSuperseded,
    String fingerprint,
    String cursorValue,
    Instant undoneAt) {}
