package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for every suggestion, whatever the data. */
class AdviceLawsTest {
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
  Arbitrary<List<String>> columns() {
    Arbitrary<String> number =
        Arbitraries.integers().between(-5000, 5_000_000).map(String::valueOf);
    Arbitrary<String> money =
        Arbitraries.integers()
            .between(0, 2_000_000)
            .map(cents -> "$%,.2f".formatted(cents / 100.0));
    Arbitrary<String> date =
        Arbitraries.integers()
            .between(0, 10_000)
            .map(days -> {
              var day = java.time.LocalDate.ofEpochDay(days);
              return "%02d/%02d/%d"
                  .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            });
    Arbitrary<String> dirt =
        Arbitraries.of(
            "N/A", "", " ", "?", "abc", "1,234", "007", "12 kg", "3%", "'", "\"x\"", "é\u00a0",
            "1e5", "NaN", "0x10", "1_000", null);
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(12).excludeChars('\0');
    Arbitrary<String> noise = Arbitraries.oneOf(dirt, anything);
    return Arbitraries.of(List.of(number, money, date, noise))
        .flatMap(kind ->
            Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(60, kind), net.jqwik.api.Tuple.of(1, noise))
                .injectNull(0.02)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120));
  }

  @Property(tries = 60)
  void proposesNoCastThatFailsMoreThanItMayAndEveryRenderingRuns(
      @ForAll("columns") List<String> texts) {
    SilverColumn column = bronze.land("some column", new ArrayList<>(texts)).column();
    Evidence evidence = column.evidence();
    assertThat(evidence.rows()).isEqualTo(texts.size());
    assertThat(evidence.missing() + evidence.parsed() + evidence.failed()).isEqualTo(texts.size());
    assertThat(evidence.failed()).isLessThanOrEqualTo(evidence.parsed() / 49);
    if (column.targetType() == ColumnType.Simple.TEXT) {
      assertThat(evidence.failed()).isZero();
    }
    List<Object> values =
        bronze
            .engine
            .query("SELECT " + column.castExpression() + " FROM bronze_orders_raw")
            .rows()
            .stream()
            .map(List::getFirst)
            .toList();
    assertThat(values.stream().filter(value -> value != null).count()).isEqualTo(evidence.parsed());
    assertThat(evidence.counterExamples()).allSatisfy(text -> assertThat(texts).contains(text));
  }

  @Property(tries = 20)
  void suggestsTheSameForTheSameData(@ForAll("columns") List<String> texts) {
    bronze.land("some column", new ArrayList<>(texts));
    SilverRecipe first = bronze.suggest();
    assertThat(bronze.suggest()).isEqualTo(first);
  }
}
