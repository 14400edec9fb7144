package dev.assay.bench;

import dev.assay.quality.GeneratedTable;
import dev.assay.quality.QualityScore;
import dev.assay.quality.QualitySuite;
import java.util.function.Predicate;

/** How well suggestions read columns whose truth is known, as a table. */
public final class QualityBench {
  private QualityBench() {}

  /** {@code main KIND…} scores and explains only kinds whose name contains one of the words. */
  public static void main(String[] kinds) {
    Predicate<GeneratedTable> asked =
        table ->
            kinds.length == 0
                || java.util.Arrays.stream(kinds)
                    .anyMatch(kind -> table.columns().getFirst().kind().contains(kind));
    QualityScore score = QualitySuite.run(QualitySuite.tables().filter(asked));
    System.out.print(score.table());
    System.out.print(score.faults(3));
  }
}
