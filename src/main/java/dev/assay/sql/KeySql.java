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
   * <p>Rows are put next to those of the same key by sorting short values, which takes half the
   * time of grouping them, and only rows that have such a neighbour are read further.
   */
  public String shared(
      String table, List<TrustedColumn> key, List<TrustedColumn> times, List<String> partners) {
    StringJoiner alike = new StringJoiner(", ");
    StringJoiner whole = new StringJoiner(" AND ");
    for (TrustedColumn column : key) {
      alike.add(column.alike(dialect));
      whole.add(column.alike(dialect) + " IS NOT NULL");
    }
    // Rows are compared by their whole keys later on: a rare clash of hashes does no harm.
    String near = "hash(" + alike + ")";
    String present = whole.toString();
    if (key.size() == 1 && key.getFirst().isShort()) {
      // What cannot be read has no neighbour: missing values equal none.
      near = key.getFirst().cast(dialect);
      present = Quote.identifier(key.getFirst().column().source()) + " IS NOT NULL";
    }
    StringJoiner expressions = new StringJoiner(", ");
    StringJoiner names = new StringJoiner(", ");
    for (int i = 0; i < key.size(); i++) {
      expressions.add(key.get(i).cast(dialect) + " AS assay_key_" + i);
      names.add("assay_key_" + i);
    }
    StringBuilder perKey = new StringBuilder();
    StringBuilder counts = new StringBuilder();
    for (int i = 0; i < times.size(); i++) {
      String moment = "assay_time_" + i;
      expressions.add(times.get(i).cast(dialect) + " AS " + moment);
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
    String from = "\nFROM " + Quote.identifier(table);
    return "WITH neighbours AS MATERIALIZED (SELECT assay_row FROM (SELECT assay_row, assay_near,"
        + " lag(assay_near) OVER near AS assay_before, lead(assay_near) OVER near AS assay_after"
        + "\nFROM (SELECT rowid AS assay_row, "
        + near
        + " AS assay_near"
        + from
        + "\nWHERE "
        + present
        + ") WINDOW near AS (ORDER BY assay_near))"
        + " WHERE assay_near = assay_before OR assay_near = assay_after),"
        + "\nkeys AS (SELECT count(*) AS copies,"
        + " count(DISTINCT _row_hash) AS contents"
        + perKey
        + "\nFROM (SELECT "
        + expressions
        + ", _row_hash"
        + from
        + "\nWHERE rowid IN (SELECT assay_row FROM neighbours)) GROUP BY "
        + names
        + " HAVING count(*) > 1)\nSELECT count(*), CAST(coalesce(sum(copies), 0) AS BIGINT),"
        + " CAST(coalesce(sum(copies - contents), 0) AS BIGINT), count(*) FILTER (contents > 1)"
        + counts
        + "\nFROM keys";
  }

  /**
   * Rows of (key, time, rows that are equally late with the one that stays first, how many such
   * keys there are): keys whose latest rows differ and are equally late, {@code limit} of them.
   */
  public String tied(String table, List<SilverSpec.Column> key, SilverSpec.Column time, int limit) {
    StringJoiner names = new StringJoiner(", ");
    StringJoiner values = new StringJoiner(", ");
    StringJoiner whole = new StringJoiner(" AND ");
    StringJoiner text = new StringJoiner(" || ', ' || ");
    for (int i = 0; i < key.size(); i++) {
      names.add("assay_key_" + i);
      values.add(dialect.cast(key.get(i)) + " AS assay_key_" + i);
      whole.add("assay_key_" + i + " IS NOT NULL");
      text.add("CAST(assay_key_" + i + " AS VARCHAR)");
    }
    return "WITH keyed AS MATERIALIZED (SELECT * FROM (SELECT _load_id, _row_no, _row_hash, "
        + values
        + ", "
        + dialect.cast(time)
        + " AS assay_time FROM "
        + Quote.identifier(table)
        + ") WHERE "
        + whole
        + "), latest AS (SELECT "
        + names
        + ", max(assay_time) AS assay_latest FROM keyed GROUP BY ALL"
        + " HAVING min(_row_hash) <> max(_row_hash))"
        + "\nSELECT "
        + text
        + ", CAST(assay_latest AS VARCHAR), array_to_string(list(_row_no ORDER BY _load_id DESC,"
        + " _row_no DESC), ','), count(*) OVER () FROM keyed JOIN latest USING ("
        + names
        + ") WHERE assay_time IS NOT DISTINCT FROM assay_latest GROUP BY "
        + names
        + ", assay_latest HAVING min(_row_hash) <> max(_row_hash) ORDER BY "
        + names
        + " LIMIT "
        + limit;
  }

  /** One row: how many rows are exact copies of an earlier one. */
  public static String copies(String table) {
    return "SELECT count(*) - count(DISTINCT _row_hash) FROM " + Quote.identifier(table);
  }
}
