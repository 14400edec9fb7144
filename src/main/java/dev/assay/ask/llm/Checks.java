package dev.assay.ask.llm;

import dev.assay.model.Problem;
import dev.assay.model.Query;
import java.util.List;

/** What a language model's answer is checked by before anybody believes it. */
public interface Checks {
  /** All problems of a typed query, each with its pointer; none when it can run. */
  List<Problem> problems(Query query);

  /** Throws UserError with a sentence that says what to change. */
  Select planned(String sql);

  /**
   * A SELECT made anew from its checked tree.
   *
   * @param tables those that it reads, in order of their names
   */
  record Select(String sql, List<String> tables) {
    public Select {
      tables = tables.stream().sorted().toList();
    }
  }
}
