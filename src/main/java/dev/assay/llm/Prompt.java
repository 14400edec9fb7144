package dev.assay.llm;

import java.util.ArrayList;
import java.util.List;

/**
 * One request to a language model: what is said, and the shape of the answer.
 *
 * @param purpose for the ledger, such as {@code suggest silver}
 * @param sourceId the source that it is about, or null
 * @param turns what is said, in order; the first is the instruction
 * @param schemaName names the shape
 * @param schema the JSON schema that an answer must meet
 */
public record Prompt(
    String purpose, String sourceId, List<Turn> turns, String schemaName, String schema) {
  public Prompt {
    turns = List.copyOf(turns);
  }

  /** Who says what. */
  public sealed interface Turn {
    String text();

    record Instruction(String text) implements Turn {}

    record Asked(String text) implements Turn {}

    record Answered(String text) implements Turn {}
  }

  /** The same conversation, an answer and an objection longer. */
  public Prompt then(String answer, String objection) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(new Turn.Answered(answer));
    longer.add(new Turn.Asked(objection));
    return new Prompt(purpose, sourceId, longer, schemaName, schema);
  }

  /** For models that take no schema: it is part of the instruction. */
  Prompt withSchemaInWords() {
    List<Turn> told = new ArrayList<>(turns);
    told.set(
        0,
        new Turn.Instruction(
            turns.getFirst().text()
                + "\n\nAnswer with one JSON object and nothing else. It must meet this JSON schema:\n"
                + schema));
    return new Prompt(purpose, sourceId, told, schemaName, schema);
  }
}
