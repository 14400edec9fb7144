package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for dates, however they are written. */
class DateLawsTest {
  private static final List<String> PLAIN =
      List.of(
          "yyyy-MM-dd",
          "yyyy/MM/dd",
          "yyyy.MM.dd",
          "yyyy-M-d",
          "yyyyMMdd",
          "d MMM yyyy",
          "dd-MMM-yyyy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "EEE, dd MMM yyyy",
          "EEEE, d MMMM yyyy",
          "ddMMMyyyy",
          "yyyy-MMM-dd",
          "MMMM dd yyyy",
          "YYYY-'W'ww-e");

  private static Bronze bronze;

  @BeforeContainer
  static void open() {
    bronze = new Bronze();
  }

  @AfterContainer
  static void close() {
    bronze.close();
  }

  @Provide
  Arbitrary<List<LocalDate>> days() {
    return Arbitraries.integers()
        .between(-3_000, 26_000)
        .map(LocalDate::ofEpochDay)
        .list()
        .ofMinSize(3)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> pattern() {
    return Arbitraries.of(PLAIN);
  }

  private static String write(LocalDate day, String pattern) {
    // Weeks begin on Monday, as ISO has them.
    Locale locale = pattern.startsWith("YYYY") ? Locale.UK : Locale.US;
    return day.format(DateTimeFormatter.ofPattern(pattern, locale));
  }

  private static List<Object> read(SilverRecipe recipe) {
    return bronze.cast(recipe).stream().map(List::getFirst).toList();
  }

  @Property(tries = 25)
  void aDateWrittenInAnyKnownWayIsReadAsThatDate(
      @ForAll("days") List<LocalDate> days,
      @ForAll("pattern") String pattern,
      @ForAll("pattern") String other) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      texts.add(write(days.get(i), i % 2 == 0 ? pattern : other));
    }
    SilverRecipe recipe = bronze.land("order_date", texts).suggest();
    assertThat(recipe.questions()).noneMatch(question -> question.column().equals("order_date"));
    assertThat(read(recipe))
        .as(String.valueOf(texts))
        .isEqualTo(days.stream().map(LocalDate::toString).toList());
  }

  @Property(tries = 25)
  void oneSettlingValueIsEnoughAndNoColumnIsReadInTheOtherOrder(
      @ForAll("days") List<LocalDate> days, @ForAll boolean dayFirst, @ForAll boolean padded) {
    List<LocalDate> all = new ArrayList<>(days);
    all.add(LocalDate.of(2021, 3, 25));
    String pattern =
        padded ? (dayFirst ? "dd/MM/yyyy" : "MM/dd/yyyy") : dayFirst ? "d/M/yyyy" : "M/d/yyyy";
    SilverRecipe recipe =
        bronze.land("x", all.stream().map(day -> write(day, pattern)).toList()).suggest();
    assertThat(read(recipe)).isEqualTo(all.stream().map(LocalDate::toString).toList());
  }

  @Property(tries = 25)
  void whatIsOpenIsAskedAndTheAnswerSettlesIt(
      @ForAll("days") List<LocalDate> days,
      @ForAll boolean dayFirst,
      @ForAll("sign") String sign,
      @ForAll boolean shortYear) {
    List<LocalDate> early =
        days.stream()
            .map(day -> day.withYear(2001 + Math.floorMod(day.getYear(), 12)))
            .map(day -> day.withDayOfMonth(1 + day.getDayOfMonth() % 12))
            .toList();
    String pattern =
        (dayFirst ? "dd" + sign + "MM" : "MM" + sign + "dd") + sign + (shortYear ? "yy" : "yyyy");
    bronze.land("x", early.stream().map(day -> write(day, pattern)).toList());
    SilverColumn column = bronze.column();
    assertThat(column.targetType().text()).isEqualTo("TEXT");
    assertThat(bronze.suggest().questions())
        .filteredOn(question -> question.column().equals("x"))
        .hasSize(1);
    SilverRecipe settled = bronze.settle("x", dayFirst ? "D/M" : "M/D");
    assertThat(settled.questions()).noneMatch(question -> question.column().equals("x"));
    assertThat(read(settled)).isEqualTo(early.stream().map(LocalDate::toString).toList());
  }

  @Provide
  Arbitrary<String> sign() {
    return Arbitraries.of("/", "-", ".");
  }
}
