package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.gold.WrittenRoutes;
import dev.assay.model.Answer;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.sql.JoinSql;
import dev.assay.sql.QuerySql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the layer that answers a question: the smallest Gold table from which it can be derived,
 * else Silver, else Bronze.
 */
public final class Routing {
  /**
   * Where a query runs.
   *
   * @param reason why there, in one sentence for people
   * @param warnings what the reader should know about that layer
   * @param read the table that answers
   * @param instead the table that would have answered without it, or null
   */
  public record Route(
      Layer layer,
      String table,
      String sql,
      String reason,
      List<String> warnings,
      Catalog.Table read,
      Catalog.Table instead) {

    Answer.Cost cost() {
      return read == null
          ? null
          : new Answer.Cost(read.rows(), instead == null ? null : Long.valueOf(instead.rows()));
    }
  }

  private static final int MOST_REASONS = 3;

  private final WrittenRoutes written;
  private final Map<String, String> failed;
  private final Language language;

  /**
   * Routes over one engine.
   *
   * @param written the way to Gold that is SQL
   * @param failed Gold tables that could not be read, each with what the engine said
   */
  Routing(WrittenRoutes written, Map<String, String> failed) {
    this(written, failed, Language.ENGLISH);
  }

  private Routing(WrittenRoutes written, Map<String, String> failed, Language language) {
    this.language = language;
    this.written = written;
    this.failed = Map.copyOf(failed);
  }

  /** The same, that says why in another language. */
  Routing in(Language other) {
    return new Routing(written, failed, other);
  }

  /** A Gold table that can answer. */
  private record Found(Catalog.GoldTable gold, String sql, String because) {}

  /**
   * Routes a query about the catalog's Silver table, or about its Bronze table while there is no
   * Silver.
   *
   * @param columns the columns of the table that the query is about, with the types that they are
   *     read as
   */
  Route of(Query question, Catalog catalog, List<Rows.Column> columns, Engine.Reader reader) {
    return of(question, catalog, columns, _ -> Optional.empty(), reader);
  }

  /**
   * As {@link #of(Query, Catalog, List, Engine.Reader)} where other tables are joined.
   *
   * @param tables the columns of another table
   */
  Route of(
      Query question,
      Catalog catalog,
      List<Rows.Column> columns,
      Function<String, Optional<List<Rows.Column>>> tables,
      Engine.Reader reader) {
    if (catalog.silver().isEmpty()) {
      return bronze(question, catalog, columns, tables);
    }
    Catalog.Table silver = catalog.silver().get();
    List<Rows.Column> rows = JoinSql.columns(question, silver.columns(), tables);
    String onSilver = QuerySql.select(question, rows);
    return gold(onSilver, true, Optional.of(question), catalog, silver, rows, reader);
  }

  /**
   * Routes a SELECT over the catalog's Silver table that the guard has checked; without Silver, or
   * where no Gold table is proven to say the same, it runs as it is.
   */
  Route ofWritten(String checked, Catalog catalog, Engine.Reader reader) {
    return gold(
        checked,
        false,
        Optional.empty(),
        catalog,
        catalog.silver().orElseThrow(),
        List.of(),
        reader);
  }

  private Route gold(
      String onSilver,
      boolean settled,
      Optional<Query> question,
      Catalog catalog,
      Catalog.Table silver,
      List<Rows.Column> rows,
      Engine.Reader reader) {
    WrittenRoutes.Asked asked =
        new WrittenRoutes.Asked(onSilver, settled, silver.name(), silver.columns());
    GoldFit fit = new GoldFit(written, failed);
    Map<String, String> refused = new HashMap<>();
    Optional<Found> best = Optional.empty();
    // What is typed is judged at once; what is SQL only where it might be smaller.
    List<Catalog.GoldTable> inTurn =
        catalog.gold().stream()
            .sorted(
                Comparator.comparing((Catalog.GoldTable gold) -> GoldFit.isWritten(gold, question))
                    .thenComparing(gold -> gold.table().rows()))
            .toList();
    for (Catalog.GoldTable gold : inTurn) {
      if (best.isPresent() && best.get().gold().table().rows() <= gold.table().rows()) {
        continue;
      }
      switch (fit.of(question, asked, gold, silver, rows, reader)) {
        case WrittenRoutes.Route.Routed(String sql, String because) ->
            best = Optional.of(new Found(gold, sql, because));
        case WrittenRoutes.Route.Refused(String reason) -> refused.put(gold.table().name(), reason);
      }
    }
    if (best.isPresent()) {
      Found found = best.get();
      return new Route(
          Layer.GOLD,
          found.gold().table().name(),
          found.sql(),
          say("route-gold", found.gold().table().name(), found.because()),
          failures(found.gold().table()),
          found.gold().table(),
          silver);
    }
    List<String> unfit =
        catalog.gold().stream()
            .map(gold -> gold.table().name())
            .filter(refused::containsKey)
            .toList();
    return new Route(
        Layer.SILVER,
        silver.name(),
        onSilver,
        because(unfit, refused),
        warnings(silver),
        silver,
        null);
  }

  private List<String> failures(Catalog.Table instead) {
    return failed.entrySet().stream()
        .map(table -> say("gold-unreadable", table.getKey(), table.getValue(), instead.name()))
        .toList();
  }

  private List<String> warnings(Catalog.Table silver) {
    List<String> warnings = new ArrayList<>(failures(silver));
    if (silver.status() != LayerStatus.READY) {
      warnings.add(say("last-published", silver.name(), say("status." + silver.status().text())));
    }
    return warnings;
  }

  /** Why each table cannot give it is told in English alone. */
  private String because(List<String> unfit, Map<String, String> refused) {
    if (unfit.isEmpty()) {
      return say("route-no-gold");
    }
    List<String> shown = unfit.subList(0, Math.min(MOST_REASONS, unfit.size()));
    int more = unfit.size() - shown.size();
    String names = String.join(", ", shown) + (more > 0 ? " …" : "");
    String reasons =
        String.join("; ", shown.stream().map(name -> name + ": " + refused.get(name)).toList());
    return say("route-silver", names, reasons + (more > 0 ? "; and " + more + " more" : ""));
  }

  private String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }

  private Route bronze(
      Query question,
      Catalog catalog,
      List<Rows.Column> columns,
      Function<String, Optional<List<Rows.Column>>> tables) {
    Set<String> read = question.columns();
    List<String> warnings = new ArrayList<>();
    warnings.add(say("bronze-unchecked"));
    for (Rows.Column column : columns) {
      if (read.contains(column.name()) && !column.type().equals("VARCHAR")) {
        warnings.add(
            say("bronze-unreadable", column.name(), column.type().toLowerCase(Locale.ROOT)));
      }
    }
    return new Route(
        Layer.BRONZE,
        question.table(),
        QuerySql.selectFromText(question, columns, tables),
        say("route-bronze"),
        warnings,
        catalog.bronze().orElse(null),
        null);
  }
}
