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
   * One row: keys that several rows share; rows that share one; exact copies among them; keys whose
   * rows differ; then for each time column the keys among these whose different rows it orders;
   * then for each partner the shared keys whose rows it does not tell apart.
   *
   * @param alike the key's columns in a form that is equal where the typed values are, and cheaper
   *     where it can be
   */
  public String shared(
      String table,
      List<SilverSpec.Column> key,
      List<SilverSpec.Column> alike,
      List<SilverSpec.Column> times,
      List<String> partners) {
    StringJoiner hashed = new StringJoiner(", ", "hash(", ")");
    StringJoiner whole = new StringJoiner(" AND ");
    for (SilverSpec.Column column : alike) {
      hashed.add(dialect.cast(column));
      whole.add(dialect.cast(column) + " IS NOT NULL");
    }
    StringJoiner expressions = new StringJoiner(", ");
    StringJoiner names = new StringJoiner(", ");
    for (int i = 0; i < key.size(); i++) {
      expressions.add(dialect.cast(key.get(i)) + " AS assay_key_" + i);
      names.add("assay_key_" + i);
    }
    StringBuilder perKey = new StringBuilder();
    StringBuilder counts = new StringBuilder();
    for (int i = 0; i < times.size(); i++) {
      String moment = "assay_time_" + i;
      expressions.add(dialect.cast(times.get(i)) + " AS " + moment);
      // Rows with equal raw values have equal times: as many times as contents is an order.
      perKey.append(
          ", count(DISTINCT %1$s) = count(DISTINCT _row_hash) AND count(%1$s) = count(*) AS %1$s"
              .formatted(moment));
      counts.append(", count(*) FILTER (contents > 1 AND ").append(moment).append(")");
    }
    for (int i = 0; i < partners.size(); i++) {
      String partner = "assay_partner_" + i;
      expressions.add(Quote.identifier(partners.get(i)) + " AS " + partner);
      perKey.append(", count(DISTINCT %1$s) = count(*) AS %1$s".formatted(partner));
      counts.append(", count(*) FILTER (NOT ").append(partner).append(")");
    }
    String from = "\nFROM " + Quote.identifier(table) + "\nWHERE " + whole;
    // Hashes of eight bytes group faster than texts, and few rows pass them: the rest is looked at
    // closely, so a rare clash does no harm.
    return "WITH doubled AS MATERIALIZED (SELECT "
        + hashed
        + " AS assay_hash"
        + from
        + " GROUP BY assay_hash HAVING count(*) > 1),\nkeys AS (SELECT count(*) AS copies,"
        + " count(DISTINCT _row_hash) AS contents"
        + perKey
        + "\nFROM (SELECT "
        + expressions
        + ", _row_hash"
        + from
        + " AND "
        + hashed
        + " IN (SELECT assay_hash FROM doubled)) GROUP BY "
        + names
        + " HAVING count(*) > 1)\nSELECT count(*), CAST(coalesce(sum(copies), 0) AS BIGINT),"
        + " CAST(coalesce(sum(copies - contents), 0) AS BIGINT), count(*) FILTER (contents > 1)"
        + counts
        + "\nFROM keys";
  }

  /** One row: how many rows are exact copies of an earlier one. */
  public static String copies(String table) {
    return "SELECT count(*) - count(DISTINCT _row_hash) FROM " + Quote.identifier(table);
  }
}
