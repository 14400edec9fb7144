package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What suggestions promise of columns whose truth is known. */
class QualityTest {
  @Test
  void generatedColumnsAreReadAsWhoeverWroteThemMeant() {
    QualityScore score = QualitySuite.run();
    System.out.println(score.line("generated columns"));
    System.out.println(score.faults(2));
    assertThat(score.columns()).hasSizeGreaterThanOrEqualTo(2_000);
    assertThat(score.datesWrong()).isZero();
    assertThat(score.typeAccuracy()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.damage()).isLessThanOrEqualTo(0.005);
    assertThat(score.valueCorrectness()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void realDirtyCellsAreMendedAndRightOnesLeftAlone() {
    RepairScore beers = RepairScore.beers();
    System.out.println("beers: " + beers);
    assertThat(beers.wrong()).isGreaterThan(4_000);
    assertThat(beers.f1()).isGreaterThanOrEqualTo(0.85);
    assertThat(beers.damage()).isLessThanOrEqualTo(0.005);
  }

  @Test
  void realColumnsAreTypedAsAPersonDid() {
    AnnotatedTypes types = AnnotatedTypes.score();
    System.out.println("column types: " + types);
    assertThat(types.accuracy()).isGreaterThanOrEqualTo(0.95);
  }
}
