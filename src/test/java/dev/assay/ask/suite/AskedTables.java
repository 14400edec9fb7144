package dev.assay.ask.suite;

import dev.assay.ask.Catalog;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.gold.StoredQuery;
import dev.assay.model.Grain;
import dev.assay.model.LayerStatus;
import dev.assay.model.Origin;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.Source;
import dev.assay.sql.QuerySql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The tables that the suite asks, three generated and four of others, with Gold beside Silver. */
final class AskedTables implements AutoCloseable {
  final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);
  private final Map<String, Catalog> catalogs = new LinkedHashMap<>();

  AskedTables() {
    orders();
    readings();
    employees();
    vendas();
    csv("beers", "/beers/clean.csv", BEERS);
    csv("payments", "/jaffle-shop/raw_payments.csv", PAYMENTS);
    invoices();
    NewTables.all().forEach(this::table);
    FreshTables.all().forEach(this::table);
    UnseenTables.all().forEach(this::table);
    OthersTables.all().forEach(this::table);
    RoundATables.all().forEach(this::table);
    RoundBTables.all().forEach(this::table);
    RoundCTables.all().forEach(this::table);
    RoundDTables.all().forEach(this::table);
    RoundETables.all().forEach(this::table);
    RoundFTables.all().forEach(this::table);
  }

  /** The tables' names, in order. */
  List<String> names() {
    return List.copyOf(catalogs.keySet());
  }

  Catalog catalog(String name) {
    return catalogs.get(name);
  }

  private static final String BEERS =
      "\"index\"::INTEGER AS beer_index, id::INTEGER AS id, \"beer-name\" AS beer_name, style,"
          + " TRY_CAST(ounces AS DOUBLE) AS ounces, TRY_CAST(abv AS DOUBLE) AS abv,"
          + " TRY_CAST(ibu AS INTEGER) AS ibu, brewery_id::INTEGER AS brewery_id,"
          + " \"brewery-name\" AS brewery_name, city, state";

  private static final String PAYMENTS =
      "id::INTEGER AS id, order_id::INTEGER AS order_id, payment_method, amount::INTEGER AS amount";

  private void orders() {
    table(
        "orders",
        """
        SELECT
          CAST(5000 + i AS INTEGER) AS order_id,
          CAST(1 + (i * 7919) % 61 AS INTEGER) AS customer_id,
          DATE '2022-01-03' + CAST((i * 861 + (i * i) % 13) // 720 AS INTEGER) AS order_date,
          ['delivered', 'shipped', 'cancelled', 'returned', 'delivered'][1 + (i * 31 + i // 7) % 5] AS status,
          ['Germany', 'Spain', 'Portugal', 'France', 'Brazil', 'Germany', 'Spain', NULL][1 + (i * 17 + i // 11) % 8] AS country,
          ['web', 'store', 'phone'][1 + (i * 13 + i // 5) % 3] AS channel,
          CAST((i * 7307 % 29000) / 100.0 + 12.5 + CASE WHEN i % 97 = 0 THEN 1000 ELSE 0 END AS DECIMAL(10,2)) AS amount,
          CAST((i * 37 % 900) / 100.0 AS DECIMAL(8,2)) AS discount,
          CAST(1 + (i * 3) % 7 AS INTEGER) AS quantity
        FROM range(722) t(i)
        """);
    gold(
        "orders",
        "revenue_by_month_channel",
        List.of(
            new Dimension("month", "order_date", Grain.MONTH),
            new Dimension("channel", "channel", null)));
    gold("orders", "revenue_by_country", List.of(new Dimension("country", "country", null)));
  }

  private void readings() {
    table(
        "readings",
        """
        SELECT
          CAST(i AS INTEGER) AS reading_id,
          'S' || (1 + i % 6) AS sensor,
          ['kitchen', 'office', 'cellar'][1 + i % 3] AS room,
          TIMESTAMP '2024-01-01 00:20:00' + to_minutes(CAST(i * 97 AS BIGINT)) AS measured_at,
          18 + 6 * sin(i / 9.0) + (i % 3) AS temperature,
          CASE WHEN i % 29 = 0 THEN NULL ELSE 40 + 20 * cos(i / 15.0) END AS humidity,
          CAST(100 - (i // 20) % 60 AS INTEGER) AS battery,
          i % 41 = 0 AS alarm
        FROM range(1200) t(i)
        """);
  }

  private void employees() {
    table(
        "employees",
        """
        SELECT
          CAST(100 + i AS INTEGER) AS employee_id,
          'Person ' || i AS name,
          ['Engineering', 'Sales', 'Finance', 'Support', 'Engineering', 'Sales', 'Engineering'][1 + (i * 5 + i // 9) % 7] AS department,
          ['Brazil', 'Spain', 'Portugal', 'Mexico'][1 + (i * 11 + i // 4) % 4] AS country,
          CASE WHEN (i * 7 + i // 3) % 2 = 0 THEN 'female' ELSE 'male' END AS gender,
          DATE '2017-02-01' + CAST((i * 577) % 2600 AS INTEGER) AS hired_on,
          CAST(32000 + (i * 7919) % 61000 AS INTEGER) AS salary,
          CAST(22 + (i * 13) % 41 AS INTEGER) AS age,
          i % 5 = 0 AS is_remote
        FROM range(230) t(i)
        """);
  }

  private void vendas() {
    table(
        "vendas",
        """
        SELECT
          CAST(i AS INTEGER) AS pedido,
          'Cliente ' || (i % 23) AS cliente,
          DATE '2023-09-01' + CAST(i * 3 // 4 AS INTEGER) AS data,
          ['Centro', 'Norte', 'Praia'][1 + (i * 5 + i // 4) % 3] AS loja,
          ['Café', 'Pão', 'Bolo', 'Suco'][1 + (i * 7 + i // 6) % 4] AS produto,
          CAST((i * 911 % 5000) / 100.0 + 3 AS DECIMAL(9,2)) AS valor,
          CAST(1 + i % 4 AS INTEGER) AS quantidade
        FROM range(320) t(i)
        """);
  }

  private void invoices() {
    List<String> rows = new ArrayList<>();
    try (var connection =
            java.sql.DriverManager.getConnection(
                "jdbc:sqlite:"
                    + getClass().getResource("/chinook/Chinook_Sqlite.sqlite").getPath());
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT InvoiceId, CustomerId, substr(InvoiceDate, 1, 10), BillingCity,"
                    + " BillingCountry, Total FROM Invoice")) {
      while (found.next()) {
        rows.add(
            "(%d, %d, DATE '%s', '%s', '%s', %s)"
                .formatted(
                    found.getInt(1),
                    found.getInt(2),
                    found.getString(3),
                    found.getString(4).replace("'", "''"),
                    found.getString(5).replace("'", "''"),
                    found.getString(6)));
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    table(
        "invoices",
        "SELECT invoice_id, customer_id, invoice_date, billing_city, billing_country,"
            + " CAST(total AS DECIMAL(10,2)) AS total FROM (VALUES "
            + String.join(", ", rows)
            + ") v(invoice_id, customer_id, invoice_date, billing_city, billing_country, total)");
  }

  /** A file whose fields are quoted where they hold commas. */
  private void csv(String name, String resource, String columns) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.isBlank()).toList();
      List<String> header = fields(lines.getFirst());
      List<String> rows =
          lines.stream()
              .skip(1)
              .map(AskedTables::fields)
              .filter(fields -> fields.size() == header.size())
              .map(fields ->
                  "("
                      + String.join(
                          ", ",
                          fields.stream()
                              .map(f -> f.isEmpty() ? "NULL" : "'" + f.replace("'", "''") + "'")
                              .toList())
                      + ")")
              .toList();
      table(
          name,
          "SELECT "
              + columns
              + " FROM (VALUES "
              + String.join(", ", rows)
              + ") v("
              + String.join(", ", header.stream().map(h -> '"' + h + '"').toList())
              + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private void table(String id, String select) {
    Source source =
        new Source(
            id, id, id, new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
    engine.execute("CREATE TABLE " + source.silverTable() + " AS " + select, Work.unwatched());
    catalogs.put(
        id,
        new Catalog(
            source, Optional.empty(), Optional.of(table(source.silverTable())), List.of(), 0L));
  }

  private void gold(String id, String name, List<Dimension> dimensions) {
    Catalog catalog = catalogs.get(id);
    String silver = catalog.source().silverTable();
    Query query =
        new Query(
            silver,
            dimensions,
            List.of(
                new Measure("order_count", Aggregate.COUNT_ROWS, null),
                new Measure("total_amount", Aggregate.SUM, "amount")),
            List.of(),
            List.of(),
            null,
            null);
    String table = catalog.source().goldTable(name);
    engine.execute(
        "CREATE TABLE "
            + table
            + " AS "
            + QuerySql.select(StoredQuery.of(query), engine.columns(silver).orElseThrow()),
        Work.unwatched());
    List<Catalog.GoldTable> gold = new ArrayList<>(catalog.gold());
    gold.add(new Catalog.GoldTable(table(table), query));
    catalogs.put(id, new Catalog(catalog.source(), catalog.bronze(), catalog.silver(), gold, 0L));
  }

  private Catalog.Table table(String name) {
    long rows = (long) engine.query("SELECT COUNT(*) FROM " + name).rows().getFirst().getFirst();
    return new Catalog.Table(
        name, "build-1", engine.columns(name).orElseThrow(), rows, LayerStatus.READY);
  }

  @Override
  public void close() {
    engine.close();
  }
}
