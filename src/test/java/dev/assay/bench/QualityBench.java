package dev.assay.bench;

import dev.assay.quality.AnnotatedTypes;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.QualityScore;
import dev.assay.quality.QualitySuite;
import dev.assay.quality.RepairScore;
import java.util.List;
import java.util.function.Predicate;

/** How well suggestions read columns whose truth is known, as a table. */
public final class QualityBench {
  private QualityBench() {}

  /** {@code main KIND…} scores and explains only kinds whose name contains one of the words. */
  public static void main(String[] kinds) {
    run(List.of(kinds));
  }

  static void run(List<String> kinds) {
    Predicate<GeneratedTable> asked =
        table ->
            kinds.isEmpty()
                || kinds.stream()
                    .anyMatch(kind -> table.columns().getFirst().kind().contains(kind));
    QualityScore score = QualitySuite.run(QualitySuite.tables().filter(asked));
    System.out.print(score.table());
    System.out.print(score.faults(3));
    if (!kinds.isEmpty()) {
      return;
    }
    RepairScore beers = RepairScore.beers();
    System.out.println("beers: " + beers);
    AnnotatedTypes types = AnnotatedTypes.score();
    System.out.println("column types: " + types);
    Bench.atLeast("Types of generated columns", score.typeAccuracy(), 0.97);
    Bench.atLeast("Values of generated columns", score.valueCorrectness(), 0.97);
    atMost("Dates silently wrong", score.datesWrong(), 0);
    atMost("Damage to generated cells", score.damage(), 0.005);
    Bench.atLeast("Repair F1 of beers", beers.f1(), 0.85);
    atMost("Damage to beers", beers.damage(), 0.005);
    Bench.atLeast("Types of annotated columns", types.accuracy(), 0.95);
  }

  private static void atMost(String name, double value, double promised) {
    System.out.printf(
        "%-34s %8.4f   promised %.3f   %s%n",
        name, value, promised, value <= promised ? "held" : "NOT HELD");
  }
}
