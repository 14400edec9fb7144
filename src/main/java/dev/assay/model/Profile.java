package dev.assay.model;

import java.time.Instant;
import java.util.List;

/**
 * What all rows of a Bronze table look like.
 *
 * @param table the table
 * @param rowCount its rows
 * @param profiledRows the rows measured: always all
 * @param measuredAt when
 * @param columns in table order
 */
public record Profile(
    String table,
    long rowCount,
    long profiledRows,
    Instant measuredAt,
    List<ColumnProfile> columns) {}
