package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.AskRequest;
import dev.assay.model.Pin;
import dev.assay.model.Problem;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SuggestedQuestion;
import dev.assay.model.UserError;
import dev.assay.store.Store;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** The desk of a workspace in this process. */
final class LocalDesk implements Desk {
  /** What an answer may be as a file: it is made while somebody waits. */
  private static final Engine.Limits FILE = new Engine.Limits(1_000_001, 300);

  private final Store store;
  private final Engine engine;
  private final Questions questions;
  private final Views views;

  LocalDesk(Store store, Engine engine, Questions questions, Views views) {
    this.store = store;
    this.engine = engine;
    this.questions = questions;
    this.views = views;
  }

  @Override
  public List<SuggestedQuestion> suggested(String source, String language) {
    return questions.suggested(source, language);
  }

  @Override
  public void export(ExportWish wish, String format, OutputStream out) {
    if ((wish.query() == null) == (wish.sql() == null)) {
      throw UserError.of(
          List.of(new Problem("/query", "Give the query of the answer, or its sql: one of both.")));
    }
    String select =
        wish.query() == null
            ? views.written(wish.sql()).sql()
            : questions
                .ask(new AskRequest(null, wish.source(), wish.query(), null, false, false))
                .sql();
    if (wish.columns().size() != Set.copyOf(wish.columns()).size()) {
      throw UserError.of(List.of(new Problem("/columns", "Name each column once.")));
    }
    Exports.export(engine, select, wish.columns(), FILE, format, out);
  }

  @Override
  public SavedQuestion rename(String question, String name) {
    SavedQuestion kept = questions.kept(question);
    String wished = Questions.named(name);
    boolean taken =
        store.savedQuestions().find(wished).filter(other -> other.id() != kept.id()).isPresent();
    if (taken) {
      throw UserError.conflict(Sentences.QUESTION_NAME_TAKEN.with(wished));
    }
    store.savedQuestions().rename(kept.name(), wished);
    return questions.kept(wished);
  }

  @Override
  public SavedQuestion pin(String question, Pin pin) {
    return store.savedQuestions().pin(questions.kept(question).name(), pin);
  }

  @Override
  public void unpin(String question) {
    store.savedQuestions().unpin(questions.kept(question).name());
  }
}
