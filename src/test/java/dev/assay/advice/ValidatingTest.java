package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Ledger;
import dev.assay.model.Proposal;
import dev.assay.model.Proposal.Kind;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverRecipe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values that can hardly be true are counted on all rows, and the build counts the same. */
class ValidatingTest {
  private static final int ROWS = 1_000;

  private final Bronze bronze = new Bronze();
  private final Accepting accepting = new Accepting(bronze);
  private final Random random = new Random(5);

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverRecipe suggest(String name, IntFunction<String> value) {
    return suggest(name, ROWS, value);
  }

  private SilverRecipe suggest(String name, int rows, IntFunction<String> value) {
    return bronze
        .land(
            List.of("id", name),
            IntStream.range(0, rows).mapToObj(i -> List.of("r" + i, value.apply(i))).toList())
        .suggest();
  }

  private static List<Proposal> checks(SilverRecipe recipe) {
    return recipe.proposals().stream()
        .filter(proposal -> proposal.kind() == Kind.VALIDATION)
        .toList();
  }

  private List<String> checked(String name, IntFunction<String> value) {
    return checks(suggest(name, value)).stream().map(ValidatingTest::text).toList();
  }

  private static String text(Proposal proposal) {
    return ((RecipeEdit.Validate) proposal.edits().getFirst()).validation().text();
  }

  /** The only check that is proposed, once a build has counted what the proposal counts. */
  private Proposal proven(String name, IntFunction<String> value) {
    SilverRecipe recipe = suggest(name, value);
    assertThat(checks(recipe)).hasSize(1);
    Proposal proposal = checks(recipe).getFirst();
    Ledger ledger = accepting.build(recipe, proposal.id());
    assertThat(ledger.rejected()).isZero();
    assertThat(ledger.warnings().values())
        .containsExactlyElementsOf(proposal.rows() == 0 ? List.of() : List.of(proposal.rows()));
    assertThat(proposal.examples()).hasSizeBetween(proposal.rows() == 0 ? 0 : 1, 5);
    return proposal;
  }

  private String normal(double mean, double deviation) {
    return String.format(Locale.ROOT, "%.2f", mean + deviation * random.nextGaussian());
  }

  private String skewed() {
    return String.format(Locale.ROOT, "%.2f", 20 * Math.exp(random.nextGaussian()));
  }

  @Test
  void namesNumbersThatLieFarFromAllOthers() {
    Proposal above = proven("reading", i -> i % 400 == 7 ? "9999.5" : normal(100, 10));
    assertThat(text(above)).matches("<= [12][0-9]{2}");
    assertThat(above.rows()).isEqualTo(3);
    Proposal below = proven("reading", i -> i % 400 == 7 ? "-999.25" : normal(100, 10));
    assertThat(text(below)).matches(">= [0-9]{1,2}");
    Proposal orders = proven("amount", i -> i == 7 ? "123456.75" : skewed());
    assertThat(text(orders)).startsWith("<= ");
    assertThat(orders.rows()).isEqualTo(1);
    assertThat(orders.examples()).containsExactly("123456.75");
  }

  @Test
  void takesNoTailOfADistributionForOutliers() {
    assertThat(checked("reading", _ -> normal(100, 10))).isEmpty();
    assertThat(checked("amount", _ -> skewed())).isEmpty();
    assertThat(
            checked(
                "amount",
                _ -> String.format(Locale.ROOT, "%.2f", -30 * Math.log(random.nextDouble()))))
        .isEmpty();
    assertThat(
            checked(
                "population",
                _ -> String.valueOf((long) (1000 / Math.pow(random.nextDouble(), 0.9)))))
        .isEmpty();
    assertThat(checked("count", _ -> String.valueOf(random.nextInt(4)))).isEmpty();
    assertThat(checked("number", i -> String.valueOf(i * 100))).isEmpty();
    assertThat(checked("year", i -> i == 3 ? "1066" : String.valueOf(2000 + i % 20))).isEmpty();
  }

