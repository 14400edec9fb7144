package dev.assay.workspace;

import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.ColumnProfile;
import dev.assay.model.Load;
import dev.assay.model.Profile;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
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
  private final Advice advice;

  HiddenValues(MaskedColumns masked, Catalogue catalogue, Advice advice) {
    this.masked = masked;
    this.catalogue = catalogue;
    this.advice = advice;
  }

  /** The masked columns of Bronze, those that a recipe to be tried out masks among them. */
  List<String> columns(Source source, List<SilverColumn> recipe) {
    Set<String> hidden = new LinkedHashSet<>(columns(source));
    List<String> names = names(source);
    recipe.stream()
        .filter(column -> column.mask() != null)
        .map(SilverColumn::sourceColumn)
        .flatMap(name -> names.stream().filter(n -> n.strip().equalsIgnoreCase(name.strip())))
        .forEach(hidden::add);
    return List.copyOf(hidden);
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
    List<SilverColumn> inForce =
        advice.silverInForce(source).map(one -> one.recipe().columns()).orElse(List.of());
    List<String> sources =
        suggestion.columns().stream()
            .map(SilverColumn::sourceColumn)
            .filter(name -> MaskedColumns.among(hidden, name))
            .toList();
    SilverRecipe bare = suggestion.withoutValues(sources);
    List<SilverColumn> columns = new ArrayList<>();
    for (SilverColumn column : bare.columns()) {
      List<SilverColumn> chosen =
          sources.contains(column.sourceColumn())
              ? inForce.stream()
                  .filter(one -> one.mask() != null)
                  .filter(one -> folded(one.sourceColumn()).equals(folded(column.sourceColumn())))
                  .map(one -> one.withEvidence(null))
                  .toList()
              : List.of();
      columns.addAll(chosen.isEmpty() ? List.of(column) : chosen);
    }
    return bare.withColumns(columns.stream().distinct().toList());
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(java.util.Locale.ROOT);
  }

  CellOverride override(Source source, CellOverride override) {
    boolean hidden =
        override.value() != null && MaskedColumns.among(masked.of(source), override.column());
    return hidden
        ? new CellOverride(
            override.id(),
            override.rowHash(),
            override.column(),
            STARS,
            override.because(),
            override.createdAt(),
            override.rows())
        : override;
  }

  /** The plan as people read it: what was put right in a masked column is in its SQL otherwise. */
  BuildPlan plan(BuildPlan plan) {
    return plan.withSteps(
        plan.steps().stream()
            .map(step ->
                step instanceof Step.Clean(SilverSpec spec, String staged)
                    ? new Step.Clean(shown(spec), staged)
                    : step)
            .toList());
  }

  private static SilverSpec shown(SilverSpec spec) {
    Set<String> hidden = new LinkedHashSet<>();
    spec.columns().stream()
        .filter(column -> column.mask() != null)
        .forEach(column -> hidden.add(column.source()));
    return spec.withOverrides(
        spec.overrides().stream()
            .map(override ->
                hidden.contains(override.column()) && override.value() != null
                    ? new CellOverride(
                        override.id(),
                        override.rowHash(),
                        override.column(),
                        STARS,
                        override.because(),
                        override.createdAt(),
                        override.rows())
                    : override)
            .toList());
  }

  /** The greatest value of a masked cursor column is a value like any other. */
  List<Load> loads(Source source, String cursor, List<Load> loads) {
    if (cursor == null || !MaskedColumns.among(masked.of(source), cursor)) {
      return loads;
    }
    return loads.stream().map(HiddenValues::withoutCursor).toList();
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
