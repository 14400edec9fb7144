package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.model.Deduplication;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.TableFigures;
import dev.assay.semantic.WrittenUnits;
import dev.assay.sql.QuerySql;
import dev.assay.sql.StatisticsSql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Suggests Gold tables by rules, from what all rows of Silver say about its columns. */
public final class GoldAdvisor {
  private static final int MOST = 5;
  private static final int FEWEST = 3;

  private final Engine engine;

  public GoldAdvisor(Engine engine) {
    this.engine = engine;
  }

  /**
   * Three to five tables, the most useful first; fewer, with a note, only where the data has
   * nothing more.
   *
   * @param silver the columns of the published Silver table
   * @param recipe the Silver recipe in force, for its keys; null when not known
   */
  public GoldRecipe suggest(
      Source source, List<Rows.Column> silver, SilverRecipe recipe, Work work) {
    TableFigures figures =
        TableFigures.measure(sql -> engine.query(sql, work), source.silverTable(), silver);
    if (figures.rows() == 0) {
      return new GoldRecipe(
          List.of(),
          List.of(source.silverTable() + " has no rows, so there is nothing to suggest yet."));
    }
    WrittenUnits units = WrittenUnits.of(recipe);
    List<ColumnRole> roles = ColumnRole.of(figures, keys(recipe), units);
    List<GoldTable> tables = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Candidate candidate : new AmountsByUnit(source, figures, roles, units).ranked()) {
      if (tables.size() < MOST && slugs.add(candidate.slug())) {
        tables.add(table(source, candidate, silver, work));
      }
    }
    return new GoldRecipe(tables, notes(tables, roles));
  }

  /** Silver columns that alone name a row, and those of a longer key. */
  static Set<String> keys(SilverRecipe recipe) {
    Set<String> keys = new HashSet<>();
    if (recipe == null || recipe.columns() == null) {
      return keys;
    }
    Map<String, String> silverNames = new HashMap<>();
    for (SilverColumn column : recipe.columns()) {
      if (column.silverName() != null) {
        silverNames.put(column.sourceColumn(), column.silverName());
        if (column.validation() != null && column.validation().unique()) {
          keys.add(column.silverName());
        }
      }
    }
    Deduplication deduplication = recipe.deduplication();
    if (deduplication != null && deduplication.keyColumns().size() == 1) {
      String key = deduplication.keyColumns().getFirst();
      keys.add(silverNames.getOrDefault(key, key));
    }
    return keys;
  }

  private GoldTable table(Source source, Candidate candidate, List<Rows.Column> silver, Work work) {
    Query query =
        candidate.rankedBy() == null ? candidate.query() : segmented(candidate, silver, work);
    long rows =
        TableFigures.number(
            engine.query(StatisticsSql.count(query, silver), work).rows().getFirst().getFirst());
    List<String> dimensions = new ArrayList<>();
    query.dimensions().forEach(dimension -> dimensions.add(dimension.name()));
    if (query.segment() != null) {
      dimensions.add(query.segment().name());
    }
    return new GoldTable(
        source.goldTable(candidate.slug()),
        candidate.description(),
        candidate.businessQuestion(),
        QuerySql.select(query, silver),
        dimensions,
        query.measures().stream().map(Query.Measure::name).toList(),
        query,
        rows);
  }

  /** Bands at the upper tenth and the upper half of the groups, at bounds that people can read. */
  private Query segmented(Candidate candidate, List<Rows.Column> silver, Work work) {
    Query query = candidate.query();
    String measure = candidate.rankedBy().measure();
    List<Object> quantiles =
        engine
            .query(StatisticsSql.quantiles(query, silver, measure, List.of(0.9, 0.5)), work)
            .rows()
            .getFirst();
    boolean people = candidate.rankedBy().people();
    List<String> labels = people ? List.of("VIP", "Regular") : List.of("High", "Medium");
    List<Query.Band> bands = new ArrayList<>();
    BigDecimal before = null;
    for (int i = 0; i < 2; i++) {
      if (quantiles.get(i) instanceof Double value && Double.isFinite(value)) {
        BigDecimal bound = readable(value);
        if (before == null || bound.compareTo(before) < 0) {
          bands.add(new Query.Band(labels.get(i), bound.toPlainString()));
          before = bound;
        }
      }
    }
    if (bands.isEmpty()) {
      return query;
    }
    return query.withSegment(
        new Query.Segment("segment", measure, bands, people ? "Occasional" : "Low"));
  }

  private static BigDecimal readable(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  private static List<String> notes(List<GoldTable> tables, List<ColumnRole> roles) {
    List<String> notes = new ArrayList<>();
    if (roles.stream().noneMatch(ColumnRole::isMeasure)) {
      notes.add("No column holds an amount, so the tables count rows.");
    }
    if (tables.size() < FEWEST) {
      notes.add(
          "Only "
              + tables.size()
              + (tables.size() == 1 ? " table is" : " tables are")
              + " suggested: no other column is a time or sorts rows into groups.");
    }
    return notes.isEmpty() ? null : notes;
  }
}