  @Test
  void asksNothingOfNumbersThatOnlyNameThings() {
    assertThat(checked("customer_id", i -> i == 3 ? "99999999" : String.valueOf(i))).isEmpty();
    assertThat(checked("zip_code", i -> String.valueOf(10_000 + i))).isEmpty();
  }

  @Test
  void fewAmountsBelowZeroAreNamedButManyAreTheNatureOfTheColumn() {
    Proposal few = proven("quantity", i -> i % 100 == 3 ? "-3" : String.valueOf(1 + i % 9));
    assertThat(text(few)).isEqualTo(">= 0");
    assertThat(few.rows()).isEqualTo(10);
    assertThat(few.because()).contains("10 of 1000 values are below 0");
    assertThat(checked("amount", i -> i % 3 == 0 ? "-5.00" : "7.50")).isEmpty();
    assertThat(checked("balance", i -> i % 100 == 0 ? "-5.00" : i + ".50")).isEmpty();
  }

  @Test
  void whatMayStandForMissingIsAskedAboutOnceAndACheckStaysWhereItFindsMore() {
    assertThat(kinds("quantity", i -> i % 100 == 3 ? "-1" : String.valueOf(1 + i % 9)))
        .containsExactly(Kind.SENTINEL);
    assertThat(
            kinds(
                "order_date",
                i ->
                    i % 200 == 4
                        ? "1900-01-01"
                        : LocalDate.of(2023, 1, 1).plusDays(i % 500).toString()))
        .containsExactly(Kind.SENTINEL);
    assertThat(
            kinds("age", i -> i % 250 == 0 ? "999" : i == 7 ? "-4" : String.valueOf(18 + i % 60)))
        .containsExactly(Kind.VALIDATION, Kind.SENTINEL);
  }

  private List<Kind> kinds(String name, IntFunction<String> value) {
    return suggest(name, value).proposals().stream().map(Proposal::kind).toList();
  }

  @Test
  void agesSharesAndPlacesHaveBoundsByNature() {
    Proposal ages = proven("age", i -> i % 250 == 0 ? "130" : String.valueOf(18 + i % 60));
    assertThat(text(ages)).isEqualTo("BETWEEN 0 AND 120");
    assertThat(ages.rows()).isEqualTo(4);
    Proposal kept = proven("age", i -> String.valueOf(18 + i % 60));
    assertThat(kept.because()).contains("0 of 1000 rows break the check");
    assertThat(text(proven("discount_percent", i -> i == 5 ? "250" : String.valueOf(i % 50))))
        .isEqualTo("BETWEEN 0 AND 100");
    assertThat(checked("growth_percent", i -> i == 5 ? "110" : String.valueOf(i % 90))).isEmpty();
    assertThat(text(proven("latitude", i -> i == 9 ? "481.2" : "48." + i)))
        .isEqualTo("BETWEEN -90 AND 90");
    assertThat(text(proven("lon", i -> "-11." + i))).isEqualTo("BETWEEN -180 AND 180");
  }

  @Test
  void daysToComeAndDaysLongGoneAreNamedWhereTheyCanHardlyBeTrue() {
    LocalDate today = LocalDate.now();
    IntFunction<String> usual = i -> LocalDate.of(2023, 1, 1).plusDays(i % 500).toString();
    assertThat(
            proven(
                    "birth_date",
                    i -> i == 4 ? today.plusYears(1).toString() : "19" + (40 + i % 60) + "-02-03")
                .rows())
        .isEqualTo(1);
    Proposal past = proven("order_date", i -> i % 200 == 4 ? "1951-07-04" : usual.apply(i));
    assertThat(text(past)).isEqualTo(">= '1990-01-01'");
    assertThat(past.rows()).isEqualTo(5);
    Proposal future =
        proven("created_at", i -> i == 4 ? today.plusYears(60).toString() : usual.apply(i));
    assertThat(future.because()).contains("lie in the future");
    assertThat(checked("order_date", usual)).isEmpty();
    assertThat(checked("valid_until", i -> i == 4 ? "9999-12-31" : usual.apply(i))).isEmpty();
    assertThat(checked("hire_date", i -> i == 4 ? "1980-01-01" : usual.apply(i))).isEmpty();
    assertThat(checked("day", i -> LocalDate.of(1950, 1, 1).plusDays(25L * i).toString()))
        .isEmpty();
  }

