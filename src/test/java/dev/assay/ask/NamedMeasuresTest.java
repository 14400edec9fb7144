package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Additivity;
import dev.assay.model.Author;
import dev.assay.model.Calculation;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures that people have named in the semantic model are asked for by those names. */
class NamedMeasuresTest {
  private static OrdersFixture orders;
  private static Vocabulary vocabulary;

  @BeforeAll
  static void nameMeasures() {
    orders = new OrdersFixture();
    Vocabulary plain = orders.engine.reading(reader -> Vocabulary.read(orders.catalog(), reader));
    SemanticModel model = plain.model();
    List<SemanticModel.Measure> measures = new ArrayList<>(model.measures());
    measures.add(
        measure(
            "net_sales",
            Aggregate.SUM,
            "revenue_usd",
            null,
            List.of(new Filter("status", Comparison.EQUAL, List.of("paid"))),
            List.of("vendas líquidas")));
    measures.add(
        measure(
            "turnover_value",
            Aggregate.SUM,
            null,
            "quantity * unit_price",
            List.of(),
            List.of("list value")));
    measures.add(
        measure("sales_per_piece", null, null, "net_sales / turnover_value", List.of(), List.of()));
    vocabulary =
        new Vocabulary(
            plain.source(),
            plain.layer(),
            plain.table(),
            plain.rows(),
            plain.columns(),
            plain.roles(),
            plain.index(),
            plain.values(),
            plain.unique(),
            plain.rowNoun(),
            new SemanticModel(
                model.table(),
                model.rowNoun(),
                model.grain(),
                model.time(),
                model.dimensions(),
                measures,
                model.hierarchies(),
                model.notes()),
            plain.chosenTime(),
            plain.small());
  }

  @AfterAll
  static void close() {
    orders.close();
  }

  private static SemanticModel.Measure measure(
      String name,
      Aggregate aggregate,
      String column,
      String formula,
      List<Filter> filters,
      List<String> synonyms) {
    return new SemanticModel.Measure(
        name,
        aggregate,
        column,
        formula,
        filters,
        Additivity.ADDITIVE,
        null,
        NumberFormat.NUMBER,
        null,
        null,
        synonyms,
        Author.PERSON);
  }

  private static Reading.Understood read(String question) {
    Reading reading = new OneQuestion(vocabulary, LocalDate.of(2024, 5, 20)).read(question);
    assertThat(reading).as(question).isInstanceOf(Reading.Understood.class);
    return (Reading.Understood) reading;
  }

  @Test
  void takesAMeasureWithItsConditions() {
    assertThat(read("net sales by country").query().measures().getFirst().filters())
        .containsExactly(new Filter("status", Comparison.EQUAL, List.of("paid")));
    assertThat(read("vendas líquidas por país").query().measures().getFirst().name())
        .isEqualTo("net_sales");
  }

  @Test
  void takesAFormulaOverTheColumnsOfARow() {
    assertThat(read("total list value by country").query().measures().getFirst().formula())
        .isEqualTo("quantity * unit_price");
    assertThat(read("average list value").query().measures().getFirst().aggregate())
        .isEqualTo(Aggregate.AVG);
  }

  @Test
  void takesARatioOfMeasures() {
    Reading.Understood reading = read("sales per piece by country");
    assertThat(reading.query().measures())
        .extracting(m -> m.name())
        .containsExactly("net_sales", "turnover_value");
    assertThat(reading.query().calculations())
        .containsExactly(new Calculation.Formula("sales_per_piece", "net_sales / turnover_value"));
  }
}
