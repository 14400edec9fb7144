package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Question;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilverAdvisorTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private SilverColumn advise(String name, String... texts) {
    return bronze.land(name, Arrays.asList(texts)).column();
  }

  private List<Object> cast(SilverColumn column) {
    return bronze
        .engine
        .query("SELECT " + column.castExpression() + " FROM bronze_orders_raw ORDER BY _row_no")
        .rows()
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private static String type(SilverColumn column) {
    return column.targetType().text();
  }

  @Test
  void readsEachTypeAsItIsWritten() {
    assertThat(type(advise("n", "1", "-2", "300"))).isEqualTo("INTEGER");
    assertThat(type(advise("n", "1", "3000000000"))).isEqualTo("BIGINT");
    assertThat(type(advise("n", "1.25", "30.5"))).isEqualTo("DECIMAL(9,2)");
    assertThat(type(advise("n", "1.5e-7", "2.25e9"))).isEqualTo("DOUBLE");
    assertThat(type(advise("b", "true", "False"))).isEqualTo("BOOLEAN");
    assertThat(type(advise("b", "Y", "n", "y"))).isEqualTo("BOOLEAN");
    assertThat(type(advise("d", "2024-01-31", "2023-02-28"))).isEqualTo("DATE");
    assertThat(type(advise("t", "2024-01-31 10:11:12", "2024-01-31T10:11:12.5")))
        .isEqualTo("TIMESTAMP");
    assertThat(type(advise("t", "2024-01-31T10:11:12Z", "2024-01-31T10:11:12+05:30")))
        .isEqualTo("TIMESTAMPTZ");
    assertThat(type(advise("t", "09:30", "23:59:58"))).isEqualTo("TIME");
    assertThat(type(advise("u", "123e4567-e89b-12d3-a456-426614174000"))).isEqualTo("UUID");
    assertThat(type(advise("s", "ann", "bob"))).isEqualTo("TEXT");
    assertThat(type(advise("s", null, null))).isEqualTo("TEXT");
  }

  @Test
  void readsZeroAndOneAsTruthOnlyWhereTheNameSaysSo() {
    assertThat(type(advise("is_active", "0", "1", "1"))).isEqualTo("BOOLEAN");
    assertThat(type(advise("children", "0", "1", "1"))).isEqualTo("INTEGER");
  }

  @Test
  void keepsIdentifiersThatLookLikeNumbersAsText() {
    assertThat(type(advise("article", "00123", "00456"))).isEqualTo("TEXT");
    assertThat(type(advise("ZIP Code", "15065", "90210"))).isEqualTo("TEXT");
    assertThat(type(advise("phone", "5551234567", "5559876543"))).isEqualTo("TEXT");
    assertThat(type(advise("account_number", "12345678", "87654321"))).isEqualTo("TEXT");
    assertThat(type(advise("token", "1234567890123456789", "9876543210987654321")))
        .isEqualTo("TEXT");
  }

  @Test
  void takesMissingWordsForMissingAndRejectsNoRowForThem() {
    SilverColumn column = advise("amount", "12.50", "N/A", "-", " ", "null", "7.25");
    assertThat(cast(column)).containsExactly("12.50", null, null, null, null, "7.25");
    assertThat(column.evidence().failed()).isZero();
    assertThat(column.evidence().missing()).isEqualTo(4);
  }

  @Test
  void takesNoWordForMissingThatMayBeAValue() {
    SilverColumn countries = advise("country", "NA", "NA", "DE", "US");
    assertThat(cast(countries)).containsExactly("NA", "NA", "DE", "US");
    SilverColumn allergies = advise("allergies", "none", "unknown", "nuts");
    assertThat(cast(allergies)).containsExactly("none", "unknown", "nuts");
  }

  @Test
  void readsMoneyWithItsSignsAndParentheses() {
    SilverColumn column = advise("amount", "$1,234.50", "($12.00)", "-$3.25", "USD 7.00", "8");
    assertThat(type(column)).isEqualTo("DECIMAL(9,2)");
    assertThat(cast(column)).containsExactly("1234.50", "-12.00", "-3.25", "7.00", "8.00");
  }

  @Test
  void readsTheDecimalCommaWhereItIsProven() {
    SilverColumn column = advise("betrag", "1.234,50", "12,5", "1.000,00 €");
    assertThat(cast(column)).containsExactly("1234.50", "12.50", "1000.00");
  }

  @Test
  void neverMakesOneNumberOfSeveralUnitsOrCurrencies() {
    SilverRecipe money =
        bronze.land("amount", List.of("$12.00", "€13.00", "$14.00", "€9.00")).suggest();
    assertThat(type(money.columns().getFirst())).isEqualTo("TEXT");
    assertThat(money.notes()).anySatisfy(note -> assertThat(note).contains("EUR", "USD"));
    assertThat(type(advise("weight", "12 kg", "13 lb", "14 kg"))).isEqualTo("TEXT");
  }

  @Test
  void takesOffOneUnitHoweverItIsWritten() {
    SilverColumn column = advise("weight", "12.5 kg", "13 KG", "14.25kg.", "9 kilograms");
    assertThat(cast(column)).containsExactly("12.50", "13.00", "14.25", "9.00");
  }

  @Test
  void takesPercentSignsForNoiseOnlyWhereTheSizesMatch() {
    SilverColumn noise = advise("rate", "0.05", "0.07%", "0.06", "0.09%");
    assertThat(cast(noise)).containsExactly("0.05", "0.07", "0.06", "0.09");
    assertThat(noise.evidence().because()).contains("percent sign");
    assertThat(type(advise("rate", "0.05", "7%", "0.06", "9%"))).isEqualTo("TEXT");
  }

  @Test
  void doesNotTakeDatesOrCodesForUnits() {
    assertThat(type(advise("day", "7 November", "8 November", "9 November"))).isEqualTo("TEXT");
    assertThat(type(advise("code", "A12", "A13", "A14"))).isEqualTo("TEXT");
    assertThat(type(advise("rank", "1st", "2nd", "3rd"))).isEqualTo("TEXT");
    assertThat(type(advise("address", "12 Main Street", "14 Main Street", "16 Main Street")))
        .isEqualTo("TEXT");
  }

  @Test
  void readsManyWaysOfWritingADateInOneColumn() {
    SilverColumn column =
        advise(
            "day",
            "2024-03-05",
            "25/12/2023",
            "05.03.2024",
            "March 5, 2024",
            "5 Mar 2024",
            "20240305");
    assertThat(type(column)).isEqualTo("DATE");
    assertThat(cast(column))
        .containsExactly(
            "2024-03-05", "2023-12-25", "2024-03-05", "2024-03-05", "2024-03-05", "2024-03-05");
  }

  @Test
  void asksWhereEveryDateFitsBothOrders() {
    SilverRecipe recipe = bronze.land("order_date", List.of("03/04/2024", "05/06/2024")).suggest();
    assertThat(type(recipe.columns().getFirst())).isEqualTo("TEXT");
    assertThat(recipe.questions()).hasSize(1);
    Question question = recipe.questions().getFirst();
    assertThat(question.column()).isEqualTo("order_date");
    assertThat(question.choices()).containsExactly("D/M", "M/D");
    assertThat(question.command()).isEqualTo("assay answer orders.order_date D/M");
    assertThat(recipe.columns().getFirst().evidence().alternatives())
        .hasSize(2)
        .allSatisfy(reading -> assertThat(reading.parsed()).isEqualTo(2));
  }

  @Test
  void oneDayAboveTwelveSettlesTheOrder() {
    assertThat(cast(advise("d", "03/04/2024", "25/06/2024")))
        .containsExactly("2024-04-03", "2024-06-25");
    assertThat(cast(advise("d", "03/04/2024", "06/25/2024")))
        .containsExactly("2024-03-04", "2024-06-25");
  }

  @Test
  void asksWhereBothOrdersOccurAndSomeDatesFitEither() {
    SilverRecipe recipe =
        bronze.land("d", List.of("03/04/2024", "25/06/2024", "06/25/2024")).suggest();
    assertThat(type(recipe.columns().getFirst())).isEqualTo("TEXT");
    assertThat(recipe.questions()).hasSize(1);
  }

  @Test
  void asksWhereACommaMaySeparateThousandsOrBeTheDecimalSign() {
    SilverRecipe recipe = bronze.land("n", List.of("1,234", "5,678", "9,012")).suggest();
    assertThat(type(recipe.columns().getFirst())).isEqualTo("TEXT");
    assertThat(recipe.questions().getFirst().choices()).containsExactly("thousands", "decimal");
  }

  @Test
  void anotherColumnOfTheFileSettlesWhatAPointOrACommaMeans() {
    List<List<String>> german =
        List.of(List.of("1.234", "12,50"), List.of("5.678", "9,95"), List.of("9.012", "3,25"));
    assertThat(bronze.cast(bronze.land(List.of("menge", "preis"), german).suggest()))
        .contains(List.of(5678L, "9.95"));
    List<List<String>> english =
        List.of(List.of("1.234", "12.50"), List.of("5.678", "9.95"), List.of("9.012", "3.25"));
    SilverRecipe recipe = bronze.land(List.of("dose", "price"), english).suggest();
    assertThat(bronze.cast(recipe)).contains(List.of("5.678", "9.95"));
    assertThat(recipe.columns().getFirst().evidence().because()).contains("other columns");
    assertThat(recipe.questions()).isEmpty();
  }

  @Test
  void asksWhetherACapitalMMeansMillions() {
    bronze.land("size", List.of("3M", "5.5M", "12M"));
    assertThat(bronze.suggest().questions().getFirst().choices())
        .containsExactly("millions", "unit");
    assertThat(bronze.cast(bronze.settle("size", "millions")))
        .containsExactly(List.of(3_000_000L), List.of(5_500_000L), List.of(12_000_000L));
    assertThat(type(advise("height", "3 m", "5.5 m", "12 m"))).isEqualTo("DECIMAL(9,1)");
  }

  @Test
  void showsWhatEveryOtherReadingWouldCost() {
    assertThat(advise("zip", "01234", "90210", "55555").evidence().alternatives())
        .singleElement()
        .satisfies(number -> {
          assertThat(number.targetType()).isEqualTo(ColumnType.Simple.INTEGER);
          assertThat(number.parsed()).isEqualTo(3);
          assertThat(number.lossy()).isEqualTo(1);
          assertThat(number.counterExamples()).containsExactly("01234");
        });
    SilverColumn percent = advise("rate", "12%", "7.5%", "100%");
    assertThat(percent.evidence().because()).contains("12.5% becomes 12.5, not 0.125");
    assertThat(percent.evidence().alternatives().getFirst().targetType())
        .isEqualTo(new ColumnType.Decimal(11, 3));
    assertThat(percent.evidence().alternatives().getFirst().parsed()).isEqualTo(3);
    // Leaving a column as it is costs nothing and is always possible.
    assertThat(advise("n", "1", "2 ").evidence().alternatives().getLast().targetType())
        .isEqualTo(ColumnType.Simple.TEXT);
  }

  @Test
  void aPaddedNumberDoesNotProveADecimalComma() {
    assertThat(type(advise("crowd", "17,204", "09,380", "08,073"))).isEqualTo("TEXT");
  }

  @Test
  void losesNothingOfAWholeNumberWrittenWithAPoint() {
    assertThat(cast(advise("ounces", "12.0", "16.0"))).containsExactly(12L, 16L);
    assertThat(type(advise("ounces", "12.0", "16.5"))).isEqualTo("DECIMAL(9,1)");
    assertThat(type(advise("price", "12.0", "16.0"))).isEqualTo("DECIMAL(12,2)");
  }

  @Test
  void rejectsFewFailuresAmongManyAndShowsThemButNotMany() {
    List<String> texts = new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> i + ".50").toList());
    texts.set(7, "seven");
    SilverColumn column = bronze.land("amount", texts).column();
    assertThat(type(column)).isEqualTo("DECIMAL(9,2)");
    assertThat(column.evidence().failed()).isEqualTo(1);
    assertThat(column.evidence().counterExamples()).containsExactly("seven");
    for (int i = 0; i < 10; i++) {
      texts.set(i, "word" + i);
    }
    SilverColumn mixed = bronze.land("amount", texts).column();
    assertThat(type(mixed)).isEqualTo("TEXT");
    assertThat(mixed.evidence().alternatives())
        .singleElement()
        .satisfies(reading -> assertThat(reading.failed()).isEqualTo(10));
  }

  @Test
  void namesColumnsInSnakeCaseEachOnce() {
    List<String> row = List.of("a", "b", "c", "d");
    SilverRecipe recipe =
        bronze
            .land(List.of("Order Date", "orderDate", "Amount %", "_row_no2"), List.of(row))
            .suggest();
    assertThat(recipe.columns())
        .extracting(SilverColumn::silverName)
        .containsExactly("order_date", "order_date_2", "amount_percent", "row_no2");
  }

  @Test
  void checksAddressesWithoutRejectingAnyRow() {
    List<String> texts =
        Stream.concat(
                IntStream.range(0, 99).mapToObj(i -> (i < 9 ? "User" : "user") + i + "@example.com"),
                Stream.of("not an address"))
            .toList();
    SilverColumn column = bronze.land("email", texts).column();
    assertThat(column.validation().text()).isEqualTo("LIKE '%@%.%'");
    assertThat(column.onViolation()).isEqualTo(Severity.WARN);
    assertThat(column.evidence().because()).contains("warns of 1");
    assertThat(column.cleaning()).contains(new Cleaning.Lower());
  }

  @Test
  void looksAtAllRowsNotOnlyAtASample() {
    List<String> texts =
        new ArrayList<>(
            IntStream.range(0, 60_000)
                .mapToObj(i ->
                    "%02d/%02d/%d 10:%02d:%02d"
                        .formatted(
                            1 + i % 12, 1 + i / 12 % 12, 1950 + i / 144 % 70, i % 60, i / 60 % 60))
                .toList());
    Collections.swap(texts, 0, 1);
    assertThat(bronze.land("at", texts).suggest().questions())
        .extracting(Question::column)
        .contains("at");
    texts.set(31_234, "25/01/2001 10:00:00");
    SilverColumn settled = bronze.land("at", texts).column();
    assertThat(settled.targetType()).isEqualTo(ColumnType.Simple.TIMESTAMP);
    assertThat(settled.cleaning())
        .containsExactly(new Cleaning.ParseDate(List.of("%d/%m/%Y %H:%M:%S")));
    assertThat(settled.evidence().rows()).isEqualTo(60_000);
    assertThat(settled.evidence().failed()).isZero();
  }

  @Test
  void findsARareMissingWordAndALargerScaleBeyondTheSample() {
    List<String> texts =
        new ArrayList<>(IntStream.range(0, 60_000).mapToObj(i -> i + ".5").toList());
    texts.set(12_345, "n/a");
    texts.set(45_678, "1.125");
    SilverColumn column = bronze.land("reading", texts).column();
    assertThat(column.targetType()).isEqualTo(new ColumnType.Decimal(12, 3));
    assertThat(column.evidence().failed()).isZero();
    assertThat(column.evidence().missing()).isEqualTo(1);
  }
}
