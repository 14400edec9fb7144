package dev.assay.silver;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.Json;
import dev.assay.model.Ledger;
import dev.assay.model.Origin;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs silver plans over small Bronze tables in a real engine, without the rest of the product. */
final class SilverHarness implements AutoCloseable {
  static final Source ORDERS =
      new Source(
          "orders",
          "orders",
          "orders",
          new Origin.File("orders.csv", "orders.csv", false, 0, Instant.EPOCH),
          Instant.EPOCH);

  final Engine engine = DuckDbEngine.open(null, "512MB", 2);
  final Dialect dialect = new DuckDbDialect();
  final Accountant accountant = new Accountant(engine, dialect);
  private final SilverPlanner planner =
      new SilverPlanner(
          new RecipeCheck(
              dialect,
              (expression, columns) -> new SilverSpec.Expression(expression, "false", columns),
              (_, _) -> Optional.empty(),
              _ -> Optional.empty()));

  /** Lands rows as Bronze would; the n-th row begins at line n + 1. */
  void bronze(List<String> columns, List<List<String>> rows) {
    dropStaged();
    StringBuilder create =
        new StringBuilder(
            "CREATE OR REPLACE TABLE bronze_orders_raw (_load_id BIGINT, _row_no BIGINT,"
                + " _loaded_at TIMESTAMP, _source_file VARCHAR, _row_hash VARCHAR");
    columns.forEach(
        column -> create.append(", ").append(dialect.identifier(column)).append(" VARCHAR"));
    engine.execute(create.append(")").toString(), Work.unwatched());
    List<String> values = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      StringBuilder row =
          new StringBuilder(
              "(1, "
                  + (i + 2)
                  + ", now()::TIMESTAMP, 'orders.csv', md5("
                  + dialect.literal(String.valueOf(rows.get(i)))
                  + ")");
      rows.get(i)
          .forEach(cell -> row.append(", ").append(cell == null ? "NULL" : dialect.literal(cell)));
      values.add(row.append(")").toString());
    }
    if (!values.isEmpty()) {
      engine.execute(
          "INSERT INTO bronze_orders_raw VALUES " + String.join(", ", values), Work.unwatched());
    }
  }

  BuildPlan plan(SilverRecipe recipe) {
    return planner.plan(ORDERS, recipe, engine.columns("bronze_orders_raw").orElseThrow());
  }

  /** Builds and publishes. */
  Ledger build(String recipe) {
    return build(Json.readRequest(recipe, SilverRecipe.class));
  }

  Ledger build(SilverRecipe recipe) {
    return carryOut(plan(recipe));
  }

  private Ledger latest;

  /** Builds and publishes; the account is that of the last plan that made one. */
  Ledger carryOut(BuildPlan plan) {
    for (Step step : plan.steps()) {
      dialect.statements(step).forEach(sql -> engine.execute(sql, Work.unwatched()));
      if (step instanceof Step.Account account) {
        latest = accountant.account(account, Work.unwatched());
      } else if (step instanceof Step.Prove prove) {
        accountant.prove(prove, latest, Work.unwatched());
      } else if (step instanceof Step.Carry carry) {
        latest = accountant.carry(carry, latest).ledger();
      }
    }
    if (plan.steps().getLast() instanceof Step.Publish) {
      dropStaged();
    }
    return latest;
  }

  private void dropStaged() {
    engine
        .query(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE starts_with(table_name, 'assay_staging')")
        .rows()
        .forEach(row ->
            engine.execute(
                "DROP TABLE " + dialect.identifier((String) row.getFirst()), Work.unwatched()));
  }

  BuildPlan plan(SilverRecipe recipe, List<CellOverride> overrides) {
    return planner.plan(ORDERS, recipe, bronzeColumns(), overrides);
  }

  private List<Rows.Column> bronzeColumns() {
    return engine.columns("bronze_orders_raw").orElseThrow();
  }

  Replay decide(
      SilverRecipe before,
      List<CellOverride> overridesBefore,
      SilverRecipe after,
      List<CellOverride> overrides) {
    return planner.decide(ORDERS, bronzeColumns(), before, overridesBefore, after, overrides);
  }

  BuildPlan replay(
      Replay.Allowed allowed, Ledger before, List<CellOverride> overrides, BuildPlan otherwise) {
    return planner.replay(ORDERS, bronzeColumns(), overrides, before, allowed, otherwise);
  }

  long exceptions(Step.Presumption presumption) {
    return ((Number) engine.query(dialect.exceptions(presumption)).rows().getFirst().getFirst())
        .longValue();
  }

  List<List<Object>> silver(String columns) {
    return engine
        .query("SELECT " + columns + " FROM silver_orders_cleaned ORDER BY _row_no")
        .rows();
  }

  List<List<Object>> rows(String select) {
    return engine.query(select).rows();
  }

  void execute(String sql) {
    engine.execute(sql, Work.unwatched());
  }

  List<List<Object>> rejected() {
    return engine
        .query("SELECT _row_no, reasons FROM silver_orders_rejected ORDER BY _row_no")
        .rows();
  }

  List<List<Object>> duplicates() {
    return engine
        .query("SELECT _row_no, _kept_row_no FROM silver_orders_duplicates ORDER BY _row_no")
        .rows();
  }

  @Override
  public void close() {
    engine.close();
  }
}
