package dev.assay.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Additivity;
import dev.assay.model.Author;
import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.model.SemanticModel.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final String ORDERS =
      """
      SELECT i AS order_id, 100 + i %% 40 AS customer_id,
        DATE '2023-01-01' + CAST(i AS INTEGER) AS ordered_on, ['a', 'b', 'c'][1 + i %% 3] AS channel,
        CAST(i %% 90 + 0.25 AS DECIMAL(12,2)) AS revenue, CAST(i %% 7 AS INTEGER) AS quantity
      FROM range(%d) t(i)
      """;

  private final ModelFixture tables = new ModelFixture();

  @AfterEach
  void close() {
    tables.close();
  }

  private static SemanticModel with(
      SemanticModel model, List<Dimension> dimensions, List<Measure> measures, String time) {
    return new SemanticModel(
        model.table(),
        model.rowNoun(),
        model.grain(),
        time,
        dimensions,
        measures,
        model.hierarchies(),
        List.of());
  }

  private static Dimension called(Dimension dimension, String name, List<String> synonyms) {
    return new Dimension(
        name,
        dimension.column(),
        dimension.kind(),
        dimension.finest(),
        dimension.description(),
        synonyms,
        dimension.author());
  }

  private static Measure sumOf(String name, String column) {
    return new Measure(
        name,
        Aggregate.SUM,
        column,
        null,
        List.of(),
        Additivity.ADDITIVE,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** Channel is called Kanal, quantity is taken out, and a measure is added. */
  private SemanticModel edit(SemanticModel inferred) {
    List<Dimension> dimensions = new ArrayList<>();
    for (Dimension dimension : inferred.dimensions()) {
      dimensions.add(
          dimension.name().equals("channel")
              ? called(dimension, "sales_channel", List.of("Kanal", "canal de venda"))
              : dimension);
    }
    List<Measure> measures = new ArrayList<>(inferred.measures());
    measures.removeIf(measure -> measure.name().equals("quantity"));
    measures.add(sumOf("pieces", "pieces_sold"));
    return with(inferred, dimensions, measures, inferred.time());
  }

  @Test
  void whatAPersonSaidStaysWhenSilverIsBuiltAgain() {
    SemanticModel inferred = tables.model("orders", ORDERS.formatted(300));
    SemanticModel edited = edit(inferred);
    tables.table(
        "orders",
        "SELECT *, 'x' || i % 4 AS region, i % 5 AS pieces_sold FROM ("
            + ORDERS.formatted(400).replace("SELECT i AS", "SELECT i, i AS")
            + ")");
    SemanticModel now = tables.edited("orders", edited, inferred).model();
    Dimension channel = now.dimension("sales_channel").orElseThrow();
    assertThat(channel.synonyms()).containsExactly("Kanal", "canal de venda");
    assertThat(channel.author()).isEqualTo(Author.PERSON);
    assertThat(now.dimension("channel")).isEmpty();
    assertThat(now.dimension("region").orElseThrow().author()).isEqualTo(Author.RULES);
    assertThat(now.measure("quantity")).isEmpty();
    assertThat(now.measure("pieces").orElseThrow().author()).isEqualTo(Author.PERSON);
    assertThat(now.notes()).isEmpty();
  }

  @Test
  void whatVanishedIsSaidAndComesBackWithItsColumn() {
    SemanticModel inferred = tables.model("orders", ORDERS.formatted(300));
    Edits.Outcome without = tables.edited("orders", edit(inferred), inferred);
    assertThat(without.model().measure("pieces")).isEmpty();
    assertThat(without.model().notes())
        .containsExactly(
            "The measure 'pieces' is not used: Column 'pieces_sold' is not in"
                + " silver_orders_cleaned.");
    assertThat(without.kept().measure("pieces")).isPresent();
    tables.table(
        "orders", ORDERS.formatted(300).replace("AS quantity", "AS quantity, i AS pieces_sold"));
    SemanticModel again = tables.edited("orders", without.kept(), inferred).model();
    assertThat(again.measure("pieces")).isPresent();
    assertThat(again.notes()).isEmpty();
  }

  @Test
  void whatIsWrittenAndReadAgainIsTheSame() {
    SemanticModel inferred = tables.model("orders", ORDERS.formatted(300));
    for (SemanticModel model : List.of(inferred, edit(inferred))) {
      SemanticModel first = tables.edited("orders", model, inferred).model();
      SemanticModel read = Json.readRequest(Json.pretty(first), SemanticModel.class);
      assertThat(tables.edited("orders", read, inferred).model().withNotes(List.of()))
          .isEqualTo(first.withNotes(List.of()));
    }
  }

  @Test
  void untouchedWordsFollowTheData() {
    SemanticModel inferred = tables.model("orders", ORDERS.formatted(300));
    tables.table("orders", ORDERS.formatted(300).replace("AS revenue", "AS revenue_eur"));
    SemanticModel now = tables.edited("orders", inferred, inferred).model();
    assertThat(now.measure("revenue").orElseThrow().currency()).isEqualTo("EUR");
    assertThat(now.measures()).extracting(Measure::author).containsOnly(Author.RULES);
  }

  @Test
  void aFileThatCannotBeReadLeavesWhatIsInferred() {
    SemanticModel inferred = tables.model("orders", ORDERS.formatted(300));
    Told told =
        new Told(
            null,
            java.util.Set.of(),
            Optional.of(new Told.Edited(null, null, "semantic/orders.json is broken.")));
    SemanticModel now =
        Edits.of(tables.inferred("orders", told), tables.columns("orders"), told).model();
    assertThat(now.withNotes(List.of())).isEqualTo(inferred);
    assertThat(now.notes()).containsExactly("semantic/orders.json is broken.");
  }

  @Test
  void everyProblemIsNamedAtOnceWithItsPlace() {
    SemanticModel inferred = tables.model("orders", ORDERS.formatted(300));
    List<Dimension> dimensions = new ArrayList<>(inferred.dimensions());
    dimensions.add(new Dimension("channel", "chanel", Kind.CATEGORY, null, null, null, null));
    dimensions.add(new Dimension("when", "channel", Kind.TIME, null, null, null, null));
    List<Measure> measures = new ArrayList<>(inferred.measures());
    measures.add(sumOf("text", "channel"));
    measures.add(
        new Measure(
            "ratio",
            null,
            null,
            "revenue / rows_of",
            null,
            Additivity.NON_ADDITIVE,
            null,
            null,
            null,
            null,
            null,
            null));
    measures.add(
        new Measure(
            "bad",
            Aggregate.SUM,
            null,
            "quantity *",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    List<Problem> problems =
        new ModelCheck("silver_orders_cleaned", tables.columns("orders"))
            .problems(with(inferred, dimensions, measures, "channel"));
    int d = inferred.dimensions().size();
    int m = inferred.measures().size();
    assertThat(problems)
        .extracting(Problem::pointer)
        .contains(
            "/dimensions/" + d + "/column",
            "/dimensions/" + d + "/name",
            "/dimensions/" + (d + 1) + "/kind",
            "/measures/" + m + "/column",
            "/measures/" + (m + 1) + "/formula",
            "/measures/" + (m + 2) + "/formula",
            "/measures/" + (m + 2) + "/additivity",
            "/time");
    assertThat(problems).extracting(Problem::message).anyMatch(text -> text.contains("'channel'"));
    assertThat(new ModelCheck("silver_orders_cleaned", tables.columns("orders")).problems(inferred))
        .isEmpty();
  }
}
