package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Trial;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Recipe;
import dev.assay.model.Rows;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverDifference.CellChange;
import dev.assay.model.SilverDifference.ColumnChange;
import dev.assay.model.SilverDifference.Counts;
import dev.assay.model.SilverDifference.Fate;
import dev.assay.model.SilverDifference.Movement;
import dev.assay.model.SilverDifference.ReasonChange;
import dev.assay.model.SilverDifference.RowChange;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.silver.RecipeComparison;
import dev.assay.sql.DifferenceSql;
import dev.assay.sql.TableSql;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Compares what an edited recipe would make with what is published, on all rows. The recipe is
 * carried out in staged tables of its own, which are then dropped.
 */
final class SilverDifferences {
  private static final String HIDDEN = "***";

  private final Store store;
  private final Engine engine;
  private final TableSql tables;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;
  private final Builds builds;
  private final GoldDifferences gold;
  private final MaskedColumns masked;
  private final Trials trials;

  SilverDifferences(
      Store store,
      Engine engine,
      TableSql tables,
      Catalogue catalogue,
      Advice advice,
      Stages stages,
      Builds builds,
      GoldDifferences gold,
      MaskedColumns masked,
      Trials trials) {
    this.store = store;
    this.engine = engine;
    this.tables = tables;
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
    this.builds = builds;
    this.gold = gold;
    this.masked = masked;
    this.trials = trials;
  }

  /** {@code recipe} null for the one in force. */
  SilverDifference difference(Source source, SilverRecipe recipe) {
    return trials.run(work -> difference(source, recipe, work));
  }

  private SilverDifference difference(Source source, SilverRecipe recipe, Work work) {
    MedallionLayer published = catalogue.silver(source);
    SilverRecipe wanted = recipe == null ? advice.silver(source, work).recipe() : recipe;
    BuildPlan plan = stages.planSilver(source, wanted);
    // Columns that are masked now and would not be: until that is built, nobody sees their values.
    Set<String> unmasked = masked.shown(source, Previews.spec(plan));
    try (Trial trial = builds.trial(plan, work)) {
      DifferenceSql.State before =
          state(source.silverTable(), source.rejectedTable(), source.duplicatesTable());
      DifferenceSql.State after =
          state(
              trial.staged(source.silverTable()),
              trial.staged(source.rejectedTable()),
              trial.staged(source.duplicatesTable()));
      String moves = TableSql.STAGING + "moves_" + UUID.randomUUID().toString().replace("-", "");
      Optional<SilverRecipe> earlier = published(source);
      DifferenceSql sql =
          new DifferenceSql(
              before,
              after,
              earlier.map(was -> RecipeComparison.renamed(was, wanted)).orElse(Map.of()));
      try {
        engine.execute(sql.moves(moves), work);
        SilverDifference difference =
            new SilverDifference(
                source.silverTable(),
                published.ledger(),
                trial.ledger().orElse(null),
                counts(moves, before),
                movements(moves, sql, before, after, unmasked),
                columns(moves, sql, before, after),
                reasons(sql),
                earlier.map(was -> RecipeComparison.changes(was, wanted)).orElse(List.of()),
                gold.differences(
                    source,
                    (SilverRecipe) plan.recipe(),
                    after.silver(),
                    unmasked.isEmpty(),
                    work));
        unmoved(source, published);
        return difference;
      } finally {
        engine.execute(tables.drop(moves), Work.unwatched());
      }
    }
  }

  private DifferenceSql.State state(String silver, String rejected, String duplicates) {
    return DifferenceSql.State.of(silver, rejected, duplicates, catalogue.columns(silver));
  }

  /** What was compared must still be what is published. */
  private void unmoved(Source source, MedallionLayer compared) {
    if (!Objects.equals(catalogue.silver(source).publishedBuild(), compared.publishedBuild())) {
      throw UserError.conflict(
          "Silver of '"
              + source.id()
              + "' was built anew while it was compared. Ask for the difference again.");
    }
  }

  private Counts counts(String moves, DifferenceSql.State before) {
    Map<Fate, Map<Fate, Long>> counted = new HashMap<>();
    for (List<Object> row : engine.query(DifferenceSql.counts(moves)).rows()) {
      counted
          .computeIfAbsent(fate(row.get(0)), _ -> new HashMap<>())
          .put(fate(row.get(1)), number(row.get(2)));
    }
    long silver = number(engine.query(tables.count(before.silver())).rows().getFirst().getFirst());
    long changed = counted.getOrDefault(Fate.SILVER, Map.of()).getOrDefault(Fate.SILVER, 0L);
    long left = from(counted, Fate.SILVER);
    return new Counts(
        silver - changed - left,
        changed,
        to(counted, Fate.SILVER),
        left,
        to(counted, Fate.REJECTED),
        counted.getOrDefault(Fate.REJECTED, Map.of()).getOrDefault(Fate.SILVER, 0L),
        to(counted, Fate.DUPLICATE),
        from(counted, Fate.DUPLICATE),
        to(counted, Fate.FILTERED));
  }

  private static long to(Map<Fate, Map<Fate, Long>> counted, Fate fate) {
    return counted.entrySet().stream()
        .filter(from -> from.getKey() != fate)
        .mapToLong(from -> from.getValue().getOrDefault(fate, 0L))
        .sum();
  }

