package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowCondition;
import dev.assay.model.Severity;
import dev.assay.model.SilverRecipe;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecipeFinderTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private Optional<Proposal> recipe(List<String> columns, List<List<String>> rows) {
    return bronze.land(columns, rows).suggest().proposals().stream()
        .filter(proposal -> proposal.kind() == Proposal.Kind.RECIPE)
        .findFirst();
  }

  @Test
  void everyShippedRecipeIsSound() {
    assertThat(ShippedRecipe.all())
        .hasSize(6)
        .allSatisfy(recipe -> {
          List<String> roles = recipe.roles().stream().map(ShippedRecipe.Role::name).toList();
          assertThat(roles).doesNotHaveDuplicates();
          recipe.needs().forEach(need -> assertThat(roles).containsAll(need));
          recipe.checks().forEach(check -> assertThat(roles).contains(check.role()));
          recipe.masks().forEach(mask -> assertThat(roles).contains(mask.role()));
          recipe
              .rules()
              .forEach(rule ->
                  assertThat(roles).containsAll(RowCondition.parse(rule.condition()).columns()));
          assertThat(recipe.version()).isPositive();
        });
  }

  @Test
  void ordersAreKnownByTheirHeadersInAnyLanguageAndGetNamesChecksAndRules() {
    Proposal proposal =
        recipe(
                List.of("Bestellnummer", "Bestelldatum", "Menge", "Einzelpreis", "Gesamtbetrag"),
                IntStream.range(0, 40)
                    .mapToObj(i ->
                        List.of(
                            "B" + (1000 + i),
                            "2024-03-%02d".formatted(1 + i % 28),
                            i == 7 ? "0" : "" + (1 + i % 3),
                            "2.50",
                            i == 7 ? "0.00" : (1 + i % 3) * 5 / 2 + (i % 2 == 0 ? ".50" : ".00")))
                    .toList())
            .orElseThrow();
    assertThat(proposal.id()).isEqualTo("recipe_orders");
    assertThat(proposal.because()).contains("no row more is rejected");
    assertThat(proposal.edits())
        .filteredOn(RecipeEdit.Rename.class::isInstance)
        .extracting(edit -> ((RecipeEdit.Rename) edit).to())
        .containsExactly("order_id", "ordered_at", "quantity", "unit_price", "total");
    assertThat(proposal.edits())
        .filteredOn(RecipeEdit.Validate.class::isInstance)
        .map(RecipeEdit.Validate.class::cast)
        .filteredOn(check -> check.column().equals("menge"))
        .singleElement()
        .satisfies(check -> {
          assertThat(check.validation().text()).isEqualTo("> 0");
          assertThat(check.onViolation()).isEqualTo(Severity.WARN);
        });
  }

  @Test
  void theRecipeThatIsAcceptedBuildsColumnsOfItsNames() {
    SilverRecipe suggestion =
        bronze
            .land(
                List.of("Date comptable", "Libellé", "Montant", "Solde"),
                IntStream.range(0, 30)
                    .mapToObj(i ->
                        List.of(
                            "2024-05-%02d".formatted(1 + i % 28),
                            "achat " + (char) ('a' + i % 26),
                            (i % 9 + 1) + ".10",
                            (900 - i * 7) + ".20"))
                    .toList())
            .suggest();
    Proposal proposal =
        suggestion.proposals().stream()
            .filter(found -> found.id().equals("recipe_bank-statement"))
            .findFirst()
            .orElseThrow();
    SilverRecipe accepted = RecipeEditor.apply(suggestion, proposal.edits());
    assertThat(accepted.columns())
        .extracting(column -> column.silverName())
        .containsExactly("booked_on", "purpose", "amount", "balance");
  }

  @Test
  void contactsGetMasks() {
    Proposal proposal =
        recipe(
                List.of("id", "Nachname", "E-Mail", "Telefon", "Ort"),
                IntStream.range(0, 40)
                    .mapToObj(i ->
                        List.of(
                            "" + i,
                            "Meyer" + (char) ('a' + i % 26),
                            "m" + i + "@example.org",
                            "+49 30 12345" + (10 + i),
                            "Berlin"))
                    .toList())
            .orElseThrow();
    assertThat(proposal.id()).isEqualTo("recipe_contacts");
    assertThat(proposal.edits()).filteredOn(RecipeEdit.MaskColumn.class::isInstance).hasSize(2);
  }

  @Test
  void tablesOfOtherShapesGetNone() {
    assertThat(
            recipe(
                List.of("id", "name", "abv", "ounces", "style"),
                IntStream.range(0, 40)
                    .mapToObj(i -> List.of("" + i, "ale " + i, "0.05", "12", "IPA"))
                    .toList()))
        .isEmpty();
    assertThat(
            recipe(
                List.of("order_id", "ordered_at", "comment"),
                IntStream.range(0, 40).mapToObj(i -> List.of("" + i, "soon", "ale " + i)).toList()))
        .isEmpty();
  }
}
