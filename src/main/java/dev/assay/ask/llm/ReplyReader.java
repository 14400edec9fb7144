package dev.assay.ask.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.TypedQuery;
import dev.assay.llm.WholeAnswer;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;

/** Reads a model's answer to a question: wholly, or not at all, with every problem named. */
final class ReplyReader {
  private static final int FEWEST_CHOICES = 2;
  private static final int MOST_CHOICES = 6;

  private final Checks checks;

  ReplyReader(Checks checks) {
    this.checks = checks;
  }

  /** Throws {@link UserError} with every problem. */
  Reply read(String text) {
    ObjectNode root = WholeAnswer.object(text);
    return switch (root.path("kind").asText()) {
      case "query" -> new Reply.Typed(query(root.get("query")));
      case "ambiguous" -> ambiguous(root.get("choices"));
      case "sql" -> written(root.get("sql"));
      case "impossible" -> new Reply.Impossible(WholeAnswer.line(root.get("because")));
      default ->
          throw UserError.of(
              List.of(
                  new Problem(
                      "/kind", "Give one of the kinds query, ambiguous, sql, impossible.")));
    };
  }

  private Query query(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw UserError.of(List.of(new Problem("/query", "Give the typed query as an object.")));
    }
    Query query = TypedQuery.read(object, "/query");
    List<Problem> problems = checks.problems(query);
    if (!problems.isEmpty()) {
      throw UserError.of(
          problems.stream()
              .map(problem -> new Problem("/query" + problem.pointer(), problem.message()))
              .toList());
    }
    return query;
  }

  private static Reply ambiguous(JsonNode node) {
    List<String> choices = new ArrayList<>();
    if (node instanceof ArrayNode listed) {
      for (JsonNode choice : listed) {
        String line = WholeAnswer.line(choice);
        if (line != null && !choices.contains(line) && choices.size() < MOST_CHOICES) {
          choices.add(line);
        }
      }
    }
    if (choices.size() < FEWEST_CHOICES) {
      throw UserError.of(
          List.of(
              new Problem(
                  "/choices",
                  "Give two to six different questions that could be meant, as texts.")));
    }
    return new Reply.Ambiguous(choices);
  }

  private Reply written(JsonNode node) {
    if (node == null || !node.isTextual() || node.asText().isBlank()) {
      throw UserError.of(List.of(new Problem("/sql", "Give one SELECT as a text.")));
    }
    try {
      return new Reply.Written(checks.planned(node.asText()));
    } catch (UserError e) {
      throw UserError.of(List.of(new Problem("/sql", e.getMessage())));
    }
  }
}
