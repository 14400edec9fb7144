package dev.assay.sql;

import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.StringJoiner;

/** Measures on all rows whether columns name a row, and how the rows that share a name differ. */
public final class KeySql {
  private final Dialect dialect;

  public KeySql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One row: rows with a whole key; keys that several rows share; rows that share one; exact copies
   * among them; keys whose rows differ; then for each time column the keys among these whose
   * different rows it orders.
   */
  public String shared(String table, List<SilverSpec.Column> key, List<SilverSpec.Column> times) {
    StringJoiner expressions = new StringJoiner(", ");
    StringJoiner names = new StringJoiner(", ");
    StringJoiner present = new StringJoiner(" AND ");
    for (int i = 0; i < key.size(); i++) {
      expressions.add(dialect.cast(key.get(i)) + " AS assay_key_" + i);
      names.add("assay_key_" + i);
      present.add("assay_key_" + i + " IS NOT NULL");
    }
    StringBuilder moments = new StringBuilder();
    StringBuilder perKey = new StringBuilder();
    StringBuilder ordered = new StringBuilder();
    for (int i = 0; i < times.size(); i++) {
      String moment = "assay_time_" + i;
      moments.append(", ").append(dialect.cast(times.get(i))).append(" AS ").append(moment);
      // Rows with equal raw values have equal times: as many times as contents is an order.
      perKey.append(
          ", count(DISTINCT %1$s) = count(DISTINCT _row_hash) AND count(%1$s) = count(*) AS %1$s"
              .formatted(moment));
      ordered.append(", count(*) FILTER (contents > 1 AND ").append(moment).append(")");
    }
    String from = "\nFROM " + Quote.identifier(table);
    return "WITH shared AS MATERIALIZED (SELECT "
        + names
        + ", count(*) AS copies FROM (SELECT "
        + expressions
        + from
        + ")\nWHERE "
        + present
        + " GROUP BY "
        + names
        + " HAVING count(*) > 1),\nkeys AS (SELECT count(*) AS copies, count(DISTINCT _row_hash) AS contents"
        + perKey
        + "\nFROM (SELECT "
        + expressions
        + ", _row_hash"
        + moments
        + from
        + ") SEMI JOIN shared USING ("
        + names
        + ") GROUP BY "
        + names
        + ")\nSELECT count(*), CAST(coalesce(sum(copies), 0) AS BIGINT),"
        + " CAST(coalesce(sum(copies - contents), 0) AS BIGINT), count(*) FILTER (contents > 1)"
        + ordered
        + "\nFROM keys";
  }

  /** One row: how many keys several rows share, at most too many where contents clash in a hash. */
  public String sharedAtMost(String table, List<SilverSpec.Column> key) {
    StringJoiner parts = new StringJoiner(", ");
    StringJoiner present = new StringJoiner(" AND ");
    for (SilverSpec.Column column : key) {
      parts.add(dialect.cast(column));
      present.add(dialect.cast(column) + " IS NOT NULL");
    }
    // Hashes of eight bytes group faster than texts; a rare clash costs only a second look.
    return "SELECT count(*) FROM (SELECT hash("
        + parts
        + ") AS assay_key FROM "
        + Quote.identifier(table)
        + "\nWHERE "
        + present
        + " GROUP BY assay_key HAVING count(*) > 1)";
  }

  /** One row: how many rows are exact copies of an earlier one. */
  public static String copies(String table) {
    return "SELECT count(*) - count(DISTINCT _row_hash) FROM " + Quote.identifier(table);
  }
}
