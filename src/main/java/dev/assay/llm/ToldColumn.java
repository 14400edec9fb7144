package dev.assay.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings.Privacy;
import java.util.List;
import java.util.stream.Stream;

/**
 * A typed column with what a model might be told of it.
 *
 * @param role what it is good for, in a word
 * @param present rows that have a value
 * @param distinct different values, approximately
 * @param min the smallest number or time, or null
 * @param max the largest number or time, or null
 * @param values the different values of a column that has few, else none
 */
public record ToldColumn(
    String name,
    String type,
    String role,
    long present,
    long distinct,
    String min,
    String max,
    List<String> values) {
  private static final int MOST_VALUES = 30;

  /** How much is told where a prompt has little room. */
  public enum Detail {
    ALL,
    /** Without values. */
    FIGURES,
    /** Names and types. */
    NAMES
  }

  public ToldColumn {
    values = List.copyOf(values);
  }

  /** As it may be told; of many values the first. */
  public ObjectNode told(Veil veil, Privacy privacy, Detail detail) {
    ObjectNode told = Json.mapper().createObjectNode();
    told.put("name", name).put("type", type);
    if (detail == Detail.NAMES) {
      return told;
    }
    told.put("role", role).put("present", present).put("distinct", distinct);
    if (veil.covers(name, privacy)) {
      return told;
    }
    shown(Stream.of(min == null ? "" : min, max == null ? "" : max), veil, privacy)
        .forEach(value -> told.withArray("/smallest_and_largest").add(value));
    if (detail == Detail.ALL && !values.isEmpty()) {
      ArrayNode listed = told.putArray("values");
      shown(values.stream().limit(MOST_VALUES), veil, privacy).forEach(listed::add);
      if (values.size() > MOST_VALUES) {
        told.put("more_values", true);
      }
    }
    return told;
  }

  private Stream<String> shown(Stream<String> all, Veil veil, Privacy privacy) {
    return all.filter(value -> !value.isEmpty())
        .flatMap(value -> veil.shown(name, value, privacy).stream())
        .distinct();
  }
}
