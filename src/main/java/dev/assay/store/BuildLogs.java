package dev.assay.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of builds: {@code medallion_build_log}. */
public final class BuildLogs {
  private static final TypeReference<Map<String, Long>> REASONS = new TypeReference<>() {};

  private final Database database;

  BuildLogs(Database database) {
    this.database = database;
  }

  /** Notes that a layer's build has begun, as part of the build {@code buildId}. */
  public void begin(MedallionBuildLog log, String sourceId, Layer layer, String buildId) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO medallion_build_log (id, layer_id, source_id, layer, table_name, number, build_id,
                  action, status, rows_processed, rows_rejected, rows_duplicate, rejection_reasons, created_at)
                VALUES (:id, :layer_id, :source, :layer, :table,
                  (SELECT coalesce(max(number), 0) + 1 FROM medallion_build_log WHERE source_id = :source),
                  :build, :action, :status, 0, 0, 0, '{}', :created_at)\
                """)
            .bind("id", log.id())
            .bind("layer_id", log.layerId())
            .bind("source", sourceId)
            .bind("layer", layer.text())
            .bind("table", log.tableName())
            .bind("build", buildId)
            .bind("action", log.action())
            .bind("status", log.status())
            .bind("created_at", Columns.time(log.createdAt()))
            .execute());
  }

  /** Notes how it ended. */
  public void end(MedallionBuildLog log) {
    database.write(handle ->
        handle
            .createUpdate(
                """
                UPDATE medallion_build_log SET status = :status, rows_processed = :processed,
                  rows_rejected = :rejected, rows_duplicate = :duplicate, rejection_reasons = :reasons,
                  duration_ms = :duration, error_message = :error,
                  refused = :refused, ledger = :ledger
                WHERE id = :id\
                """)
            .bind("status", log.status())
            .bind("processed", log.rowsProcessed())
            .bind("rejected", log.rowsRejected())
            .bind("duplicate", log.rowsDuplicate())
            .bind("reasons", Json.write(log.rejectionReasons()))
            .bind("duration", log.durationMs())
            .bind("error", log.errorMessage())
            .bind("refused", Columns.json(log.refused()))
            .bind("ledger", Columns.json(log.ledger()))
            .bind("id", log.id())
            .execute());
  }

  /** Newest first; {@code table} narrows it, or is null. */
  public List<MedallionBuildLog> of(String sourceId, Layer layer, String table) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM medallion_build_log
                WHERE source_id = :source AND layer = :layer AND (:table IS NULL OR table_name = :table)
                ORDER BY number DESC\
                """)
            .bind("source", sourceId)
            .bind("layer", layer.text())
            .bind("table", table)
            .map((row, _) -> log(row))
            .list());
  }

  /** Those that say they are still under way. */
  public List<MedallionBuildLog> underWay() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM medallion_build_log WHERE status = 'building'")
            .map((row, _) -> log(row))
            .list());
  }

  /** The build under way that made a layer's log. */
  public Optional<String> buildOf(String logId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT build_id FROM medallion_build_log WHERE id = :id")
            .bind("id", logId)
            .mapTo(String.class)
            .findFirst());
  }

  private static MedallionBuildLog log(ResultSet row) throws SQLException {
    return new MedallionBuildLog(
        row.getString("id"),
        row.getString("layer_id"),
        row.getString("table_name"),
        row.getString("action"),
        row.getString("status"),
        row.getLong("rows_processed"),
        row.getLong("rows_rejected"),
        row.getLong("rows_duplicate"),
        reasons(row.getString("rejection_reasons")),
        Columns.number(row, "duration_ms"),
        row.getString("error_message"),
        Columns.json(row, "refused", Refusal.class),
        Columns.json(row, "ledger", Ledger.class),
        Columns.time(row, "created_at"));
  }

  private static Map<String, Long> reasons(String json) {
    try {
      return Json.mapper().readValue(json, REASONS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored reasons are not a map", e);
    }
  }
}
