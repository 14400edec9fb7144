package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Profile;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.LoadSql;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What there is: sources, their layers, and a clear sentence for what is not there. */
final class Catalogue {
  /** Best first. A build under way is worth more notice than what it is about to mend. */
  private static final List<LayerStatus> BADNESS =
      List.of(
          LayerStatus.READY,
          LayerStatus.PENDING,
          LayerStatus.STALE,
          LayerStatus.BUILDING,
          LayerStatus.ERROR);

  private final Store store;
  private final Engine engine;

  Catalogue(Store store, Engine engine) {
    this.store = store;
    this.engine = engine;
  }

  Sources.Kept kept(String idOrName) {
    return store
        .sources()
        .find(idOrName)
        .orElseThrow(() -> {
          List<String> known =
              store.sources().all().stream().map(kept -> kept.source().id()).toList();
          return UserError.notFound(
              known.isEmpty()
                  ? Sentences.SOURCE_MISSING_ALL.with(idOrName)
                  : Sentences.SOURCE_MISSING.with(idOrName, String.join(", ", known)));
        });
  }

  Source source(String idOrName) {
    return kept(idOrName).source();
  }

  List<MedallionLayer> layers(Source source, Layer layer) {
    return store.layers().of(source.id()).stream().filter(l -> l.layer() == layer).toList();
  }

  /** Bronze or Silver, when readers can see one. */
  Optional<MedallionLayer> published(Source source, Layer layer) {
    return layers(source, layer).stream().filter(l -> l.publishedBuild() != null).findFirst();
  }

  MedallionLayer bronze(Source source) {
    return published(source, Layer.BRONZE)
        .orElseThrow(() ->
            notBuilt(source, Layer.BRONZE, Sentences.BRONZE_NOT_BUILT, Sentences.BRONZE_FAILED));
  }

  MedallionLayer silver(Source source) {
    return published(source, Layer.SILVER)
        .orElseThrow(() ->
            notBuilt(source, Layer.SILVER, Sentences.SILVER_NOT_BUILT, Sentences.SILVER_FAILED));
  }

  private UserError notBuilt(Source source, Layer layer, Sentences not, Sentences failed) {
    return UserError.conflict(
        layers(source, layer).stream()
            .map(MedallionLayer::errorMessage)
            .filter(message -> message != null)
            .findFirst()
            .map(why -> failed.with(source.id(), why))
            .orElseGet(() -> not.with(source.id())));
  }

  /**
   * The published Gold tables that {@code table} means: one by its table name or its recipe's name,
   * all when null.
   */
  List<MedallionLayer> gold(Source source, String table) {
    List<MedallionLayer> all = layers(source, Layer.GOLD);
    if (table == null) {
      return all;
    }
    List<MedallionLayer> named =
        all.stream()
            .filter(layer ->
                layer.tableName().equalsIgnoreCase(table)
                    || layer.tableName().equalsIgnoreCase(source.goldTable(table)))
            .toList();
    if (named.isEmpty()) {
      List<String> known = all.stream().map(MedallionLayer::tableName).toList();
      throw UserError.notFound(
          known.isEmpty()
              ? Sentences.GOLD_MISSING_ALL.with(source.id(), table)
              : Sentences.GOLD_MISSING.with(source.id(), table, String.join(", ", known)));
    }
    return named;
  }

  /** Published Gold tables of other sources that join the Silver of this one. */
  List<MedallionLayer> joining(Source source) {
    return store.layers().joining(source.id(), source.silverTable());
  }

  /** The one published table of a layer; {@code table} must name it where there are several. */
  MedallionLayer readable(Source source, Layer layer, String table) {
    return switch (layer) {
      case BRONZE -> bronze(source);
      case SILVER -> silver(source);
      case GOLD -> {
        List<MedallionLayer> tables =
            gold(source, table).stream().filter(l -> l.publishedBuild() != null).toList();
        if (tables.size() == 1) {
          yield tables.getFirst();
        }
        throw tables.isEmpty()
            ? UserError.conflict(Sentences.GOLD_NOT_BUILT.with(source.id()))
            : UserError.invalid(
                "'"
                    + source.id()
                    + "' has several Gold tables. Name one with --table: "
                    + String.join(", ", tables.stream().map(MedallionLayer::tableName).toList())
                    + ".");
      }
    };
  }

  List<Rows.Column> columns(String table) {
    return engine
        .columns(table)
        .orElseThrow(() -> UserError.notFound(Sentences.TABLE_NOT_THERE.with(table)));
  }

  /** The columns of a published Silver table, by its name. */
  Optional<List<Rows.Column>> published(String silver) {
    return store
        .layers()
        .find(silver)
        .filter(layer -> layer.layer() == Layer.SILVER && layer.publishedBuild() != null)
        .flatMap(layer -> engine.columns(layer.tableName()));
  }

