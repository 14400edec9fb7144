package dev.assay.advice.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.WholeAnswer;
import dev.assay.model.Deduplication;
import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverColumn;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a model's answer: wholly, or not at all, with every problem named. */
final class AnswerReader {
  private static final int MOST_EDITS = 100;

  private final List<Problem> problems = new ArrayList<>();

  /** Throws {@link UserError} with every problem. */
  static Said table(String text, Set<String> sourceColumns) {
    AnswerReader reader = new AnswerReader();
    Said said = reader.readTable(WholeAnswer.object(text), sourceColumns);
    reader.finish();
    return said;
  }

  /**
   * Edits or a question, never both.
   *
   * @param question what the model wants to know first, or null
   */
  record Change(List<RecipeEdit> edits, String question) {}

  /** Throws {@link UserError} with every problem. */
  static Change change(String text) {
    AnswerReader reader = new AnswerReader();
    ObjectNode root = WholeAnswer.object(text);
    List<RecipeEdit> edits = reader.edits(root.path("edits"), "/edits");
    String question = WholeAnswer.line(root.path("question"));
    reader.finish();
    if (edits.isEmpty() && question == null) {
      throw UserError.invalid("Give at least one edit, or ask in 'question'.");
    }
    return new Change(question == null ? edits : List.of(), question);
  }

  private void finish() {
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
  }

  private Said readTable(ObjectNode root, Set<String> sourceColumns) {
    List<Said.Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (!(root.get("columns") instanceof ArrayNode listed)) {
      problems.add(new Problem("/columns", "Give 'columns' as a list."));
      return Said.NOTHING;
    }
    for (int i = 0; i < listed.size(); i++) {
      String at = "/columns/" + i;
      String source = listed.get(i).path("source_column").asText();
      if (!sourceColumns.contains(source)) {
        problems.add(
            new Problem(
                at + "/source_column",
                "'" + source + "' is none of the columns that you were shown."));
      } else if (!seen.add(source)) {
        problems.add(new Problem(at, "'" + source + "' is there twice: give each column once."));
      } else if (listed.get(i) instanceof ObjectNode object) {
        column(object, at).ifPresent(columns::add);
      }
    }
    Deduplication deduplication =
        root.get("deduplication") instanceof ObjectNode object
            ? read(object, "/deduplication", Deduplication.class)
            : null;
    List<Said.Suggested> proposals = new ArrayList<>();
    if (root.get("proposals") instanceof ArrayNode suggested) {
      for (int i = 0; i < suggested.size(); i++) {
        String at = "/proposals/" + i;
        proposals.add(
            new Said.Suggested(
                WholeAnswer.line(suggested.get(i).path("because")),
                edits(suggested.get(i).path("edits"), at + "/edits")));
      }
    }
    return new Said(columns, deduplication, proposals);
  }

  private java.util.Optional<Said.Column> column(ObjectNode object, String at) {
    ObjectNode recipe = object.deepCopy();
    String choice = WholeAnswer.line(recipe.remove("question_choice"));
    String because = WholeAnswer.line(recipe.remove("because"));
    if (recipe.path("cast_expression").isTextual()
        && !recipe.get("cast_expression").asText().isBlank()) {
      recipe.remove("cleaning");
    }
    pairs(recipe.get("cleaning"));
    SilverColumn column = read(recipe, at, SilverColumn.class);
    return java.util.Optional.ofNullable(column)
        .map(read -> new Said.Column(read, choice, because));
  }

  private List<RecipeEdit> edits(JsonNode listed, String at) {
    List<RecipeEdit> edits = new ArrayList<>();
    if (listed.size() > MOST_EDITS) {
      problems.add(new Problem(at, "Give at most " + MOST_EDITS + " edits."));
      return edits;
    }
    for (int i = 0; i < listed.size(); i++) {
      if (!(listed.get(i) instanceof ObjectNode object)) {
        problems.add(new Problem(at + "/" + i, "An edit is a JSON object."));
        continue;
      }
      ObjectNode edit = object.deepCopy();
      pairs(edit);
      pairs(edit.get("cleaning"));
      RecipeEdit read = read(edit, at + "/" + i, RecipeEdit.class);
      if (read != null) {
        edits.add(read);
      }
    }
    return List.copyOf(edits);
  }

  /** Strict schemas know no free keys, so values come as pairs. */
  private static void pairs(JsonNode node) {
    if (node instanceof ArrayNode steps) {
      steps.forEach(AnswerReader::pairs);
    } else if (node instanceof ObjectNode object
        && object.get("values") instanceof ArrayNode listed) {
      ObjectNode values = Json.mapper().createObjectNode();
      for (JsonNode pair : listed) {
        values.put(pair.path("from").asText(), pair.path("to").asText());
      }
      object.set("values", values);
    }
  }

  private <T> T read(ObjectNode object, String at, Class<T> type) {
    ObjectNode given = object.deepCopy();
    // Absent and null are the same here, and null is what strict schemas make of absent.
    object.properties().stream()
        .filter(field -> field.getValue().isNull())
        .forEach(field -> given.remove(field.getKey()));
    try {
      return Json.readRequest(given.toString(), type);
    } catch (UserError e) {
      if (e.problems().isEmpty()) {
        problems.add(new Problem(at, e.getMessage()));
      }
      e.problems()
          .forEach(problem -> problems.add(new Problem(at + problem.pointer(), problem.message())));
      return null;
    }
  }
}
