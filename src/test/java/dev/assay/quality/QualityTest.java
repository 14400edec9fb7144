package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What suggestions promise of columns whose truth is known. */
class QualityTest {
  @Test
  void suggestionsReadColumnsAsWhoeverWroteThem() {
    QualityScore score = QualitySuite.run();
    System.out.println(score.table());
    System.out.println(score.faults(2));
    assertThat(score.datesWrong()).isZero();
    assertThat(score.typeAccuracy()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.damage()).isLessThanOrEqualTo(0.005);
  }
}
