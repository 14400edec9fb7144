package dev.assay.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Cardinality;
import dev.assay.model.UserError;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  private static String rows(int count, String columns) {
    return "SELECT " + columns + " FROM range(1, " + (count + 1) + ") r(i)";
  }

  @Test
  void findsTheTableThatAKeyIsNamedAfterWithItsOrphans() {
    shop.table("customers", rows(100, "i AS id, 'c' || i AS name"))
        .table(
            "orders",
            rows(
                400,
                "i AS id, CASE WHEN i % 50 = 0 THEN NULL ELSE i % 110 + 1 END AS customer_id"));
    Relationship found = shop.found().getFirst();
    assertThat(found.written()).isEqualTo("orders.customer_id=customers.id");
    assertThat(found.cardinality()).isEqualTo(Cardinality.MANY_TO_ONE);
    assertThat(found.missing()).isEqualTo(8);
    assertThat(found.orphans()).isEqualTo(29);
    assertThat(found.orphanExamples()).hasSize(5).allMatch(text -> Integer.parseInt(text) > 100);
    assertThat(found.matched()).isEqualTo(0.92602);
    assertThat(found.unused()).isZero();
    assertThat(found.mostMatches()).isEqualTo(1);
    assertThat(found.because())
        .isEqualTo(
            "customer_id is named after the key of customers; 363 of 392 rows with a value find"
                + " one, 29 do not.");
    assertThat(shop.found()).hasSize(1);
  }

  @Test
  void twoCountersAndWordsThatAllTablesHaveAreNoRelationship() {
    shop.table(
            "customers", rows(100, "i AS id, ['open', 'done'][i % 2 + 1] AS status, 'x' AS type"))
        .table("products", rows(80, "i AS id, ['open', 'done'][i % 2 + 1] AS status, i AS rank"))
        .table(
            "visits",
            rows(
                90,
                "i AS id, i % 7 + 1 AS rating, DATE '2024-01-01' + CAST(i AS INTEGER) AS day, i % 3"
                    + " AS status_code"))
        .table(
            "weather",
            rows(
                300, "DATE '2024-01-01' + CAST(i AS INTEGER) AS day, i AS temperature, i AS year"));
    assertThat(shop.found()).isEmpty();
  }

  @Test
  void readsTheHabitsOfSeveralLanguages() {
    shop.table("clientes", rows(50, "i AS id, 'n' || i AS nome"))
        .table(
            "pedidos",
            rows(200, "i AS pedido_id, i % 50 + 1 AS id_cliente, i % 20 + 1 AS cod_produto"))
        .table("produtos", rows(20, "i AS codigo, 'p' || i AS descricao"))
        .table("kunden", rows(50, "5000 + i AS kundennummer, 'k' || i AS name"))
        .table("bestellungen", rows(200, "i AS bestell_nr, 5000 + i % 50 + 1 AS kunden_nr"))
        .table("paises", rows(9, "'p' || i AS codigo, 'País ' || i AS nombre"))
        .table("ciudades", rows(90, "i AS id, 'p' || (i % 9 + 1) AS pais"));
    assertThat(shop.likely())
        .containsExactlyInAnyOrder(
            "pedidos.id_cliente=clientes.id",
            "pedidos.cod_produto=produtos.codigo",
            "bestellungen.kunden_nr=kunden.kundennummer",
            "ciudades.pais=paises.codigo");
  }

  @Test
  void readsGluedNamesPrefixesRolesAndRowsOfTheSameTable() {
    shop.table("dim_customer", rows(60, "i AS c_custkey, 'c' || i AS c_name, i AS c_acctbal"))
        .table(
            "fact_orders",
            rows(200, "i AS o_orderkey, i % 60 + 1 AS o_custkey, 1.5 * i AS o_totalprice"))
        .table(
            "employees",
            rows(30, "i AS \"EmployeeID\", CASE WHEN i > 1 THEN i // 2 END AS \"ReportsTo\""))
        .table(
            "shipments",
            rows(
                90, "i AS \"ShipmentID\", i % 30 + 1 AS \"EmployeeID\", i % 3 + 5 AS sales_rep_id"))
        .table(
            "transfers",
            rows(90, "i AS id, i % 9 + 1 AS from_warehouse_id, i % 9 + 1 AS to_warehouse_id"))
        .table("warehouses", rows(9, "i AS warehouse_id, 'w' || i AS city"));
    assertThat(shop.likely())
        .containsExactlyInAnyOrder(
            "fact_orders.o_custkey=dim_customer.c_custkey",
            "employees.ReportsTo=employees.EmployeeID",
            "shipments.EmployeeID=employees.EmployeeID",
            "shipments.sales_rep_id=employees.EmployeeID",
            "transfers.from_warehouse_id=warehouses.warehouse_id",
            "transfers.to_warehouse_id=warehouses.warehouse_id");
  }

  @Test
  void aTextFindsANumberOnlyWhereItIsWrittenAsTheNumberIs() {
    shop.table("customers", rows(50, "i AS id"))
        .table("plain", rows(80, "CAST(i % 50 + 1 AS VARCHAR) AS customer_id"))
        .table("padded", rows(80, "printf('%05d', i % 50 + 1) AS customer_id"));
    assertThat(shop.likely()).containsExactly("plain.customer_id=customers.id");
  }

  @Test
  void textsThatStandElsewhereAreFoundUnderOtherNames() {
    shop.table("people", rows(500, "i AS id, 'user' || i || '@example.com' AS email"))
        .table("logins", rows(900, "'user' || (i % 500 + 1) || '@example.com' AS who, i AS n"))
        .table("others", rows(900, "'guest' || i || '@example.com' AS visitor, i AS n"));
    assertThat(shop.likely()).containsExactly("logins.who=people.email");
    assertThat(shop.found().getFirst().confidence()).isLessThan(0.6);
  }

  @Test
  void twoColumnsTogetherNameARow() {
    shop.table("order_lines", rows(300, "i // 3 AS order_id, i % 3 AS line_no, 'p' AS product"))
        .table("shipments", rows(200, "i // 3 AS order_id, i % 3 AS line_no, i AS weight"));
    Relationship found = shop.found().getFirst();
    assertThat(found.from().columns()).containsExactly("order_id", "line_no");
    assertThat(found.cardinality()).isEqualTo(Cardinality.ONE_TO_ONE);
    assertThat(found.written())
        .isEqualTo("shipments.order_id=order_lines.order_id,shipments.line_no=order_lines.line_no");
  }

  @Test
  void saysWhereRowsWouldCountSeveralTimes() {
    shop.table("customers", rows(102, "CASE WHEN i > 100 THEN i - 100 ELSE i END AS id"))
        .table("orders", rows(400, "i AS id, i % 100 + 1 AS customer_id"));
    Relationship found = shop.found().getFirst();
    assertThat(found.cardinality()).isEqualTo(Cardinality.MANY_TO_MANY);
    assertThat(found.mostMatches()).isEqualTo(2);
    assertThat(found.confidence()).isLessThan(0.5);
    assertThat(found.because()).contains("rows would count several times");
  }

  @Test
  void valuesOfMaskedColumnsAreNoExamples() {
    shop.table("customers", rows(100, "i AS id"), "id")
        .table("orders", rows(400, "i AS id, i % 110 + 1 AS customer_id"));
    assertThat(shop.found().getFirst().orphans()).isPositive();
    assertThat(shop.found().getFirst().orphanExamples()).isEmpty();
  }

  @Test
  void whatAPersonSaysIsMeasuredTurnedRoundOrRefusedWithItsFigures() {
    shop.table("a", rows(50, "i AS key, i % 5 AS shared"))
        .table("b", rows(90, "i % 50 + 1 AS k, i % 5 AS shared"));
    Relationship turned =
        shop.discovery.measure(
            shop.named("a"),
            List.of("key"),
            shop.named("b"),
            List.of("k"),
            false,
            Work.unwatched());
    assertThat(turned.written()).isEqualTo("b.k=a.key");
    assertThatThrownBy(() ->
            shop.discovery.measure(
                shop.named("a"),
                List.of("shared"),
                shop.named("b"),
                List.of("shared"),
                false,
                Work.unwatched()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("up to 18 rows of b")
        .hasMessageContaining("up to 10");
    assertThat(
            shop.discovery
                .measure(
                    shop.named("a"),
                    List.of("shared"),
                    shop.named("b"),
                    List.of("shared"),
                    true,
                    Work.unwatched())
                .mostMatches())
        .isEqualTo(18);
    assertThatThrownBy(() ->
            shop.discovery.measure(
                shop.named("a"),
                List.of("kee"),
                shop.named("b"),
                List.of("k"),
                false,
                Work.unwatched()))
        .hasMessageContaining("'a' has no column 'kee' in Silver");
  }

  @Test
  void aHundredTablesOfTwentyColumnsGiveTheirKeysAndNothingElse() {
    java.util.Set<String> truth = new java.util.TreeSet<>();
    String[] things = new String[100];
    for (int t = 0; t < things.length; t++) {
      things[t] = "" + (char) ('k' + t / 10) + "o" + (char) ('a' + t % 10) + "ax";
    }
    for (int t = 0; t < things.length; t++) {
      StringBuilder columns = new StringBuilder("i AS id");
      for (int c = 0; c < 14; c++) {
        columns
            .append(", ")
            .append(c % 2 == 0 ? "i % " + (c + 3) : "'t' || i % 40")
            .append(" AS f")
            .append(c);
      }
      columns
          .append(", 'n' || ")
          .append(t)
          .append(" || '-' || i AS name, DATE '2024-01-01' + CAST(i AS INTEGER) AS day");
      for (int c = 1; c <= 3; c++) {
        String other = things[(t * 7 + c * 13) % things.length];
        if (!other.equals(things[t])) {
          columns.append(", i % 150 + 1 AS ").append(other).append("_id");
          truth.add(things[t] + "s." + other + "_id=" + other + "s.id");
        }
      }
      shop.table(things[t] + "s", rows(200, columns.toString()));
    }
    long began = System.nanoTime();
    List<String> found = shop.likely();
    System.out.printf(
        "100 tables x 20 columns: %d relationships in %.1f s%n",
        found.size(), (System.nanoTime() - began) / 1e9);
    assertThat(found).containsExactlyInAnyOrderElementsOf(truth);
  }
}
