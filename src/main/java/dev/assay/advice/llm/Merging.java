package dev.assay.advice.llm;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.Evidence;
import dev.assay.model.NullStrategy;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.sql.ContestSql;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts a model's answers into the rules' suggestion, column by column, where they do better. */
final class Merging {
  private static final double CONFIDENCE = 0.9;

  private final Source source;
  private final String table;
  private final SilverRecipe suggested;
  private final Rivals rivals;
  private final Dialect dialect;
  private final Work work;
  private final Map<String, SilverColumn> columns = new LinkedHashMap<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final List<Proposal> proposals;
  private final List<String> used = new ArrayList<>();
  private final List<Said.Column> named = new ArrayList<>();
  private final Measuring measuring;
  private int answered;

  Merging(
      Source source,
      Profile profile,
      SilverRecipe suggested,
      Rivals rivals,
      Dialect dialect,
      Work work) {
    this.source = source;
    this.table = profile.table();
    this.suggested = suggested;
    this.rivals = rivals;
    this.dialect = dialect;
    this.work = work;
    this.measuring = new Measuring(profile, suggested, rivals, work);
    this.proposals = new ArrayList<>(suggested.proposals());
    suggested.columns().forEach(column -> columns.put(column.sourceColumn(), column));
    if (suggested.questions() != null) {
      suggested.questions().forEach(question -> questions.put(question.column(), question));
    }
  }

