package dev.assay.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/** Where a replay is allowed, it leaves what a rebuild would: every row, every figure. */
class ReplayLawsTest {
  private static SilverHarness house;

  @BeforeContainer
  static void open() {
    house = new SilverHarness();
  }

  @AfterContainer
  static void close() {
    house.close();
  }

  private static final List<String> COLUMNS = List.of("id", "amount", "day", "paid", "remark");

  /** What may be said of a column; the first is what the others begin from. */
  private record Choice(
      List<String> numbers,
      Map<String, Object> reading,
      List<String> dates,
      List<String> yes,
      List<String> missing,
      Map<String, String> mapped,
      String nulls,
      String check,
      String severity) {}

  private record Case(
      List<List<String>> rows, Choice before, Choice after, String duplicates, String mend) {}

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<String> id = Arbitraries.of("1", "2", "3", "4", "5", "6", "7", "8", "");
    Arbitrary<String> amount =
        Arbitraries.of(
            "5",
            "7.5",
            "-3",
            "10 kg",
            "USD 4",
            "5k",
            "5 kg-",
            "3-",
            "1,00,000",
            "n/a",
            "none",
            "",
            "12lb",
            "x",
            "kg",
            "1e2",
            "0");
    Arbitrary<String> day =
        Arbitraries.of("2024-01-31", "31/01/2024", "01/31/2024", "01/02/2024", "soon", "", "tba");
    Arbitrary<String> paid = Arbitraries.of("yes", "no", "oui", "non", "true", "?", "", "YES");
    Arbitrary<String> remark = Arbitraries.of("", "late");
    Arbitrary<List<List<String>>> rows =
        Combinators.combine(id, amount, day, paid, remark)
            .as(List::of)
            .list()
            .ofMinSize(1)
            .ofMaxSize(25);
    return Combinators.combine(
            rows,
            choices(),
            choices(),
            Arbitraries.integers().between(0, 8).set().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of("NONE", "REMOVE_EXACT", "KEEP_LATEST", "KEEP_FIRST"),
            Arbitraries.of("", "amount", "remark"))
        .as((all, before, other, changed, duplicates, mend) ->
            new Case(all, before, mixed(before, other, changed), duplicates, mend));
  }

  /** One recipe with a few things of another: what a person changes is little. */
  private static Choice mixed(Choice one, Choice other, Set<Integer> changed) {
    return new Choice(
        changed.contains(0) ? other.numbers() : one.numbers(),
        changed.contains(8) ? other.reading() : one.reading(),
        changed.contains(1) ? other.dates() : one.dates(),
        changed.contains(2) ? other.yes() : one.yes(),
        changed.contains(3) ? other.missing() : one.missing(),
        changed.contains(4) ? other.mapped() : one.mapped(),
        changed.contains(5) ? other.nulls() : one.nulls(),
        changed.contains(6) ? other.check() : one.check(),
        changed.contains(7) ? other.severity() : one.severity());
  }

  /** Often what is a prefix of something else, so that many pairs can be replayed. */
  private static Arbitrary<Choice> choices() {
    Arbitrary<List<String>> stripped =
        Arbitraries.of(
            List.of(),
            List.of("kg"),
            List.of("kg", "lb"),
            List.of("kg", "lb", "USD"),
            List.of("k"));
    return Combinators.combine(
            Combinators.combine(stripped, readings()).as(Map::entry),
            Arbitraries.of(
                List.of("%Y-%m-%d"),
                List.of("%Y-%m-%d", "%d/%m/%Y"),
                List.of("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y"),
                List.of("%m/%d/%Y", "%Y-%m-%d")),
            Arbitraries.of(List.of("yes"), List.of("yes", "oui"), List.of("yes", "non")),
            Arbitraries.<List<String>>of(
                List.of(), List.of("n/a"), List.of("n/a", "none"), List.of("n/a", "0", "kg")),
            Arbitraries.<Map<String, String>>of(
                Map.of(), Map.of("x", "9"), Map.of("x", "9", "5", "6")),
            Arbitraries.of("KEEP_NULL", "KEEP_NULL", "DROP_ROW", "FILL_ZERO"),
            Arbitraries.of("", ">= 0", ">= -5", "BETWEEN 0 AND 100"),
            Arbitraries.of("REJECT", "REJECT", "WARN"))
        .as((numbers, dates, yes, missing, mapped, nulls, check, severity) ->
            new Choice(
                numbers.getKey(),
                numbers.getValue(),
                dates,
                yes,
                missing,
                mapped,
                nulls,
                check,
                severity));
  }

  /** How numbers are written, beside the words around them. */
  private static Arbitrary<Map<String, Object>> readings() {
    return Arbitraries.of(
        Map.of(),
        Map.of("multipliers", Map.of("k", 1000)),
        Map.of("multipliers", Map.of("k", 10)),
        Map.of("trailing_minus", true),
        Map.of("grouping", ","),
        Map.of("grouping", ",", "lakhs", true));
  }

  private static SilverRecipe recipe(Choice choice, String duplicates) {
    List<Object> steps = new ArrayList<>(List.of(Map.of("step", "trim")));
    if (!choice.missing().isEmpty()) {
      steps.add(Map.of("step", "null_tokens", "tokens", choice.missing()));
    }
    if (!choice.mapped().isEmpty()) {
      steps.add(Map.of("step", "map_values", "values", choice.mapped()));
    }
    Map<String, Object> number = new TreeMap<>(choice.reading());
    number.put("step", "parse_number");
    number.put("strip", choice.numbers());
    steps.add(number);
    Map<String, Object> amount = new TreeMap<>();
    amount.put("source_column", "amount");
    amount.put("target_type", "DECIMAL(10,2)");
    amount.put("cleaning", steps);
    amount.put("null_strategy", choice.nulls());
    amount.put("on_violation", choice.severity());
    if (!choice.check().isEmpty()) {
      amount.put("validation", choice.check());
    }
    Map<String, Object> day =
        Map.of(
            "source_column",
            "day",
            "target_type",
            "DATE",
            "cleaning",
            List.of(
                Map.of("step", "trim"),
                Map.of("step", "null_tokens", "tokens", List.of("tba")),
                Map.of("step", "parse_date", "formats", choice.dates())));
    Map<String, Object> paid =
        Map.of(
            "source_column",
            "paid",
            "target_type",
            "BOOLEAN",
            "cleaning",
            List.of(
                Map.of("step", "trim"),
                Map.of(
                    "step", "parse_boolean", "yes", choice.yes(), "no", List.of("no", "false"))));
    Map<String, Object> recipe = new TreeMap<>();
    recipe.put(
        "columns",
        List.of(Map.of("source_column", "id", "target_type", "INTEGER"), amount, day, paid));
    Map<String, Object> deduplication = new TreeMap<>(Map.of("strategy", duplicates));
    if (duplicates.startsWith("KEEP")) {
      deduplication.put("key_columns", List.of("id"));
      deduplication.put("order_by", "day");
    }
    recipe.put("deduplication", deduplication);
    return Json.readRequest(Json.write(recipe), SilverRecipe.class);
  }

  @Property(tries = 100)
  void aReplayLeavesWhatARebuildWould(@ForAll("cases") Case given) {
    house.bronze(COLUMNS, given.rows());
    SilverRecipe before = recipe(given.before(), given.duplicates());
    SilverRecipe after = recipe(given.after(), given.duplicates());
    Ledger published = house.build(before);
    List<CellOverride> overrides = given.mend().isEmpty() ? List.of() : mended(house, given.mend());

    Replay replay = house.decide(before, List.of(), after, overrides);
    if (!(replay instanceof Replay.Allowed allowed)) {
      Statistics.collect("rebuild");
      return;
    }
    BuildPlan full = house.plan(after, overrides);
    BuildPlan plan = house.replay(allowed, published, overrides, full);
    Ledger replayed = carriedOut(house, plan);
    if (replayed == null) {
      Statistics.collect("rebuild, as the data says");
      return;
    }
    List<List<Object>> silver = house.silver("*");
    List<List<Object>> rejected = house.rejected();
    List<List<Object>> duplicates = house.duplicates();
    boolean rescued = published.rejected() > replayed.rejected();
    Statistics.collect(rescued ? "replay that rescues" : "replay");
    Ledger rebuilt = house.carryOut(full);

    assertThat(replayed.balances()).isTrue();
    assertThat(replayed).isEqualTo(rebuilt);
    assertThat(silver).isEqualTo(house.silver("*"));
    assertThat(rejected).isEqualTo(house.rejected());
    assertThat(duplicates).isEqualTo(house.duplicates());
  }

  /** One value of the first rejected row, if there is one; no recipe uses the remarks. */
  private static List<CellOverride> mended(SilverHarness house, String column) {
    return house
        .engine
        .query(
            "SELECT b._row_hash FROM bronze_orders_raw b JOIN silver_orders_rejected r"
                + " USING (_load_id, _row_no) ORDER BY b._row_no LIMIT 1")
        .rows()
        .stream()
        .map(row ->
            new CellOverride(1, (String) row.getFirst(), column, "42", null, Instant.EPOCH, 0))
        .toList();
  }

  /** The ledger of the whole table, or null where the plan's presumptions do not hold. */
  private static Ledger carriedOut(SilverHarness house, BuildPlan plan) {
    for (Step step : plan.steps()) {
      if (step instanceof Step.Presume(Step.Presumption.OnlyRejected only)
          && house.exceptions(only) > 0) {
        return null;
      }
    }
    List<Step> until = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof Step.Presume(Step.Presumption.KeysApart apart)) {
        house.carryOut(plan.withSteps(until));
        until.clear();
        if (house.exceptions(apart) > 0) {
          return null;
        }
        continue;
      }
      until.add(step);
    }
    return house.carryOut(plan.withSteps(until));
  }
}
