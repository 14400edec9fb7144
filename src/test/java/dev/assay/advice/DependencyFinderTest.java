package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DependencyFinderTest {
  private static final List<String> CITIES =
      List.of("Hamburg", "Berlin", "München", "Köln", "Leipzig", "Dresden", "Bremen");

  private final Bronze bronze = new Bronze();
  private final Random random = new Random(3);

  @AfterEach
  void close() {
    bronze.close();
  }

  private List<Proposal> found(List<String> columns, int rows, IntFunction<List<String>> row) {
    return bronze
        .land(columns, IntStream.range(0, rows).mapToObj(row).toList())
        .suggest()
        .proposals()
        .stream()
        .filter(proposal -> proposal.kind() == Proposal.Kind.DEPENDENCY)
        .toList();
  }

  @Test
  void saysThatAPostcodeSettlesItsCityAndMendsTyposOnly() {
    List<Proposal> found =
        found(
            List.of("id", "zip", "city", "amount"),
            2_000,
            i -> {
              int zip = random.nextInt(40);
              String city = CITIES.get(zip % CITIES.size());
              String written =
                  switch (i) {
                    case 100 -> zip % 7 == 0 ? "Hambrug" : city + "x";
                    case 200 -> "Frankfurt";
                    case 300 -> CITIES.get((zip + 1) % CITIES.size());
                    default -> city;
                  };
              return List.of("" + i, "2%04d".formatted(zip), written, "" + random.nextInt(500));
            });
    Proposal proposal = found.getFirst();
    assertThat(found).hasSize(1);
    assertThat(proposal.columns()).containsExactly("zip", "city");
    assertThat(proposal.rows()).isEqualTo(3);
    assertThat(proposal.because())
        .startsWith("zip settles city (3 rows differ) in 2,000 rows; 1 row");
    assertThat(proposal.examples()).hasSize(3).anyMatch(e -> e.contains("city Frankfurt in 1 row"));
    RecipeEdit.MapValues edit = (RecipeEdit.MapValues) proposal.edits().getFirst();
    assertThat(edit.column()).isEqualTo("city");
    assertThat(edit.values()).hasSize(1);
    assertThat(edit.values().values()).allMatch(CITIES::contains);
  }

  @Test
  void allThatAProductSettlesIsOneProposal() {
    List<Proposal> found =
        found(
            List.of("order_id", "product_id", "product_name", "category", "price", "quantity"),
            1_500,
            i -> {
              int product = random.nextInt(50);
              return List.of(
                  "" + (9_000 + i),
                  "P" + product,
                  "thing " + product,
                  "group " + product % 6,
                  (product * 7 % 90 + 1) + ".99",
                  "" + (1 + random.nextInt(5)));
            });
    assertThat(found.getFirst().columns())
        .containsExactlyInAnyOrder("product_id", "product_name", "category", "price");
    assertThat(found.getFirst().rows()).isZero();
    assertThat(found.getFirst().edits()).isEmpty();
    assertThat(found)
        .extracting(proposal -> proposal.columns().getFirst())
        .doesNotContain("product_name", "quantity");
  }

  @Test
  void proposesNothingWhereColumnsAreIndependentOrConstant() {
    List<Proposal> found =
        found(
            List.of("id", "city", "status", "currency", "note", "size"),
            2_000,
            i ->
                List.of(
                    "" + i,
                    CITIES.get(random.nextInt(7)),
                    random.nextInt(100) == 0 ? "void" : "paid",
                    "EUR",
                    "note " + random.nextInt(1_900),
                    List.of("S", "M", "L").get(random.nextInt(3))));
    assertThat(found).isEmpty();
  }

  @Test
  void aColumnWhoseRowsAgreeTooSeldomSettlesNothing() {
    List<Proposal> found =
        found(
            List.of("id", "zip", "city"),
            2_000,
            i -> {
              int zip = random.nextInt(40);
              return List.of(
                  "" + i, "2%04d".formatted(zip), CITIES.get((i % 100 == 0 ? i : zip) % 7));
            });
    assertThat(found).isEmpty();
  }

  @Test
  void aWideTableIsLookedAtInBoundedWork() {
    List<String> columns = IntStream.range(0, 150).mapToObj(i -> "c" + i).toList();
    Map<Integer, String> codes = Map.of(0, "a", 1, "b", 2, "c", 3, "d");
    List<Proposal> found =
        found(
            columns,
            300,
            i -> IntStream.range(0, 150).mapToObj(c -> codes.get(random.nextInt(4)) + c).toList());
    assertThat(found).isEmpty();
  }
}
