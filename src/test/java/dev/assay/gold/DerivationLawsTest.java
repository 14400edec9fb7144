package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Query.Order;
import dev.assay.model.Rows;
import dev.assay.model.Step;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is derived from Gold says what Silver says. */
class DerivationLawsTest {
  private static final DuckDbEngine ENGINE = DuckDbEngine.open(null, "512MB", 2);

  private static final List<String> NUMBERS = List.of("amount", "quantity", "weight");
  private static final List<String> PLAIN = List.of("region", "paid", "day", "customer_id");
  private static final List<String> TIMES = List.of("day", "at");

  private static int derived;

  @AfterContainer
  static void isNoEmptyLaw() {
    ENGINE.close();
    assertThat(derived).as("questions that were derived").isGreaterThan(60);
  }

  @Property(tries = 400)
  void aDerivedAnswerIsSilversAnswer(
      @ForAll("rows") List<String> rows,
      @ForAll("golds") Query gold,
      @ForAll("questions") Query question) {
    Work work = Work.unwatched();
    ENGINE.execute(
        "CREATE OR REPLACE TABLE silver(region VARCHAR, paid BOOLEAN, day DATE, \"at\" TIMESTAMP, amount DECIMAL(12,2),"
            + " quantity INTEGER, weight DOUBLE, customer_id BIGINT)",
        work);
    if (!rows.isEmpty()) {
      ENGINE.execute("INSERT INTO silver VALUES " + String.join(", ", rows), work);
    }
    List<Rows.Column> silver = ENGINE.columns("silver").orElseThrow();
    Query stored = StoredQuery.of(gold);
    ENGINE.execute("CREATE OR REPLACE TABLE gold AS " + QuerySql.select(stored, silver), work);

    new Reconciliation(ENGINE).prove(new Step.Reconcile(stored, "gold"), work);

    if (Derivation.of(question, stored, "gold", silver)
        instanceof Derivation.Derived(var rollup, _)) {
      derived++;
      String sql = rollup.select(ENGINE.columns("gold").orElseThrow());
      assertSame(ENGINE.query(sql), ENGINE.query(QuerySql.select(question, silver)));
    }
  }

  @Property(tries = 100)
  void aTableAnswersItsOwnQuestion(@ForAll("golds") Query gold) {
    List<Rows.Column> silver =
        List.of(
            new Rows.Column("region", "VARCHAR"),
            new Rows.Column("paid", "BOOLEAN"),
            new Rows.Column("day", "DATE"),
            new Rows.Column("at", "TIMESTAMP"),
            new Rows.Column("amount", "DECIMAL(12,2)"),
            new Rows.Column("quantity", "INTEGER"),
            new Rows.Column("weight", "DOUBLE"),
            new Rows.Column("customer_id", "BIGINT"));
    assertThat(Derivation.of(gold, StoredQuery.of(gold), "gold", silver))
        .isInstanceOf(Derivation.Derived.class);
  }

