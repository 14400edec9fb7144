package dev.assay.gold.llm;

import dev.assay.model.GoldTable;
import java.util.List;

/**
 * Business tables that a language model suggests, each run on all rows.
 *
 * @param notes what should be known of them, or why there are none
 */
public record Suggested(List<GoldTable> tables, List<String> notes) {
  public Suggested {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }
}
