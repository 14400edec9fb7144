package dev.assay.workspace;

import dev.assay.model.Calculation;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.Lineage.Kind;
import dev.assay.model.Lineage.Use;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.CheckedSelect;
import dev.assay.sql.Guard;
import dev.assay.sql.Tables;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The part of a lineage that leads to Gold: typed queries by their fields, SQL by its tree. */
final class GoldLineage {
  private static final long MOST_EDGES = 20_000;

  private final Store store;
  private final Catalogue catalogue;
  private final Guard guard;
  private final LineageMap map;

  GoldLineage(Store store, Catalogue catalogue, Guard guard, LineageMap map) {
    this.store = store;
    this.catalogue = catalogue;
    this.guard = guard;
    this.map = map;
  }

  void add(Source source, MedallionLayer layer) {
    if (!(layer.schemaConfig() instanceof GoldRecipe(List<GoldTable> tables, _))
        || tables == null) {
      return;
    }
    for (GoldTable table : tables) {
      if (table.query() != null) {
        typed(layer, table.query());
      } else {
        written(source, layer, table);
      }
    }
  }

  private void typed(MedallionLayer layer, Query query) {
    Map<String, Set<String>> imports = imports(query);
    Set<String> conditions = new LinkedHashSet<>();
    query.filters().forEach(filter -> conditions.addAll(read(query, imports, filter.column())));
    for (Query.Join join : query.joins()) {
      for (Query.Match match : join.matching()) {
        conditions.addAll(read(query, imports, match.column()));
        conditions.add(column(join.table(), match.other()));
      }
    }
    List<String> made = new ArrayList<>();
    for (Query.Dimension dimension : query.dimensions()) {
      String id =
          node(layer, Kind.DIMENSION, dimension.name(), words(dimension.grain(), dimension.part()));
      read(query, imports, dimension.column()).forEach(from -> map.edge(from, id, Use.VALUE));
      made.add(id);
    }
    for (Query.Measure measure : query.measures()) {
      String id = node(layer, Kind.MEASURE, measure.name(), words(measure));
      Set<String> decides = new LinkedHashSet<>();
      measure.filters().forEach(filter -> decides.addAll(read(query, imports, filter.column())));
      new Query.Measure(
              measure.name(), measure.aggregate(), measure.column(), measure.formula(), null)
          .columns()
          .forEach(
              name -> read(query, imports, name).forEach(from -> map.edge(from, id, Use.VALUE)));
      decides.forEach(from -> map.edge(from, id, Use.CONDITION));
      made.add(id);
    }
    made.forEach(id -> conditions.forEach(from -> map.edge(from, id, Use.CONDITION)));
    for (Calculation calculation : query.calculations()) {
      String id = node(layer, Kind.CALCULATION, calculation.name(), List.of());
      calculation
          .inputs()
          .forEach(input -> map.edge(map.id(layer.tableName(), input), id, Use.VALUE));
    }
    if (query.segment() != null) {
      String id = node(layer, Kind.CALCULATION, query.segment().name(), List.of());
      map.edge(map.id(layer.tableName(), query.segment().measure()), id, Use.VALUE);
    }
  }

  private String node(MedallionLayer layer, Kind kind, String name, List<String> words) {
    return map.add(kind, Layer.GOLD, layer.sourceId(), layer.tableName(), name, null, words);
  }

  /** What a join brings under a new name, and the nodes that it is made of. */
  private Map<String, Set<String>> imports(Query query) {
    Map<String, Set<String>> imports = new HashMap<>();
    for (Query.Join join : query.joins()) {
      for (Query.Import brought : join.columns()) {
        Set<String> nodes = new LinkedHashSet<>();
        if (brought.column() == null) {
          join.matching().forEach(match -> nodes.add(column(join.table(), match.other())));
        } else {
          nodes.add(column(join.table(), brought.column()));
        }
        imports.put(brought.name().toLowerCase(Locale.ROOT), nodes);
      }
    }
    return imports;
  }

  private Set<String> read(Query query, Map<String, Set<String>> imports, String name) {
    if (name == null) {
      return Set.of();
    }
    Set<String> imported = imports.get(name.toLowerCase(Locale.ROOT));
    return imported != null ? imported : Set.of(column(query.table(), name));
  }

  /** The node of a Silver column; one of another source's is there from its first use on. */
  private String column(String table, String name) {
    String known = map.id(table, name);
    if (known != null) {
      return known;
    }
    String owner = store.layers().find(table).map(MedallionLayer::sourceId).orElse(null);
    return map.add(Kind.COLUMN, Layer.SILVER, owner, table, name, null, null);
  }

  /** Every column may hang on each that the SQL names: which on which, only running it tells. */
  private void written(Source source, MedallionLayer layer, GoldTable table) {
    Set<String> reads = readsOfSql(source, table.sql());
    List<String> measures = table.measures() == null ? List.of() : table.measures();
    List<Rows.Column> columns = catalogue.columns(layer.tableName());
    if ((long) columns.size() * reads.size() > MOST_EDGES) {
      // All to all says nothing any more: the table as a whole hangs on the columns.
      String whole = node(layer, Kind.DIMENSION, layer.tableName(), List.of("by written SQL"));
      reads.forEach(from -> map.edge(from, whole, Use.VALUE));
      return;
    }
    columns.stream()
        .map(Rows.Column::name)
        .map(name ->
            node(
                layer,
                measures.contains(name) ? Kind.MEASURE : Kind.DIMENSION,
                name,
                List.of("by written SQL")))
        .forEach(id -> reads.forEach(from -> map.edge(from, id, Use.VALUE)));
  }

  private Set<String> readsOfSql(Source source, String sql) {
    Set<String> nodes = new LinkedHashSet<>();
    try {
      CheckedSelect checked = guard.check(sql, Tables.of(silverTables(source)));
      for (String table : silverTables(source)) {
        if (checked.tables().contains(table.toLowerCase(Locale.ROOT))) {
          catalogue.columns(table).stream()
              .map(Rows.Column::name)
              .filter(name -> !name.startsWith("_"))
              .filter(name ->
                  checked.allColumns() || checked.columns().contains(name.toLowerCase(Locale.ROOT)))
              .forEach(name -> nodes.add(column(table, name)));
        }
      }
    } catch (UserError unreadable) {
      return Set.of();
    }
    return nodes;
  }

  private List<String> silverTables(Source source) {
    return store.layers().all().stream()
        .filter(layer -> layer.layer() == Layer.SILVER && layer.publishedBuild() != null)
        .map(MedallionLayer::tableName)
        .filter(table -> table != null && !table.isBlank())
        .sorted((one, other) ->
            Boolean.compare(other.equals(source.silverTable()), one.equals(source.silverTable())))
        .toList();
  }

  private static List<String> words(Object grain, Object part) {
    return Stream.of(grain, part)
        .filter(word -> word != null)
        .map(word -> "by " + word.toString().toLowerCase(Locale.ROOT).replace('_', ' '))
        .toList();
  }

  private static List<String> words(Query.Measure measure) {
    String aggregate =
        switch (measure.aggregate()) {
          case COUNT_ROWS -> "number of rows";
          case COUNT -> "number of values";
          case COUNT_DISTINCT -> "number of different values";
          case SUM -> "sum";
          case AVG -> "average";
          case MEDIAN -> "median";
          case MIN -> "least";
          case MAX -> "greatest";
        };
    return List.of(measure.formula() == null ? aggregate : aggregate + " of " + measure.formula());
  }
}