  /**
   * Takes what is better from an answer.
   *
   * @param specs its columns, checked, in its order
   * @param withTable whether it speaks of the table as a whole, too
   * @return what became of it, in one sentence
   */
  String take(Said said, List<SilverSpec.Column> specs, boolean withTable) {
    answered += said.columns().size();
    List<ContestSql.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < said.columns().size(); i++) {
      SilverColumn present = present(said.columns().get(i));
      pairs.add(new ContestSql.Pair(spec(present), bare(specs.get(i))));
    }
    List<Measured> measured = rivals.measure(table, pairs, work);
    int before = used.size();
    for (int i = 0; i < said.columns().size(); i++) {
      contest(said.columns().get(i), pairs.get(i).challenger(), measured.get(i));
    }
    int proposed = proposals.size();
    proposals.addAll(measuring.proposals(said, withTable, proposals));
    int better = used.size() - before;
    return "Used for "
        + better
        + " of "
        + said.columns().size()
        + " columns"
        + (proposals.size() > proposed
            ? " and " + (proposals.size() - proposed) + " proposals."
            : better == 0 ? ": the rules read the others as well or better." : ".");
  }

  private SilverColumn present(Said.Column said) {
    return Objects.requireNonNull(columns.get(said.column().sourceColumn()));
  }

  private void contest(Said.Column said, SilverSpec.Column challenger, Measured measured) {
    SilverColumn present = present(said);
    Question open = questions.get(present.silverName());
    if (open != null) {
      leaning(open, said);
    }
    switch (Verdict.of(present, challenger, measured, open != null)) {
      case Verdict.Better(String because) -> {
        columns.put(present.sourceColumn(), better(present, said, challenger, measured, because));
        used.add(present.silverName());
        named.add(said);
      }
      case Verdict.Same _ -> named.add(said);
      case Verdict.Worse(String because) ->
          columns.put(present.sourceColumn(), beside(present, challenger, measured, because));
    }
  }

  /** The model may say what it thinks likely; the question stays open. */
  private void leaning(Question open, Said.Column said) {
    if (said.choice() == null || !open.choices().contains(said.choice())) {
      return;
    }
    List<String> choices = new ArrayList<>(open.choices());
    choices.remove(said.choice());
    choices.addFirst(said.choice());
    String reason = said.because() == null ? "" : ": " + said.because().replaceFirst("\\.$", "");
    String command =
        open.command().endsWith(" " + open.choices().getFirst())
            ? open.command()
                    .substring(0, open.command().length() - open.choices().getFirst().length())
                + said.choice()
            : open.command();
    questions.put(
        open.column(),
        new Question(
            open.column(),
            open.text() + " A language model thinks " + said.choice() + " more likely" + reason + ".",
            List.copyOf(choices),
            command));
  }

  private SilverColumn better(
      SilverColumn present,
      Said.Column said,
      SilverSpec.Column challenger,
      Measured measured,
      String why) {
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
  private static SilverColumn beside(
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
    return with(present, present.silverName(), alternatives(before, alternatives));
  }

  /** A masked column shows no value, failing ones neither. */
  private static List<String> shown(SilverColumn column, Measured measured) {
    return column.mask() == null ? measured.failures() : List.of();
  }

  private static List<Evidence.Alternative> others(Evidence evidence) {
    return evidence.alternatives() == null ? List.of() : evidence.alternatives();
  }

  private static Evidence alternatives(
      Evidence before, List<Evidence.Alternative> alternatives) {
    return evidence(before, before.because(), before.author(), List.copyOf(alternatives));
  }

  private static Evidence evidence(
      Evidence before,
      String because,
      Author author,
      List<Evidence.Alternative> alternatives) {
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

  private static SilverColumn with(SilverColumn column, String name, Evidence evidence) {
    return new SilverColumn(
        column.sourceColumn(),
        name,
        column.targetType(),
        column.castExpression(),
        column.cleaning(),
        column.nullStrategy(),
        column.defaultValue(),
        column.validation(),
        column.onViolation(),
        column.mask(),
        evidence);
  }

  /** The recipe as it now is, with a note on what the model has done to it. */
  SilverRecipe merged(String model, List<String> failures) {
    rename();
    List<String> notes =
        new ArrayList<>(suggested.notes() == null ? List.of() : suggested.notes());
    if (answered > 0) {
      notes.add(
          "The language model "
              + model
              + " was asked as well: its reading of "
              + used.size()
              + " of "
              + answered
              + " columns is used"
              + (used.isEmpty() ? "" : " (" + String.join(", ", used) + ")")
              + ", where it measured better on all rows.");
    }
    for (String failure : failures) {
      notes.add(
          (answered > 0 ? "For the other columns the" : "The")
              + " language model was not used, the rules' suggestion stands: "
              + failure);
    }
    return suggested
        .withColumns(List.copyOf(columns.values()))
        .withQuestions(suggested.questions() == null ? null : List.copyOf(questions.values()))
        .withNotes(List.copyOf(notes))
        .withProposals(List.copyOf(proposals));
  }

  private void rename() {
    BetterNames names =
        new BetterNames(
            suggested
                .withQuestions(List.copyOf(questions.values()))
                .withProposals(List.copyOf(proposals)));
    for (Said.Column said : named) {
      SilverColumn present = present(said);
      names
          .take(present, said.column().silverName())
          .ifPresent(name ->
              columns.put(present.sourceColumn(), renamed(present, name, said.because())));
    }
  }

  private static SilverColumn renamed(SilverColumn present, String name, String because) {
    Evidence before = present.evidence();
    String words =
        before.because()
            + " A language model names it "
            + name
            + " instead of "
            + present.silverName()
            + (because == null || before.author() == Author.MODEL ? "." : ": " + because);
    return with(
        present, name, evidence(before, words, Author.MODEL, before.alternatives()));
  }

  private static SilverSpec.Column spec(SilverColumn column) {
    return bare(
        new SilverSpec.Column(
            column.sourceColumn(),
            column.silverName(),
            column.targetType(),
            column.cleaning() == null ? List.of() : column.cleaning(),
            NullStrategy.KEEP_NULL,
            null,
            List.of(),
            dev.assay.model.Severity.REJECT,
            false));
  }

  /** Its reading alone: neither fills nor checks belong to what is compared. */
  private static SilverSpec.Column bare(SilverSpec.Column column) {
    return new SilverSpec.Column(
        column.source(),
        column.name(),
        column.type(),
        column.cleaning(),
        NullStrategy.KEEP_NULL,
        null,
        List.of(),
        column.severity(),
        false,
        column.custom());
  }
}
