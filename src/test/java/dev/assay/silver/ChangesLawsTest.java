package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Ledger;
import dev.assay.model.Shape;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import dev.assay.sql.ChangesSql;
import dev.assay.sql.ChangesSql.Pair;
import dev.assay.sql.Prepared;
import dev.assay.sql.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever the rows and whatever the recipe: beside Silver every row of Bronze stands once, and
 * what became of the rows adds up to the ledger.
 */
class ChangesLawsTest {
  private static final SilverHarness HOUSE = new SilverHarness();

  @AfterContainer
  static void close() {
    HOUSE.close();
  }

  @Property(tries = 40)
  void everyRowStandsOnceBesideWhatBecameOfIt(
      @ForAll("tables") List<List<String>> rows, @ForAll("recipes") SilverRecipe recipe) {
    HOUSE.bronze(List.of("k", "v", "w"), rows);
    holds(recipe);
  }

  @Property(tries = 40)
  void everyCellThatBecameARowStandsOnce(
      @ForAll("shapedTables") List<List<String>> rows,
      @ForAll("shapedRecipes") SilverRecipe recipe) {
    HOUSE.bronze(List.of("g", "n", "a", "b"), rows);
    holds(recipe);
  }

  private static void holds(SilverRecipe recipe) {
    SilverSpec spec =
        HOUSE.plan(recipe).steps().stream()
            .filter(Step.Clean.class::isInstance)
            .map(step -> ((Step.Clean) step).spec())
            .findFirst()
            .orElseThrow();
    Ledger ledger = HOUSE.build(recipe);
    List<List<Object>> all = read(sql(spec, null).page(Stretch.WHOLE, 0, 10_000));

    Map<String, Long> fates = new HashMap<>();
    Set<List<Object>> identities = new HashSet<>();
    all.forEach(row -> {
      fates.merge((String) row.get(4), 1L, Long::sum);
      assertThat(identities.add(row.subList(0, 3))).as("%s once", row).isTrue();
    });
    long expected = ledger.unpivoted() == null ? ledger.bronze() : ledger.unpivoted();
    assertThat(all).hasSize((int) expected);
    assertThat(count(fates, "kept") + count(fates, "changed")).isEqualTo(ledger.silver());
    assertThat(count(fates, "rejected")).isEqualTo(ledger.rejected());
    assertThat(count(fates, "duplicate")).isEqualTo(ledger.duplicates());
    assertThat(count(fates, "filtered")).isEqualTo(ledger.filtered());
    assertThat(count(fates, "waiting")).isZero();

    List<List<Object>> byFate = new ArrayList<>();
    fates
        .keySet()
        .forEach(fate -> {
          List<List<Object>> posts = read(sql(spec, fate).signposts());
          assertThat(((Number) posts.getFirst().get(3)).longValue()).isEqualTo(fates.get(fate));
          byFate.addAll(read(sql(spec, fate).page(Stretch.WHOLE, 0, 10_000)));
        });
    assertThat(byFate).containsExactlyInAnyOrderElementsOf(all);
  }

  private static long count(Map<String, Long> fates, String fate) {
    return fates.getOrDefault(fate, 0L);
  }

  private static ChangesSql sql(SilverSpec spec, String fate) {
    var silver = HOUSE.engine.columns(SilverHarness.ORDERS.silverTable()).orElseThrow();
    List<Pair> pairs =
        spec.columns().stream()
            .flatMap(column ->
                silver.stream()
                    .filter(one -> one.name().equals(column.name()))
                    .map(one -> new Pair(column.source(), column.name(), one.type(), false)))
            .toList();
    var tables =
        new ChangesSql.Tables(
            SilverHarness.ORDERS.bronzeTable(),
            SilverHarness.ORDERS.silverTable(),
            SilverHarness.ORDERS.rejectedTable(),
            SilverHarness.ORDERS.duplicatesTable(),
            spec.shape().stream()
                .filter(Shape.Unpivot.class::isInstance)
                .map(Shape.Unpivot.class::cast)
                .findFirst());
    return new ChangesSql(tables, pairs, new ChangesSql.Wanted(fate, null, Optional.empty()), null);
  }

  private static List<List<Object>> read(Prepared select) {
    return HOUSE.engine.query(select.text(), select.parameters().toArray()).rows();
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return new SilverLawsTest().tables();
  }

  @Provide
  Arbitrary<SilverRecipe> recipes() {
    return new SilverLawsTest().recipes();
  }

  @Provide
  Arbitrary<List<List<String>>> shapedTables() {
    return new ReshapingLawsTest().tables();
  }

  @Provide
  Arbitrary<SilverRecipe> shapedRecipes() {
    return new ReshapingLawsTest().recipes();
  }
}
