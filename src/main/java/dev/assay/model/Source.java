package dev.assay.model;

import java.time.Instant;

/**
 * A table that Assay keeps in layers.
 *
 * @param id short slug of its name, unique in the workspace; part of every table name
 * @param name what the user calls it
 * @param originId the origin it shares with its sister tables, itself for a single file
 * @param origin where its rows come from
 * @param createdAt when it was added
 */
public record Source(String id, String name, String originId, Origin origin, Instant createdAt) {
  public String bronzeTable() {
    return "bronze_" + id + "_raw";
  }

  public String malformedTable() {
    return "bronze_" + id + "_malformed";
  }

  /** The Bronze rows that a load superseded, kept so that it can be undone. */
  public String historyTable(long loadId) {
    return "bronze_" + id + "_history_" + loadId;
  }

  /** As {@link #historyTable}, of the malformed rows. */
  public String malformedHistoryTable(long loadId) {
    return "bronze_" + id + "_malformed_history_" + loadId;
  }

  public String silverTable() {
    return "silver_" + id + "_cleaned";
  }

  public String rejectedTable() {
    return "silver_" + id + "_rejected";
  }

  /** Losers of the deduplication, by identity, each with the identity of the row that was kept. */
  public String duplicatesTable() {
    return "silver_" + id + "_duplicates";
  }

  /** The published name of a Gold table that a recipe calls {@code name}. */
  public String goldTable(String name) {
    return name.startsWith("gold_") ? name : "gold_" + id + "_" + name;
  }
}
