package dev.assay.gold;

import dev.assay.model.BuildPlan;
import dev.assay.model.Calculation;
import dev.assay.model.Change;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Slug;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.JoinSql;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks Gold recipes and plans the builds of their tables; nothing is run or changed. */
public final class GoldPlanner {
  private final CheckedSelect guard;

  public GoldPlanner(CheckedSelect guard) {
    this.guard = guard;
  }

  /** The plan of one table; throws {@link UserError} naming all its problems. */
  public BuildPlan plan(Source source, GoldTable table, List<Rows.Column> silver) {
    return plan(source, new GoldRecipe(List.of(table)), silver, Map.of()).getFirst();
  }

  /** As {@link #plan(Source, GoldRecipe, List, Map, Function)} where no other table is joined. */
  public List<BuildPlan> plan(
      Source source, GoldRecipe recipe, List<Rows.Column> silver, Map<String, String> taken) {
    return plan(source, recipe, silver, taken, _ -> Optional.empty());
  }

  /**
   * One plan a table, in the recipe's order; throws {@link UserError} naming every problem of every
   * table at once.
   *
   * @param silver the columns of the published Silver table
   * @param taken names of the workspace's tables that are not this source's Gold, each with what it
   *     is, for the message
   * @param tables the columns of other Silver tables, for joins
   */
  public List<BuildPlan> plan(
      Source source,
      GoldRecipe recipe,
      List<Rows.Column> silver,
      Map<String, String> taken,
      Function<String, Optional<List<Rows.Column>>> tables) {
    List<Problem> problems = new ArrayList<>();
    List<BuildPlan> plans = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, String> others = new HashMap<>();
    taken.forEach((name, what) -> others.put(name.toLowerCase(Locale.ROOT), what));
    List<GoldTable> wanted = recipe.goldTables() == null ? List.of() : recipe.goldTables();
    if (wanted.isEmpty()) {
      problems.add(new Problem("/gold_tables", Sentences.GOLD_TABLE_NEEDED.with()));
    }
    for (int i = 0; i < wanted.size(); i++) {
      String at = "/gold_tables/" + i;
      GoldTable table = wanted.get(i);
      if (table == null) {
        problems.add(new Problem(at, "A Gold table is needed here, not null."));
        continue;
      }
      problems.addAll(nameProblems(source, table.name(), at, i, seen, others));
      step(source, table, silver, tables, at, problems).ifPresent(plans::add);
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return List.copyOf(plans);
  }

  /**
   * The table as a plan takes it: placeholders replaced, and {@code query} gone where {@code sql}
   * says something else, for then it is written SQL.
   */
  public GoldTable settled(Source source, GoldTable table, List<Rows.Column> silver) {
    return settled(source, table, silver, _ -> Optional.empty());
  }

  private GoldTable settled(
      Source source,
      GoldTable table,
      List<Rows.Column> silver,
      Function<String, Optional<List<Rows.Column>>> tables) {
    Query query = table.query() == null ? null : withTable(source, table.query());
    String sql = table.sql() == null ? null : withSource(source, table.sql());
    if (query != null && QueryCheck.problems(query, silver, tables, "").isEmpty()) {
      String rendering = QuerySql.select(query, JoinSql.columns(query, silver, tables));
      if (sql == null || sameText(sql, rendering)) {
        sql = rendering;
      } else {
        query = null;
      }
    }
    return new GoldTable(
        table.name(),
        table.description(),
        table.businessQuestion(),
        sql,
        table.dimensions() == null && query != null
            ? query.dimensions().stream().map(Query.Dimension::name).toList()
            : table.dimensions(),
        table.measures() == null && query != null
            ? Stream.concat(
                    query.measures().stream().map(Query.Measure::name),
                    query.calculations().stream().map(Calculation::name))
                .toList()
            : table.measures(),
        query,
        null,
        null,
        null,
        table.reason(),
        null);
  }

  private Optional<BuildPlan> step(
      Source source,
      GoldTable given,
      List<Rows.Column> silver,
      Function<String, Optional<List<Rows.Column>>> tables,
      String at,
      List<Problem> problems) {
    if (given.query() == null && (given.sql() == null || given.sql().isBlank())) {
      problems.add(new Problem(at, Sentences.GOLD_QUERY_NEEDED.with()));
      return Optional.empty();
    }
    if (given.query() != null) {
      Query query = withTable(source, given.query());
      List<Problem> found = new ArrayList<>();
      if (!query.table().equals(source.silverTable())) {
        found.add(
            new Problem(
                at + "/query/table",
                "A Gold table of "
                    + source.name()
                    + " is made from "
                    + source.silverTable()
                    + ", not from "
                    + query.table()
                    + "."));
      }
      if (query.listsRows()) {
        found.add(
            new Problem(
                at + "/query/shape",
                "A Gold table holds groups. Name dimensions and measures, and leave the shape"
                    + " out."));
      }
      found.addAll(QueryCheck.problems(query, silver, tables, at + "/query"));
      if (!query.summary().isEmpty()) {
        found.add(new Problem(at + "/query/summary", "A Gold table holds groups. Remove summary."));
      }
      if (!found.isEmpty()) {
        problems.addAll(found);
        return Optional.empty();
      }
    }
    GoldTable table = settled(source, given, silver, tables);
    if (table.name() == null) {
      return Optional.empty();
    }
    String published = source.goldTable(table.name());
    String staged = "assay_staging_" + published;
    List<Step> steps = new ArrayList<>();
    if (table.query() != null) {
      Query stored = StoredQuery.of(table.query());
      steps.add(new Step.Aggregate(stored, JoinSql.columns(stored, silver, tables), staged));
      steps.add(new Step.Reconcile(stored, staged));
    } else {
      try {
        steps.add(new Step.Materialise(guard.checked(table.sql()), staged));
      } catch (UserError e) {
        problems.add(new Problem(at + "/sql", e));
        return Optional.empty();
      }
    }
    steps.add(new Step.Publish(List.of(new Change.Swap(staged, published))));
    return Optional.of(
        new BuildPlan(source.id(), Layer.GOLD, published, new GoldRecipe(List.of(table)), steps));
  }

  private static List<Problem> nameProblems(
      Source source,
      String name,
      String at,
      int index,
      Map<String, Integer> seen,
      Map<String, String> others) {
    if (name == null || name.isBlank()) {
      return List.of(new Problem(at + "/name", Sentences.GOLD_NAME_NEEDED.with()));
    }
    if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]{0,120}")) {
      return List.of(
          new Problem(
              at + "/name",
              Sentences.GOLD_NAME_SIGNS.with(name, Slug.of(name, "revenue_by_month"))));
    }
    String published = source.goldTable(name).toLowerCase(Locale.ROOT);
    Integer before = seen.putIfAbsent(published, index);
    if (before != null) {
      return List.of(new Problem(at + "/name", Sentences.GOLD_NAME_TWICE.with(name, before)));
    }
    if (others.containsKey(published)) {
      return List.of(
          new Problem(
              at + "/name",
              Sentences.GOLD_NAME_TAKEN.with(source.goldTable(name), others.get(published))));
    }
    return List.of();
  }

  private static Query withTable(Source source, Query query) {
    String table = query.table() == null ? source.silverTable() : withSource(source, query.table());
    return query.withTable(table);
  }

  private static String withSource(Source source, String text) {
    return text.replace("{source_id}", source.id());
  }

  /** Whether two texts differ in nothing but layout; inside quotes, layout is content. */
  private static boolean sameText(String one, String other) {
    return one.indexOf('\'') >= 0
        ? one.strip().equals(other)
        : one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
  }
}
