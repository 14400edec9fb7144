package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Ledger;
import dev.assay.model.Proposal;
import dev.assay.model.Proposal.Kind;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cells of several things are taken apart, and what is proposed builds and balances. */
class SplitsTest {
  private static final int ROWS = 300;

  private final Bronze bronze = new Bronze();
  private final Accepting accepting = new Accepting(bronze);

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverRecipe suggest(String name, IntFunction<String> value) {
    // An id beside it, so that rows differ.
    return bronze
        .land(
            List.of("id", name),
            IntStream.range(0, ROWS).mapToObj(i -> List.of("r" + i, value.apply(i))).toList())
        .suggest();
  }

  private List<String> kinds(String name, IntFunction<String> value) {
    return suggest(name, value).proposals().stream()
        .filter(proposal -> proposal.kind() == Kind.SPLIT || proposal.kind() == Kind.UNIT)
        .map(Proposal::id)
        .toList();
  }

  private List<List<Object>> split(String name, String columns, IntFunction<String> value) {
    SilverRecipe recipe = suggest(name, value);
    Proposal proposal = Accepting.proposal(recipe, "split-" + name);
    Ledger ledger = accepting.build(recipe, proposal.id());
    assertThat(ledger.bronze()).isEqualTo(ROWS);
    assertThat(ledger.silver()).isEqualTo(ROWS);
    assertThat(proposal.rows()).isEqualTo(ROWS);
    // Each part accounts for the whole cell that it came from.
    assertThat(ledger.cells().stream().filter(cells -> cells.column().startsWith(name)))
        .isNotEmpty()
        .allSatisfy(cells -> assertThat(cells.raw()).isEqualTo(ROWS));
    return accepting.silver(columns).subList(0, 2);
  }

  private static String of(String[] words, int i) {
    return words[i % words.length];
  }

  private static final String[] STATES = {"PA", "NY", "CA", "TX"};

  @Test
  void takesPlacesFromTheirStates() {
    String[] cities = {"Pittsburgh", "New York", "St. Louis", "Winston-Salem", "Austin", "Reno"};
    assertThat(split("place", "place_city, place_state", i -> of(cities, i) + ", " + of(STATES, i)))
        .containsExactly(List.of("Pittsburgh", "PA"), List.of("New York", "NY"));
  }

  @Test
  void takesNamesApartWhereTheColumnIsOneOfNames() {
    String[] names = {"Lee, Ann", "García, José", "O'Brien, Zoë", "de Vries, Bob", "Oe, Ken"};
    assertThat(split("full_name", "full_name_last, full_name_first", i -> of(names, i)))
        .containsExactly(List.of("Lee", "Ann"), List.of("García", "José"));
    assertThat(kinds("title", i -> of(names, i))).isEmpty();
  }

  @Test
  void takesTheTwoEndsOfARangeAsNumbersHoweverItIsWritten() {
    String[] signs = {"-", " – ", " to "};
    assertThat(
            split(
                "employees",
                "employees_from, employees_to",
                i -> (10 + i) + of(signs, i) + (20 + 2 * i)))
        .containsExactly(List.of(10L, 20L), List.of(11L, 22L));
    assertThat(split("width", "width_from, width_to", i -> i + ".5-" + (i + 1) + ".75"))
        .containsExactly(List.of("0.5", "1.75"), List.of("1.5", "2.75"));
  }

  @Test
  void takesPointsSizesStreetsAndKeysApart() {
    assertThat(
            split(
                "position",
                "position_latitude, position_longitude",
                i -> "48." + (100 + i) + ", -11." + (200 + i)))
        .containsExactly(List.of(48.1, -11.2), List.of(48.101, -11.201));
    assertThat(split("box", "box_1, box_2, box_3", i -> (i + 1) + " x 20 × 3.5 cm"))
        .containsExactly(List.of("1.0", "20.0", "3.5"), List.of("2.0", "20.0", "3.5"));
    assertThat(
            split(
                "anschrift",
                "anschrift_street, anschrift_place",
                i -> "Lange Straße " + i + "; 10115 Berlin"))
        .containsExactly(
            List.of("Lange Straße 0", "10115 Berlin"), List.of("Lange Straße 1", "10115 Berlin"));
    assertThat(split("options", "options_color, options_size", i -> "Color=red; size=" + i))
        .containsExactly(List.of("red", "0"), List.of("red", "1"));
    assertThat(split("path", "path_1, path_2, path_3", i -> "a" + i + "|b|c" + i))
        .containsExactly(List.of("a0", "b", "c0"), List.of("a1", "b", "c1"));
  }

  @Test
  void countsWhatDoesNotFitAndLosesNoneOfIt() {
    SilverRecipe recipe =
        suggest(
            "place",
            i -> i == 7 ? "Berlin" : "City " + (char) ('a' + i % 20) + ", " + of(STATES, i));
    Proposal proposal = Accepting.proposal(recipe, "split-place");
    assertThat(proposal.rows()).isEqualTo(ROWS - 1);
    assertThat(proposal.because()).contains("299 of 300", "1 other stays whole in the first part");
    Ledger ledger = accepting.build(recipe, proposal.id());
    assertThat(ledger.rejected()).isZero();
    List<Object> other = new ArrayList<>(List.of("Berlin"));
    other.add(null);
    assertThat(accepting.silver("place_city, place_state").get(7)).isEqualTo(other);
  }

  @Test
  void saysHowManyRowsARangeOfAnotherFormWouldReject() {
    SilverRecipe recipe = suggest("size", i -> i == 7 ? "1000+" : i + "-" + (i + 9));
    Proposal proposal = Accepting.proposal(recipe, "split-size");
    assertThat(proposal.because()).contains("1 row would be rejected");
    assertThat(accepting.build(recipe, proposal.id()).rejected()).isEqualTo(1);
  }

  @Test
  void partsGetNamesThatAreFree() {
    SilverRecipe recipe =
        bronze
            .land(
                List.of("place", "place_city"),
                IntStream.range(0, ROWS)
                    .mapToObj(i ->
                        List.of("City " + (char) ('a' + i % 20) + ", " + of(STATES, i), "x" + i))
                    .toList())
            .suggest();
    assertThat(
            RecipeEditor.apply(recipe, Accepting.proposal(recipe, "split-place").edits()).columns())
        .extracting(SilverColumn::silverName)
        .containsExactly("place_city_2", "place_state", "place_city");
  }

  @Test
  void leavesAloneWhatOnlyLooksComposite() {
    Stream.<IntFunction<String>>of(
            i -> "Thanks, see you on day " + i,
            i -> (1 + i % 7) + "-" + i % 5,
            i -> "20" + (10 + i % 10) + "-" + (11 + i % 10),
            i -> (100 + i) + "-" + (1000 + i * 7 % 9000),
            i -> "red, green, " + i,
            i -> "0x" + (10 + i),
            i -> i + "," + (10 + i % 90),
            i -> "12:" + (10 + i % 50) + ":00",
            i -> "https://e.com/?a=" + i + "&b=2",
            i -> i % 3 == 0 ? "a|b" : "a|b|c" + i,
            i -> "Widget x" + i,
            i -> "{\"a\": " + i + ", \"b\": 2}",
            i -> "M" + i + "x20",
            i -> "key: value " + i)
        .forEach(value -> assertThat(kinds("c", value)).as(value.apply(3)).isEmpty());
    assertThat(kinds("zip", i -> (15_000 + i) + "-" + (16_000 + i))).isEmpty();
    assertThat(kinds("phone", i -> (300 + i) + "-" + (1_000 + i))).isEmpty();
  }
}
