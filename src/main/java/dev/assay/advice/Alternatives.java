package dev.assay.advice;

import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.profile.Examination;
import dev.assay.profile.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What else a column may be made into, best measured result first. */
final class Alternatives {
  /** A cell that fails loses its row, one that loses something is wrong: either is a cost. */
  private static final Comparator<Evidence.Alternative> BEST =
      Comparator.comparingLong((Evidence.Alternative reading) -> reading.failed() + reading.lossy())
          .thenComparingLong(Evidence.Alternative::changed);

  private Alternatives() {}

  /**
   * The readings that were measured, and the column left as it was received.
   *
   * @param hidden whether its values are personal, so that examples are starred
   */
  static List<Evidence.Alternative> of(Examination known, boolean hidden) {
    List<Evidence.Alternative> all =
        new ArrayList<>(
            known.measured().rivals().stream()
                .map(rival -> measured(rival, hidden))
                .sorted(BEST)
                .toList());
    boolean asReceived =
        known.guess().type() == ColumnType.Simple.TEXT && known.guess().steps().isEmpty();
    if (!asReceived) {
      all.add(
          new Evidence.Alternative(
              ColumnType.Simple.TEXT,
              List.of(),
              known.measured().present(),
              0,
              0L,
              0L,
              List.of(),
              "As received: nothing is read, so nothing is refused or changed.",
              null));
    }
    return List.copyOf(all);
  }

  private static Evidence.Alternative measured(Measurement.Rival rival, boolean hidden) {
    return new Evidence.Alternative(
        rival.guess().type(),
        rival.guess().steps(),
        rival.parsed(),
        rival.failed(),
        rival.changed(),
        rival.lossy(),
        rival.failures().stream()
            .limit(ColumnAdvice.EXAMPLES)
            .map(ColumnAdvice::shortened)
            .map(text -> hidden ? Stars.of(text) : text)
            .toList(),
        rival.guess().because(),
        null);
  }
}
