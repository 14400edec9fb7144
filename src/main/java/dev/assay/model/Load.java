package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One reading of a source's origin; the counts are null until its rows have landed.
 *
 * @param loadId counts from 1 within the source, stored with every row
 * @param mode what it did to the rows that were there
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
    String fingerprint,
    String cursorValue,
    Instant undoneAt) {}
