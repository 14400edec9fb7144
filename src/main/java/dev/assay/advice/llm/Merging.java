package dev.assay.advice.llm;

import dev.assay.engine.Work;
import dev.assay.model.NullStrategy;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.sql.ContestSql;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a model's answers into the rules' suggestion, column by column, where they do better. */
final class Merging {
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
      Profile profile,
      SilverRecipe suggested,
      Rivals rivals,
      Dialect dialect,
      Consumer<SilverRecipe> check,
      Work work) {
    this.table = profile.table();
    this.suggested = suggested;
    this.rivals = rivals;
    this.dialect = dialect;
    this.work = work;
    this.measuring = new Measuring(profile, suggested, rivals, check, work);
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
    List<Optional<Measured>> measured = rivals.measure(table, pairs, work);
    int before = used.size();
    for (int i = 0; i < said.columns().size(); i++) {
      if (measured.get(i).isPresent()) {
        contest(said.columns().get(i), pairs.get(i).challenger(), measured.get(i).get());
      }
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
        columns.put(
            present.sourceColumn(),
            Labelled.better(present, said, challenger, measured, because, dialect));
        used.add(present.silverName());
        named.add(said);
      }
      case Verdict.Same _ -> named.add(said);
      case Verdict.Worse(String because) ->
          columns.put(
              present.sourceColumn(), Labelled.beside(present, challenger, measured, because));
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
            open.text()
                + " A language model thinks "
                + said.choice()
                + " more likely"
                + reason
                + ".",
            List.copyOf(choices),
            command));
  }

  /** The recipe as it now is, with a note on what the model has done to it. */
  SilverRecipe merged(String model, List<String> failures) {
    rename();
    List<String> notes = new ArrayList<>(suggested.notes() == null ? List.of() : suggested.notes());
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
              columns.put(present.sourceColumn(), Labelled.renamed(present, name, said.because())));
    }
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
