package dev.assay.workspace;

import dev.assay.model.Cleaning;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Lineage;
import dev.assay.model.Lineage.Kind;
import dev.assay.model.Lineage.Use;
import dev.assay.model.MedallionLayer;
import dev.assay.model.PlainWords;
import dev.assay.model.RowFilter;
import dev.assay.model.Rows;
import dev.assay.model.Shape;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.silver.ColumnNames;
import dev.assay.sql.Guard;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Draws the {@link Lineage} of a source from its recipes. */
final class Lineages {
  private final Store store;
  private final Catalogue catalogue;
  private final Features features;
  private final HiddenValues hidden;
  private final Guard guard;

  Lineages(Store store, Catalogue catalogue, Features features, HiddenValues hidden, Guard guard) {
    this.store = store;
    this.catalogue = catalogue;
    this.features = features;
    this.hidden = hidden;
    this.guard = guard;
  }

  Lineage of(Source source) {
    LineageMap map = new LineageMap();
    String origin =
        map.add(Kind.ORIGIN, null, source.id(), null, source.origin().label(), null, null);
    if (catalogue.published(source, Layer.BRONZE).isEmpty()) {
      return map.lineage();
    }
    Landing landing = catalogue.landing(source);
    for (Landing.Column column : landing.columns()) {
      String id =
          map.add(
              Kind.COLUMN,
              Layer.BRONZE,
              source.id(),
              source.bronzeTable(),
              column.name(),
              column.type(),
              named(column));
      map.edge(origin, id, Use.VALUE);
    }
    catalogue.published(source, Layer.SILVER).ifPresent(_ -> silver(source, map));
    GoldLineage gold = new GoldLineage(store, catalogue, guard, map);
    Stream.concat(
            catalogue.layers(source, Layer.GOLD).stream()
                .filter(layer -> layer.publishedBuild() != null),
            catalogue.joining(source).stream())
        .forEach((MedallionLayer layer) -> gold.add(source, layer));
    return map.lineage();
  }

  private static List<String> named(Landing.Column column) {
    return column.header().equals(column.name())
        ? List.of()
        : List.of("header '" + column.header() + "'");
  }

  private void silver(Source source, LineageMap map) {
    List<Rows.Column> bronze = catalogue.columns(source.bronzeTable());
    ColumnNames names = new ColumnNames(bronze);
    SilverRecipe recipe = hidden.recipe(source, published(source));
    for (SilverColumn column : recipe.columns()) {
      SilverColumn named = column.named();
      String id =
          map.add(
              Kind.COLUMN,
              Layer.SILVER,
              source.id(),
              source.silverTable(),
              named.silverName(),
              named.targetType() == null ? "TEXT" : named.targetType().text(),
              steps(named));
      for (String read : reads(source, recipe, column, bronze, names)) {
        map.edge(map.id(source.bronzeTable(), read), id, Use.VALUE);
      }
    }
    for (RowFilter filter : recipe.filters()) {
      // Which rows there are at all is no column's own: the filter's column decides for itself.
      map.note(
          source.silverTable(), filter.column(), "rows stay where it is " + filter.keep().text());
    }
  }

  /** The recipe that readers see the result of. */
  private SilverRecipe published(Source source) {
    return store
        .recipes()
        .published(source.silverTable())
        .map(applied -> (SilverRecipe) applied.recipe())
        .orElseThrow(() -> new IllegalStateException("No recipe is on record for " + source.id()));
  }

  private static List<String> steps(SilverColumn column) {
    List<String> steps = new ArrayList<>();
    if (column.cleaning() != null) {
      column.cleaning().forEach(step -> steps.add(PlainWords.of(step)));
    } else if (column.castExpression() != null) {
      steps.add(column.castExpression());
    }
    if (column.nullStrategy() != null) {
      switch (column.nullStrategy()) {
        case KEEP_NULL -> {}
        case DROP_ROW -> steps.add("row left out where missing");
        case FILL_ZERO -> steps.add("missing becomes 0");
        case FILL_UNKNOWN -> steps.add("missing becomes Unknown");
        case FILL_DEFAULT -> steps.add("missing becomes " + column.defaultValue());
      }
    }
    if (column.validation() != null) {
      steps.add("must be " + column.validation().text());
    }
    if (column.mask() != null) {
      steps.add("hidden: " + PlainWords.of(column.mask()));
    }
    return steps;
  }

  /** By the check that a build goes by; where Bronze has changed since, by what is written. */
  private Set<String> reads(
      Source source,
      SilverRecipe recipe,
      SilverColumn column,
      List<Rows.Column> bronze,
      ColumnNames names) {
    if (isPlain(recipe, column)) {
      return names.find(column.sourceColumn()).map(Set::of).orElse(Set.of());
    }
    SilverRecipe alone = new SilverRecipe(List.of(column), null).withShape(recipe.shape());
    try {
      Optional<SilverSpec> spec =
          features.planSilver(source, alone, bronze, List.of()).steps().stream()
              .filter(Step.Clean.class::isInstance)
              .map(step -> ((Step.Clean) step).spec())
              .findFirst();
      return spec.map(
              checked -> {
                Set<String> reads =
                    new LinkedHashSet<>(checked.reads(checked.columns().getFirst()));
                headers(checked, column).ifPresent(reads::addAll);
                return reads;
              })
          .map(reads -> (Set<String>) reads)
          .orElse(Set.of());
    } catch (UserError changed) {
      return names.find(column.sourceColumn()).map(Set::of).orElse(Set.of());
    }
  }

  /** Nothing but steps on one column of a table that keeps its shape. */
  private static boolean isPlain(SilverRecipe recipe, SilverColumn column) {
    return recipe.shape().isEmpty()
        && column.cleaning() != null
        && column.cleaning().stream().noneMatch(Cleaning.Custom.class::isInstance);
  }

  /** The column that holds the headers of those that became rows is made of them all. */
  private static Optional<List<String>> headers(SilverSpec spec, SilverColumn column) {
    return spec.unpivot()
        .filter(made ->
            made.nameColumn() != null
                && made.nameColumn()
                    .toLowerCase(Locale.ROOT)
                    .equals(column.sourceColumn().strip().toLowerCase(Locale.ROOT)))
        .map(Shape.Unpivot::columns);
  }
}