  private String iban() {
    try {
      String body =
          ""
              + (100_000_000 + random.nextInt(800_000_000))
              + (100_000_000 + random.nextInt(800_000_000));
      return "DE" + IBANCheckDigit.IBAN_CHECK_DIGIT.calculate("DE00" + body) + body;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String article() {
    try {
      String body = "400" + (100_000_000 + random.nextInt(800_000_000));
      return body + EAN13CheckDigit.EAN13_CHECK_DIGIT.calculate(body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String wrong(String number) {
    char last = number.charAt(number.length() - 1);
    return number.substring(0, number.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
  }

  @Test
  void checkDigitsAreCounted() {
    Proposal accounts = proven("iban", i -> i % 300 == 1 ? wrong(iban()) : iban());
    assertThat(text(accounts)).isEqualTo("CHECKSUM 'IBAN'");
    assertThat(accounts.rows()).isEqualTo(4);
    assertThat(accounts.examples()).allMatch(example -> example.matches("D[*]+[0-9]"));
    Proposal articles = proven("ean", i -> i % 300 == 1 ? wrong(article()) : article());
    assertThat(text(articles)).isEqualTo("CHECKSUM 'EAN'");
    assertThat(articles.rows()).isEqualTo(4);
    assertThat(
            checked("token", _ -> String.valueOf(1_000_000_000_000L + random.nextLong(1L << 42))))
        .isEmpty();
  }

  @Test
  void addressesAndCodesOfAnotherFormAreNamed() {
    SilverRecipe recipe =
        suggest("email", i -> i % 250 == 1 ? "ann..lee@example.com" : "u" + i + "@example.com");
    Proposal proposal = Accepting.proposal(recipe, "check-email-email");
    assertThat(proposal.rows()).isEqualTo(4);
    // The check that the column has already stays as severe as it is.
    Ledger ledger = accepting.build(recipe, proposal.id());
    assertThat(ledger.warnings()).isEqualTo(Map.of("violates_email", 4L));
    assertThat(ledger.rejected()).isZero();
    Proposal codes = proven("sku", i -> i == 3 ? "AB1-1" : "AB-" + (1_000 + i));
    assertThat(text(codes)).isEqualTo("MATCHES '^\\p{L}{2}[-][0-9]{4}$'");
    assertThat(codes.rows()).isEqualTo(1);
    assertThat(checked("sku", i -> "AB-" + i)).isEmpty();
  }

  @Test
  void allOfASuggestionCanBeAcceptedAtOnce() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          List.of(
              "r" + i,
              i % 250 == 1 ? "ann..lee@example.com" : "u" + i + "@example.com",
              i % 100 == 3 ? "-3" : String.valueOf(1 + i % 9),
              i % 2 == 0 ? "€" + i + ".50" : "$" + i + ".25",
              "City " + (char) ('a' + i % 20) + ", " + (i % 2 == 0 ? "PA" : "NY"),
              i % 200 == 4 ? "1900-01-01" : "2024-01-" + (10 + i % 20)));
    }
    SilverRecipe recipe =
        bronze
            .land(List.of("id", "email", "quantity", "price", "place", "order_date"), rows)
            .suggest();
    assertThat(recipe.proposals())
        .extracting(Proposal::kind)
        .contains(Kind.PERSONAL_DATA, Kind.VALIDATION, Kind.SPLIT, Kind.UNIT);
    assertThat(recipe.proposals()).extracting(Proposal::id).doesNotHaveDuplicates();
    // What stands for "missing" breaks no check any more: that is another proposal.
    Ledger ledger =
        accepting.buildAll(
            recipe.withProposals(
                recipe.proposals().stream()
                    .filter(proposal -> proposal.kind() != Kind.SENTINEL)
                    .toList()));
    assertThat(ledger.silver()).isEqualTo(ROWS);
    assertThat(ledger.warnings()).isEqualTo(Map.of("violates_email", 4L, "violates_quantity", 10L));
  }
}
