package dev.assay.advice.llm;

import dev.assay.advice.EditWords;
import dev.assay.advice.RecipeEditor;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Deduplication;
import dev.assay.model.NullStrategy;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Slug;
import dev.assay.model.UserError;
import dev.assay.model.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns what a model would have changed beyond reading values into proposals for people, each with
 * the number of rows that it concerns; one that concerns none is not shown.
 */
final class Measuring {
  private static final double CONFIDENCE = 0.5;

  private final Profile profile;
  private final SilverRecipe recipe;
  private final Rivals rivals;
  private final Consumer<SilverRecipe> check;
  private final Work work;

  /**
   * @param check throws UserError for a recipe that would not build
   */
  Measuring(
      Profile profile,
      SilverRecipe recipe,
      Rivals rivals,
      Consumer<SilverRecipe> check,
      Work work) {
    this.profile = profile;
    this.recipe = recipe;
    this.rivals = rivals;
    this.check = check;
    this.work = work;
  }

  /**
   * @param present proposals that there are already: what one of them does is not proposed twice
   */
  List<Proposal> proposals(Said said, boolean withTable, List<Proposal> present) {
    List<Proposal> proposals = new ArrayList<>();
    for (Said.Suggested suggested : said.proposals()) {
      propose(suggested.because(), suggested.edits()).ifPresent(proposals::add);
    }
    for (Said.Column column : said.columns()) {
      ofColumn(column, proposals);
    }
    if (withTable && said.deduplication() != null) {
      ofTable(said.deduplication()).ifPresent(proposals::add);
    }
    return proposals.stream()
        .filter(proposal ->
            present.stream()
                .noneMatch(other ->
                    other.edits().equals(proposal.edits()) || other.id().equals(proposal.id())))
        .filter(this::builds)
        .toList();
  }

