package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import java.util.List;

/** Says how sure a detection is, and what else the file could be. */
final class Confidence {
  private Confidence() {}

  /** From 0 to 1; 1 where the user decided everything. */
  static double of(
      Sniffer.Guess guess,
      Sniffer.Guess runnerUp,
      Encodings.Found encoding,
      DialectOverrides overrides,
      HeaderRows header,
      List<Sample.Line> rows) {
    double agreement =
        (double) rows.stream().filter(row -> row.width() == guess.width()).count() / rows.size();
    double separation =
        overrides.delimiter() != null ? 1 : guess.width() > 1 ? agreement : 0.7 * agreement;
    // Another way to read it that is as good halves the trust in this one.
    double distance = runnerUp == null ? 1 : 1 - 0.5 * near(guess, runnerUp);
    double naming =
        overrides.headerRows() != null
            ? 1
            : 0.5
                + 0.5
                    * Math.min(
                        1, Math.abs(header.evidence()) / Math.max(1, 0.5 * header.names().size()));
    return rounded(encoding.confidence() * separation * distance * naming);
  }

  /** 0 where a runner-up is far behind, 1 where it is as good. */
  private static double near(Sniffer.Guess guess, Sniffer.Guess runnerUp) {
    double ratio = guess.score() == 0 ? 1 : runnerUp.score() / guess.score();
    return Math.clamp((ratio - 0.6) / 0.4, 0, 1);
  }

  static CsvDialect.RunnerUp runnerUp(
      Sniffer.Guess guess, Sniffer.Guess runnerUp, double confidence) {
    return runnerUp == null
        ? null
        : new CsvDialect.RunnerUp(
            runnerUp.delimiter(),
            runnerUp.quote(),
            runnerUp.escape(),
            rounded(confidence * runnerUp.score() / Math.max(guess.score(), 1e-9)));
  }

  private static double rounded(double value) {
    return Math.round(Math.min(1, value) * 100) / 100.0;
  }
}
