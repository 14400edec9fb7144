package dev.assay.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Bounds on functions that make one value as large as they are told: the engine does not count such
 * values against its memory limit, so one row could take the machine.
 */
final class SizeRules {
  static final int LARGEST = 10_000;

  /** Function to the position of the argument that says how large the value becomes. */
  private static final Map<String, Integer> SIZED =
      Map.of(
          "repeat", 1,
          "lpad", 1,
          "rpad", 1,
          "list_resize", 1,
          "array_resize", 1,
          "to_base", 2,
          "bitstring", 1);

  private static final Pattern WIDE = Pattern.compile("(?s).*(?:\\d{4,}|[*]|\\{[^}]*\\{).*");

  void check(String function, JsonNode arguments) {
    Integer position = SIZED.get(function);
    if (position != null && arguments.size() > position) {
      JsonNode literal = literal(arguments, position);
      boolean small =
          literal.path("kind").asText().equals("INTEGER")
              && literal.path("text").asText().matches("\\d{1,5}")
              && Integer.parseInt(literal.path("text").asText()) <= LARGEST;
      if (!small) {
        throw Refusal.size(
            function, "argument " + (position + 1) + " must be a number written out, up to 10000");
      }
    }
    if (function.equals("format") || function.equals("printf")) {
      JsonNode literal = literal(arguments, 0);
      if (!literal.path("kind").asText().equals("STRING")
          || WIDE.matcher(literal.path("text").asText()).matches()) {
        throw Refusal.size(
            function, "the pattern must be a text written out, with widths of up to 999");
      }
    }
  }

  private static JsonNode literal(JsonNode arguments, int position) {
    return arguments.path(position).path("expression").path("literal");
  }
}
