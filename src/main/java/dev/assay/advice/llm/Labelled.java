package dev.assay.advice.llm;

import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.Evidence;
import dev.assay.model.NullStrategy;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Columns of a suggestion that say who proposed what, each with its figures. */
final class Labelled {
  private static final double CONFIDENCE = 0.9;

  private Labelled() {}

  /** The model's column, with the rules' reading as the first alternative. */
  static SilverColumn better(
      SilverColumn present,
      Said.Column said,
      SilverSpec.Column challenger,
      Measured measured,
      String why,
      Dialect dialect) {
    Evidence before = present.evidence();
    List<Evidence.Alternative> alternatives = new ArrayList<>();
    alternatives.add(
        new Evidence.Alternative(
            present.targetType(),
            present.cleaning(),
            before.parsed(),
            before.failed(),
            before.changed(),
            before.lossy(),
            before.counterExamples(),
            before.because(),
            Author.RULES));
    alternatives.addAll(others(before));
    Evidence evidence =
        new Evidence(
            before.rows(),
            before.rows() - measured.parsed() - measured.failed(),
            measured.parsed(),
            measured.failed(),
            measured.changed(),
            measured.lossy(),
            shown(present, measured),
            "Measured on all rows, "
                + why
                + (said.because() == null ? "." : ". A language model says: " + said.because()),
            CONFIDENCE,
            List.copyOf(alternatives),
            before.semanticType(),
            Author.MODEL);
    String written =
        challenger.custom() == null
            ? null
            : challenger.cleaning().stream()
                .filter(Cleaning.Custom.class::isInstance)
                .map(step -> ((Cleaning.Custom) step).sql())
                .findFirst()
                .orElseThrow();
    return new SilverColumn(
        present.sourceColumn(),
        present.silverName(),
        challenger.type(),
        written == null ? dialect.cast(challenger) : written,
        challenger.cleaning(),
        NullStrategy.KEEP_NULL,
        null,
        present.validation(),
        present.onViolation(),
        present.mask(),
        evidence);
  }

  /** The rules' column, with the model's reading as one that was measured and not chosen. */
  static SilverColumn beside(
      SilverColumn present, SilverSpec.Column challenger, Measured measured, String why) {
    Evidence before = present.evidence();
    List<Evidence.Alternative> alternatives = new ArrayList<>(others(before));
    alternatives.add(
        new Evidence.Alternative(
            challenger.type(),
            challenger.cleaning(),
            measured.parsed(),
            measured.failed(),
            measured.changed(),
            measured.lossy(),
            shown(present, measured),
            "A language model's reading is not used: " + why + ".",
            Author.MODEL));
    return present.withEvidence(alternatives(before, alternatives));
  }

  /** A masked column shows no value, failing ones neither. */
  private static List<String> shown(SilverColumn column, Measured measured) {
    return column.mask() == null ? measured.failures() : List.of();
  }

  private static List<Evidence.Alternative> others(Evidence evidence) {
    return evidence.alternatives() == null ? List.of() : evidence.alternatives();
  }

  private static Evidence alternatives(Evidence before, List<Evidence.Alternative> alternatives) {
    return evidence(before, before.because(), before.author(), List.copyOf(alternatives));
  }

  private static Evidence evidence(
      Evidence before, String because, Author author, List<Evidence.Alternative> alternatives) {
    return new Evidence(
        before.rows(),
        before.missing(),
        before.parsed(),
        before.failed(),
        before.changed(),
        before.lossy(),
        before.counterExamples(),
        because,
        before.confidence(),
        alternatives,
        before.semanticType(),
        author);
  }

  /** The same column by another name. */
  static SilverColumn renamed(SilverColumn present, String name, String because) {
    Evidence before = present.evidence();
    String words =
        before.because()
            + " A language model names it "
            + name
            + " instead of "
            + present.silverName()
            + (because == null || before.author() == Author.MODEL ? "." : ": " + because);
    return present
        .withName(name)
        .withEvidence(evidence(before, words, Author.MODEL, before.alternatives()));
  }
}
