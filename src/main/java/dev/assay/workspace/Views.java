package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.Engine.Limits;
import dev.assay.gold.StoredQuery;
import dev.assay.model.Layer;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.sql.BrowseSql;
import dev.assay.sql.Dialect;
import dev.assay.sql.TableSql;
import dev.assay.sql.Tables;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages of what was published, each with how many rows there are in all. */
final class Views {
  private static final int SECONDS = 30;

  /** Where a table of malformed lines quotes them. */
  private static final List<String> UNREAD = List.of("_action", "_raw");

  private final Store store;
  private final Engine engine;
  private final TableSql tables;
  private final Catalogue catalogue;
  private final Features features;
  private final MaskedColumns masked;
  private final Browsing browsing;

  Views(
      Store store,
      Engine engine,
      Dialect dialect,
      Catalogue catalogue,
      Features features,
      MaskedColumns masked,
      Browsing browsing) {
    this.store = store;
    this.engine = engine;
    this.tables = new TableSql(dialect);
    this.catalogue = catalogue;
    this.features = features;
    this.masked = masked;
    this.browsing = browsing;
  }

  Rows show(Source source, Layer layer, String table, long limit, long offset) {
    String name = readable(source, layer, table);
    List<String> order = layer == Layer.GOLD ? List.of() : TableSql.identity(names(name));
    return page(
        name,
        layer == Layer.BRONZE
            ? tables.received(name, hidden(source, name), order, checked(limit), checked(offset))
            : tables.page(name, shown(layer, name), order, checked(limit), checked(offset)));
  }

  /** As {@link #show}, sorted and filtered. */
  Rows rows(Source source, Layer layer, String table, RowView view, long limit, long offset) {
    MedallionLayer found = readableLayer(source, layer, table);
    String name = found.tableName();
    List<Rows.Column> columns = catalogue.columns(name);
    if (layer == Layer.GOLD) {
      columns = columns.stream().filter(one -> !StoredQuery.isHelper(one.name())).toList();
    }
    RowViews.check(view, name, columns, engine);
    BrowseSql sql =
        new BrowseSql(
            name,
            columns,
            layer == Layer.BRONZE ? hidden(source, name) : List.of(),
            layer == Layer.GOLD ? List.of() : TableSql.identity(names(name)),
            view);
    List<String> layers = List.of(found.id());
    long most = Browsing.atMost(checked(limit), columns.size());
    return sql.inLoadOrder()
        ? browsing.inLoadOrder(layers, sql, most, checked(offset))
        : browsing.sorted(layers, sql, most, checked(offset));
  }

  private String readable(Source source, Layer layer, String table) {
    return readableLayer(source, layer, table).tableName();
  }

  private MedallionLayer readableLayer(Source source, Layer layer, String table) {
    MedallionLayer found = catalogue.readable(source, layer, table);
    if (layer == Layer.GOLD && masked.isOlder(source, found)) {
      throw older(source, found);
    }
    return found;
  }

  private static UserError older(Source source, MedallionLayer gold) {
    return UserError.conflict(Sentences.GOLD_BEFORE_MASK.with(gold.tableName(), source.id()));
  }

  /** Helper columns of Gold are there for deriving answers, not for people; none named are all. */
  private List<String> shown(Layer layer, String table) {
    List<String> all = layer == Layer.GOLD ? names(table) : List.of();
    List<String> kept = all.stream().filter(name -> !StoredQuery.isHelper(name)).toList();
    return kept.size() == all.size() ? List.of() : kept;
  }

  Rows malformed(Source source, long limit, long offset) {
    catalogue.bronze(source);
    return page(
        source.malformedTable(),
        tables.received(
            source.malformedTable(),
            unread(source),
            List.of("_load_id", "_line_no"),
            checked(limit),
            checked(offset)));
  }

  List<MedallionBuildLog> logs(Source source, Layer layer, String table) {
    // A dropped table has no layer but has a history, so its name is not looked up.
    String name = table == null || layer != Layer.GOLD ? null : source.goldTable(table);
    return store.logs().of(source.id(), layer, name);
  }

  /** Every row of a table, as a file. */
  void export(Source source, Layer layer, String table, String format, OutputStream out) {
    String name = readable(source, layer, table);
    List<String> order = layer == Layer.GOLD ? List.of() : TableSql.identity(names(name));
    String select =
        layer == Layer.BRONZE
            ? tables.received(name, hidden(source, name), order)
            : tables.all(name, shown(layer, name), order);
    Exports.export(engine, select, format, out);
  }

  /** Runs a SELECT that a person or a program wrote, behind both walls. */
  Rows written(String select) {
    List<String> readable = new ArrayList<>();
    Map<String, List<String>> hidden = new HashMap<>();
    for (Sources.Kept kept : store.sources().all()) {
      for (MedallionLayer layer : store.layers().of(kept.source().id())) {
        boolean older = layer.layer() == Layer.GOLD && masked.isOlder(kept.source(), layer);
        if (older && select.toLowerCase(Locale.ROOT).contains(layer.tableName())) {
          throw older(kept.source(), layer);
        }
        if (layer.publishedBuild() != null && !older) {
          readable.addAll(Catalogue.tables(kept.source(), layer));
          if (layer.layer() == Layer.BRONZE) {
            List<String> superseded = catalogue.historyTables(kept.source());
            readable.addAll(superseded);
            hide(kept.source(), superseded, hidden);
          }
        }
      }
    }
    return features.written(select, new Tables(readable, hidden));
  }

  /** Nobody sees a masked value, whatever SELECT reads Bronze or what was superseded in it. */
  private void hide(Source source, List<String> superseded, Map<String, List<String>> hidden) {
    List<String> tables = new ArrayList<>(superseded);
    tables.add(source.bronzeTable());
    tables.add(source.malformedTable());
    for (String table : tables) {
      boolean malformed =
          table.equals(source.malformedTable()) || malformedBefore(source).contains(table);
      List<String> columns = malformed ? unread(source) : hidden(source, table);
      if (!columns.isEmpty()) {
        hidden.put(table, columns);
      }
    }
  }

  private List<String> malformedBefore(Source source) {
    return catalogue.histories(source).stream().map(source::malformedHistoryTable).toList();
  }

  /** A line that could not be read holds the values of all columns, whichever is masked. */
  private List<String> unread(Source source) {
    return masked.of(source).isEmpty() ? List.of() : UNREAD;
  }

  private List<String> hidden(Source source, String table) {
    return engine.columns(table).isPresent() ? masked.of(source, names(table)) : List.of();
  }

  private Rows page(String table, String select) {
    return engine.reading(reader -> {
      Rows rows = reader.read(select, new Limits(Long.MAX_VALUE, SECONDS));
      Rows count = reader.read(tables.count(table), new Limits(1, SECONDS));
      long total = ((Number) count.rows().getFirst().getFirst()).longValue();
      return new Rows(rows.columns(), rows.rows(), total, false, select);
    });
  }

  private List<String> names(String table) {
    return catalogue.columns(table).stream().map(Rows.Column::name).toList();
  }

  private static long checked(long number) {
    if (number < 0) {
      throw UserError.invalid("A limit or an offset is 0 or more, not " + number + ".");
    }
    return number;
  }
}
