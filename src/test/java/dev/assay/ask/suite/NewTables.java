package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables that only held-out questions ask. */
final class NewTables {
  private NewTables() {}

  /** SELECTs by the name of their source. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "tickets",
        """
        SELECT
          CAST(70000 + i AS INTEGER) AS ticket_id,
          DATE '2023-02-01' + CAST(i * 2 // 3 AS INTEGER) AS opened_on,
          ['low', 'medium', 'high', 'urgent'][1 + (i * 11 + i // 6) % 4] AS priority,
          ['Anna Berg', 'Tom Lee', 'Rita Paz', 'Joe Fox', 'Mia Roy'][1 + (i * 7 + i // 9) % 5] AS agent,
          ['Router', 'Phone', 'TV box'][1 + (i * 5 + i // 4) % 3] AS product,
          CASE WHEN i % 6 = 0 THEN NULL ELSE CAST(1 + (i * 17) % 5 AS INTEGER) END AS satisfaction,
          CAST(5 + (i * 131) % 240 AS INTEGER) AS minutes_spent,
          ['open', 'closed', 'closed', 'waiting'][1 + (i * 3 + i // 5) % 4] AS state
        FROM range(700) t(i)
        """);
    tables.put(
        "visits",
        """
        SELECT
          CAST(i AS INTEGER) AS visit_id,
          CAST(1 + (i * 53) % 140 AS INTEGER) AS patient_id,
          TIMESTAMP '2023-11-01 06:00:00' + to_minutes(CAST(i * 431 AS BIGINT)) AS admitted_at,
          ['Cardiology', 'Surgery', 'Pediatrics', 'Emergency'][1 + (i * 7 + i // 5) % 4] AS ward,
          CAST((i * 9173 % 400000) / 100.0 + 80 AS DECIMAL(10,2)) AS cost_eur,
          CAST(i * 5 % 9 AS INTEGER) AS nights,
          i % 4 = 0 AS is_insured,
          CASE WHEN i % 13 = 0 THEN NULL ELSE 'D' || (i % 30) END AS diagnosis
        FROM range(640) t(i)
        """);
    tables.put(
        "sessions",
        """
        SELECT
          'x' || (100000 + i) AS session_id,
          CAST(1 + (i * 389) % 420 AS INTEGER) AS user_id,
          TIMESTAMP '2024-03-01 00:00:00' + to_minutes(CAST(i * 73 AS BIGINT)) AS started_at,
          ['mobile', 'desktop', 'tablet'][1 + (i * 13 + i // 7) % 3] AS device,
          ['US', 'GB', 'DE', 'MX', 'BR'][1 + (i * 11 + i // 3) % 5] AS country_code,
          ['/home', '/pricing', '/blog', '/docs'][1 + (i * 5 + i // 8) % 4] AS landing_page,
          CAST((i * 71) % 900 AS INTEGER) AS duration_seconds,
          CAST(1 + (i * 3) % 12 AS INTEGER) AS page_views,
          i % 17 = 0 AS converted
        FROM range(1500) t(i)
        """);
    tables.put(
        "inventario",
        """
        SELECT
          'SKU-' || (1000 + i) AS sku,
          ['Silla', 'Mesa', 'Lámpara', 'Estante'][1 + (i * 3 + i // 10) % 4] AS producto,
          ['Hogar', 'Oficina'][1 + (i + i // 7) % 2] AS categoria,
          ['Madrid', 'Sevilla', 'Bilbao'][1 + (i * 7 + i // 4) % 3] AS almacen,
          CAST((i * 37) % 120 AS INTEGER) AS unidades,
          CAST((i * 917 % 20000) / 100.0 + 9 AS DECIMAL(9,2)) AS precio,
          DATE '2023-05-01' + CAST(i AS INTEGER) AS fecha_entrada
        FROM range(260) t(i)
        """);
    tables.put(
        "expenses",
        """
        SELECT
          CAST(i AS INTEGER) AS expense_id,
          DATE '2022-07-01' + CAST(i * 3 // 2 AS INTEGER) AS expense_date,
          ['Travel', 'Meals', 'Software', 'Office supplies', 'Training'][1 + (i * 3 + i // 6) % 5] AS category,
          ['Ana Silva', 'Ben Ortiz', 'Carla Nunes', 'Dan Wu'][1 + (i * 7 + i // 5) % 4] AS employee,
          CAST((i * 6151 % 90000) / 100.0 + 4 AS DECIMAL(9,2)) AS amount_usd,
          i % 3 <> 0 AS approved,
          CASE WHEN i % 9 = 0 THEN NULL ELSE 'R' || i END AS receipt
        FROM range(430) t(i)
        """);
    tables.putAll(LateTables.all());
    return tables;
  }
}
