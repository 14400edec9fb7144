package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ColumnType.Simple;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words that come back among dates and numbers stay until a person says that they are gaps. */
class WordsAmongValuesTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverRecipe suggest(List<String> values, String... words) {
    List<String> texts = new ArrayList<>(values);
    texts.addAll(List.of(words));
    bronze.land(List.of("delivered"), texts.stream().map(List::of).toList());
    return bronze.suggest();
  }

  /** Rows that the proposal builds, and those of them that have a value. */
  private List<Object> built(SilverRecipe recipe, Proposal proposal) {
    assertThat(new Accepting(bronze).build(recipe, proposal.id()).balances()).isTrue();
    return bronze
        .engine
        .query("SELECT count(*), count(delivered) FROM silver_orders_cleaned")
        .rows()
        .getFirst();
  }

  private static List<String> days() {
    return IntStream.range(0, 20)
        .mapToObj(i -> "%02d.%02d.2024".formatted(1 + i, 1 + i % 12))
        .toList();
  }

  private static List<Proposal> missing(SilverRecipe recipe) {
    return recipe.proposals().stream().filter(p -> p.id().equals("missing-delivered")).toList();
  }

  @Test
  void datesBesideOneWordAreProposedAndBuildWithEveryRow() {
    SilverRecipe recipe = suggest(days(), "in transit", "in transit", "In Transit", "In Transit");
    assertThat(recipe.columns().getFirst().targetType()).isEqualTo(Simple.TEXT);
    Proposal proposal = missing(recipe).getFirst();
    assertThat(proposal.rows()).isEqualTo(4);
    assertThat(proposal.because())
        .startsWith("'In Transit' and 'in transit' stand in 4 of 24 rows, and all other values");
    assertThat(proposal.edits())
        .singleElement()
        .isInstanceOfSatisfying(
            RecipeEdit.Cast.class, cast -> assertThat(cast.targetType()).isEqualTo(Simple.DATE));
    assertThat(built(recipe, proposal)).containsExactly(24L, 20L);
  }

  @Test
  void numbersBesideWordsAreProposedAndKnownWordsGoWithThem() {
    List<String> numbers = IntStream.range(0, 40).mapToObj(i -> i + "." + i % 10).toList();
    SilverRecipe recipe = suggest(numbers, "clotted", "clotted", "n/k", "n/k");
    Proposal proposal = missing(recipe).getFirst();
    assertThat(proposal.because()).startsWith("'clotted' stands in 2 of 44 rows");
    assertThat(built(recipe, proposal)).containsExactly(44L, 40L);
  }

  @Test
  void daysWithAnOffsetBuildAsDays() {
    List<String> days =
        IntStream.rangeClosed(1, 20).mapToObj("2024-01-%02d+01:00"::formatted).toList();
    SilverRecipe recipe = suggest(days);
    assertThat(recipe.columns().getFirst().targetType()).isEqualTo(Simple.DATE);
    Accepting accepting = new Accepting(bronze);
    accepting.build(recipe);
    assertThat(accepting.silver("CAST(delivered AS VARCHAR)"))
        .startsWith(List.of("2024-01-01"))
        .hasSize(20);
  }

  @Test
  void whatMayBeASecondKindOfValueIsNoGap() {
    // Words that stand once are notes, words with digits are values, many words are states.
    assertThat(missing(suggest(days(), "lost", "stolen"))).isEmpty();
    assertThat(missing(suggest(days(), "week 12", "week 12"))).isEmpty();
    assertThat(missing(suggest(days(), "a", "a", "b", "b", "c", "c", "d", "d"))).isEmpty();
    String[] half = new String[20];
    java.util.Arrays.fill(half, "sofort");
    assertThat(missing(suggest(days(), half))).isEmpty();
  }
}
