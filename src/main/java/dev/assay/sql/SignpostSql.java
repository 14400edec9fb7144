package dev.assay.sql;

import java.util.List;

/**
 * Signposts along rows in load order: where every so manieth row is, so that a page far down is
 * found without sorting what comes before it.
 */
public final class SignpostSql {
  /** Rows from one signpost to the next. */
  public static final int APART = 4096;

  private SignpostSql() {}

  /**
   * Rows of (load, row, part, how many rows there are in all), one a signpost.
   *
   * @param rows a SELECT with the identity
   */
  static Prepared along(Prepared rows, List<String> identity) {
    String ids = String.join(", ", identity);
    String part = identity.size() == 3 ? identity.get(2) : "0::BIGINT";
    return new Prepared(
        "SELECT _load_id, _row_no, "
            + part
            + ", total FROM (SELECT "
            + ids
            + ", row_number() OVER (ORDER BY "
            + ids
            + ") - 1 AS place, count(*) OVER () AS total FROM ("
            + rows.text()
            + ")) WHERE place % "
            + APART
            + " = 0 ORDER BY place",
        rows.parameters());
  }

  /** One row: how many rows there are, the first and the last load, the first and the last row. */
  static Prepared extent(String table) {
    return new Prepared(
        "SELECT count(*), min(_load_id), max(_load_id), min(_row_no), max(_row_no) FROM "
            + Quote.identifier(table),
        List.of());
  }
}
