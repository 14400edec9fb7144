package dev.assay.ask;

import dev.assay.ask.llm.Checks;
import java.util.List;

/** SELECTs that a language model wrote, behind both walls. */
@FunctionalInterface
public interface WrittenSql {
  /** Nothing that is written can be read. */
  WrittenSql NONE =
      (_, _) -> {
        throw dev.assay.model.UserError.invalid("Written SQL cannot be asked here.");
      };

  /**
   * The SELECT made anew from its checked tree, after the engine has planned it and run nothing.
   *
   * @param tables those that it may read
   * @throws dev.assay.model.UserError with a sentence that says what to change
   */
  Checks.Select planned(String sql, List<String> tables);
}