  private static long from(Map<Fate, Map<Fate, Long>> counted, Fate fate) {
    return counted.getOrDefault(fate, Map.of()).entrySet().stream()
        .filter(to -> to.getKey() != fate)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private List<Movement> movements(
      String moves,
      DifferenceSql sql,
      DifferenceSql.State before,
      DifferenceSql.State after,
      Set<String> unmasked) {
    Map<List<Fate>, List<RowChange>> examples = new HashMap<>();
    for (List<Object> row : engine.query(sql.examples(moves)).rows()) {
      examples
          .computeIfAbsent(List.of(fate(row.get(3)), fate(row.get(4))), _ -> new ArrayList<>())
          .add(example(row, sql, before, after, unmasked));
    }
    return engine.query(DifferenceSql.counts(moves)).rows().stream()
        .map(row ->
            new Movement(
                fate(row.get(0)),
                fate(row.get(1)),
                number(row.get(2)),
                examples.get(List.of(fate(row.get(0)), fate(row.get(1))))))
        .sorted(Comparator.comparing(Movement::from).thenComparing(Movement::to))
        .toList();
  }

  private static RowChange example(
      List<Object> row,
      DifferenceSql sql,
      DifferenceSql.State before,
      DifferenceSql.State after,
      Set<String> unmasked) {
    Map<String, Integer> at = places(after, DifferenceSql.EXAMPLE_HEAD + before.columns().size());
    Map<String, Integer> was = places(before, DifferenceSql.EXAMPLE_HEAD);
    List<String> changed = new ArrayList<>();
    if (row.get(9) instanceof List<?> codes) {
      codes.forEach(
          code -> changed.add(sql.shared().get((int) number(code) / DifferenceSql.CODES)));
    }
    List<CellChange> cells = new ArrayList<>();
    at.forEach((name, index) ->
        cells.add(
            new CellChange(
                name,
                sql.before(name)
                    .map(column -> (String) row.get(was.remove(column.name())))
                    .orElse(null),
                unmasked.contains(name) && row.get(index) != null
                    ? HIDDEN
                    : (String) row.get(index),
                changed.contains(name))));
    was.forEach(
        (name, index) -> cells.add(new CellChange(name, (String) row.get(index), null, false)));
    boolean split = before.split() || after.split();
    return new RowChange(
        number(row.get(0)),
        number(row.get(1)),
        split ? number(row.get(2)) : null,
        texts(row.get(5)),
        texts(row.get(6)),
        (String) row.get(7),
        (String) row.get(8),
        cells);
  }

  /** Where the values of each column stand in an example, by its name. */
  private static Map<String, Integer> places(DifferenceSql.State state, int first) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Rows.Column column : state.columns()) {
      places.put(column.name(), first + places.size());
    }
    return places;
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : null;
  }

  private List<ColumnChange> columns(
      String moves, DifferenceSql sql, DifferenceSql.State before, DifferenceSql.State after) {
    Map<Integer, Long> cells = new HashMap<>();
    engine
        .query(DifferenceSql.cells(moves))
        .rows()
        .forEach(row -> cells.put((int) number(row.get(0)), number(row.get(1))));
    Map<String, Rows.Column> gone = new LinkedHashMap<>();
    before.columns().forEach(column -> gone.put(column.name(), column));
    List<ColumnChange> columns = new ArrayList<>();
    int code = 0;
    for (Rows.Column column : after.columns()) {
      String name = column.name();
      Optional<Rows.Column> earlier = sql.before(name);
      if (earlier.isEmpty()) {
        columns.add(new ColumnChange(name, null, null, type(column), 0, 0, 0));
        continue;
      }
      gone.remove(earlier.get().name());
      long filled = cells.getOrDefault(code + DifferenceSql.FILLED, 0L);
      long emptied = cells.getOrDefault(code + DifferenceSql.EMPTIED, 0L);
      columns.add(
          new ColumnChange(
              name,
              earlier.map(Rows.Column::name).filter(was -> !was.equals(name)).orElse(null),
              type(earlier.get()),
              type(column),
              cells.getOrDefault(code, 0L) + filled + emptied,
              filled,
              emptied));
      code += DifferenceSql.CODES;
    }
    gone.values()
        .forEach(column ->
            columns.add(new ColumnChange(column.name(), null, type(column), null, 0, 0, 0)));
    return columns;
  }

  /** As recipes write it. */
  private static String type(Rows.Column column) {
    return switch (column.type()) {
      case "VARCHAR" -> "TEXT";
      case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMPTZ";
      default -> column.type();
    };
  }

  private List<ReasonChange> reasons(DifferenceSql sql) {
    Map<String, Long> was = reasons(sql.reasonsOfBefore());
    Map<String, Long> is = reasons(sql.reasonsOfAfter());
    List<String> all = new ArrayList<>(was.keySet());
    is.keySet().stream().filter(reason -> !was.containsKey(reason)).forEach(all::add);
    return all.stream()
        .map(reason ->
            new ReasonChange(reason, was.getOrDefault(reason, 0L), is.getOrDefault(reason, 0L)))
        .sorted(
            Comparator.comparingLong((ReasonChange r) -> Math.abs(r.after() - r.before()))
                .reversed()
                .thenComparing(ReasonChange::reason))
        .toList();
  }

  private Map<String, Long> reasons(String counted) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    engine
        .query(counted)
        .rows()
        .forEach(row -> reasons.put((String) row.get(0), number(row.get(1))));
    return reasons;
  }

  /** The recipe that the published Silver was made by. */
  private Optional<SilverRecipe> published(Source source) {
    return store.recipes().published(source.silverTable()).map(applied -> silver(applied.recipe()));
  }

  private static SilverRecipe silver(Recipe recipe) {
    if (recipe.layer() != Layer.SILVER) {
      throw new IllegalStateException("A Silver table has a recipe of " + recipe.layer().text());
    }
    return (SilverRecipe) recipe;
  }

  private static Fate fate(Object text) {
    return Fate.valueOf(((String) text).toUpperCase(Locale.ROOT));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
