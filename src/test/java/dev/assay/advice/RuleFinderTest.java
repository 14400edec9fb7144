package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowRule;
import dev.assay.model.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuleFinderTest {
  private final Bronze bronze = new Bronze();
  private final Random random = new Random(7);

  @AfterEach
  void close() {
    bronze.close();
  }

  private List<Proposal> rules(List<String> columns, int rows, IntFunction<List<String>> row) {
    return bronze
        .land(columns, IntStream.range(0, rows).mapToObj(row).toList())
        .suggest()
        .proposals()
        .stream()
        .filter(proposal -> proposal.kind() == Proposal.Kind.RULE)
        .toList();
  }

  private static List<String> conditions(List<Proposal> proposals) {
    return proposals.stream().map(proposal -> rule(proposal).condition()).toList();
  }

  private static RowRule rule(Proposal proposal) {
    return ((RecipeEdit.AddRule) proposal.edits().getFirst()).rule();
  }

  private BigDecimal price() {
    return BigDecimal.valueOf(100 + random.nextInt(9_900), 2);
  }

  @Test
  void findsAProductWithItsExceptionsCountedAndListed() {
    List<Proposal> found =
        rules(
            List.of("order_id", "unit_price", "quantity", "total"),
            2_000,
            i -> {
              BigDecimal price = price();
              int quantity = 1 + random.nextInt(9);
              BigDecimal total = price.multiply(BigDecimal.valueOf(quantity));
              return List.of(
                  "" + (1000 + i),
                  price.toString(),
                  "" + quantity,
                  (i == 700 ? total.add(BigDecimal.TEN) : total).toString());
            });
    assertThat(conditions(found)).containsExactly("total = unit_price * quantity");
    Proposal proposal = found.getFirst();
    assertThat(proposal.rows()).isEqualTo(1);
    assertThat(proposal.examples()).singleElement().asString().startsWith("row 702: total ");
    assertThat(proposal.because()).contains("1,999 of 2,000 rows that have all", "1 breaks it.");
    assertThat(rule(proposal).onViolation()).isEqualTo(Severity.WARN);
    assertThat(rule(proposal).tolerance()).isNull();
  }

  @Test
  void findsARoundedProductWithTheToleranceOfItsRounding() {
    List<Proposal> found =
        rules(
            List.of("weight", "rate", "fee"),
            500,
            i -> {
              BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(99_999), 3);
              BigDecimal rate = BigDecimal.valueOf(50 + random.nextInt(400), 2);
              return List.of(
                  weight.toString(),
                  rate.toString(),
                  weight.multiply(rate).setScale(2, RoundingMode.HALF_UP).toString());
            });
    assertThat(conditions(found)).containsExactly("fee = weight * rate");
    assertThat(rule(found.getFirst()).tolerance()).isEqualTo(0.005);
  }

  @Test
  void findsSumsAndWritesTheResultOnTheLeft() {
    List<Proposal> found =
        rules(
            List.of("net", "tax", "gross"),
            300,
            i -> {
              BigDecimal net = price();
              BigDecimal tax = price();
              return List.of(net.toString(), tax.toString(), net.add(tax).toString());
            });
    assertThat(conditions(found)).startsWith("gross = net + tax");
  }

  @Test
  void findsWhatIsTakenOff() {
    List<Proposal> found =
        rules(
            List.of("list_price", "discount", "amount"),
            300,
            i -> {
              BigDecimal list = price();
              BigDecimal off = i % 3 == 0 ? BigDecimal.ONE : new BigDecimal("0.50");
              return List.of(list.toString(), off.toString(), list.subtract(off).toString());
            });
    assertThat(conditions(found)).containsExactly("amount = list_price - discount");
  }

  @Test
  void findsTotalsOfThreeParts() {
    List<Proposal> found =
        rules(
            List.of("subtotal", "tax", "shipping", "total"),
            400,
            i -> {
              BigDecimal subtotal = price();
              BigDecimal tax = price();
              BigDecimal shipping = BigDecimal.valueOf(random.nextInt(3) * 499L, 2);
              return List.of(
                  subtotal.toString(),
                  tax.toString(),
                  shipping.toString(),
                  subtotal.add(tax).add(shipping).toString());
            });
    assertThat(conditions(found)).containsExactly("total = subtotal + tax + shipping");
  }

  @Test
  void findsTheOrderOfDatesWithoutDetours() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    List<Proposal> found =
        rules(
            List.of("ordered_at", "shipped_at", "delivered_at"),
            3_000,
            i -> {
              LocalDate ordered = start.plusDays(random.nextInt(300));
              LocalDate shipped = ordered.plusDays(random.nextInt(5));
              LocalDate delivered = shipped.plusDays(random.nextInt(9));
              return List.of(
                  ordered.toString(),
                  (i == 5 ? ordered.minusDays(40) : shipped).toString(),
                  delivered.toString());
            });
    assertThat(conditions(found))
        .containsExactlyInAnyOrder("shipped_at >= ordered_at", "delivered_at >= shipped_at");
    assertThat(found)
        .filteredOn(p -> p.rows() == 1)
        .singleElement()
        .satisfies(p -> assertThat(p.examples().getFirst()).startsWith("row 7: shipped_at "));
  }

  @Test
  void findsTheOrderOfNumbersWhoseNamesSaySo() {
    List<Proposal> found =
        rules(
            List.of("temp_min", "temp_max", "humidity"),
            300,
            i -> {
              int low = random.nextInt(30);
              return List.of("" + low, "" + (low + random.nextInt(12)), "" + random.nextInt(100));
            });
    assertThat(conditions(found)).containsExactly("temp_max >= temp_min");
  }

  @Test
  void findsColumnsThatAreAlike() {
    List<Proposal> found =
        rules(
            List.of("city", "billing_city", "amount"),
            1_000,
            i -> {
              String city = "city " + random.nextInt(40);
              return List.of(city, city, price().toString());
            });
    assertThat(conditions(found)).containsExactly("city = billing_city");
  }

  @Test
  void proposesNothingBetweenColumnsThatHaveNothingToDoWithOneAnother() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    List<Proposal> found =
        rules(
            List.of("id", "born", "joined", "price", "quantity", "score", "flag", "zero", "stars"),
            1_500,
            i ->
                List.of(
                    "" + i,
                    LocalDate.of(1950, 1, 1).plusDays(random.nextInt(9_000)).toString(),
                    start.plusDays(random.nextInt(300)).toString(),
                    price().toString(),
                    "" + (1 + random.nextInt(3)),
                    "" + random.nextInt(4),
                    random.nextBoolean() ? "0" : "1",
                    "0",
                    "" + (1 + random.nextInt(5))));
    assertThat(conditions(found)).isEmpty();
  }

  @Test
  void aQuantityThatIsAlwaysOneMakesNoProduct() {
    List<Proposal> found =
        rules(
            List.of("price", "quantity", "total"),
            500,
            i -> {
              String price = price().toString();
              return List.of(price, i == 3 ? "2" : "1", i == 3 ? "9999.00" : price);
            });
    assertThat(conditions(found)).doesNotContain("total = price * quantity");
  }

  @Test
  void aDozenRowsProveNothing() {
    List<Proposal> found =
        rules(
            List.of("net", "tax", "gross"),
            12,
            i -> {
              BigDecimal net = price();
              BigDecimal tax = price();
              return List.of(net.toString(), tax.toString(), net.add(tax).toString());
            });
    assertThat(found).isEmpty();
  }

  @Test
  void aRuleThatTooManyRowsBreakIsNotProposed() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      BigDecimal net = price();
      BigDecimal tax = price();
      BigDecimal gross = i % 400 == 0 ? net : net.add(tax);
      rows.add(List.of(net.toString(), tax.toString(), gross.toString()));
    }
    assertThat(conditions(rules(List.of("net", "tax", "gross"), 2_000, rows::get)))
        .doesNotContain("gross = net + tax");
  }
}
