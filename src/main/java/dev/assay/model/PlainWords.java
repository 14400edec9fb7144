package dev.assay.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts of a recipe in words that a reader of its JSON would not stumble over. */
public final class PlainWords {
  /** The fields that tell variants apart. */
  private static final Set<String> KINDS = Set.of("step", "how", "shape", "edit");

  private static final int MOST = 8;

  private PlainWords() {}

  /** The steps of a column, in order; empty for none. */
  public static String steps(List<Cleaning> steps) {
    return steps == null || steps.isEmpty()
        ? ""
        : String.join(", then ", steps.stream().map(PlainWords::of).toList());
  }

  /** A step, a mask, a shape or a filter: what it is, and in brackets how. */
  public static String of(Object part) {
    JsonNode node = Json.mapper().valueToTree(part);
    String kind = "";
    List<String> details = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey().replace('_', ' ');
      if (KINDS.contains(field.getKey())) {
        kind = field.getValue().asText().replace('_', ' ');
      } else if (says(field.getKey(), field.getValue())) {
        details.add(field.getValue().isBoolean() ? name : name + " " + value(field.getValue()));
      }
    }
    String how = String.join("; ", details);
    return kind.isEmpty() ? how : how.isEmpty() ? kind : kind + " (" + how + ")";
  }

  /** What a number or a flag says by default need not be said. */
  private static boolean says(String field, JsonNode value) {
    return !value.isNull()
        && !(value.isBoolean() && !value.asBoolean())
        && !(value.isTextual() && value.asText().isEmpty())
        && !(value.isContainerNode() && value.isEmpty())
        && !(field.equals("divide_by") && value.asInt() == 1);
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(value(item)));
      return some(items);
    }
    if (value.isObject()) {
      List<String> items = new ArrayList<>();
      value
          .properties()
          .forEach(entry -> items.add(quoted(entry.getKey()) + " → " + value(entry.getValue())));
      return some(items);
    }
    return quoted(value.asText());
  }

  private static String some(List<String> items) {
    return items.size() <= MOST
        ? String.join(", ", items)
        : String.join(", ", items.subList(0, MOST)) + " and " + (items.size() - MOST) + " more";
  }

  /** Blanks at the ends and signs that mean something here are shown for what they are. */
  private static String quoted(String text) {
    return text.matches("[\\p{L}\\p{N}_%€$£/:+-][\\p{L}\\p{N}_%€$£/:+. -]*")
            && text.equals(text.strip())
        ? text
        : "'" + text + "'";
  }
}
