package dev.assay.ask;

import dev.assay.gold.Derivation;
import dev.assay.gold.StoredQuery;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.sql.QuerySql;
import dev.assay.sql.Rollup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the layer that answers a typed query: the smallest Gold table from which it can be derived,
 * else Silver, else Bronze.
 */
public final class Routing {
  /**
   * Where a query runs.
   *
   * @param reason why there, in one sentence for people
   * @param warnings what the reader should know about that layer
   */
  public record Route(
      Layer layer, String table, String sql, String reason, List<String> warnings) {}

  private static final int MOST_REASONS = 3;

  private Routing() {}

  /**
   * Routes a query about the catalog's Silver table, or about its Bronze table while there is no
   * Silver.
   *
   * @param columns the columns of the table that the query is about, with the types that they are
   *     read as
   */
  public static Route of(Query question, Catalog catalog, List<Rows.Column> columns) {
    if (catalog.silver().isEmpty()) {
      return bronze(question, columns);
    }
    Catalog.Table silver = catalog.silver().get();
    Catalog.GoldTable best = null;
    Derivation.Derived proof = null;
    List<String> reasons = new ArrayList<>();
    for (Catalog.GoldTable gold : catalog.gold()) {
      switch (derive(question, gold, silver)) {
        case Derivation.Derived derived -> {
          if (best == null || gold.table().rows() < best.table().rows()) {
            best = gold;
            proof = derived;
          }
        }
        case Derivation.NotDerivable(String reason) ->
            reasons.add(gold.table().name() + ": " + reason);
      }
    }
    if (best != null) {
      return new Route(
          Layer.GOLD,
          best.table().name(),
          proof.rollup().select(best.table().columns()),
          proof.because(),
          List.of());
    }
    List<String> warnings =
        silver.status() == LayerStatus.READY
            ? List.of()
            : List.of(
                silver.name()
                    + " is "
                    + silver.status().text()
                    + ": the answer is from its last published build.");
    return new Route(
        Layer.SILVER,
        silver.name(),
        QuerySql.select(question, silver.columns()),
        because(reasons),
        warnings);
  }

  private static Derivation derive(Query question, Catalog.GoldTable gold, Catalog.Table silver) {
    if (gold.query() == null) {
      return new Derivation.NotDerivable("it was made from written SQL, which is not routable");
    }
    if (gold.table().status() != LayerStatus.READY) {
      return new Derivation.NotDerivable("it is " + gold.table().status().text());
    }
    Derivation derivation =
        Derivation.of(
            question, StoredQuery.of(gold.query()), gold.table().name(), silver.columns());
    return derivation instanceof Derivation.Derived(Rollup rollup, _)
            && !held(gold).containsAll(rollup.columns())
        ? new Derivation.NotDerivable("its columns are not those of its recipe; rebuild it")
        : derivation;
  }

  private static Set<String> held(Catalog.GoldTable gold) {
    return gold.table().columns().stream().map(Rows.Column::name).collect(Collectors.toSet());
  }

  private static String because(List<String> reasons) {
    if (reasons.isEmpty()) {
      return "There is no Gold table yet, so Silver's rows were asked.";
    }
    List<String> shown = reasons.subList(0, Math.min(MOST_REASONS, reasons.size()));
    int more = reasons.size() - shown.size();
    return "No Gold table can give this ("
        + String.join("; ", shown)
        + (more > 0 ? "; and " + more + " more" : "")
        + "), so Silver's rows were asked.";
  }

  private static Route bronze(Query question, List<Rows.Column> columns) {
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "These are rows as received: nothing was cleaned, and duplicates count twice. Build Silver for a checked"
            + " answer.");
    for (Rows.Column column : columns) {
      boolean read =
          !column.type().equals("VARCHAR")
              && (question.measures().stream().anyMatch(m -> column.name().equals(m.column()))
                  || question.dimensions().stream().anyMatch(d -> column.name().equals(d.column()))
                  || question.filters().stream().anyMatch(f -> column.name().equals(f.column())));
      if (read) {
        warnings.add(
            "Texts of "
                + column.name()
                + " that cannot be read as "
                + column.type().toLowerCase(Locale.ROOT)
                + " count as missing.");
      }
    }
    return new Route(
        Layer.BRONZE,
        question.table(),
        QuerySql.selectFromText(question, columns),
        "Silver is not built yet, so the rows as received were asked.",
        warnings);
  }
}
