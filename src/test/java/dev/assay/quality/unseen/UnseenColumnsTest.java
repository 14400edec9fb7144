package dev.assay.quality.unseen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.quality.QualityScore;
import dev.assay.quality.QualitySuite;
import org.junit.jupiter.api.Test;

/** What suggestions promise of columns as people have them. */
class UnseenColumnsTest {
  @Test
  void tablesAsPeopleHaveThemAreReadAsWhoeverWroteThemMeant() {
    QualityScore score = QualitySuite.run(UnseenColumns.tables());
    System.out.println(score.line("tables as people have them"));
    System.out.println(score.faults(99));
    assertThat(score.datesWrong()).isZero();
    assertThat(score.typeAccuracy()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.damage()).isLessThanOrEqualTo(0.005);
  }
}
