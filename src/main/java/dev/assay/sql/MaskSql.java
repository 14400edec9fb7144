package dev.assay.sql;

import dev.assay.model.Mask;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How DuckDB masks what Silver publishes, and hides the same columns from readers of Bronze. */
public final class MaskSql {
  /** Holds the key of the workspace's hashes. No reader may name it, whoever writes the SELECT. */
  private static final String KEY = "assay_mask_key";

  /** 128 bits: two different values of a column have different hashes. */
  private static final int HASH = 32;

  /** The column of Bronze that holds a hash of all the others. */
  public static final String ROW_HASH = "_row_hash";

  private MaskSql() {}

  /** Keeps a key for good, unless there is one. */
  public static List<String> keep(String key) {
    return List.of(
        "CREATE TABLE IF NOT EXISTS " + KEY + " (key VARCHAR)",
        "INSERT INTO "
            + KEY
            + " SELECT "
            + Quote.literal(key)
            + " WHERE NOT EXISTS (FROM "
            + KEY
            + ")");
  }

  /** A value as Silver publishes it; {@code text} is the value as text. */
  static String masked(Mask mask, String text) {
    return switch (mask) {
      case Mask.Hash _ ->
          "left(sha256((SELECT key FROM " + KEY + ") || " + text + "), " + HASH + ")";
      case Mask.Redact _ -> starred(text);
      // Of a short value the ends would be most of it.
      case Mask.KeepPart(int first, int last) ->
          "CASE WHEN %1$s <= length(%2$s) THEN left(%2$s, %3$d) || repeat('*', length(%2$s) - %4$s) || right(%2$s, %5$d) ELSE repeat('*', length(%2$s)) END"
              .formatted(
                  2L * ((long) first + last),
                  text,
                  first,
                  Long.toString((long) first + last),
                  last);
    };
  }

  /** Masks a staged table, when duplicates have been found by the values themselves. */
  static List<String> mask(SilverSpec spec, String staged) {
    List<String> statements = new ArrayList<>();
    List<String> sets = new ArrayList<>();
    for (SilverSpec.Column column : spec.columns()) {
      if (column.mask() != null && !column.hidden()) {
        String name = Quote.identifier(column.name());
        if (!CleaningSql.typeName(column.type()).equals("VARCHAR")) {
          statements.add("ALTER TABLE " + staged + " ALTER COLUMN " + name + " TYPE VARCHAR");
        }
        sets.add(name + " = " + masked(column.mask(), name));
      }
    }
    if (!sets.isEmpty()) {
      statements.add("UPDATE " + staged + " SET " + String.join(", ", sets));
    }
    return statements;
  }

  /** A raw value as readers of Bronze see it: whether there is one. */
  static String hidden(String value) {
    return "CASE WHEN " + value + " <> '' THEN '***' ELSE " + value + " END";
  }

  /** Nothing of a value of any type but whether there is one. */
  static String starred(String value) {
    return "CASE WHEN " + value + " IS NOT NULL THEN '***' END";
  }

  /**
   * The hash of a row as readers of Bronze see it where values are hidden: whoever knew the other
   * cells could try values out by the hash itself. {@code hash} is an expression.
   */
  static String keyed(String hash) {
    return masked(new Mask.Hash(), hash);
  }

  /** A SELECT of what readers see of one row's hash. */
  public static String keyedHash(String hash) {
    return "SELECT " + keyed(Quote.literal(hash));
  }

  private static String received(String column, String value) {
    return column.equals(ROW_HASH) ? keyed(value) : hidden(value);
  }

  /** All columns of a table, these of them hidden; {@code prefix} such as {@code b.} */
  static String columns(String prefix, Collection<String> hidden) {
    return hidden.isEmpty()
        ? prefix + "*"
        : prefix
            + "* REPLACE ("
            + hidden.stream()
                .map(column ->
                    received(column, prefix + Quote.identifier(column))
                        + " AS "
                        + Quote.identifier(column))
                .collect(Collectors.joining(", "))
            + ")";
  }

  /** Every row of a table, these columns of it hidden. */
  static String rows(String table, Collection<String> hidden) {
    return "SELECT " + columns("", hidden) + " FROM " + Quote.identifier(table);
  }
}
