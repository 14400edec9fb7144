package dev.assay.store;

import dev.assay.model.Egress;
import dev.assay.model.ModelSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of what was sent to language models; entries are added and completed, never removed.
 */
public final class Egresses {
  private static final String ALL =
      "id, sent_at, source_id, purpose, provider, model, url, privacy, bytes, outcome";

  private final Database database;

  Egresses(Database database) {
    this.database = database;
  }

  /** Keeps a request that is about to leave; returns its number. */
  public long insert(Egress request) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                INSERT INTO egress
                  (id, sent_at, source_id, purpose, provider, model, url, privacy, bytes, sent, outcome)
                SELECT coalesce(max(id), 0) + 1, :at, :source, :purpose, :provider, :model, :url,
                  :privacy, :bytes, :sent, :outcome
                FROM egress
                RETURNING id\
                """)
            .bind("at", Columns.time(request.at()))
            .bind("source", request.sourceId())
            .bind("purpose", request.purpose())
            .bind("provider", request.provider())
            .bind("model", request.model())
            .bind("url", request.url())
            .bind("privacy", request.privacy().name())
            .bind("bytes", request.bytes())
            .bind("sent", request.text())
            .bind("outcome", request.outcome())
            .mapTo(Long.class)
            .one());
  }

  public void answered(long id, String answer, String outcome) {
    database.write(handle ->
        handle.execute(
            "UPDATE egress SET answer = ?, outcome = ? WHERE id = ?", answer, outcome, id));
  }

  public void judged(long id, String outcome) {
    database.write(
        handle -> handle.execute("UPDATE egress SET outcome = ? WHERE id = ?", outcome, id));
  }

  /** Newest first, without what was said. */
  public List<Egress> page(long limit, long offset) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT "
                    + ALL
                    + ", NULL AS sent, NULL AS answer FROM egress ORDER BY id DESC"
                    + " LIMIT :limit OFFSET :offset")
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, _) -> egress(row))
            .list());
  }

  /** One, word for word. */
  public Optional<Egress> find(long id) {
    return database.read(handle ->
        handle
            .createQuery("SELECT " + ALL + ", sent, answer FROM egress WHERE id = :id")
            .bind("id", id)
            .map((row, _) -> egress(row))
            .findFirst());
  }

  private static Egress egress(ResultSet row) throws SQLException {
    return new Egress(
        row.getLong("id"),
        Columns.time(row, "sent_at"),
        row.getString("source_id"),
        row.getString("purpose"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("url"),
        ModelSettings.Privacy.valueOf(row.getString("privacy")),
        row.getLong("bytes"),
        row.getString("sent"),
        row.getString("answer"),
        row.getString("outcome"));
  }
}
