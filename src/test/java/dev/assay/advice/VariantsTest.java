package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands for one thing, and what stands for nothing, is proposed and never done unasked. */
class VariantsTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private static List<String> times(Object... textsAndCounts) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < textsAndCounts.length; i += 2) {
      texts.addAll(
          Collections.nCopies((Integer) textsAndCounts[i + 1], (String) textsAndCounts[i]));
    }
    return texts;
  }

  private List<Proposal> proposals(String column, Object... textsAndCounts) {
    return bronze.land(column, times(textsAndCounts)).suggest().proposals();
  }

  private static List<Proposal> of(Proposal.Kind kind, List<Proposal> proposals) {
    return proposals.stream().filter(proposal -> proposal.kind() == kind).toList();
  }

  @Test
  void spellingsThatDifferInAccentsSignsOrTheOrderOfWordsAreProposedAsOne() {
    List<Proposal> found =
        of(
            Proposal.Kind.SPELLING,
            proposals(
                "town",
                "São Paulo",
                30,
                "Sao Paulo",
                4,
                "St. Gallen",
                20,
                "St Gallen",
                2,
                "Lima",
                9,
                "Paulo São",
                1));
    assertThat(found)
        .singleElement()
        .satisfies(proposal -> {
          assertThat(proposal.rows()).isEqualTo(7);
          assertThat(proposal.edits())
              .containsExactly(
                  new RecipeEdit.MapValues(
                      "town",
                      Map.of(
                          "Sao Paulo",
                          "São Paulo",
                          "Paulo São",
                          "São Paulo",
                          "St Gallen",
                          "St. Gallen")));
          assertThat(proposal.examples()).first().isEqualTo("'Sao Paulo' → 'São Paulo' (4 rows)");
        });
  }

  @Test
  void slipsOfTypingAreProposedApartFromWhatIsSurelyAlike() {
    List<Proposal> found =
        of(
            Proposal.Kind.SPELLING,
            proposals("town", "Hamburg", 40, "Hambrug", 2, "Bremen", 30, "Brmen", 1, "BREMEN", 3));
    assertThat(found).extracting(Proposal::id).contains("typos-town");
    assertThat(found.getLast().edits())
        .containsExactly(
            new RecipeEdit.MapValues("town", Map.of("Hambrug", "Hamburg", "Brmen", "Bremen")));
    assertThat(found.getLast().confidence()).isLessThan(0.9);
  }

  @Test
  void acceptedSpellingsAreWrittenAsMostAre() {
    SilverRecipe recipe =
        bronze.land("town", times("Hamburg", 40, "Hambrug", 2, "Bremen", 30)).suggest();
    SilverRecipe edited = RecipeEditor.apply(recipe, recipe.proposals().getFirst().edits());
    assertThat(edited.columns().getFirst().cleaning())
        .containsExactly(new Cleaning.MapValues(Map.of("Hambrug", "Hamburg")));
  }

  @Test
  void whatMayBeTwoThingsIsNotProposedAsOne() {
    assertThat(of(Proposal.Kind.SPELLING, proposals("room", "Room 101", 30, "Room 102", 2)))
        .isEmpty();
    assertThat(of(Proposal.Kind.SPELLING, proposals("law", "legal", 30, "illegal", 2))).isEmpty();
    assertThat(of(Proposal.Kind.SPELLING, proposals("grade", "A+", 30, "A-", 5, "A", 9))).isEmpty();
    assertThat(of(Proposal.Kind.SPELLING, proposals("side", "north", 30, "south", 6, "east", 5)))
        .isEmpty();
    assertThat(
            of(Proposal.Kind.SPELLING, proposals("code", "abcdef", 30, "abcdeg", 2, "ABCDEF", 2)))
        .isEmpty();
    // Near to two words it may be either.
    assertThat(of(Proposal.Kind.SPELLING, proposals("p", "Marian", 30, "Marion", 30, "Marien", 1)))
        .isEmpty();
  }

  @Test
  void aNumberFarBelowAllOthersIsProposedAsMissingAndKeptUntilThen() {
    Object[] readings = new Object[42];
    for (int i = 0; i < 20; i++) {
      readings[2 * i] = i + ".5";
      readings[2 * i + 1] = 2;
    }
    readings[40] = "-999";
    readings[41] = 3;
    SilverRecipe recipe = bronze.land("reading", times(readings)).suggest();
    assertThat(bronze.cast(recipe)).contains(List.of("-999.0"));
    assertThat(of(Proposal.Kind.SENTINEL, recipe.proposals()))
        .singleElement()
        .satisfies(proposal -> {
          assertThat(proposal.rows()).isEqualTo(3);
          assertThat(proposal.because()).contains("-999.0 stands in 3 rows", "at least 0.5");
          assertThat(proposal.edits())
              .containsExactly(new RecipeEdit.TreatAsMissing("reading", List.of("-999")));
        });
  }

  @Test
  void aDayLongBeforeAllOthersIsProposedAsMissing() {
    List<String> days = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      days.add(i % 20 == 0 ? "01/01/1900" : "%02d/%02d/2023".formatted(1 + i % 28, 1 + i % 12));
    }
    assertThat(of(Proposal.Kind.SENTINEL, bronze.land("day", days).suggest().proposals()))
        .singleElement()
        .satisfies(proposal ->
            assertThat(proposal.edits())
                .containsExactly(new RecipeEdit.TreatAsMissing("day", List.of("01/01/1900"))));
  }

  @Test
  void aWordThatSaysUnknownIsProposedAsMissing() {
    assertThat(of(Proposal.Kind.SENTINEL, proposals("colour", "red", 9, "blue", 8, "Unknown", 4)))
        .singleElement()
        .satisfies(proposal ->
            assertThat(proposal.edits())
                .containsExactly(new RecipeEdit.TreatAsMissing("colour", List.of("Unknown"))));
  }

  @Test
  void whatIsPartOfTheRangeIsNoSentinel() {
    List<String> numbers = new ArrayList<>();
    for (int i = -20; i < 120; i++) {
      numbers.add(String.valueOf(i));
      numbers.add(String.valueOf(i));
    }
    assertThat(of(Proposal.Kind.SENTINEL, bronze.land("n", numbers).suggest().proposals()))
        .isEmpty();
    assertThat(of(Proposal.Kind.SENTINEL, proposals("n", "-999", 1, "5", 9, "7", 8))).isEmpty();
  }
}
