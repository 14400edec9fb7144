package dev.assay.workspace;

import dev.assay.model.Pin;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SuggestedQuestion;
import java.io.OutputStream;
import java.util.List;

/**
 * What stands around asking: questions to begin with, answers as files, and kept questions pinned
 * to the dashboard.
 */
public interface Desk {
  /**
   * Questions that can be answered now, for somebody who has asked none.
   *
   * @param source of which table; null for all
   * @param language en, pt or es; another is taken for English
   */
  List<SuggestedQuestion> suggested(String source, String language);

  /** All rows of an answer as a file; {@code out} stays open. */
  void export(ExportWish wish, String format, OutputStream out);

  SavedQuestion rename(String question, String name);

  /** Puts a kept question on the dashboard, or elsewhere on it. */
  SavedQuestion pin(String question, Pin pin);

  /** Takes a question off the dashboard; it stays kept. */
  void unpin(String question);
}
