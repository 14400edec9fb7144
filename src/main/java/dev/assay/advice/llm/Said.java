package dev.assay.advice.llm;

import dev.assay.model.Deduplication;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverColumn;
import java.util.List;

/**
 * What a language model has answered about a table, read whole; nothing of it is believed yet.
 *
 * @param columns one for each source column that it spoke of
 * @param deduplication null where it suggests none
 * @param proposals edits that it suggests
 */
record Said(List<Column> columns, Deduplication deduplication, List<Suggested> proposals) {
  /** Nothing at all. */
  static final Said NOTHING = new Said(List.of(), null, List.of());

  /**
   * One column.
   *
   * @param column how it would be made
   * @param choice the answer to the open question that it thinks more likely, or null
   * @param because its reason
   */
  record Column(SilverColumn column, String choice, String because) {}

  /** Edits with a reason. */
  record Suggested(String because, List<RecipeEdit> edits) {}
}
