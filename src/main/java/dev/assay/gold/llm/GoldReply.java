package dev.assay.gold.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.gold.CheckedSelect;
import dev.assay.gold.QueryCheck;
import dev.assay.llm.TypedQuery;
import dev.assay.llm.WholeAnswer;
import dev.assay.model.Author;
import dev.assay.model.Calculation;
import dev.assay.model.GoldTable;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Slug;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a model's Gold tables: wholly, or not at all, with every problem named. */
final class GoldReply {
  private static final int MOST_TABLES = 10;

  /**
   * What it said.
   *
   * @param question what it wants to know first, or null
   */
  record Said(List<GoldTable> tables, String question) {}

  private final Source source;
  private final List<Rows.Column> silver;
  private final CheckedSelect guard;
  private final List<Problem> problems = new ArrayList<>();

  GoldReply(Source source, List<Rows.Column> silver, CheckedSelect guard) {
    this.source = source;
    this.silver = silver;
    this.guard = guard;
  }

  /** Throws {@link UserError} with every problem. */
  Said read(String text) {
    problems.clear();
    ObjectNode root = WholeAnswer.object(text);
    List<GoldTable> tables = new ArrayList<>();
    if (!(root.get("gold_tables") instanceof ArrayNode listed)) {
      throw UserError.of(List.of(new Problem("/gold_tables", "Give 'gold_tables' as a list.")));
    }
    if (listed.size() > MOST_TABLES) {
      problems.add(new Problem("/gold_tables", "Give at most " + MOST_TABLES + " tables."));
    }
    for (int i = 0; i < Math.min(listed.size(), MOST_TABLES); i++) {
      GoldTable table = table(listed.get(i), "/gold_tables/" + i);
      if (table != null) {
        tables.add(table);
      }
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return new Said(tables, WholeAnswer.line(root.get("question")));
  }

  private GoldTable table(JsonNode said, String at) {
    String name = Slug.of(said.path("name").asText(), "");
    if (name.isEmpty()) {
      problems.add(new Problem(at + "/name", "Give the table a name in snake_case."));
      return null;
    }
    if (said.get("query") instanceof ObjectNode query) {
      return typed(said, name, query, at);
    }
    if (said.path("sql").isTextual() && !said.path("sql").asText().isBlank()) {
      return written(said, name, at);
    }
    problems.add(new Problem(at, "Give a query, or the SELECT as sql."));
    return null;
  }

  private GoldTable typed(JsonNode said, String name, ObjectNode given, String at) {
    Query query;
    try {
      query = TypedQuery.read(given, at + "/query").withTable(source.silverTable());
    } catch (UserError e) {
      problems.addAll(e.problems());
      return null;
    }
    List<Problem> found = QueryCheck.problems(query, silver, at + "/query");
    if (query.listsRows()) {
      problems.add(new Problem(at + "/query/shape", "A Gold table holds groups, not rows."));
    }
    problems.addAll(found);
    return found.isEmpty() && !query.listsRows()
        ? made(
            said,
            name,
            QuerySql.select(query, silver),
            query.dimensions().stream().map(Query.Dimension::name).toList(),
            Stream.concat(
                    query.measures().stream().map(Query.Measure::name),
                    query.calculations().stream().map(Calculation::name))
                .toList(),
            query)
        : null;
  }

  private GoldTable written(JsonNode said, String name, String at) {
    try {
      String sql = guard.checked(said.path("sql").asText());
      return made(
          said, name, sql, names(said.path("dimensions")), names(said.path("measures")), null);
    } catch (UserError e) {
      problems.add(new Problem(at + "/sql", e.getMessage()));
      return null;
    }
  }

  private GoldTable made(
      JsonNode said,
      String name,
      String sql,
      List<String> dimensions,
      List<String> measures,
      Query query) {
    return new GoldTable(
        source.goldTable(name),
        WholeAnswer.line(said.get("description")),
        WholeAnswer.line(said.get("business_question")),
        sql,
        dimensions,
        measures,
        query,
        null,
        null,
        WholeAnswer.line(said.get("because")),
        null,
        Author.MODEL);
  }

  private static List<String> names(JsonNode listed) {
    List<String> names = new ArrayList<>();
    listed.forEach(name -> names.add(name.asText()));
    return names;
  }
}
