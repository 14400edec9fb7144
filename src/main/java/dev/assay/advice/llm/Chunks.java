package dev.assay.advice.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Divides what is told of many columns into prompts that fit the token budget. */
final class Chunks {
  /** Characters of JSON in a token, few rather than many. */
  private static final double CHARACTERS_A_TOKEN = 3.0;

  /** An answer is about as long as what is told of the columns: it must not be cut off. */
  private static final int MOST_COLUMNS = 40;

  private Chunks() {}

  /**
   * Positions of columns, in order, a prompt each.
   *
   * @param spent characters that every prompt has besides
   */
  static List<List<Integer>> of(List<ObjectNode> columns, int tokenBudget, int spent) {
    double room = tokenBudget * CHARACTERS_A_TOKEN - spent;
    List<List<Integer>> chunks = new ArrayList<>();
    List<Integer> chunk = new ArrayList<>();
    double used = 0;
    for (int i = 0; i < columns.size(); i++) {
      int length = columns.get(i).toString().length();
      if (!chunk.isEmpty() && (used + length > room || chunk.size() == MOST_COLUMNS)) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        used = 0;
      }
      chunk.add(i);
      used += length;
    }
    chunks.add(chunk);
    return chunks;
  }
}
