package dev.assay.workspace;

import dev.assay.engine.Work;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Problem;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Cardinality;
import dev.assay.model.Relationship.Status;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.relationship.Discovery;
import dev.assay.relationship.RelatedTable;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How sources belong together: what is found, and what people say of it. */
final class Relations {
  private static final int MOST_MEASURED = 1_000;

  private final Store store;
  private final Catalogue catalogue;
  private final Discovery discovery;
  private final FormerNames formerNames;

  // Every pair of tables is compared: what is confirmed must not wait for it.
  private final Object searching = new Object();

  /** What was found last, and over which tables. */
  private List<RelatedTable> searched;

  private List<Relationship> proposed = List.of();

  /** What was measured again, by relationship and builds. */
  private final Map<String, Relationship> measured = new HashMap<>();

  Relations(Store store, Catalogue catalogue, Discovery discovery) {
    this.store = store;
    this.catalogue = catalogue;
    this.discovery = discovery;
    this.formerNames = new FormerNames(store);
  }

  /** Confirmed ones first, then proposals, the most likely first. */
  List<Relationship> all() {
    Map<String, RelatedTable> tables = tables();
    List<Relationship> known = store.relationships().all();
    List<Relationship> all = new ArrayList<>(confirmed(known, tables));
    Set<String> said =
        known.stream()
            .map(one -> present(one, tables))
            .map(Relationship::written)
            .collect(Collectors.toSet());
    proposals(tables).stream().filter(one -> !said.contains(one.written())).forEach(all::add);
    return all;
  }

  /** As they are on what is published now; those whose tables or columns are gone are left out. */
  List<Relationship> confirmed() {
    List<Relationship> said = store.relationships().all();
    // Each question asks: the tables are read only where there is something to look up in them.
    return said.stream().anyMatch(one -> one.status() == Status.CONFIRMED)
        ? confirmed(said, tables())
        : List.of();
  }

  private List<Relationship> confirmed(List<Relationship> said, Map<String, RelatedTable> tables) {
    return said.stream()
        .filter(one -> one.status() == Status.CONFIRMED)
        .flatMap(one -> now(one, tables).stream())
        .toList();
  }

  private synchronized Optional<Relationship> now(
      Relationship said, Map<String, RelatedTable> tables) {
    RelatedTable from = tables.get(said.from().source());
    RelatedTable to = tables.get(said.to().source());
    if (from == null || to == null) {
      return Optional.empty();
    }
    Relationship present = present(said, tables);
    if (!has(from, present.from()) || !has(to, present.to())) {
      return Optional.empty();
    }
    String key = said.id() + " " + from.build() + " " + to.build() + from.masked() + to.masked();
    Relationship known = measured.get(key);
    if (known == null) {
      known = discovery.again(present, from, to, Work.unwatched());
      if (measured.size() >= MOST_MEASURED) {
        measured.clear();
      }
      measured.put(key, known);
    }
    return Optional.of(known);
  }

  /** What was said of columns, said of them by the names that they have by now. */
  private Relationship present(Relationship said, Map<String, RelatedTable> tables) {
    return said.between(present(said.from(), tables), present(said.to(), tables));
  }

  private Relationship.Side present(Relationship.Side side, Map<String, RelatedTable> tables) {
    RelatedTable table = tables.get(side.source());
    return table == null || has(table, side)
        ? side
        : new Relationship.Side(
            side.source(), side.table(), formerNames.follow(side.table(), side.columns()));
  }

  private static boolean has(RelatedTable table, Relationship.Side side) {
    return side.columns().stream()
        .allMatch(name -> table.columns().stream().anyMatch(column -> column.name().equals(name)));
  }

  private List<Relationship> proposals(Map<String, RelatedTable> published) {
    List<RelatedTable> tables = List.copyOf(published.values());
    synchronized (searching) {
      if (!tables.equals(searched)) {
        proposed = discovery.find(tables, Work.unwatched());
        searched = tables;
      }
      return proposed;
    }
  }

