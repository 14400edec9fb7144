package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.SavedQuestion;
import dev.assay.model.WorkspaceSettings;
import dev.assay.workspace.QuestionBook;
import java.util.List;

/** The verbs of {@link QuestionBook} as requests to a server. */
final class RemoteQuestions implements QuestionBook {
  private static final String QUESTIONS = "/api/questions";
  private static final String SETTINGS = "/api/settings";
  private final Wire wire;

  RemoteQuestions(Wire wire) {
    this.wire = wire;
  }

  @Override
  public List<SavedQuestion> questions() {
    return wire.get(QUESTIONS, new TypeReference<>() {});
  }

  @Override
  public SavedQuestion saveQuestion(String name, AskRequest question) {
    return wire.put(at(name), question, new TypeReference<>() {});
  }

  @Override
  public void forgetQuestion(String name) {
    wire.delete(at(name));
  }

  @Override
  public Answer askSaved(String name, boolean verify) {
    return wire.get(at(name) + "/answer?verify=" + verify, new TypeReference<>() {});
  }

  @Override
  public WorkspaceSettings workspaceSettings() {
    return wire.get(SETTINGS, new TypeReference<>() {});
  }

  @Override
  public WorkspaceSettings configure(WorkspaceSettings settings) {
    return wire.put(SETTINGS, settings, new TypeReference<>() {});
  }

  private static String at(String name) {
    return QUESTIONS + "/" + Wire.encoded(name);
  }
}