  private static void assertSame(Rows fromGold, Rows fromSilver) {
    assertThat(fromGold.columns()).isEqualTo(fromSilver.columns());
    assertThat(fromGold.rows()).hasSameSizeAs(fromSilver.rows());
    for (int r = 0; r < fromSilver.rows().size(); r++) {
      List<Object> expected = fromSilver.rows().get(r);
      List<Object> actual = fromGold.rows().get(r);
      for (int c = 0; c < expected.size(); c++) {
        if (expected.get(c) instanceof Double number) {
          assertThat((Double) actual.get(c))
              .isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
        } else {
          assertThat(actual.get(c)).isEqualTo(expected.get(c));
        }
      }
    }
  }

  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> region = Arbitraries.of("'north'", "'south'", "'East '", "''", "NULL");
    Arbitrary<String> paid = Arbitraries.of("TRUE", "FALSE", "NULL");
    Arbitrary<String> day =
        days().map(d -> "DATE '" + d + "'").injectNull(0.1).map(String::valueOf);
    Arbitrary<String> at =
        Combinators.combine(days(), Arbitraries.of("00:00:00", "10:30:00", "23:59:59.999999"))
            .as((d, t) -> "TIMESTAMP '" + d + " " + t + "'")
            .injectNull(0.1)
            .map(String::valueOf);
    Arbitrary<String> numbers =
        Combinators.combine(
                Arbitraries.bigDecimals()
                    .between(
                        new java.math.BigDecimal("-9999999999.99"),
                        new java.math.BigDecimal("9999999999.99"))
                    .ofScale(2)
                    .map(java.math.BigDecimal::toPlainString)
                    .injectNull(0.2),
                Arbitraries.integers().injectNull(0.2),
                Arbitraries.doubles().between(0, 1e6).injectNull(0.2),
                Arbitraries.longs().between(1, 4).injectNull(0.1))
            .as((a, q, w, c) ->
                a
                    + ", "
                    + q
                    + ", "
                    + (w == null ? null : "CAST('" + w + "' AS DOUBLE)")
                    + ", "
                    + c);
    return Combinators.combine(region, paid, day, at, numbers)
        .as((r, p, d, t, n) -> "(" + r + ", " + p + ", " + d + ", " + t + ", " + n + ")")
        .list()
        .ofMaxSize(25);
  }

  private static Arbitrary<String> days() {
    return Arbitraries.of(
        "2023-12-31",
        "2024-01-01",
        "2024-01-31",
        "2024-02-01",
        "2024-02-29",
        "2024-03-31",
        "2024-04-01",
        "2024-12-30",
        "2025-01-01",
        "1999-07-04");
  }

  @Provide
  Arbitrary<Query> golds() {
    return query(3, 4, 1, false);
  }

  @Provide
  Arbitrary<Query> questions() {
    return query(2, 2, 2, true);
  }

  private static Arbitrary<Query> query(int dims, int measures, int filters, boolean asked) {
    Arbitrary<List<Dimension>> by =
        dimension().list().ofMaxSize(dims).uniqueElements(d -> d.column() + d.grain());
    Arbitrary<List<Measure>> what =
        measure()
            .list()
            .ofMinSize(1)
            .ofMaxSize(measures)
            .uniqueElements(m -> m.aggregate() + m.column());
    Arbitrary<List<Filter>> where =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(asked ? 2 : 5, Arbitraries.just(List.<Filter>of())),
            net.jqwik.api.Tuple.of(2, filter().list().ofMaxSize(filters)));
    return Combinators.combine(by, what, where, Arbitraries.integers().between(0, 3))
        .as((d, m, f, limit) -> numbered(d, m, f, asked ? limit : 0));
  }

  private static Query numbered(
      List<Dimension> by, List<Measure> what, List<Filter> where, int limit) {
    List<Dimension> dimensions = new ArrayList<>();
    for (Dimension dimension : by) {
      dimensions.add(new Dimension("d" + dimensions.size(), dimension.column(), dimension.grain()));
    }
    List<Measure> measures = new ArrayList<>();
    for (Measure measure : what) {
      measures.add(new Measure("m" + measures.size(), measure.aggregate(), measure.column()));
    }
    // A limited question is sorted by an exact measure; all are sorted, so that rows compare.
    boolean exact = !"weight".equals(measures.get(0).column());
    List<Order> order =
        !dimensions.isEmpty()
            ? List.of(new Order(limit > 0 && exact ? "m0" : "d0", limit % 2 == 1))
            : List.of();
    return new Query(
        "silver", dimensions, measures, where, order, limit > 0 ? (Integer) limit : null, null);
  }

  private static Arbitrary<Dimension> dimension() {
    return Arbitraries.oneOf(
        Arbitraries.of(PLAIN).map(column -> new Dimension(column, column, null)),
        Combinators.combine(Arbitraries.of(TIMES), Arbitraries.of(Grain.class))
            .as((column, grain) ->
                new Dimension(
                    column,
                    column,
                    column.equals("day") && grain == Grain.HOUR ? Grain.DAY : grain)));
  }

  private static Arbitrary<Measure> measure() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Measure("n", Aggregate.COUNT_ROWS, null)),
        Combinators.combine(
                Arbitraries.of(NUMBERS),
                Arbitraries.of(
                    Aggregate.SUM, Aggregate.AVG, Aggregate.COUNT, Aggregate.MIN, Aggregate.MAX))
            .as((column, aggregate) -> new Measure("x", aggregate, column)),
        Combinators.combine(
                Arbitraries.of(PLAIN),
                Arbitraries.of(Aggregate.COUNT_DISTINCT, Aggregate.MIN, Aggregate.COUNT))
            .as((column, aggregate) -> new Measure("x", aggregate, column)));
  }

  private static Arbitrary<Filter> filter() {
    Arbitrary<Filter> text =
        Arbitraries.oneOf(
            Combinators.combine(
                    Arbitraries.of("north", "south", "East ", ""),
                    Arbitraries.of(Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.GREATER))
                .as((value, comparison) -> new Filter("region", comparison, List.of(value))),
            Arbitraries.just(new Filter("region", Comparison.IN, List.of("north", "south"))),
            Arbitraries.of(Comparison.IS_NULL, Comparison.IS_NOT_NULL)
                .map(comparison -> new Filter("region", comparison, List.of())));
    Arbitrary<String> moments =
        Arbitraries.of(
            "2024-01-01",
            "2024-02-01",
            "2025-01-01",
            "2024-01-29",
            "2024-04-01 00:00:00",
            "2024-01-31",
            "2024-02-29 10:30:00");
    Arbitrary<Filter> time =
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.of(TIMES), moments, moments)
                .as((column, a, b) -> new Filter(column, Comparison.FROM_TO, List.of(a, b))),
            Combinators.combine(
                    Arbitraries.of(TIMES),
                    moments,
                    Arbitraries.of(
                        Comparison.GREATER_OR_EQUAL,
                        Comparison.LESS,
                        Comparison.LESS_OR_EQUAL,
                        Comparison.GREATER,
                        Comparison.EQUAL))
                .as((column, a, comparison) -> new Filter(column, comparison, List.of(a))),
            Arbitraries.of(TIMES).map(c -> new Filter(c, Comparison.IS_NULL, List.of())));
    Arbitrary<Filter> truth =
        Arbitraries.of("true", "false")
            .map(value -> new Filter("paid", Comparison.EQUAL, List.of(value)));
    Arbitrary<Filter> number =
        Arbitraries.of(Comparison.GREATER, Comparison.LESS_OR_EQUAL)
            .map(comparison -> new Filter("customer_id", comparison, List.of("2.5")));
    return Arbitraries.oneOf(text, time, truth, number);
  }
}
