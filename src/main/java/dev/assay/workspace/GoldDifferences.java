package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.gold.StoredQuery;
import dev.assay.model.GoldDifference;
import dev.assay.model.GoldDifference.GroupChange;
import dev.assay.model.GoldDifference.MeasureChange;
import dev.assay.model.GoldDifference.Trouble;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.SilverDifference.CellChange;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import dev.assay.sql.GoldDifferenceSql;
import dev.assay.sql.GoldDifferenceSql.Both;
import dev.assay.sql.JoinSql;
import dev.assay.sql.TableSql;
import dev.assay.sql.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What another Silver would make of the Gold tables that are there, found without publishing. */
final class GoldDifferences {
  private final Engine engine;
  private final Dialect dialect;
  private final TableSql tables;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Stages stages;
  private final MaskedColumns masked;

  GoldDifferences(
      Engine engine,
      Dialect dialect,
      Catalogue catalogue,
      Advice advice,
      Stages stages,
      MaskedColumns masked) {
    this.engine = engine;
    this.dialect = dialect;
    this.tables = new TableSql(dialect);
    this.catalogue = catalogue;
    this.advice = advice;
    this.stages = stages;
    this.masked = masked;
  }

  /**
   * One a published table.
   *
   * @param edited the recipe that is tried
   * @param silver is made by it, and read in the place of the published Silver
   * @param values whether values may be shown, of groups and over all rows
   */
  List<GoldDifference> differences(
      Source source, SilverRecipe edited, String silver, boolean values, Work work) {
    List<GoldDifference> differences = new ArrayList<>();
    for (MedallionLayer layer : catalogue.layers(source, Layer.GOLD)) {
      List<GoldTable> recipe = advice.goldInForce(source, layer.tableName()).goldTables();
      if (layer.publishedBuild() != null && !recipe.isEmpty()) {
        differences.add(
            difference(
                source,
                edited,
                silver,
                values && !masked.isOlder(source, layer),
                layer.tableName(),
                recipe.getFirst(),
                work));
      }
    }
    return differences;
  }

  private GoldDifference difference(
      Source source,
      SilverRecipe edited,
      String silver,
      boolean values,
      String published,
      GoldTable recipe,
      Work work) {
    String staged = TableSql.STAGING + "gold_" + UUID.randomUUID().toString().replace("-", "");
    try {
      Made made = select(source, edited, silver, recipe);
      engine.execute(
          GoldDifferenceSql.make(
              staged, GoldDifferenceSql.over(made.select(), source.silverTable(), silver)),
          work);
      work.stopIfCancelled();
      return compare(source, silver, values, published, staged, made);
    } catch (UserError e) {
      return GoldDifference.broken(
          published, e.getMessage(), trouble(source, edited, silver, recipe), count(published));
    } catch (EngineException e) {
      return GoldDifference.broken(
          published,
          values
              ? "Its SQL does not run on the edited Silver: " + e.getMessage()
              : "Its SQL does not run on the edited Silver; why is not said, for values of masked"
                  + " columns may be in it.",
          new Trouble(Trouble.Cause.SQL_FAILS, List.of()),
          count(published));
    } finally {
      engine.execute(tables.drop(staged), Work.unwatched());
    }
  }

  /** Which columns of Silver a table uses that would be gone or of another type; null for none. */
  private Trouble trouble(Source source, SilverRecipe edited, String silver, GoldTable recipe) {
    Query query = stages.followed(source, recipe, edited).query();
    if (query == null) {
      return new Trouble(Trouble.Cause.SQL_FAILS, List.of());
    }
    List<Rows.Column> after = catalogue.columns(silver);
    List<Rows.Column> used =
        catalogue.columns(source.silverTable()).stream()
            .filter(column -> query.columns().contains(column.name()))
            .toList();
    List<String> gone =
        used.stream().map(Rows.Column::name).filter(name -> named(after, name).isEmpty()).toList();
    List<String> changed =
        used.stream()
            .filter(column ->
                named(after, column.name())
                    .filter(other -> !other.type().equals(column.type()))
                    .isPresent())
            .map(Rows.Column::name)
            .toList();
    return !gone.isEmpty()
        ? new Trouble(Trouble.Cause.COLUMNS_GONE, gone)
        : changed.isEmpty() ? null : new Trouble(Trouble.Cause.COLUMNS_CHANGED, changed);
  }

  /**
   * How a table is made.
   *
   * @param query null for written SQL
   */
  private record Made(String select, GoldTable table, Query query) {}

  /** By the plan that a build would run. */
  private Made select(Source source, SilverRecipe edited, String silver, GoldTable recipe) {
    List<Rows.Column> columns = catalogue.columns(silver);
    var plan = stages.planGold(source, new GoldRecipe(List.of(recipe)), edited, columns).getFirst();
    GoldTable table = ((GoldRecipe) plan.recipe()).goldTables().getFirst();
    for (Step step : plan.steps()) {
      if (step instanceof Step.Aggregate(Query query, List<Rows.Column> of, String _)) {
        return new Made(dialect.select(query, of), table, query);
      }
      if (step instanceof Step.Materialise(String select, String _)) {
        return new Made(select, table, null);
      }
    }
    throw new IllegalStateException("The plan of " + plan.table() + " makes no table");
  }

