package dev.assay.ask.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ToldColumn;
import dev.assay.llm.ToldColumn.Detail;
import dev.assay.llm.Veil;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a language model is told of the tables that a question may be about: no more than the
 * privacy mode allows. The rules' sentences are left out, since they quote values.
 */
final class Brief {
  private final Privacy privacy;
  private final Function<Source, Veil> veils;
  private final Inquiry inquiry;

  Brief(Privacy privacy, Function<Source, Veil> veils, Inquiry inquiry) {
    this.privacy = privacy;
    this.veils = veils;
    this.inquiry = inquiry;
  }

  /**
   * @param tables how many of the tables, the likeliest first
   */
  ObjectNode told(Detail detail, int tables) {
    ObjectNode told = Json.mapper().createObjectNode();
    ArrayNode listed = told.putArray("tables");
    List<Subject> subjects = inquiry.subjects().subList(0, tables);
    subjects.forEach(subject -> table(subject, detail, listed.addObject()));
    List<String> names = subjects.stream().map(Subject::table).toList();
    ArrayNode relationships = Json.mapper().createArrayNode();
    inquiry.relationships().stream()
        .filter(one -> names.contains(one.from().table()) && names.contains(one.to().table()))
        .forEach(one -> relationship(one, relationships.addObject()));
    if (!relationships.isEmpty()) {
      told.set("relationships", relationships);
    }
    if (inquiry.byRules() != null) {
      query(inquiry.byRules()).ifPresent(query -> told.set("query_of_the_rules", query));
    }
    if (inquiry.context() != null && inquiry.context().query() != null) {
      query(inquiry.context().query()).ifPresent(query -> told.set("earlier_query", query));
    }
    return told;
  }

  private Optional<JsonNode> query(Query query) {
    String written =
        inquiry.question()
            + "\n"
            + (inquiry.context() == null || inquiry.context().question() == null
                ? ""
                : inquiry.context().question());
    return inquiry.subjects().stream()
        .filter(subject -> subject.table().equals(query.table()))
        .findFirst()
        .map(subject -> new ToldQuery(privacy, veils.apply(subject.source()), written).of(query));
  }

  private static void relationship(Relationship one, ObjectNode told) {
    told.put("table", one.from().table()).put("other", one.to().table());
    ArrayNode matching = told.putArray("matching");
    for (int i = 0; i < one.from().columns().size(); i++) {
      matching
          .addObject()
          .put("column", one.from().columns().get(i))
          .put("other", one.to().columns().get(i));
    }
    told.put("cardinality", one.cardinality().name());
  }

  private void table(Subject subject, Detail detail, ObjectNode told) {
    told.put("table", subject.table());
    told.put("source", subject.source().id());
    told.put("layer", subject.layer().name());
    told.put("rows", subject.rows());
    if (subject.rowNoun() != null) {
      told.put("a_row_is", subject.rowNoun());
    }
    Veil veil = veils.apply(subject.source());
    ArrayNode columns = told.putArray("columns");
    subject.columns().forEach(column -> columns.add(likeliest(column).told(veil, privacy, detail)));
    if (detail != Detail.NAMES && !subject.gold().isEmpty()) {
      ArrayNode gold = told.putArray("gold_tables_for_sql");
      for (Subject.Gold one : subject.gold()) {
        ArrayNode names = gold.addObject().put("table", one.table()).putArray("columns");
        one.columns().forEach(column -> names.add(column.name()));
      }
    }
  }

  /** The values that the question names first, whatever else there is no room for. */
  private ToldColumn likeliest(ToldColumn column) {
    String question = inquiry.question().toLowerCase(Locale.ROOT);
    return new ToldColumn(
        column.name(),
        column.type(),
        column.role(),
        column.present(),
        column.distinct(),
        column.min(),
        column.max(),
        column.values().stream()
            .sorted(
                Comparator.comparing(
                        (String value) -> !question.contains(value.toLowerCase(Locale.ROOT)))
                    .thenComparing(Comparator.naturalOrder()))
            .toList());
  }
}