  /** The loads whose rows, landed or malformed, are in Bronze. */
  List<Long> loadsIn(Source source) {
    return Stream.of(source.bronzeTable(), source.malformedTable())
        .flatMap(table -> loadsIn(table).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The loads whose rows a table holds. */
  List<Long> loadsIn(String table) {
    return engine.query(LoadSql.rowsByLoad(table)).rows().stream()
        .map(row -> ((Number) row.getFirst()).longValue())
        .toList();
  }

  /** Bronze columns in which at least one load has no value: whoever lacks them loses nothing. */
  List<String> optional(Source source, Landing landing) {
    List<String> names = landing.columns().stream().map(Landing.Column::name).toList();
    List<List<Object>> counts =
        engine.query(LoadSql.valuesByLoad(source.bronzeTable(), names)).rows();
    return IntStream.range(0, names.size())
        .filter(i -> counts.stream().anyMatch(row -> ((Number) row.get(i)).longValue() == 0))
        .mapToObj(names::get)
        .toList();
  }

  /** The greatest value of a Bronze column, or null. */
  String greatest(Source source, String column) {
    return (String)
        engine.query(LoadSql.greatest(source.bronzeTable(), column)).rows().getFirst().getFirst();
  }

  /** The loads whose superseded rows are kept, newest first. */
  List<Long> histories(Source source) {
    String beginning = source.historyTable(0);
    String prefix = beginning.substring(0, beginning.length() - 1);
    return engine.query(LoadSql.named(prefix)).rows().stream()
        .map(row -> ((String) row.getFirst()).substring(prefix.length()))
        // Another source may be called so that its tables begin alike.
        .filter(number -> number.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Every table of superseded rows. */
  List<String> historyTables(Source source) {
    return histories(source).stream()
        .flatMap(load -> Stream.of(source.historyTable(load), source.malformedHistoryTable(load)))
        .toList();
  }

  /** How the published Bronze was read. */
  Landing landing(Source source) {
    return store
        .recipes()
        .published(source.bronzeTable())
        .map(applied -> (Landing) applied.recipe())
        .orElseThrow(() -> new IllegalStateException("No landing is on record for " + source.id()));
  }

  Map<Layer, LayerStatus> strip(List<MedallionLayer> layers) {
    Map<Layer, LayerStatus> strip = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      strip.put(
          layer,
          layers.stream()
              .filter(l -> l.layer() == layer)
              .map(MedallionLayer::status)
              .max(Comparator.comparingInt(BADNESS::indexOf))
              .orElse(LayerStatus.PENDING));
    }
    return strip;
  }

  SourceDetail detail(Source source, Profile profile) {
    List<MedallionLayer> layers = store.layers().of(source.id());
    Map<Layer, List<String>> tables = new EnumMap<>(Layer.class);
    Map<Layer, Long> rows = new EnumMap<>(Layer.class);
    Map<Layer, Instant> builtAt = new EnumMap<>(Layer.class);
    for (MedallionLayer layer : layers) {
      if (layer.publishedBuild() != null) {
        tables.computeIfAbsent(layer.layer(), _ -> new ArrayList<>()).add(layer.tableName());
        rows.merge(layer.layer(), layer.rowCount() == null ? 0 : layer.rowCount(), Long::sum);
        if (layer.lastBuiltAt() != null) {
          builtAt.merge(layer.layer(), layer.lastBuiltAt(), (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
    Optional<Sources.Kept> kept = store.sources().find(source.id());
    Optional<MedallionLayer> failed =
        layers.stream()
            .filter(layer -> layer.status() == LayerStatus.ERROR && layer.errorMessage() != null)
            .findFirst();
    return new SourceDetail(
        source.id(),
        source.name(),
        source.originId(),
        source.origin(),
        source.createdAt(),
        new SourceDetail.Metadata(
            new SourceDetail.MedallionConfig(
                strip(layers),
                tables,
                tables.containsKey(Layer.BRONZE) ? landing(source) : null,
                rows,
                builtAt,
                null,
                failed.map(MedallionLayer::errorMessage).orElse(null),
                failed.map(MedallionLayer::refused).orElse(null)),
            profile,
            kept.map(Sources.Kept::foreignKeys).filter(keys -> !keys.isEmpty()).orElse(null),
            kept.map(Sources.Kept::waiting).orElse(null)));
  }

  /** Every table that a published layer consists of, the main one first. */
  static List<String> tables(Source source, MedallionLayer layer) {
    return switch (layer.layer()) {
      case BRONZE -> List.of(source.bronzeTable(), source.malformedTable());
      case SILVER ->
          List.of(source.silverTable(), source.rejectedTable(), source.duplicatesTable());
      case GOLD -> List.of(layer.tableName());
    };
  }
}
