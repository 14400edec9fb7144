package dev.assay.quality.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.quality.GeneratedTable;
import dev.assay.quality.QualityScore;
import dev.assay.quality.QualitySuite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What suggestions promise of dates: unsure where nobody could be sure, and never wrong. */
class DateQualityTest {
  private static final int SMALL = 200;

  /** All generators of dates. */
  static Stream<GeneratedTable> tables() {
    return Stream.of(
            DayColumns.tables(),
            NamedColumns.tables(),
            TimeColumns.tables(),
            LookalikeColumns.tables())
        .flatMap(tables -> tables);
  }

  @Test
  void readsNoDateWronglyAndNearlyEveryColumnAsItIs() {
    List<GeneratedTable> all = tables().toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(800);
    // The suite runs the large ones as well.
    QualityScore score =
        QualitySuite.run(
            all.stream().filter(table -> table.columns().getFirst().cells().size() <= SMALL));
    System.out.println(score.table());
    System.out.println(score.faults(3));
    assertThat(score.datesWrong()).isZero();
    assertThat(score.typeAccuracy()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.damage()).isLessThanOrEqualTo(0.005);
  }
}
