package dev.assay.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import dev.assay.model.UserError;

/** A model's answer as the one JSON object that it must be, whole or not at all. */
public final class WholeAnswer {
  /** Some models think aloud before they answer. */
  private static final String THOUGHT = "</think>";

  private static final int LONGEST_LINE = 300;

  private WholeAnswer() {}

  /** Some models put their JSON into a block of code, whatever they were told. */
  public static ObjectNode object(String text) {
    int thought = text.indexOf(THOUGHT);
    String bare = (thought < 0 ? text : text.substring(thought + THOUGHT.length())).strip();
    bare = bare.replaceFirst("^```[a-zA-Z]*", "");
    // A pattern for blanks before an end would be tried at every blank of the answer.
    bare = (bare.endsWith("```") ? bare.substring(0, bare.length() - 3) : bare).strip();
    try {
      if (Json.mapper().readTree(bare) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException _) {
      // The sentence below says it.
    }
    throw UserError.invalid("The answer is not one whole JSON object.");
  }

  /** One line of what was said; null for nothing. */
  public static String line(JsonNode node) {
    if (node == null || !node.isTextual() || node.asText().isBlank()) {
      return null;
    }
    String line = node.asText().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }
}
