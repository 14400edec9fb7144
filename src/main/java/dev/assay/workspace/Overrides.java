package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Job;
import dev.assay.build.Trial;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Build;
import dev.assay.model.CellOverride;
import dev.assay.model.Layer;
import dev.assay.model.Mended;
import dev.assay.model.Rows;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.silver.ColumnNames;
import dev.assay.sql.RowsAlike;
import dev.assay.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that people put right, what comes of them, and how they are taken back. */
final class Overrides {
  private static final Pattern IDENTITY = Pattern.compile("(\\d{1,18}):(\\d{1,18})");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

  private final Store store;
  private final Engine engine;
  private final Catalogue catalogue;
  private final Advice advice;
  private final Features features;
  private final Builds builds;
  private final LayerBuilds layers;
  private final HiddenValues hidden;
  private final Trials trials;

  Overrides(
      Store store,
      Engine engine,
      Catalogue catalogue,
      Advice advice,
      Features features,
      Builds builds,
      LayerBuilds layers,
      HiddenValues hidden,
      Trials trials) {
    this.store = store;
    this.engine = engine;
    this.catalogue = catalogue;
    this.advice = advice;
    this.features = features;
    this.builds = builds;
    this.layers = layers;
    this.hidden = hidden;
    this.trials = trials;
  }

  Mended mend(Source source, String row, String column, String value, String because) {
    catalogue.bronze(source);
    List<Rows.Column> bronze = catalogue.columns(source.bronzeTable());
    SilverRecipe recipe = advice.silver(source, Work.unwatched()).recipe();
    String from = column(source, column, bronze, recipe);
    String hash = hash(source, row);
    CellOverride made = store.overrides().add(source.id(), hash, from, value, because);
    return mended(source, recipe, bronze, made, "The value");
  }

  Mended unmend(Source source, long id) {
    catalogue.bronze(source);
    CellOverride gone =
        store.overrides().inForce(source.id()).stream()
            .filter(override -> override.id() == id)
            .findFirst()
            .orElseThrow(() ->
                UserError.notFound(
                    "'"
                        + source.id()
                        + "' has no value "
                        + id
                        + " that was put right. See: assay overrides "
                        + source.id()));
    store.overrides().revoke(source.id(), id);
    SilverRecipe recipe = advice.silver(source, Work.unwatched()).recipe();
    return mended(
        source,
        recipe,
        catalogue.columns(source.bronzeTable()),
        gone,
        "What was received counts again: it");
  }

  List<CellOverride> all(Source source) {
    return counted(source, store.overrides().inForce(source.id())).stream()
        .map(override -> hidden.override(source, override))
        .toList();
  }

  private List<CellOverride> counted(Source source, List<CellOverride> overrides) {
    if (overrides.isEmpty() || catalogue.published(source, Layer.BRONZE).isEmpty()) {
      return overrides;
    }
    List<String> columns =
        catalogue.columns(source.bronzeTable()).stream().map(Rows.Column::name).toList();
    Map<String, Long> rows = new HashMap<>();
    List<String> hashes = overrides.stream().map(CellOverride::rowHash).distinct().toList();
    for (List<Object> row : engine.query(RowsAlike.counts(source.bronzeTable(), hashes)).rows()) {
      rows.put((String) row.get(0), ((Number) row.get(1)).longValue());
    }
    return overrides.stream()
        .map(override ->
            override.withRows(
                columns.contains(override.column())
                    ? rows.getOrDefault(override.rowHash(), 0L)
                    : 0))
        .toList();
  }

  private Mended mended(
      Source source,
      SilverRecipe recipe,
      List<Rows.Column> bronze,
      CellOverride about,
      String subject) {
    CellOverride counted = counted(source, List.of(about)).getFirst();
    Optional<List<String>> judged =
        alone(recipe)
            ? Optional.of(reasons(source, recipe, bronze, about.rowHash()))
            : Optional.empty();
    Build build =
        catalogue.published(source, Layer.SILVER).isPresent()
            ? layers.silver(source, null, Job.Verb.REBUILD)
            : null;
    String rows = counted.rows() == 1 ? "1 row" : counted.rows() + " rows";
    boolean used =
        recipe.columns().stream()
            .anyMatch(c ->
                new ColumnNames(bronze)
                    .find(c.sourceColumn()).stream().anyMatch(about.column()::equals));
    String note =
        judged
            .map(reasons ->
                reasons.isEmpty()
                    ? subject + " is accepted in " + rows + "."
                    : subject + " is rejected in " + rows + ": " + String.join(", ", reasons) + ".")
            .orElse(
                subject
                    + " counts in "
                    + rows
                    + "; other rows have a say in whether it is accepted, so "
                    + (build == null ? "the next build" : "the rebuild")
                    + " will tell.");
    return new Mended(
        hidden.override(source, counted),
        judged.map(List::isEmpty).orElse(null),
        judged.orElse(List.of()),
        used ? note : note + " Silver is not made from '" + about.column() + "', though.",
        build);
  }

  /** Whether rows of one content can be judged without the others. */
  private static boolean alone(SilverRecipe recipe) {
    return recipe.shape().stream().noneMatch(Shape.FillDown.class::isInstance)
        && recipe.columns().stream()
            .noneMatch(column -> column.validation() != null && column.validation().unique());
  }

  /** Why rows of this content are rejected now. */
  private List<String> reasons(
      Source source, SilverRecipe recipe, List<Rows.Column> bronze, String hash) {
    var plan =
        features
            .replays()
            .alike(source, recipe, bronze, store.overrides().inForce(source.id()), hash);
    return trials.run(work -> {
      try (Trial trial = builds.trial(plan, work)) {
        String rejected = trial.staged(source.rejectedTable());
        return engine.query(RowsAlike.reasons(rejected), work).rows().stream()
            .map(row -> (String) row.getFirst())
            .toList();
      }
    });
  }

  private String hash(Source source, String row) {
    Matcher identity = IDENTITY.matcher(row.strip());
    String select;
    if (identity.matches()) {
      select =
          RowsAlike.of(
              source.bronzeTable(),
              Long.parseLong(identity.group(1)),
              Long.parseLong(identity.group(2)));
    } else if (HASH.matcher(row.strip()).matches()) {
      select =
          hidden.columns(source).isEmpty()
              ? RowsAlike.of(source.bronzeTable(), row.strip())
              : RowsAlike.keyed(source.bronzeTable(), row.strip());
    } else {
      throw UserError.invalid(
          "Name the row as 'assay rejects "
              + source.id()
              + "' shows it, as load:row, such as 1:5; or by its _row_hash.");
    }
    return engine.query(select).rows().stream()
        .map(found -> (String) found.getFirst())
        .findFirst()
        .orElseThrow(() ->
            UserError.notFound(
                "Bronze of '"
                    + source.id()
                    + "' has no row '"
                    + row
                    + "'. See: assay rejects "
                    + source.id()));
  }

  private static String column(
      Source source, String written, List<Rows.Column> bronze, SilverRecipe recipe) {
    ColumnNames names = new ColumnNames(bronze);
    return names
        .find(written)
        .or(() ->
            recipe.columns().stream()
                .filter(column -> written.equals(column.silverName()))
                .map(SilverColumn::sourceColumn)
                .findFirst()
                .flatMap(names::find))
        .orElseThrow(() -> UserError.notFound(names.notFound(written, source.bronzeTable())));
  }
}
