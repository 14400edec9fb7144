package dev.assay.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.UserError;
import java.util.Set;

/** Reads a typed query as a strict schema makes a model write it. */
public final class TypedQuery {
  /** Fields in which models write nothing as an empty text. */
  private static final Set<String> OPTIONAL =
      Set.of("column", "formula", "grain", "part", "aggregate");

  private TypedQuery() {}

  /** Throws {@link UserError} with every problem, its pointer below {@code at}. */
  public static Query read(ObjectNode given, String at) {
    ObjectNode object = given.deepCopy();
    if (object.path("shape").asText().equals(Query.Shape.GROUPS.name())) {
      object.remove("shape");
    }
    withoutEmpty(object);
    try {
      return Json.readRequest(object.toString(), Query.class);
    } catch (UserError e) {
      throw e.problems().isEmpty()
          ? e
          : UserError.of(
              e.problems().stream()
                  .map(problem -> new Problem(at + problem.pointer(), problem.message()))
                  .toList());
    }
  }

  private static void withoutEmpty(JsonNode node) {
    if (node instanceof ObjectNode object) {
      OPTIONAL.stream()
          .filter(field -> object.path(field).isTextual() && object.path(field).asText().isBlank())
          .forEach(object::putNull);
    }
    node.forEach(TypedQuery::withoutEmpty);
  }
}
