package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.gold.Derivation;
import dev.assay.gold.StoredQuery;
import dev.assay.gold.WrittenRoutes;
import dev.assay.model.LayerStatus;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.sql.QuerySql;
import dev.assay.sql.Rollup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a Gold table can answer a query, and how it is then read. */
final class GoldFit {
  private final WrittenRoutes written;
  private final Map<String, String> failed;

  /**
   * @param failed Gold tables that could not be read, each with what the engine said
   */
  GoldFit(WrittenRoutes written, Map<String, String> failed) {
    this.written = written;
    this.failed = failed;
  }

  /** Whether what it was made from is judged as SQL. */
  static boolean isWritten(Catalog.GoldTable gold, Optional<Query> question) {
    return gold.query() == null || question.isEmpty();
  }

  WrittenRoutes.Route of(
      Optional<Query> question,
      WrittenRoutes.Asked asked,
      Catalog.GoldTable gold,
      Catalog.Table silver,
      List<Rows.Column> rows,
      Engine.Reader reader) {
    String said = failed.get(gold.table().name());
    if (said != null) {
      return new WrittenRoutes.Route.Refused("it could not be read: " + said);
    }
    if (gold.table().status() != LayerStatus.READY) {
      return new WrittenRoutes.Route.Refused("it is " + gold.table().status().text());
    }
    if (isBehind(gold.table(), silver)) {
      return new WrittenRoutes.Route.Refused("it was built before Silver's last build");
    }
    if (!isWritten(gold, question)) {
      return switch (derive(question.orElseThrow(), gold, rows)) {
        case Derivation.Derived(Rollup rollup, String because) ->
            new WrittenRoutes.Route.Routed(rollup.select(gold.table().columns()), because);
        case Derivation.NotDerivable(String reason) -> new WrittenRoutes.Route.Refused(reason);
      };
    }
    if (gold.query() != null && !gold.query().joins().isEmpty()) {
      return new WrittenRoutes.Route.Refused("it joins other tables");
    }
    String definition =
        gold.query() == null
            ? gold.sql()
            : QuerySql.select(StoredQuery.of(gold.query()), silver.columns());
    if (definition == null) {
      return new WrittenRoutes.Route.Refused("it is not known what it was made from");
    }
    return written.route(
        asked,
        new WrittenRoutes.Held(gold.table().name(), definition, gold.table().columns()),
        reader::columns);
  }

  /** Between the publication of Silver and that of Gold, Gold speaks of rows that are gone. */
  private static boolean isBehind(Catalog.Table gold, Catalog.Table silver) {
    return gold.builtAt() != null
        && silver.builtAt() != null
        && gold.builtAt().isBefore(silver.builtAt());
  }

  private static Derivation derive(Query question, Catalog.GoldTable gold, List<Rows.Column> rows) {
    Derivation derivation =
        Derivation.of(question, StoredQuery.of(gold.query()), gold.table().name(), rows);
    return derivation instanceof Derivation.Derived(Rollup rollup, _)
            && !held(gold).containsAll(rollup.columns())
        ? new Derivation.NotDerivable("its columns are not those of its recipe; rebuild it")
        : derivation;
  }

  private static Set<String> held(Catalog.GoldTable gold) {
    return gold.table().columns().stream().map(Rows.Column::name).collect(Collectors.toSet());
  }
}
