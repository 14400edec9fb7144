package dev.assay.bench;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.Origin;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.Replay;
import dev.assay.silver.SilverPlanner;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A replay of 1 % rejected rows beside the full build that it stands in for: 12 columns. */
final class ReplayBench {
  private static final Source ORDERS =
      new Source(
          "orders",
          "orders",
          "orders",
          new Origin.File("orders.csv", "orders.csv", false, 0, Instant.EPOCH),
          Instant.EPOCH);

  private ReplayBench() {}

  /** Medians of several rounds after a warm-up, for recipes without and with duplicates by key. */
  static void run(Path folder, long rows, int rounds) {
    try (DuckDbEngine engine = DuckDbEngine.open(folder.resolve("replay.duckdb"), "1GB", 2)) {
      engine.execute(bronze(rows), Work.unwatched());
      engine.checkpoint();
      for (String strategy : List.of("NONE", "KEEP_LATEST")) {
        double[] shares = new double[rounds];
        for (int i = -1; i < rounds; i++) {
          double share = share(engine, strategy);
          if (i >= 0) {
            shares[i] = share;
          }
        }
        Bench.figure("Replay of 1 % of full, " + strategy, Contest.median(shares), "%", 5);
      }
    }
  }

  /** What the replay costs of the full build that it stands in for, in percent. */
  private static double share(DuckDbEngine engine, String strategy) {
    Dialect dialect = new DuckDbDialect();
    SilverPlanner planner =
        new SilverPlanner(
            new RecipeCheck(
                dialect, (_, _) -> null, (_, _) -> Optional.empty(), _ -> Optional.empty()));
    var columns = engine.columns(ORDERS.bronzeTable()).orElseThrow();
    SilverRecipe before = recipe("\"%Y-%m-%d\"", strategy);
    SilverRecipe after = recipe("\"%Y-%m-%d\", \"%d.%m.%Y\"", strategy);
    long start = System.nanoTime();
    Ledger ledger = run(engine, dialect, planner.plan(ORDERS, before, columns), null);
    final long full = System.nanoTime() - start;
    var replay = planner.decide(ORDERS, columns, before, List.of(), after, List.of());
    BuildPlan plan =
        planner.replay(
            ORDERS,
            columns,
            List.of(),
            ledger,
            (Replay.Allowed) replay,
            planner.plan(ORDERS, after, columns));
    start = System.nanoTime();
    Ledger replayed = run(engine, dialect, plan, ledger);
    final long again = System.nanoTime() - start;
    if (replayed.rejected() != 0 || ledger.rejected() == 0) {
      throw new IllegalStateException("The replay did not rescue what it should");
    }
    return 100.0 * again / full;
  }

  private static Ledger run(DuckDbEngine engine, Dialect dialect, BuildPlan plan, Ledger before) {
    Accountant accountant = new Accountant(engine, dialect);
    Ledger ledger = before;
    for (Step step : plan.steps()) {
      dialect.statements(step).forEach(sql -> engine.execute(sql, Work.unwatched()));
      switch (step) {
        case Step.Account account -> ledger = accountant.account(account, Work.unwatched());
        case Step.Prove prove -> accountant.prove(prove, ledger, Work.unwatched());
        case Step.Carry carry -> ledger = accountant.carry(carry, ledger).ledger();
        case Step.Presume(var presumption) -> engine.query(dialect.exceptions(presumption));
        default -> {
          // All of it is in its statements.
        }
      }
    }
    engine
        .query(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE starts_with(table_name, 'assay_staging')")
        .rows()
        .forEach(row ->
            engine.execute(
                "DROP TABLE " + dialect.identifier((String) row.getFirst()), Work.unwatched()));
    engine.checkpoint();
    return ledger;
  }

  private static SilverRecipe recipe(String formats, String strategy) {
    return Json.readRequest(
        """
        {"columns": [
          {"source_column": "order_id", "target_type": "BIGINT"},
          {"source_column": "customer_id", "target_type": "INTEGER"},
          {"source_column": "name", "cleaning": [{"step": "trim"}]},
          {"source_column": "email", "cleaning": [{"step": "trim"}, {"step": "lower"}]},
          {"source_column": "order_date", "target_type": "DATE",
           "cleaning": [{"step": "trim"}, {"step": "parse_date", "formats": [%s]}]},
          {"source_column": "status", "cleaning": [{"step": "trim"}]},
          {"source_column": "product"},
          {"source_column": "quantity", "target_type": "INTEGER", "validation": ">= 0"},
          {"source_column": "price", "target_type": "DECIMAL(10,2)",
           "cleaning": [{"step": "trim"}, {"step": "parse_number", "strip": ["$"]}]},
          {"source_column": "amount", "target_type": "DECIMAL(12,2)"},
          {"source_column": "city"},
          {"source_column": "country"}],
         "deduplication": {"strategy": "%s", "key_columns": [%s], "order_by": %s}}\
        """
            .formatted(
                formats,
                strategy,
                strategy.equals("NONE") ? "" : "\"order_id\"",
                strategy.equals("NONE") ? "null" : "\"order_date\""),
        SilverRecipe.class);
  }

  private static String bronze(long rows) {
    return """
    CREATE TABLE bronze_orders_raw AS SELECT 1::BIGINT AS _load_id, i + 2 AS _row_no,
      TIMESTAMP '2026-01-01' AS _loaded_at, 'x.csv' AS _source_file, md5(i::VARCHAR) AS _row_hash,
      i::VARCHAR AS order_id, (hash(i) %% 100000)::VARCHAR AS customer_id,
      'Customer ' || (hash(i) %% 100000) AS name, 'c' || (hash(i) %% 100000) || '@Example.com' AS email,
      CASE WHEN hash(i + 7) %% 100 = 0
        THEN strftime(DATE '2024-01-01' + (hash(i) %% 700)::INTEGER, '%%d.%%m.%%Y')
        ELSE strftime(DATE '2024-01-01' + (hash(i) %% 700)::INTEGER, '%%Y-%%m-%%d') END AS order_date,
      ['open', 'paid ', 'sent'][1 + (i %% 3)::BIGINT] AS status, 'Product ' || (hash(i) %% 500) AS product,
      (hash(i) %% 9)::VARCHAR AS quantity, '$' || (hash(i) %% 9000) / 100.0::DECIMAL(10,2) AS price,
      ((hash(i) %% 90000) / 100)::DECIMAL(12,2)::VARCHAR AS amount,
      'City ' || (hash(i) %% 300) AS city, ['DE', 'FR', 'US'][1 + (i %% 3)::BIGINT] AS country
    FROM range(%d) AS t(i)
    """
        .formatted(rows);
  }
}
