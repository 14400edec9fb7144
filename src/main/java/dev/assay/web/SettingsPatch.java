package dev.assay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings of which only some are given: the others stay as they are, and null takes a cursor or a
 * schedule away.
 */
final class SettingsPatch {
  private static final Set<String> MAY_BE_ABSENT = Set.of("cursor", "schedule");

  private SettingsPatch() {}

  /** Every mistake is named at once. */
  static SyncSettings over(SyncSettings before, JsonNode given) {
    if (!(given instanceof ObjectNode wished)) {
      throw UserError.invalid("Give the settings as a JSON object.");
    }
    List<Problem> problems = new ArrayList<>();
    ObjectNode merged = Json.mapper().valueToTree(before);
    merge(merged, wished, "", problems);
    SyncSettings settings = null;
    try {
      settings = Json.readRequest(merged.toString(), SyncSettings.class);
    } catch (UserError wrong) {
      // What follows from a problem that is named already has no sentence of its own.
      wrong.problems().stream().filter(p -> p.message() != null).forEach(problems::add);
      if (problems.isEmpty()) {
        throw wrong;
      }
    }
    if (settings != null && settings.keptLoads() < 0) {
      problems.add(new Problem("/kept_loads", "Give kept_loads as a whole number from 0."));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return settings;
  }

  private static void merge(
      ObjectNode target, ObjectNode wished, String at, List<Problem> problems) {
    for (Map.Entry<String, JsonNode> field : wished.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isNull()) {
        if (at.isEmpty() && MAY_BE_ABSENT.contains(name)) {
          target.remove(name);
        } else {
          problems.add(
              new Problem(at + "/" + name, "Give '" + name + "' a value, or leave it out."));
        }
      } else if (value instanceof ObjectNode inner && target.get(name) instanceof ObjectNode old) {
        merge(old, inner, at + "/" + name, problems);
      } else {
        target.set(name, value);
      }
    }
  }
}
