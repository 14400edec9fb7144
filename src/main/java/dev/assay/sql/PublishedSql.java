package dev.assay.sql;

import java.time.Instant;
import java.util.List;

/**
 * The warehouse's own word on what is published: {@code assay_published}, one row a layer, written
 * in the transaction that swaps the tables.
 */
public final class PublishedSql {
  public static final String TABLE = "assay_published";

  /**
   * One row; {@code recipe}, {@code ledger} and {@code log} are JSON, the ledger null where there
   * is none.
   */
  public record Row(
      String layerId,
      String buildId,
      String sourceId,
      String layer,
      String tableName,
      long rowCount,
      String recipe,
      String ledger,
      String log,
      Instant builtAt) {}

  private final Dialect dialect;

  public PublishedSql(Dialect dialect) {
    this.dialect = dialect;
  }

  public String create() {
    return "CREATE TABLE IF NOT EXISTS "
        + TABLE
        + " (layer_id VARCHAR, build_id VARCHAR, source_id VARCHAR, layer VARCHAR, table_name VARCHAR,"
        + " row_count BIGINT, recipe_json VARCHAR, ledger_json VARCHAR, log_json VARCHAR, built_at VARCHAR)";
  }

  /** Makes {@code row} the layer's row; to be run in the transaction that swaps its tables. */
  public List<String> record(Row row) {
    return List.of(
        forget(row.layerId()),
        "INSERT INTO "
            + TABLE
            + " VALUES ("
            + String.join(
                ", ",
                text(row.layerId()),
                text(row.buildId()),
                text(row.sourceId()),
                text(row.layer()),
                text(row.tableName()),
                Long.toString(row.rowCount()),
                text(row.recipe()),
                text(row.ledger()),
                text(row.log()),
                text(row.builtAt().toString()))
            + ")");
  }

  public String forget(String layerId) {
    return "DELETE FROM " + TABLE + " WHERE layer_id = " + text(layerId);
  }

  /** Layer and build of every row. */
  public String builds() {
    return "SELECT layer_id, build_id FROM " + TABLE;
  }

  /** What a question may be asked of: source, layer, table, build, rows and when it was built. */
  public String readable() {
    return "SELECT source_id, layer, table_name, build_id, row_count, built_at FROM "
        + TABLE
        + " ORDER BY source_id, table_name";
  }

  /** Recipe and ledger of the one build, its id a parameter. */
  public static String madeFrom() {
    return "SELECT recipe_json, ledger_json FROM "
        + TABLE
        + " WHERE build_id = ? AND table_name = ?";
  }

  /** The row of one layer, columns in the order of {@link Row}. */
  public String find(String layerId) {
    return "SELECT layer_id, build_id, source_id, layer, table_name, row_count, recipe_json, ledger_json, log_json, built_at"
        + " FROM "
        + TABLE
        + " WHERE layer_id = "
        + text(layerId);
  }

  private String text(String value) {
    return value == null ? "NULL" : dialect.literal(value);
  }
}
