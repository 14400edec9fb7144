package dev.assay.sql;

import java.util.Collection;
import java.util.List;

/**
 * Picks a few rows that tell what a Silver build does: some rejected, some duplicates, some kept.
 */
public final class PreviewSql {
  private static final int REJECTED = 3;
  private static final int DUPLICATES = 2;

  /**
   * The staged tables of a Silver build and how many rows to pick.
   *
   * @param identity the columns by which their rows are told apart
   */
  public record Sample(
      String silver, String rejected, String duplicates, List<String> identity, int rows) {
    private String of(String alias) {
      return String.join(", ", identity.stream().map(column -> alias + column).toList());
    }
  }

  private final Dialect dialect;

  public PreviewSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The picked rows as Bronze has them.
   *
   * @param hidden columns whose values are not shown
   */
  public String before(Sample sample, String bronze, List<String> hidden) {
    return "WITH "
        + picked(sample)
        + " SELECT "
        + MaskSql.columns("b.", hidden)
        + " FROM picked p JOIN "
        + dialect.identifier(bronze)
        + " b ON b._load_id = p._load_id AND b._row_no = p._row_no ORDER BY "
        + sample.of("p.");
  }

  /**
   * The same rows as Silver would have them, each with its verdict; cells only of accepted rows.
   *
   * @param hidden columns whose values are not shown
   */
  public String after(Sample sample, List<String> columns, Collection<String> hidden) {
    return "WITH "
        + picked(sample)
        + " SELECT "
        + sample.of("p.")
        + ", p._verdict"
        + String.join("", columns.stream().map(c -> ", " + cell(c, hidden.contains(c))).toList())
        + " FROM picked p LEFT JOIN "
        + dialect.identifier(sample.silver())
        + " s USING ("
        + sample.of("")
        + ") ORDER BY "
        + sample.of("p.");
  }

  private String cell(String column, boolean hidden) {
    String cell = "s." + dialect.identifier(column);
    return hidden ? MaskSql.starred(cell) + " AS " + dialect.identifier(column) : cell;
  }

  private String picked(Sample sample) {
    return "candidates AS ("
        + some(sample, sample.rejected(), refused(), 0, REJECTED)
        + " UNION ALL "
        + some(sample, sample.duplicates(), "'duplicate of row ' || _kept_row_no", 1, DUPLICATES)
        + " UNION ALL "
        + some(sample, sample.silver(), "'accepted'", 2, sample.rows())
        + "), picked AS (SELECT * FROM candidates ORDER BY rarity, "
        + sample.of("")
        + " LIMIT "
        + sample.rows()
        + ")";
  }

  /** A row that was left out on purpose says so by its reason alone. */
  private static String refused() {
    return "CASE WHEN "
        + TableSql.IS_FILTERED
        + " THEN '' ELSE 'rejected: ' END || array_to_string(reasons, ', ')";
  }

  private String some(Sample sample, String table, String verdict, int rarity, int rows) {
    return "(SELECT "
        + sample.of("")
        + ", "
        + verdict
        + " AS _verdict, "
        + rarity
        + " AS rarity FROM "
        + dialect.identifier(table)
        + " ORDER BY "
        + sample.of("")
        + " LIMIT "
        + rows
        + ")";
  }
}
