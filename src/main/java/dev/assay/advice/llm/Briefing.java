package dev.assay.advice.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.llm.PersonalNames;
import dev.assay.llm.StandIn;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile;
import dev.assay.model.Deduplication;
import dev.assay.model.Evidence;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a language model is told of a table: no more than the privacy mode allows, and every word of
 * the data quoted as JSON.
 *
 * <p>The rules' sentences are left out, since they quote values; so are values of columns that
 * speak of people.
 */
final class Briefing {
  private static final int TOP_VALUES = 8;

  private final Privacy privacy;
  private final Profile profile;
  private final SilverRecipe recipe;
  private final Set<String> veiled;
  private final Map<String, Question> questions;

  /**
   * @param recipe what the rules suggest, or the recipe in force
   * @param masked source columns that a recipe masks: not even FULL shows their values
   */
  Briefing(Privacy privacy, Profile profile, SilverRecipe recipe, Set<String> masked) {
    this.privacy = privacy;
    this.profile = profile;
    this.recipe = recipe;
    this.veiled = veiled(privacy, recipe, masked);
    this.questions =
        recipe.questions() == null
            ? Map.of()
            : recipe.questions().stream()
                .collect(Collectors.toMap(Question::column, q -> q, (one, _) -> one));
  }

  private static Set<String> veiled(Privacy privacy, SilverRecipe recipe, Set<String> masked) {
    Set<String> veiled = new HashSet<>(masked);
    Map<String, String> sources = new HashMap<>();
    for (SilverColumn column : recipe.columns()) {
      sources.put(column.silverName(), column.sourceColumn());
      Evidence evidence = column.evidence();
      boolean personal =
          (evidence != null
                  && evidence.semanticType() != null
                  && evidence.semanticType().personal())
              || PersonalNames.speakOfPeople(column.sourceColumn());
      if (column.mask() != null || (privacy != Privacy.FULL && personal)) {
        veiled.add(column.sourceColumn());
      }
    }
    if (privacy != Privacy.FULL) {
      recipe.proposals().stream()
          .filter(proposal -> proposal.kind() == Proposal.Kind.PERSONAL_DATA)
          .flatMap(proposal -> proposal.columns().stream())
          .map(name -> sources.getOrDefault(name, name))
          .forEach(veiled::add);
    }
    return Set.copyOf(veiled);
  }

  /** The table as a whole. */
  ObjectNode table() {
    ObjectNode table = Json.mapper().createObjectNode();
    table.put("rows", profile.rowCount());
    table.put("columns_in_all", profile.columns().size());
    Deduplication deduplication = recipe.deduplication();
    if (deduplication != null) {
      table.set("deduplication_of_the_rules", Json.mapper().valueToTree(deduplication));
    }
    if (questions.containsKey("deduplication")) {
      table.set(
          "open_question_about_duplicates",
          Json.mapper().valueToTree(questions.get("deduplication").choices()));
    }
    return table;
  }

  /** One column of the recipe. */
  ObjectNode column(SilverColumn column) {
    ObjectNode told = Json.mapper().createObjectNode();
    told.put("source_column", column.sourceColumn());
    told.put("silver_name", column.silverName());
    told.put("target_type", column.targetType() == null ? "TEXT" : column.targetType().text());
    cleaning(column, told.putArray("cleaning"));
    Evidence evidence = column.evidence();
    if (evidence != null) {
      told.put("missing", evidence.missing());
      told.put("read", evidence.parsed());
      told.put("failed", evidence.failed());
      told.put("changed", evidence.changed());
      told.put("lossy", evidence.lossy());
      if (evidence.semanticType() != null) {
        told.put("meaning", evidence.semanticType().name());
      }
      if (showsValues() && evidence.counterExamples() != null) {
        texts(column, evidence.counterExamples(), told.putArray("failing_values"));
      }
    }
    Question question = questions.get(column.silverName());
    if (question != null) {
      texts(column, question.choices(), told.putArray("open_question_choices"));
    }
    profile.columns().stream()
        .filter(known -> known.name().equals(column.sourceColumn()))
        .findFirst()
        .ifPresent(known -> profile(column, known, told));
    return told;
  }

  private void profile(SilverColumn column, ColumnProfile known, ObjectNode told) {
    told.put("distinct", known.distinct());
    told.put("shortest", known.minLength());
    told.put("longest", known.maxLength());
    if (!showsValues()) {
      return;
    }
    if (known.min() != null && known.max() != null) {
      texts(column, List.of(known.min(), known.max()), told.putArray("smallest_and_largest_text"));
    }
    ArrayNode top = told.putArray("top_values");
    // Values that look alike once they are veiled are told once.
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    known.topValues().stream()
        .limit(TOP_VALUES)
        .forEach(value -> counts.merge(shown(column, value.value()), value.count(), Long::sum));
    counts.forEach((value, count) -> top.addObject().put("value", value).put("count", count));
  }

  /**
   * The steps of the rules: with METADATA_ONLY by name alone, since their words come from cells.
   */
  private void cleaning(SilverColumn column, ArrayNode steps) {
    if (column.cleaning() == null) {
      return;
    }
    boolean inFull = showsValues() && !veiled.contains(column.sourceColumn());
    for (Cleaning step : column.cleaning()) {
      ObjectNode node = Json.mapper().valueToTree(step);
      if (inFull && privacy == Privacy.FULL) {
        steps.add(node);
      } else if (inFull) {
        steps.add(veiled(node));
      } else {
        steps.addObject().put("step", node.get("step").asText());
      }
    }
  }

  private static JsonNode veiled(JsonNode node) {
    return switch (node) {
      case TextNode text -> TextNode.valueOf(StandIn.within(text.textValue()));
      case ArrayNode array -> {
        ArrayNode copy = Json.mapper().createArrayNode();
        array.forEach(item -> copy.add(veiled(item)));
        yield copy;
      }
      case ObjectNode object -> {
        ObjectNode copy = Json.mapper().createObjectNode();
        object
            .properties()
            .forEach(field -> copy.set(StandIn.within(field.getKey()), veiled(field.getValue())));
        yield copy;
      }
      default -> node;
    };
  }

  private boolean showsValues() {
    return privacy == Privacy.FULL || privacy == Privacy.MASKED_SAMPLES;
  }

  private void texts(SilverColumn column, List<String> values, ArrayNode into) {
    if (showsValues()) {
      values.forEach(value -> into.add(shown(column, value)));
    }
  }

  private String shown(SilverColumn column, String value) {
    if (veiled.contains(column.sourceColumn())) {
      return StandIn.whole(value);
    }
    return privacy == Privacy.FULL ? StandIn.shortened(value) : StandIn.within(value);
  }
}
