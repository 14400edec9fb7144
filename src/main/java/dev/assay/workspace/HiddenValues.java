package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnType;
import dev.assay.model.Load;
import dev.assay.model.Profile;
import dev.assay.model.Revision;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.sql.MaskSql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes raw values of masked columns out of what leaves the workspace. What is stored of Bronze
 * (profiles, suggestions) keeps them, for rules go by them; nobody is shown them.
 */
final class HiddenValues {
  static final String STARS = "***";

  private final MaskedColumns masked;
  private final Catalogue catalogue;
  private final Engine engine;

  HiddenValues(MaskedColumns masked, Catalogue catalogue, Engine engine) {
    this.masked = masked;
    this.catalogue = catalogue;
    this.engine = engine;
  }

  /** The masked columns of Bronze, those that a recipe to be tried out masks among them. */
  List<String> columns(Source source, SilverSpec tried) {
    Set<String> hidden = new LinkedHashSet<>(masked.of(source));
    hidden.addAll(MaskedColumns.of(tried));
    return MaskedColumns.among(hidden, names(source));
  }

  /** The columns of a recipe to be tried out that would show what nobody sees now. */
  Set<String> shown(Source source, SilverSpec tried) {
    return masked.shown(source, tried);
  }

  List<String> columns(Source source) {
    return masked.of(source, names(source));
  }

  private List<String> names(Source source) {
    return catalogue.columns(source.bronzeTable()).stream().map(column -> column.name()).toList();
  }

  Profile profile(Source source, Profile profile) {
    Set<String> hidden = masked.of(source);
    return new Profile(
        profile.table(),
        profile.rowCount(),
        profile.profiledRows(),
        profile.measuredAt(),
        profile.columns().stream()
            .map(column ->
                MaskedColumns.among(hidden, column.name()) ? withoutValues(column) : column)
            .toList());
  }

  private static ColumnProfile withoutValues(ColumnProfile column) {
    return new ColumnProfile(
        column.name(),
        column.header(),
        column.type(),
        column.count(),
        column.missing(),
        column.empty(),
        column.distinct(),
        column.distinctApproximate(),
        null,
        null,
        column.minLength(),
        column.maxLength(),
        column.averageLength(),
        List.of(),
        List.of(),
        null);
  }

  /** What is suggested of a masked column is what is in force: that, a person has chosen. */
  SilverRecipe suggestion(Source source, SilverRecipe suggestion) {
    Set<String> hidden = masked.of(source);
    if (hidden.isEmpty()) {
      return suggestion;
    }
    SilverRecipe bare = suggestion.withoutValues(hidden);
    List<SilverColumn> columns = new ArrayList<>();
    for (SilverColumn column : bare.columns()) {
      columns.addAll(
          MaskedColumns.among(hidden, column.sourceColumn())
              ? chosen(source, column)
              : List.of(column));
    }
    return bare.withColumns(columns.stream().distinct().toList());
  }

  private List<SilverColumn> chosen(Source source, SilverColumn suggested) {
    List<SilverColumn> masking = masked.masking(source, suggested.sourceColumn());
    List<SilverColumn> chosen =
        masking.stream()
            .filter(one ->
                MaskedColumns.folded(one.sourceColumn())
                    .equals(MaskedColumns.folded(suggested.sourceColumn())))
            .map(one -> one.withEvidence(null))
            .limit(1)
            .toList();
    if (!chosen.isEmpty()) {
      return chosen;
    }
    // It is masked as a part of another column: as received then, for steps quote values.
    return List.of(
        new SilverColumn(
            suggested.sourceColumn(),
            suggested.silverName(),
            ColumnType.Simple.TEXT,
            null,
            List.of(new Cleaning.Trim()),
            null,
            null,
            null,
            null,
            masking.getFirst().mask(),
            null));
  }

  /** A recipe that was made of what is stored, without what it quotes of masked columns. */
  SilverRecipe recipe(Source source, SilverRecipe recipe) {
    return recipe.withoutMaskedValues().withoutValues(masked.of(source));
  }

  Revision revision(Source source, Revision revision) {
    return new Revision(
        revision.sentence(),
        revision.edits(),
        revision.words(),
        revision.author(),
        revision.notes(),
        recipe(source, revision.recipe()));
  }

  /** The same recipe, with the masks in force on what it reads of masked columns. */
  SilverRecipe masked(Source source, SilverRecipe recipe) {
    Set<String> hidden = masked.of(source);
    return recipe(
        source,
        recipe.withColumns(
            recipe.columns().stream()
                .map(column ->
                    column.mask() == null && MaskedColumns.among(hidden, column.sourceColumn())
                        ? column.withMask(
                            masked.masking(source, column.sourceColumn()).getFirst().mask())
                        : column)
                .toList()));
  }

  CellOverride override(Source source, CellOverride override) {
    Set<String> hidden = masked.of(source);
    return hidden.isEmpty() ? override : shown(hidden, keyed(override), override);
  }

  private String keyed(CellOverride override) {
    return (String)
        engine.query(MaskSql.keyedHash(override.rowHash())).rows().getFirst().getFirst();
  }

  private static CellOverride shown(Set<String> hidden, String hash, CellOverride override) {
    boolean starred =
        override.value() != null && MaskedColumns.among(hidden, override.column());
    return new CellOverride(
        override.id(),
        hash,
        override.column(),
        starred ? STARS : override.value(),
        override.because(),
        override.createdAt(),
        override.rows());
  }

  /** The plan as people read it: its SQL holds what was put right, and contents by their hashes. */
  BuildPlan plan(Source source, BuildPlan plan) {
    return plan.withSteps(plan.steps().stream().map(step -> shown(source, step)).toList());
  }

  private Step shown(Source source, Step step) {
    if (step instanceof Step.Clean(SilverSpec spec, String staged)) {
      Set<String> hidden = new LinkedHashSet<>(masked.of(source));
      hidden.addAll(MaskedColumns.of(spec));
      List<CellOverride> shown =
          spec.overrides().stream().map(one -> shown(hidden, STARS, one)).toList();
      return hidden.isEmpty() ? step : new Step.Clean(spec.withOverrides(shown), staged);
    }
    boolean hashes = !masked.of(source).isEmpty();
    if (hashes
        && step
            instanceof
            Step.Presume(
                Step.Presumption.OnlyRejected(String bronze, String rejected, var contents))) {
      List<String> stars = contents.stream().map(_ -> STARS).distinct().toList();
      return new Step.Presume(new Step.Presumption.OnlyRejected(bronze, rejected, stars));
    }
    return step;
  }

  /** The greatest value of a cursor is a value like any other, and cursors change. */
  List<Load> loads(Source source, List<Load> loads) {
    return masked.of(source).isEmpty()
        ? loads
        : loads.stream().map(HiddenValues::withoutCursor).toList();
  }

  private static Load withoutCursor(Load load) {
    return new Load(
        load.sourceId(),
        load.loadId(),
        load.buildId(),
        load.loadedAt(),
        load.origin(),
        load.mode(),
        load.rowsRead(),
        load.rowsLanded(),
        load.rowsMalformed(),
        load.rowsKnown(),
        load.rowsSuperseded(),
        load.fingerprint(),
        load.cursorValue() == null ? null : STARS,
        load.undoneAt());
  }
}
