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
