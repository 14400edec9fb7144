package dev.assay.workspace;

import dev.assay.ask.Catalog;
import dev.assay.build.Upcoming;
import dev.assay.engine.Engine;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.semantic.Told;
import dev.assay.sql.Dialect;
import dev.assay.sql.PublishedSql;
import dev.assay.sql.TableSql;
import dev.assay.store.Layers;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is published within one transaction, so that routing and query see the same state. */
final class Catalogs {
  private final Store store;
  private final TableSql tables;
  private final MaskedColumns masked;
  private final PublishedSql published;
  private final MadeSilver made;
  private final SemanticFiles semantics;
  private final FormerNames formerNames;

  /** By publication: what a build has published never changes. */
  private final Map<Publication, Made> publications = new ConcurrentHashMap<>();

  private final Map<String, Boolean> older = new ConcurrentHashMap<>();

  Catalogs(
      Store store,
      Dialect dialect,
      MaskedColumns masked,
      Features features,
      SemanticFiles semantics) {
    this.semantics = semantics;
    this.formerNames = new FormerNames(store);
    this.store = store;
    this.tables = new TableSql(dialect);
    this.masked = masked;
    this.made = new MadeSilver(features);
    this.published = new PublishedSql(dialect);
  }

  /** One table as the warehouse knows it. */
  private record Entry(String sourceId, Layer layer, Catalog.Table table, Made made) {}

  /** What never changes of a published table. */
  private record Made(List<Rows.Column> columns, String recipe, Ledger ledger) {}

  private record Publication(String table, String build) {}

  /** The catalogs of the sources that may be meant. */
  List<Catalog> at(Engine.Reader reader, List<Source> sources) {
    Map<String, Layers.Mark> marks = new HashMap<>();
    store.layers().marks().forEach(mark -> marks.put(mark.table(), mark));
    List<Entry> entries = entries(reader, marks);
    List<Catalog> catalogs = new ArrayList<>();
    for (Source source : sources) {
      List<Entry> own =
          entries.stream().filter(entry -> entry.sourceId().equals(source.id())).toList();
      Optional<Entry> silver = first(own, Layer.SILVER);
      catalogs.add(
          new Catalog(
              source,
              first(own, Layer.BRONZE)
                  .map(bronze -> shown(source, bronze.table(), silver.isPresent())),
              silver.map(Entry::table),
              own.stream()
                  .filter(entry -> entry.layer() == Layer.GOLD)
                  .filter(entry -> !isOlder(source, entry.table(), silver, marks))
                  .map(Catalogs::gold)
                  .toList(),
              silver.map(entry -> entry.made().ledger()).map(Ledger::leftOut).orElse(null),
              silver.map(entry -> entry.made().ledger()).map(Ledger::rejected).orElse(null),
              made(source, own),
              silver.map(entry -> told(source, entry.made().recipe())).orElse(Told.NOTHING)));
    }
    return catalogs;
  }

  /** The catalog of a source as it will be once a build of its Silver table is published. */
  Catalog upcoming(Engine.Reader reader, Source source, Upcoming next) {
    long rows =
        ((Number)
                reader
                    .read(tables.count(next.staged()), Engine.Limits.NONE)
                    .rows()
                    .getFirst()
                    .getFirst())
            .longValue();
    Catalog.Table silver =
        new Catalog.Table(
            next.table(),
            next.build(),
            columns(reader).getOrDefault(next.staged(), List.of()),
            rows,
            LayerStatus.READY);
    return new Catalog(
        source,
        Optional.empty(),
        Optional.of(silver),
        List.of(),
        null,
        null,
        null,
        told(source, next.recipe()));
  }

  /**
   * What is known of a published Silver table beside its rows.
   *
   * @param recipe that it was made by, as JSON
   */
  Told told(Source source, String recipe) {
    SilverRecipe made = Json.read(recipe, SilverRecipe.class);
    Stream<SilverRecipe> inForce =
        store.recipes().inForce(source.silverTable()).stream()
            .map(applied -> (SilverRecipe) applied.recipe());
    Set<String> masked =
        Stream.concat(Stream.of(made), inForce)
            .flatMap(one -> one.columns().stream())
            .filter(column -> column.mask() != null)
            .map(column -> column.named().silverName())
            .collect(Collectors.toSet());
    return new Told(
        made,
        masked,
        semantics.edited(source).map(edited -> formerNames.follow(source, edited, made)));
  }

