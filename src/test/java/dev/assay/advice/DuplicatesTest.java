package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final List<String> CONTACTS =
      List.of("contact_id", "name", "email", "city", "joined");
  private static final List<String> NAMES =
      List.of("Ann", "Bob", "Carla", "Dieter", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jan");
  private static final List<String> LAST =
      List.of("Meyer", "Schulz", "Okafor", "Rossi", "Dubois", "Novak", "Silva", "Tanaka", "Wolff");

  private final Bronze bronze = new Bronze();
  private final Random random = new Random(11);

  @AfterEach
  void close() {
    bronze.close();
  }

  private List<List<String>> contacts(int rows) {
    List<List<String>> contacts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String first = NAMES.get(random.nextInt(10));
      String last = LAST.get(random.nextInt(9));
      contacts.add(
          List.of(
              "" + (i + 1),
              first + " " + last,
              first.toLowerCase() + i + "@" + last.toLowerCase() + ".example",
              List.of("Lyon", "Porto", "Graz", "Ghent", "Malmö").get(random.nextInt(5)),
              "2023-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))));
    }
    return contacts;
  }

  private List<Proposal> duplicates(List<String> columns, List<List<String>> rows) {
    return bronze.land(columns, rows).suggest().proposals().stream()
        .filter(proposal -> proposal.kind() == Proposal.Kind.DUPLICATES)
        .toList();
  }

  private static List<String> changed(List<String> row, int column, String value) {
    List<String> copy = new ArrayList<>(row);
    copy.set(column, value);
    return copy;
  }

  @Test
  void findsRowsThatAreAlikeButForTheirKeyAndOffersToKeepTheFirst() {
    List<List<String>> rows = contacts(400);
    rows.add(changed(rows.get(10), 0, "9001"));
    rows.add(changed(rows.get(20), 0, "9002"));
    Proposal proposal = duplicates(CONTACTS, rows).getFirst();
    assertThat(proposal.rows()).isEqualTo(2);
    assertThat(proposal.examples()).hasSize(2);
    assertThat(((RecipeEdit.Deduplicate) proposal.edits().getFirst()).deduplication())
        .isEqualTo(
            new Deduplication(
                List.of("name", "email", "city", "joined"),
                Deduplication.Strategy.KEEP_FIRST,
                null));
  }

  @Test
  void findsRowsThatAreAlikeButForCaseAndSpaces() {
    List<List<String>> rows = contacts(400);
    // With a sign in it, the name is not written as others are unasked.
    rows.set(10, changed(rows.get(10), 1, "Quill (Zora)"));
    List<String> twin = changed(rows.get(10), 0, "9001");
    rows.add(changed(twin, 1, twin.get(1).toUpperCase().replace(" ", "  ")));
    Proposal proposal = duplicates(CONTACTS, rows).getFirst();
    assertThat(proposal.because()).contains("case and spaces");
    assertThat(proposal.rows()).isEqualTo(1);
    assertThat(proposal.edits()).isEmpty();
    assertThat(proposal.examples().getFirst()).startsWith("rows 12 and 402: name ");
  }

  @Test
  void findsRowsThatDifferInAFewLettersOfOneText() {
    List<List<String>> rows = contacts(400);
    List<String> twin = changed(rows.get(10), 0, "9001");
    rows.add(changed(twin, 2, twin.get(2).replace(".example", ".exampel")));
    List<Proposal> found = duplicates(CONTACTS, rows);
    assertThat(found)
        .singleElement()
        .satisfies(proposal -> {
          assertThat(proposal.columns()).containsExactly("email");
          assertThat(proposal.rows()).isEqualTo(1);
          // Personal values are shown as stars, their rows are not hidden.
          assertThat(proposal.examples().getFirst())
              .startsWith("rows 12 and 402: ")
              .doesNotContain("@");
        });
  }

  @Test
  void saysNothingOfTablesInWhichNoRowsAreAlikeOrAllAreByNature() {
    assertThat(duplicates(CONTACTS, contacts(400))).isEmpty();
    List<List<String>> readings =
        IntStream.range(0, 1_000)
            .mapToObj(
                i -> List.of("" + i, "sensor " + i % 4, "state " + random.nextInt(3), "" + i % 7))
            .toList();
    assertThat(duplicates(List.of("id", "sensor", "state", "value"), readings)).isEmpty();
  }

  @Test
  void showsTiesWithWinnersAndLosersWhereTheLatestIsNotOne() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(List.of("" + (100 + i), "customer " + i % 7, "2024-01-%02d".formatted(1 + i % 28)));
    }
    rows.add(List.of("103", "customer 9", "2024-02-01"));
    rows.add(List.of("104", "customer 9", "2024-02-01"));
    rows.add(List.of("105", "customer 9", "2024-01-06"));
    Proposal tie = duplicates(List.of("order_id", "customer", "updated_at"), rows).getFirst();
    assertThat(tie.because()).startsWith("The latest updated_at decides 2 of 3 keys (order_id)");
    assertThat(tie.rows()).isEqualTo(3);
    assertThat(tie.examples())
        .containsExactly("order_id 105 at 2024-01-06: row 64 stays, row 7 goes");
    assertThat(((RecipeEdit.Deduplicate) tie.edits().getFirst()).deduplication().orderBy())
        .isEqualTo("updated_at DESC");
  }

  @Test
  void namesAKeyOfThreeColumns() {
    List<List<String>> rows = new ArrayList<>();
    for (int shop = 1; shop <= 4; shop++) {
      for (int order = 1; order <= 10; order++) {
        for (int line = 1; line <= 3; line++) {
          rows.add(List.of("" + shop, "" + order, "" + line, "item " + random.nextInt(9)));
        }
      }
    }
    Collections.shuffle(rows, random);
    SilverRecipe recipe =
        bronze.land(List.of("shop_id", "order_no", "line", "item"), rows).suggest();
    assertThat(recipe.deduplication().keyColumns()).containsExactly("shop_id", "order_no", "line");
    assertThat(recipe.notes()).contains("No two rows share shop_id, order_no and line.");
  }

  @Test
  void namesAKeyOfAThingAndATime() {
    List<List<String>> rows = new ArrayList<>();
    for (int station = 1; station <= 5; station++) {
      for (int day = 1; day <= 28; day++) {
        rows.add(List.of("S" + station, "2024-02-%02d".formatted(day), "" + random.nextInt(30)));
      }
    }
    SilverRecipe recipe =
        bronze.land(List.of("station_id", "measured_on", "temperature"), rows).suggest();
    assertThat(recipe.deduplication().keyColumns()).containsExactly("station_id", "measured_on");
  }
}
