package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Json;
import dev.assay.model.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows are given the columns of other tables, and none is counted twice. */
class JoinSqlTest {
  private static final DuckDbEngine ENGINE = DuckDbEngine.open(null, "512MB", 2);

  @BeforeAll
  static void tables() {
    for (String sql :
        List.of(
            "CREATE TABLE orders(id BIGINT, customer BIGINT, amount DECIMAL(12,2))",
            "INSERT INTO orders VALUES (1, 7, 10), (2, 7, 20), (3, 8, 40), (4, NULL, 80)",
            "CREATE TABLE customers(id INTEGER, \"select\" VARCHAR)",
            "INSERT INTO customers VALUES (7, 'Ann'), (9, 'Bob')",
            "CREATE TABLE lines(order_id BIGINT, quantity INTEGER)",
            "INSERT INTO lines VALUES (1, 2), (1, 3), (2, 1), (4, 9), (NULL, 5)",
            "CREATE TABLE received AS SELECT CAST(id AS VARCHAR) AS id, COALESCE(CAST(customer AS VARCHAR), 'n/a')"
                + " AS customer, CAST(amount AS VARCHAR) AS amount FROM orders")) {
      ENGINE.execute(sql, Work.unwatched());
    }
  }

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static final Query QUERY =
      Json.readRequest(
          """
          {"table": "orders",
           "joins": [
             {"table": "customers", "matching": [{"column": "customer", "other": "id"}],
              "columns": [{"name": "customer_name", "column": "select"}]},
             {"table": "lines", "matching": [{"column": "id", "other": "order_id"}],
              "columns": [{"name": "pieces", "aggregate": "SUM", "column": "quantity"}]}],
           "dimensions": [{"name": "customer_name", "column": "customer_name"}],
           "measures": [{"name": "revenue", "aggregate": "SUM", "column": "amount"},
                        {"name": "pieces", "aggregate": "SUM", "column": "pieces"},
                        {"name": "orders", "aggregate": "COUNT_ROWS"}],
           "order_by": [{"name": "customer_name"}]}
          """,
          Query.class);

  @Test
  void makesMatchingRowsOneBeforeTheyAreJoined() {
    String sql = QuerySql.select(QUERY, JoinSql.columns(QUERY, ENGINE::columns));
    assertThat(sql)
        .isEqualTo(
            """
            SELECT
              j1."select" AS "customer_name",
              SUM(t."amount") AS "revenue",
              SUM(j2."pieces") AS "pieces",
              COUNT(*) AS "orders"
            FROM "orders" t
            LEFT JOIN "customers" j1 ON j1."id" = t."customer"
            LEFT JOIN (
              SELECT
                "order_id" AS "key_1",
                SUM("quantity") AS "pieces"
              FROM "lines"
              GROUP BY 1
            ) j2 ON j2."key_1" = t."id"
            GROUP BY 1
            ORDER BY "customer_name\"\
            """);
    assertThat(ENGINE.query(sql).rows())
        .containsExactly(
            Arrays.<Object>asList("Ann", "30.00", 6L, 2L),
            Arrays.<Object>asList(null, "120.00", 9L, 2L));
  }

  @Test
  void readsTheSameFromRowsAsReceived() {
    Query received = QUERY.withTable("received");
    String sql =
        QuerySql.selectFromText(
            received,
            ENGINE.columns("orders").orElseThrow(),
            table -> table.equals("received") ? ENGINE.columns("orders") : ENGINE.columns(table));
    assertThat(ENGINE.query(sql).rows())
        .isEqualTo(
            ENGINE
                .query(QuerySql.select(QUERY, JoinSql.columns(QUERY, ENGINE::columns)))
                .rows());
  }

  @Test
  void findsKeysThatSeveralRowsHave() {
    Query.Join unique = QUERY.joins().getFirst();
    assertThat(ENGINE.query(JoinSql.duplicates(unique).orElseThrow()).rows())
        .containsExactly(Arrays.asList(0L, null));
    assertThat(JoinSql.duplicates(QUERY.joins().get(1))).isEqualTo(Optional.empty());
    Query.Join repeated =
        new Query.Join(
            "lines",
            List.of(new Query.Match("id", "order_id")),
            List.of(new Query.Import("pieces", null, "quantity")));
    assertThat(ENGINE.query(JoinSql.duplicates(repeated).orElseThrow()).rows())
        .containsExactly(List.<Object>of(1L, "1"));
  }

  @Test
  void anUnmatchedRowStays() {
    Query all =
        Json.readRequest(
            """
            {"table": "orders", "shape": "ROWS",
             "joins": [{"table": "lines", "matching": [{"column": "id", "other": "order_id"}],
               "columns": [{"name": "lines", "aggregate": "COUNT_ROWS"}]}],
             "dimensions": [{"name": "id", "column": "id"}, {"name": "lines", "column": "lines"}],
             "order_by": [{"name": "amount", "descending": true}]}
            """,
            Query.class);
    assertThat(ENGINE.query(QuerySql.select(all, JoinSql.columns(all, ENGINE::columns))).rows())
        .containsExactly(
            Arrays.<Object>asList(4L, 1L),
            Arrays.<Object>asList(3L, 0L),
            Arrays.<Object>asList(2L, 1L),
            Arrays.<Object>asList(1L, 2L));
  }
}