  private GoldDifference compare(
      Source source, String silver, boolean shown, String published, String staged, Made made) {
    List<Both> keys = new ArrayList<>();
    List<Both> values = new ArrayList<>();
    List<Rows.Column> after = catalogue.columns(staged);
    List<String> dimensions =
        made.table().dimensions() == null ? List.of() : made.table().dimensions();
    for (Rows.Column column : catalogue.columns(published)) {
      Optional<Rows.Column> other = named(after, column.name());
      if (other.isPresent() && !StoredQuery.isHelper(column.name())) {
        (dimensions.contains(column.name()) ? keys : values).add(new Both(column, other.get()));
      }
    }
    GoldDifferenceSql sql = new GoldDifferenceSql(published, staged, keys, values);
    boolean grouped = keys.size() == dimensions.size() && truth(first(sql.unique()).getFirst());
    List<Object> counts = first(grouped ? sql.counts() : sql.surplus());
    return new GoldDifference(
        published,
        null,
        null,
        count(published),
        count(staged),
        number(counts.get(0)),
        number(counts.get(1)),
        number(counts.get(2)),
        shown ? measures(source, silver, published, staged, after, made) : List.of(),
        grouped && shown ? examples(sql, keys, values) : List.of());
  }

  private List<MeasureChange> measures(
      Source source,
      String silver,
      String published,
      String staged,
      List<Rows.Column> after,
      Made made) {
    return made.query() == null
        ? sums(published, staged, made.table(), after)
        : totals(source, silver, published, made.query());
  }

  private static Optional<Rows.Column> named(List<Rows.Column> columns, String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private List<GroupChange> examples(GoldDifferenceSql sql, List<Both> keys, List<Both> values) {
    List<GroupChange> examples = new ArrayList<>();
    for (List<Object> row : engine.query(sql.examples()).rows()) {
      boolean both = row.get(0) != null && row.get(1) != null;
      int split = 2 + 2 * keys.size();
      examples.add(
          new GroupChange(
              cells(keys, row.subList(2, split), false),
              cells(values, row.subList(split, row.size()), both)));
    }
    return examples;
  }

  private static List<CellChange> cells(List<Both> columns, List<Object> texts, boolean both) {
    List<CellChange> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String before = (String) texts.get(2 * i);
      String after = (String) texts.get(2 * i + 1);
      cells.add(
          new CellChange(
              columns.get(i).after().name(),
              before,
              after,
              both && !Objects.equals(before, after)));
    }
    return cells;
  }

  /** Each measure over all rows at once: groups need not add up to it. */
  private List<MeasureChange> totals(Source source, String silver, String published, Query edited) {
    List<Query.Measure> measures = measures(edited);
    if (measures.isEmpty()) {
      return List.of();
    }
    String table = source.silverTable();
    Map<String, Object> before = before(source, published);
    List<Object> after =
        first(GoldDifferenceSql.over(select(edited.overall(measures), silver), table, silver));
    List<MeasureChange> changes = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      String name = measures.get(i).name();
      changes.add(change(name, before.get(name), after.get(i)));
    }
    return changes;
  }

  private static List<Query.Measure> measures(Query query) {
    return query.measures().stream().filter(m -> !StoredQuery.isHelper(m.name())).toList();
  }

  /** The measures of a table over the published Silver, whose columns may have other names. */
  private Map<String, Object> before(Source source, String published) {
    GoldTable recipe = advice.goldInForce(source, published).goldTables().getFirst();
    Map<String, Object> values = new HashMap<>();
    try {
      Query query = select(source, null, source.silverTable(), recipe).query();
      List<Query.Measure> measures = query == null ? List.of() : measures(query);
      if (!measures.isEmpty()) {
        List<Object> found = first(select(query.overall(measures), source.silverTable()));
        for (int i = 0; i < measures.size(); i++) {
          values.put(measures.get(i).name(), found.get(i));
        }
      }
    } catch (UserError | IllegalArgumentException | EngineException e) {
      // A table that its recipe no longer makes of what is published has no figures before.
      values.clear();
    }
    return values;
  }

  /** A query over its own table as if it had the columns of another. */
  private String select(Query query, String like) {
    return dialect.select(query, JoinSql.columns(query, catalogue.columns(like), engine::columns));
  }

  /** Of written SQL nothing is known but what stands in its columns: they are added up. */
  private List<MeasureChange> sums(
      String published, String staged, GoldTable table, List<Rows.Column> columns) {
    List<String> names = table.measures() == null ? List.of() : table.measures();
    List<Rows.Column> before = catalogue.columns(published);
    List<Rows.Column> numbers =
        columns.stream()
            .filter(column -> names.contains(column.name()))
            .filter(column -> ValueKind.of(column.type()).isNumeric())
            .filter(column ->
                named(before, column.name())
                    .filter(was -> ValueKind.of(was.type()).isNumeric())
                    .isPresent())
            .toList();
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<Object> was = first(GoldDifferenceSql.sums(published, numbers));
    List<Object> is = first(GoldDifferenceSql.sums(staged, numbers));
    List<MeasureChange> changes = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      changes.add(change(numbers.get(i).name(), was.get(i), is.get(i)));
    }
    return changes;
  }

  private static MeasureChange change(String name, Object before, Object after) {
    return new MeasureChange(name, text(before), text(after), !same(before, after));
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  /** Doubles that are added up in another order are no change. */
  private static boolean same(Object before, Object after) {
    return before instanceof Double one && after instanceof Double other
        ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.max(Math.abs(one), Math.abs(other)))
        : Objects.equals(text(before), text(after));
  }

  private long count(String table) {
    return number(first(tables.count(table)).getFirst());
  }

  private List<Object> first(String select) {
    return engine.query(select).rows().getFirst();
  }

  private static boolean truth(Object value) {
    return Boolean.TRUE.equals(value);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
