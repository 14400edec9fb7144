package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Deduplication;
import dev.assay.model.Deduplication.Strategy;
import dev.assay.model.Question;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final List<String> COLUMNS = List.of("order_id", "customer", "updated_at");

  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private static List<List<String>> orders(List<List<String>> more) {
    List<List<String>> rows = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(i ->
            rows.add(
                List.of(
                    "" + (100 + i), "customer " + i % 7, "2024-01-%02d".formatted(1 + i % 28))));
    rows.addAll(more);
    return rows;
  }

  @Test
  void namesTheKeyAndDemandsIt() {
    SilverRecipe recipe = bronze.land(COLUMNS, orders(List.of())).suggest();
    assertThat(recipe.deduplication())
        .isEqualTo(new Deduplication(List.of("order_id"), Strategy.REMOVE_EXACT, null));
    assertThat(recipe.columns().getFirst().validation().text()).isEqualTo("NOT NULL");
    assertThat(recipe.questions()).isEmpty();
  }

  @Test
  void removesExactCopiesAndSaysSo() {
    SilverRecipe recipe = bronze.land(COLUMNS, orders(List.of(orders(List.of()).get(3)))).suggest();
    assertThat(recipe.deduplication().strategy()).isEqualTo(Strategy.REMOVE_EXACT);
    assertThat(recipe.notes())
        .anySatisfy(note -> assertThat(note).startsWith("1 rows are exact copies"));
  }

  @Test
  void keepsTheLatestWhereATimeOrdersAllThatDiffer() {
    SilverRecipe recipe =
        bronze.land(COLUMNS, orders(List.of(List.of("103", "customer 9", "2024-02-01")))).suggest();
    assertThat(recipe.deduplication())
        .isEqualTo(new Deduplication(List.of("order_id"), Strategy.KEEP_LATEST, "updated_at DESC"));
    assertThat(recipe.notes())
        .anySatisfy(note -> assertThat(note).contains("latest updated_at is kept"));
  }

  @Test
  void asksWhereOnlyTheDayOfAnEventOrdersRowsThatDiffer() {
    List<String> columns = List.of("order_id", "customer", "created_at");
    SilverRecipe recipe =
        bronze.land(columns, orders(List.of(List.of("103", "customer 9", "2024-02-01")))).suggest();
    assertThat(recipe.deduplication().strategy()).isEqualTo(Strategy.REMOVE_EXACT);
    assertThat(recipe.questions().getFirst().choices())
        .containsExactly(
            "keep-all", "keep-latest-by-created_at", "keep-last-loaded", "keep-first-loaded");
    assertThat(bronze.settle("deduplication", "keep-latest-by-created_at").deduplication())
        .isEqualTo(new Deduplication(List.of("order_id"), Strategy.KEEP_LATEST, "created_at DESC"));
  }

  @Test
  void asksWhereNothingOrdersRowsThatDiffer() {
    SilverRecipe recipe =
        bronze.land(COLUMNS, orders(List.of(List.of("103", "customer 9", "2024-01-04")))).suggest();
    assertThat(recipe.deduplication().strategy()).isEqualTo(Strategy.REMOVE_EXACT);
    Question question = recipe.questions().getFirst();
    assertThat(question.column()).isEqualTo("deduplication");
    assertThat(question.choices())
        .containsExactly("keep-all", "keep-last-loaded", "keep-first-loaded");
    assertThat(question.command()).isEqualTo("assay answer orders.deduplication keep-all");
  }

  @Test
  void findsAKeyOfTwoColumns() {
    List<List<String>> rows = new ArrayList<>();
    for (int order = 0; order < 20; order++) {
      for (int line = 1; line <= 3; line++) {
        rows.add(List.of("" + order, "" + line, "thing " + (order + line)));
      }
    }
    SilverRecipe recipe = bronze.land(List.of("order_id", "line_no", "product"), rows).suggest();
    assertThat(recipe.deduplication().keyColumns()).containsExactly("order_id", "line_no");
  }

  @Test
  void keepsEveryRowWhereNothingNamesOne() {
    List<List<String>> rows =
        IntStream.range(0, 30).mapToObj(i -> List.of("north", "" + i % 5)).toList();
    SilverRecipe recipe = bronze.land(List.of("region", "temperature"), rows).suggest();
    assertThat(recipe.deduplication()).isNull();
    assertThat(recipe.questions().getFirst().choices())
        .containsExactly("keep-all", "remove-copies");
  }

  @Test
  void takesNoQuantityForAKey() {
    List<List<String>> rows =
        IntStream.range(0, 30).mapToObj(i -> List.of("north", i + 1 + ".25", "note " + i)).toList();
    assertThat(bronze.land(List.of("region", "amount", "note"), rows).suggest().deduplication())
        .isNull();
  }
}
