package dev.assay.ask.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Veil;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.Query;
import java.util.Locale;

/**
 * A typed query as a model may be told of it: a value that no model is told stays out, unless the
 * person has written it in a question that goes there anyhow.
 */
final class ToldQuery {
  private final Privacy privacy;
  private final Veil veil;
  private final String written;

  /**
   * @param written the questions as they were typed
   */
  ToldQuery(Privacy privacy, Veil veil, String written) {
    this.privacy = privacy;
    this.veil = veil;
    this.written = folded(written);
  }

  JsonNode of(Query query) {
    ObjectNode told = Json.mapper().valueToTree(query);
    told.remove("segment");
    conditions(told);
    return told;
  }

  private void conditions(JsonNode node) {
    if (node instanceof ObjectNode condition
        && condition.get("values") instanceof ArrayNode values) {
      ArrayNode kept = Json.mapper().createArrayNode();
      values.forEach(value -> told(condition.path("column").asText(), value.asText(), kept));
      condition.set("values", kept);
    }
    node.forEach(this::conditions);
  }

  private void told(String column, String value, ArrayNode kept) {
    if (written.contains(folded(value))) {
      kept.add(value);
    } else {
      veil.shown(column, value, privacy).ifPresentOrElse(kept::add, () -> kept.add("(not told)"));
    }
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
