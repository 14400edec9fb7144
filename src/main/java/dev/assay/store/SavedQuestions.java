package dev.assay.store;

import dev.assay.model.Json;
import dev.assay.model.Pin;
import dev.assay.model.Query;
import dev.assay.model.SavedQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Questions that people keep, with what they were taken to mean. */
public final class SavedQuestions {
  private final Database database;

  SavedQuestions(Database database) {
    this.database = database;
  }

  /**
   * Keeps a question, in the place of one of the same name, whose pin it takes; its id is given
   * here.
   */
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

  public void rename(String name, String other) {
    database.write(
        handle -> handle.execute("UPDATE saved_question SET name = ? WHERE name = ?", other, name));
  }

  /** Puts a question on the dashboard, or elsewhere on it; others make room. */
  public SavedQuestion pin(String name, Pin wish) {
    database.atomically(() -> {
      SavedQuestion question = find(name).orElseThrow();
      List<String> order = new ArrayList<>(pinned());
      int before = order.indexOf(question.name());
      order.remove(question.name());
      int wished = wish.position() != null ? wish.position() : before < 0 ? order.size() : before;
      order.add(Math.clamp(wished, 0, order.size()), question.name());
      boolean was = question.pin() != null && question.pin().wide();
      boolean wide = wish.wide() == null ? was : wish.wide();
      database.write(handle ->
          handle.execute(
              "UPDATE saved_question SET pin_wide = ? WHERE name = ?",
              wide ? 1 : 0,
              question.name()));
      number(order);
    });
    return find(name).orElseThrow();
  }

  /** Takes a question off the dashboard; it stays kept. */
  public void unpin(String name) {
    database.atomically(() -> {
      database.write(handle ->
          handle.execute(
              "UPDATE saved_question SET pin_position = NULL, pin_wide = 0 WHERE name = ?", name));
      number(pinned());
    });
  }

  private List<String> pinned() {
    return all().stream()
        .filter(question -> question.pin() != null)
        .sorted(Comparator.comparing(question -> question.pin().position()))
        .map(SavedQuestion::name)
        .toList();
  }

  private void number(List<String> order) {
    for (int i = 0; i < order.size(); i++) {
      int position = i;
      database.write(handle ->
          handle.execute(
              "UPDATE saved_question SET pin_position = ? WHERE name = ?",
              position,
              order.get(position)));
    }
  }

  private static SavedQuestion question(ResultSet row) throws SQLException {
    String query = row.getString("query");
    int position = row.getInt("pin_position");
    Pin pin = row.wasNull() ? null : new Pin(position, row.getInt("pin_wide") == 1);
    return new SavedQuestion(
        row.getLong("id"),
        row.getString("name"),
        row.getString("question"),
        row.getString("source_id"),
        query == null ? null : Json.read(query, Query.class),
        row.getInt("relative") == 1,
        Columns.time(row, "created_at"),
        pin);
  }
}
