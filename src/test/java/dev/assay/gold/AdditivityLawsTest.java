package dev.assay.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Additivity;
import dev.assay.model.Author;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Origin;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.semantic.Inference;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever a table holds, no suggestion adds up what does not add up. */
class AdditivityLawsTest {
  private static final List<String> FLOWS =
      List.of("revenue", "quantity", "cost", "visitas", "receita");
  private static final List<String> LEVELS =
      List.of("stock", "balance", "saldo", "inventory", "headcount", "existencias");
  private static final List<String> RATES =
      List.of("unit_price", "discount_pct", "rating", "temperatura", "idade");

  private final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);

  @AfterEach
  void close() {
    engine.close();
  }

  private static Source source() {
    return new Source(
        "t", "t", "t", new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
  }

  private Inferred inferred(String select) {
    engine.execute(
        "CREATE OR REPLACE TABLE " + source().silverTable() + " AS " + select, Work.unwatched());
    return Inference.of(
        source(),
        engine.columns(source().silverTable()).orElseThrow(),
        Told.NOTHING,
        sql -> engine.query(sql, Work.unwatched()));
  }

  private GoldRecipe suggested(Inferred inferred, SemanticModel model) {
    return new GoldAdvisor(engine)
        .suggest(
            source(),
            engine.columns(source().silverTable()).orElseThrow(),
            inferred,
            model,
            Work.unwatched());
  }

  @RepeatedTest(12)
  void levelsAndRatesAreNeverSummed(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder select =
        new StringBuilder(
            "SELECT DATE '2024-01-01' + CAST(d AS INTEGER) AS day, 'S' || s AS store,"
                + " ['n', 's', 'e'][1 + s % 3] AS region");
    Set<String> summable = new HashSet<>();
    for (int group = 0; group < 3; group++) {
      List<String> names = new ArrayList<>(List.of(FLOWS, LEVELS, RATES).get(group));
      java.util.Collections.shuffle(names, random);
      for (String name : names.subList(0, 1 + random.nextInt(2))) {
        select.append(", CAST((d * 37 + s * 11) % 60 + 1.5 AS DECIMAL(10,2)) AS ").append(name);
        if (group == 0) {
          summable.add(name);
        }
      }
    }
    select.append(" FROM range(40) a(d), range(6) b(s)");
    Inferred inferred = inferred(select.toString());
    GoldRecipe recipe = suggested(inferred, inferred.model());
    assertThat(recipe.goldTables()).hasSizeBetween(3, 5);
    for (GoldTable table : recipe.goldTables()) {
      assertThat(table.query().measures())
          .filteredOn(measure -> measure.aggregate() == Aggregate.SUM)
          .allMatch(measure ->
              summable.contains(measure.column())
                  || "quantity * unit_price".equals(measure.formula()));
      assertThat(table.because()).matches("It answers \\d+ of \\d+ plausible questions.*[.]");
      assertThat(table.expectedBytes()).isPositive();
      assertThat(table.author()).isEqualTo(Author.RULES);
    }
    assertThat(recipe.goldTables())
        .flatExtracting(table -> table.query().measures())
        .extracting(Measure::aggregate)
        .contains(Aggregate.SUM, Aggregate.AVG);
  }

  @Test
  void aPersonsWordThatAnAmountIsALevelCounts() {
    Inferred inferred =
        inferred(
            "SELECT DATE '2024-01-01' + CAST(i AS INTEGER) AS day, 'S' || i % 3 AS store,"
                + " CAST(i AS DECIMAL(10,2)) AS amount FROM range(200) t(i)");
    SemanticModel model = inferred.model();
    List<SemanticModel.Measure> measures = new ArrayList<>();
    for (SemanticModel.Measure one : model.measures()) {
      measures.add(
          "amount".equals(one.column())
              ? new SemanticModel.Measure(
                  one.name(),
                  one.aggregate(),
                  one.column(),
                  null,
                  List.of(),
                  Additivity.SEMI_ADDITIVE,
                  null,
                  one.format(),
                  null,
                  null,
                  List.of(),
                  Author.PERSON)
              : one);
    }
    SemanticModel edited =
        new SemanticModel(
            model.table(),
            model.rowNoun(),
            model.grain(),
            model.time(),
            model.dimensions(),
            measures,
            model.hierarchies(),
            List.of());
    assertThat(suggested(inferred, model).goldTables())
        .flatExtracting(table -> table.query().measures())
        .extracting(Measure::aggregate)
        .contains(Aggregate.SUM);
    assertThat(suggested(inferred, edited).goldTables())
        .flatExtracting(table -> table.query().measures())
        .extracting(Measure::aggregate)
        .doesNotContain(Aggregate.SUM)
        .contains(Aggregate.AVG);
  }

  @Test
  void amountsInSeveralCurrenciesAreOnlyAddedUpWithinEach() {
    Inferred inferred =
        inferred(
            "SELECT DATE '2024-01-01' + CAST(i AS INTEGER) AS day, 'S' || i % 3 AS store,"
                + " ['EUR', 'USD', 'BRL'][1 + i % 3] AS currency,"
                + " CAST(i + 0.5 AS DECIMAL(10,2)) AS amount FROM range(200) t(i)");
    List<GoldTable> tables = suggested(inferred, inferred.model()).goldTables();
    assertThat(tables)
        .filteredOn(table ->
            table.query().measures().stream()
                .anyMatch(measure -> "amount".equals(measure.column())))
        .isNotEmpty()
        .allSatisfy(table ->
            assertThat(table.query().dimensions())
                .extracting(Dimension::column)
                .contains("currency"));
  }

  @Test
  void theGroupsThatShowMoreComeFirst() {
    Inferred inferred =
        inferred(
            "SELECT i AS id, 'a' || i % 4 AS first_kind, 'b' || (i // 7) % 4 AS second_kind,"
                + " CAST(10 * ((i // 7) % 4) + i % 2 AS DECIMAL(10,2)) AS amount FROM range(5000) t(i)");
    List<String> names =
        suggested(inferred, inferred.model()).goldTables().stream().map(GoldTable::name).toList();
    assertThat(names).contains("gold_t_amount_by_second_kind");
    assertThat(
            suggested(inferred, inferred.model()).goldTables().stream()
                .filter(table -> table.name().equals("gold_t_amount_by_second_kind"))
                .map(GoldTable::because))
        .allMatch(because -> because.contains("second_kind explains 100 % of how amount varies"));
  }

  @Test
  void whatRowsCostIsComputedWhereNoColumnSaysSo() {
    Inferred inferred =
        inferred(
            "SELECT i AS line_id, DATE '2024-01-01' + CAST(i AS INTEGER) AS day, 'S' || i % 3 AS store,"
                + " 1 + i % 7 AS quantity, CAST(i % 50 + 0.99 AS DECIMAL(8,2)) AS unit_price"
                + " FROM range(400) t(i)");
    List<GoldTable> tables = suggested(inferred, inferred.model()).goldTables();
    assertThat(tables)
        .filteredOn(table -> table.measures().contains("total_amount"))
        .isNotEmpty()
        .allSatisfy(table -> assertThat(table.sql()).contains("quantity", "unit_price"));
    GoldTable byStore =
        tables.stream()
            .filter(table -> table.name().equals("gold_t_amount_by_store"))
            .findFirst()
            .orElseThrow();
    assertThat(engine.query(byStore.sql(), Work.unwatched()).rows()).hasSize(3);
  }
}