  /** What fits the model's reading of a column need not fit the rules'. */
  private boolean builds(Proposal proposal) {
    try {
      check.accept(RecipeEditor.apply(recipe, proposal.edits()));
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  /** Unasked, nothing is filled and nothing rejected: what a model would do so is for people. */
  private void ofColumn(Said.Column said, List<Proposal> proposals) {
    SilverColumn present = column(said.column().sourceColumn()).orElseThrow();
    NullStrategy strategy = said.column().nullStrategy();
    if (strategy != null && strategy != NullStrategy.KEEP_NULL) {
      propose(
              said.because(),
              List.of(
                  new RecipeEdit.SetNulls(
                      present.silverName(), strategy, said.column().defaultValue())))
          .ifPresent(proposals::add);
    }
    Validation validation = said.column().validation();
    if (validation != null && !Objects.equals(validation, present.validation())) {
      propose(
              said.because(),
              List.of(new RecipeEdit.Validate(present.silverName(), validation, Severity.WARN)))
          .ifPresent(proposals::add);
    }
  }

  private Optional<Proposal> ofTable(Deduplication deduplication) {
    boolean known = deduplication.keyColumns().stream().allMatch(key -> named(key).isPresent());
    if (!known || deduplication.equals(recipe.deduplication())) {
      return Optional.empty();
    }
    List<RecipeEdit> edits = List.of(new RecipeEdit.Deduplicate(deduplication));
    return Optional.of(
        proposal(
            null, edits, deduplication.keyColumns(), Proposal.Kind.DUPLICATES, profile.rowCount()));
  }

  private Optional<Proposal> propose(String because, List<RecipeEdit> edits) {
    long rows = 0;
    List<String> columns = new ArrayList<>();
    Proposal.Kind kind = Proposal.Kind.VALIDATION;
    for (RecipeEdit edit : edits) {
      work.stopIfCancelled();
      Optional<Concerned> concerned = concerned(edit);
      if (concerned.isEmpty()) {
        return Optional.empty();
      }
      rows = Math.max(rows, concerned.get().rows());
      kind = concerned.get().kind();
      columns.add(concerned.get().column());
    }
    return rows == 0
        ? Optional.empty()
        : Optional.of(proposal(because, edits, columns.stream().distinct().toList(), kind, rows));
  }

  private static Proposal proposal(
      String because, List<RecipeEdit> edits, List<String> columns, Proposal.Kind kind, long rows) {
    String words = String.join("; ", edits.stream().map(EditWords::of).toList());
    return new Proposal(
        "model-" + shortened(Slug.of(words, "edit").replace('_', '-').toLowerCase(Locale.ROOT)),
        kind,
        columns,
        words + (because == null ? "." : ". A language model says: " + because),
        rows,
        List.of(),
        CONFIDENCE,
        Author.MODEL,
        edits);
  }

  private static String shortened(String id) {
    return id.length() <= 60 ? id : id.substring(0, 60).replaceFirst("-+$", "");
  }

  private record Concerned(String column, Proposal.Kind kind, long rows) {}

  /** Empty for an edit whose effect is not measured here. */
  private Optional<Concerned> concerned(RecipeEdit edit) {
    return switch (edit) {
      case RecipeEdit.TreatAsMissing(String name, List<String> tokens) ->
          named(name)
              .map(column -> concerned(column, Proposal.Kind.SENTINEL, saying(column, tokens)));
      case RecipeEdit.MapValues(String name, var values) ->
          named(name)
              .map(column ->
                  concerned(
                      column,
                      Proposal.Kind.SPELLING,
                      saying(column, List.copyOf(values.keySet()))));
      case RecipeEdit.SetNulls(String name, NullStrategy _, String _) ->
          named(name)
              .map(column ->
                  concerned(column, Proposal.Kind.VALIDATION, column.evidence().missing()));
      case RecipeEdit.MaskColumn(String name, var mask) ->
          mask == null
              ? Optional.empty()
              : named(name)
                  .map(column ->
                      concerned(column, Proposal.Kind.PERSONAL_DATA, column.evidence().parsed()));
      case RecipeEdit.Validate(String name, Validation validation, Severity _) ->
          named(name)
              .map(column ->
                  concerned(column, Proposal.Kind.VALIDATION, violating(column, validation)));
      case RecipeEdit.AddFilter(var filter) ->
          Boolean.TRUE.equals(filter.asReceived())
              ? Optional.empty()
              : named(filter.column())
                  .map(column ->
                      concerned(column, Proposal.Kind.RULE, violating(column, filter.keep())));
      case RecipeEdit.SetColumn _,
          RecipeEdit.RemoveColumn _,
          RecipeEdit.Rename _,
          RecipeEdit.Cast _,
          RecipeEdit.Split _,
          RecipeEdit.AddShape _,
          RecipeEdit.RemoveShape _,
          RecipeEdit.RemoveFilter _,
          RecipeEdit.AddRule _,
          RecipeEdit.RemoveRule _,
          RecipeEdit.Deduplicate _,
          RecipeEdit.LimitRejects _ ->
          Optional.empty();
    };
  }

  private static Concerned concerned(SilverColumn column, Proposal.Kind kind, long rows) {
    return new Concerned(column.silverName(), kind, rows);
  }

  private long saying(SilverColumn column, List<String> texts) {
    return rivals.saying(profile.table(), column.sourceColumn(), texts, work);
  }

  private long violating(SilverColumn column, Validation validation) {
    return rivals.violating(
        profile.table(),
        new SilverSpec.Column(
            column.sourceColumn(),
            column.silverName(),
            column.targetType(),
            column.cleaning() == null ? List.of() : column.cleaning(),
            NullStrategy.KEEP_NULL,
            null,
            List.of(),
            Severity.REJECT,
            false),
        validation.checks(),
        work);
  }

  private Optional<SilverColumn> column(String source) {
    return recipe.columns().stream()
        .filter(column -> column.sourceColumn().equals(source))
        .findFirst();
  }

  private Optional<SilverColumn> named(String name) {
    return recipe.columns().stream()
        .filter(column ->
            column.silverName().equalsIgnoreCase(name) || column.sourceColumn().equals(name))
        .filter(column -> column.evidence() != null)
        .findFirst();
  }
}
