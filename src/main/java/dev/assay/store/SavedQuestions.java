package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Query;
import dev.assay.model.SavedQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Questions that people keep, with what they were taken to mean. */
public final class SavedQuestions {
  private final Database database;

  SavedQuestions(Database database) {
    this.database = database;
  }

  /** Keeps a question, in the place of one of the same name; its id is given here. */
  public SavedQuestion keep(SavedQuestion question) {
    database.write(handle ->
        handle.execute(
            """
            INSERT INTO saved_question (id, name, question, source_id, query, relative, created_at)
            VALUES ((SELECT coalesce(max(id), 0) + 1 FROM saved_question), ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET question = excluded.question,
              source_id = excluded.source_id, query = excluded.query,
              relative = excluded.relative, created_at = excluded.created_at\
            """,
            question.name(),
            question.question(),
            question.source(),
            question.query() == null ? null : Json.write(question.query()),
            question.relative() ? 1 : 0,
            Columns.time(question.createdAt())));
    return find(question.name()).orElseThrow();
  }

  public Optional<SavedQuestion> find(String name) {
    return all().stream().filter(question -> question.name().equalsIgnoreCase(name)).findFirst();
  }

  /** By name. */
  public List<SavedQuestion> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM saved_question ORDER BY name")
            .map((row, _) -> question(row))
            .list());
  }

  public void forget(String name) {
    database.write(handle -> handle.execute("DELETE FROM saved_question WHERE name = ?", name));
  }

  private static SavedQuestion question(ResultSet row) throws SQLException {
    String query = row.getString("query");
    return new SavedQuestion(
        row.getLong("id"),
        row.getString("name"),
        row.getString("question"),
        row.getString("source_id"),
        query == null ? null : Json.read(query, Query.class),
        row.getInt("relative") == 1,
        Columns.time(row, "created_at"));
  }
}