  /** A table that was made before a mask may show what it hides. */
  private boolean isOlder(
      Source source, Catalog.Table gold, Optional<Entry> silver, Map<String, Layers.Mark> marks) {
    boolean settled =
        silver.isPresent() && isRecorded(gold, marks) && isRecorded(silver.get().table(), marks);
    if (!settled) {
      return findOlder(source, gold);
    }
    // Of two builds that are on record, neither can change any more.
    return older.computeIfAbsent(
        gold.build() + " " + silver.get().table().build(), _ -> findOlder(source, gold));
  }

  private static boolean isRecorded(Catalog.Table table, Map<String, Layers.Mark> marks) {
    Layers.Mark mark = marks.get(table.name());
    return mark != null && table.build() != null && table.build().equals(mark.publishedBuild());
  }

  private boolean findOlder(Source source, Catalog.Table gold) {
    return store.layers().of(source.id()).stream()
        .filter(layer -> layer.tableName().equals(gold.name()))
        .anyMatch(layer -> masked.isOlder(source, layer));
  }

  /** What nobody may see of Bronze cannot be asked for; beside Silver, nothing of it is. */
  private Catalog.Table shown(Source source, Catalog.Table bronze, boolean hasSilver) {
    List<Rows.Column> columns = List.of();
    if (!hasSilver) {
      List<String> hidden =
          masked.of(source, bronze.columns().stream().map(Rows.Column::name).toList());
      columns =
          bronze.columns().stream().filter(column -> !hidden.contains(column.name())).toList();
    }
    return new Catalog.Table(
        bronze.name(), bronze.build(), columns, bronze.rows(), bronze.status(), bronze.builtAt());
  }

  private List<Entry> entries(Engine.Reader reader, Map<String, Layers.Mark> marks) {
    List<Entry> entries = new ArrayList<>();
    List<List<Object>> rows = reader.read(published.readable(), Engine.Limits.NONE).rows();
    Map<String, List<Rows.Column>> columns = new HashMap<>();
    for (List<Object> row : rows) {
      String name = (String) row.get(2);
      String build = (String) row.get(3);
      Made known = publications.get(new Publication(name, build));
      if (known == null) {
        if (columns.isEmpty()) {
          columns.putAll(columns(reader));
        }
        known = made(reader, name, build, columns.getOrDefault(name, List.of()));
      }
      Layers.Mark mark = marks.get(name);
      entries.add(
          new Entry(
              (String) row.get(0),
              Layer.parse((String) row.get(1)),
              new Catalog.Table(
                  name,
                  build,
                  known.columns(),
                  ((Number) row.get(4)).longValue(),
                  mark == null ? LayerStatus.READY : mark.status(),
                  Instant.parse((String) row.get(5))),
              known));
    }
    forgetOthers(rows);
    return entries;
  }

  private Map<String, List<Rows.Column>> columns(Engine.Reader reader) {
    Map<String, List<Rows.Column>> columns = new HashMap<>();
    for (List<Object> row : reader.read(tables.columns(), Engine.Limits.NONE).rows()) {
      columns
          .computeIfAbsent((String) row.get(0), _ -> new ArrayList<>())
          .add(new Rows.Column((String) row.get(1), (String) row.get(2)));
    }
    return columns;
  }

  private Made made(Engine.Reader reader, String table, String build, List<Rows.Column> columns) {
    List<Object> row =
        reader.read(PublishedSql.madeFrom(), Engine.Limits.NONE, build, table).rows().getFirst();
    Made found =
        new Made(
            List.copyOf(columns),
            (String) row.get(0),
            row.get(1) == null ? null : Json.read((String) row.get(1), Ledger.class));
    publications.put(new Publication(table, build), found);
    return found;
  }

  /** Readers of older states find theirs again. */
  private void forgetOthers(List<List<Object>> rows) {
    if (publications.size() > 4 * rows.size() + 64) {
      publications.clear();
      older.clear();
    }
  }

  private SilverSpec made(Source source, List<Entry> own) {
    Optional<Entry> bronze = first(own, Layer.BRONZE);
    Optional<Entry> silver = first(own, Layer.SILVER);
    return bronze.isEmpty() || silver.isEmpty() || silver.get().made().recipe() == null
        ? null
        : made.of(
            source,
            silver.get().table().build(),
            silver.get().made().recipe(),
            bronze.get().table().columns());
  }

  private static Optional<Entry> first(List<Entry> entries, Layer layer) {
    return entries.stream().filter(entry -> entry.layer() == layer).findFirst();
  }

  /** A Gold table with what it was made from, which is no query where its SQL was written. */
  private static Catalog.GoldTable gold(Entry entry) {
    GoldTable recipe = Json.read(entry.made().recipe(), GoldRecipe.class).goldTables().getFirst();
    return new Catalog.GoldTable(
        entry.table(), recipe.query(), recipe.businessQuestion(), recipe.sql());
  }
}
