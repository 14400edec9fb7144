package dev.assay.ask;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.gold.StoredQuery;
import dev.assay.model.LayerStatus;
import dev.assay.model.Origin;
import dev.assay.model.Query;
import dev.assay.model.Source;
import dev.assay.sql.QuerySql;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders from March 2023 to mid-May 2024, in a real engine, with Gold tables as a test adds them.
 */
final class OrdersFixture implements AutoCloseable {
  static final Source ORDERS = source("orders");
  static final Clock NOW = Clock.fixed(Instant.parse("2024-05-20T08:00:00Z"), ZoneOffset.UTC);

  final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);
  private final List<Catalog.GoldTable> gold = new ArrayList<>();

  OrdersFixture() {
    engine.execute(
        """
        CREATE TABLE silver_orders_cleaned AS
        SELECT
          1 AS _load_id,
          i + 2 AS _row_no,
          CAST(1000 + i AS INTEGER) AS order_id,
          CAST(100 + i % 37 AS INTEGER) AS customer_id,
          'customer' || (i % 37) || '@example.com' AS email,
          TIMESTAMP '2023-03-01 08:00:00' + to_hours(CAST(i * 22 AS BIGINT)) AS created_at,
          ['paid', 'shipped', 'cancelled', 'returned'][1 + i % 4] AS status,
          ['Germany', 'France', 'United States', 'Brazil', NULL][1 + i % 5] AS country,
          ['credit card', 'bank transfer', 'coupon'][1 + i % 3] AS payment_method,
          CAST((i * 37 % 500) + 0.25 AS DECIMAL(12,2)) AS revenue_usd,
          CAST(1 + i % 6 AS INTEGER) AS quantity,
          CAST(((i * 13) % 90) + 9.99 AS DECIMAL(8,2)) AS unit_price,
          i % 7 = 0 AS is_gift,
          CAST(10000 + i % 40 AS VARCHAR) AS zip_code
        FROM range(481) t(i)
        """,
        Work.unwatched());
  }

  static Source source(String id) {
    return new Source(
        id, id, id, new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
  }

  void gold(String name, Query query, LayerStatus status) {
    gold(name, query, status, null);
  }

  void gold(String name, Query query, LayerStatus status, String question) {
    String table = ORDERS.goldTable(name);
    engine.execute(
        "CREATE TABLE "
            + table
            + " AS "
            + QuerySql.select(
                StoredQuery.of(query), engine.columns(ORDERS.silverTable()).orElseThrow()),
        Work.unwatched());
    gold.add(new Catalog.GoldTable(table(table, status), query, question));
  }

  Catalog catalog() {
    return new Catalog(
        ORDERS,
        Optional.empty(),
        Optional.of(table(ORDERS.silverTable(), LayerStatus.READY)),
        gold,
        12L);
  }

  Catalog.Table table(String name, LayerStatus status) {
    long rows = (long) engine.query("SELECT COUNT(*) FROM " + name).rows().getFirst().getFirst();
    return new Catalog.Table(name, "build-1", engine.columns(name).orElseThrow(), rows, status);
  }

  @Override
  public void close() {
    engine.close();
  }
}
