package dev.assay.sql;

import java.util.List;
import java.util.stream.Collectors;

/** Statements about rows of the same content. */
public final class RowsAlike {
  private RowsAlike() {}

  /** Content and rows of each content that a Bronze table has, of those asked for. */
  public static String counts(String bronze, List<String> hashes) {
    return "SELECT _row_hash, count(*) FROM "
        + Quote.identifier(bronze)
        + " WHERE _row_hash IN ("
        + hashes.stream().map(Quote::literal).collect(Collectors.joining(", "))
        + ") GROUP BY 1";
  }

  /** The content of one row, if there is such a row. */
  public static String of(String bronze, long load, long row) {
    return "SELECT _row_hash FROM "
        + Quote.identifier(bronze)
        + " WHERE _load_id = "
        + load
        + " AND _row_no = "
        + row;
  }

  /** A content, if a row has it. */
  public static String of(String bronze, String hash) {
    return "SELECT _row_hash FROM "
        + Quote.identifier(bronze)
        + " WHERE _row_hash = "
        + Quote.literal(hash)
        + " LIMIT 1";
  }

  /** As {@link #of(String, String)}, named by its hash as readers see it where values are hidden. */
  public static String keyed(String bronze, String hash) {
    return "SELECT _row_hash FROM "
        + Quote.identifier(bronze)
        + " WHERE "
        + MaskSql.keyed("_row_hash")
        + " = "
        + Quote.literal(hash)
        + " LIMIT 1";
  }

  /** Every reason in a table of rejected rows. */
  public static String reasons(String rejected) {
    return "SELECT DISTINCT unnest(reasons) FROM " + Quote.identifier(rejected) + " ORDER BY 1";
  }
}