  Relationship relate(RelationshipWish wish) {
    List<Problem> problems = new ArrayList<>();
    if (wish.from() == null || wish.from().source() == null) {
      problems.add(new Problem("/from", "Name the source and columns that look something up."));
    }
    if (wish.to() == null || wish.to().source() == null) {
      problems.add(new Problem("/to", "Name the source and columns that are looked up."));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    Relationship said =
        discovery.measure(
            table(wish.from().source()),
            wish.from().columns(),
            table(wish.to().source()),
            wish.to().columns(),
            Boolean.TRUE.equals(wish.manyToMany()),
            Work.unwatched());
    store.relationships().keep(said.withoutExamples());
    return said;
  }

  Relationship confirm(String id) {
    Relationship found = find(id);
    if (found.cardinality() == Cardinality.MANY_TO_MANY && found.status() != Status.CONFIRMED) {
      throw UserError.conflict(
          "It cannot be confirmed as it is: "
              + found.because()
              + " Deduplicate "
              + found.to().source()
              + " by "
              + String.join(", ", found.to().columns())
              + ", or say of "
              + found.written()
              + " that it is many to many.");
    }
    return said(found, Status.CONFIRMED);
  }

  Relationship reject(String id) {
    return said(find(id), Status.REJECTED);
  }

  private Relationship said(Relationship found, Status status) {
    Relationship said = found.withStatus(status);
    store.relationships().keep(said.withoutExamples());
    return said;
  }

  void forget(String id) {
    store.relationships().forget(find(id).id());
  }

  private Relationship find(String idOrColumns) {
    List<Relationship> known = new ArrayList<>(store.relationships().all());
    known.addAll(0, all());
    String text = idOrColumns.replaceAll("\\s", "");
    return known.stream()
        .filter(one -> one.id().equals(text) || one.written().equals(text))
        .findFirst()
        .orElseThrow(() ->
            UserError.notFound(
                "There is no relationship '"
                    + idOrColumns
                    + "'. Look at the list of them, or say your own."));
  }

  private RelatedTable table(String idOrName) {
    Source source = catalogue.source(idOrName);
    catalogue.silver(source);
    return tables().get(source.id());
  }

  /** The sources whose Silver is published, by their ids. */
  Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    tables().forEach((id, table) -> sources.put(id, table.source()));
    return sources;
  }

  /** The published Silver tables by their sources. */
  Map<String, RelatedTable> tables() {
    Map<String, RelatedTable> tables = new LinkedHashMap<>();
    for (Sources.Kept kept : store.sources().all()) {
      catalogue
          .published(kept.source(), Layer.SILVER)
          .ifPresent(silver -> tables.put(kept.source().id(), table(kept, silver)));
    }
    return tables;
  }

  private RelatedTable table(Sources.Kept kept, MedallionLayer silver) {
    Source source = kept.source();
    Set<String> masked = new HashSet<>();
    Map<String, String> names = new HashMap<>();
    for (SilverRecipe recipe : recipes(source)) {
      for (SilverColumn column :
          recipe.columns() == null ? List.<SilverColumn>of() : recipe.columns()) {
        SilverColumn named = column.named();
        names.putIfAbsent(
            column.sourceColumn().strip().toLowerCase(Locale.ROOT), named.silverName());
        if (column.mask() != null) {
          masked.add(named.silverName());
        }
      }
    }
    return new RelatedTable(
        source,
        silver.publishedBuild(),
        catalogue.columns(source.silverTable()),
        masked,
        kept.foreignKeys(),
        names);
  }

  /** The one that Silver was built by, and the one that its next build goes by. */
  private List<SilverRecipe> recipes(Source source) {
    List<SilverRecipe> recipes = new ArrayList<>();
    store
        .recipes()
        .published(source.silverTable())
        .ifPresent(applied -> recipes.add((SilverRecipe) applied.recipe()));
    store
        .recipes()
        .inForce(source.silverTable())
        .ifPresent(applied -> recipes.add((SilverRecipe) applied.recipe()));
    return recipes;
  }
}
