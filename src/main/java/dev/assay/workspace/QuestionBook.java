package dev.assay.workspace;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.SavedQuestion;
import dev.assay.model.WorkspaceSettings;
import java.util.List;

/** The verbs that keep questions to be asked again, and say in which time zone "today" is meant. */
public interface QuestionBook {
  /** By name. */
  List<SavedQuestion> questions();

  /**
   * Asks a question and keeps it with its typed query, in the place of one of the same name;
   * refused where it is not answered.
   */
  SavedQuestion saveQuestion(String name, AskRequest question);

  void forgetQuestion(String name);

  /** Answers a kept question: by its words where its period follows the day, else by its query. */
  Answer askSaved(String name, boolean verify);

  WorkspaceSettings workspaceSettings();

  WorkspaceSettings configure(WorkspaceSettings settings);
}
