package dev.assay.gold.llm;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.QuerySql;
import dev.assay.sql.StatisticsSql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Runs a suggested Gold table on all rows and compares its totals with Silver's. */
final class GoldTrial {
  private static final int MOST_GROUPS = 200_000;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  /** What came of it. */
  sealed interface Tried {
    /** It may be shown, with the number of its rows. */
    record Good(GoldTable table) implements Tried {}

    /** It may not. */
    record Bad(String because) implements Tried {}
  }

  private final Engine engine;
  private final List<Rows.Column> silver;
  private final long silverRows;

  GoldTrial(Engine engine, List<Rows.Column> silver, long silverRows) {
    this.engine = engine;
    this.silver = silver;
    this.silverRows = silverRows;
  }

  Tried run(GoldTable table, Work work) {
    try {
      return table.query() == null ? written(table) : typed(table, work);
    } catch (EngineException | UserError e) {
      return new Tried.Bad("it could not be run");
    }
  }

  private Tried typed(GoldTable table, Work work) {
    long rows =
        number(
            engine
                .query(StatisticsSql.count(table.query(), silver), work)
                .rows()
                .getFirst()
                .getFirst());
    Optional<String> different = difference(table.query());
    return different.isPresent() ? new Tried.Bad(different.get()) : sized(table, rows);
  }

  private Tried written(GoldTable table) {
    Rows rows =
        engine.reading(reader -> reader.read(table.sql(), new Engine.Limits(MOST_GROUPS, 30)));
    return rows.truncated()
        ? new Tried.Bad("it has more than " + MOST_GROUPS + " rows")
        : sized(table, rows.rows().size());
  }

  private Tried sized(GoldTable table, long rows) {
    if (rows == 0) {
      return new Tried.Bad("it would have no rows");
    }
    if (rows >= silverRows && silverRows > 1) {
      return new Tried.Bad("it would have as many rows as Silver");
    }
    return new Tried.Good(table.measured(rows, table.expectedBytes(), table.because()));
  }

  /** Where what can be added up over the groups differs from the same over all rows. */
  private Optional<String> difference(Query query) {
    List<Measure> additive =
        query.measures().stream()
            .filter(measure ->
                switch (measure.aggregate()) {
                  case COUNT_ROWS, COUNT, SUM -> true;
                  case COUNT_DISTINCT, AVG, MEDIAN, MIN, MAX -> false;
                })
            .toList();
    boolean whole = query.having().isEmpty() && query.limit() == null;
    if (!whole || additive.isEmpty() || query.dimensions().isEmpty()) {
      return Optional.empty();
    }
    Query totals = query.overall(additive);
    Query groups = totals.withDimensions(query.dimensions());
    return engine.reading(reader -> {
      Rows grouped =
          reader.read(QuerySql.select(groups, silver), new Engine.Limits(MOST_GROUPS, 30));
      List<Object> total =
          reader.read(QuerySql.select(totals, silver), Engine.Limits.INTERACTIVE).rows().getFirst();
      for (int i = 0; i < additive.size() && !grouped.truncated(); i++) {
        int at = query.dimensions().size() + i;
        BigDecimal sum =
            grouped.rows().stream()
                .map(row -> decimal(row.get(at)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!same(sum, decimal(total.get(i)), total.get(i) instanceof Double)) {
          return Optional.of("its " + additive.get(i).name() + " differs from Silver's");
        }
      }
      return Optional.empty();
    });
  }

  private static boolean same(BigDecimal one, BigDecimal other, boolean approximate) {
    BigDecimal allowed =
        approximate ? one.abs().max(other.abs()).multiply(TOLERANCE) : BigDecimal.ZERO;
    return one.subtract(other).abs().compareTo(allowed) <= 0;
  }

  private static BigDecimal decimal(Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }

  private static long number(Object value) {
    return Long.parseLong(value.toString());
  }
}
