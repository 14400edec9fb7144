package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.model.Author;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.QuerySql;
import dev.assay.sql.StatisticsSql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Writes candidates as tables of a recipe, with what they would hold counted on all rows. */
final class GoldTables {
  private final Engine engine;
  private final Source source;
  private final List<Rows.Column> silver;
  private final TableSize size;

  GoldTables(Engine engine, Source source, List<Rows.Column> silver, TableFigures figures) {
    this.engine = engine;
    this.source = source;
    this.silver = silver;
    this.size = new TableSize(figures);
  }

  GoldTable table(Candidate candidate, String because, GoldTable.Reason reason, Work work) {
    Query query = candidate.rankedBy() == null ? candidate.query() : segmented(candidate, work);
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
        rows,
        size.bytes(query, rows),
        because,
        reason,
        Author.RULES);
  }

  /** Bands at the upper tenth and the upper half of the groups, at bounds that people can read. */
  private Query segmented(Candidate candidate, Work work) {
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
}
