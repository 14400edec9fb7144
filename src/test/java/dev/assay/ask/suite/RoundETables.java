package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of a fifth round, whose questions were written by someone else before any was asked. */
final class RoundETables {
  private RoundETables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "parking_stays",
        """
        SELECT
          CAST(50000 + i AS INTEGER) AS stay_id,
          ['Central Station', 'Old Market', 'Riverside', 'Central Station', 'Airport P2', 'University', 'Old Market', 'Airport P2', 'Central Station'][1 + (i * 7 + i * i * 3 + i // 11) % 9] AS garage,
          ['North', 'South', 'East'][1 + (i * 5 + i // 4) % 3] AS entry_gate,
          TIMESTAMP '2022-01-01 06:30:00' + to_minutes(CAST(i * 1379 + (i * 83) % 240 AS BIGINT)) AS entered_at,
          CASE WHEN i % 41 = 17 THEN NULL ELSE TIMESTAMP '2022-01-01 06:30:00' + to_minutes(CAST(i * 1379 + (i * 83) % 240 + 12 + (i * 197 + i * i * 7) % 701 AS BIGINT)) END AS left_at,
          ['car', 'car', 'van', 'motorcycle', 'car', 'camper'][1 + (i * i + i // 5) % 6] AS vehicle_type,
          ['casual', 'season pass', 'hotel guest', 'casual'][1 + (i * 3 + i // 7) % 4] AS customer_type,
          CASE WHEN i % 13 = 5 THEN NULL ELSE ['card', 'app', 'cash', 'card', 'app'][1 + (i * 2 + i // 9) % 5] END AS payment_method,
          CAST(((i * 3541 + i * i * 17) % 4801) / 100.0 + 1.5 AS DECIMAL(8,2)) AS fee_eur,
          CAST(CASE WHEN i % 3 = 0 THEN ((i * 911) % 701) / 100.0 ELSE 0 END AS DECIMAL(8,2)) AS discount_eur,
          i % 17 = 4 AS lost_ticket,
          (i * 3 + i // 6) % 7 < 2 AS prebooked,
          ['Germany', 'France', 'Germany', 'Netherlands', 'Belgium', 'Germany', 'France'][1 + (i * 5 + i // 8) % 7] AS plate_country
        FROM range(900) t(i)
        """);
    tables.put(
        "outages",
        """
        SELECT
          'OUT-' || (2000 + i) AS "Outage No",
          ['Coast', 'Valley', 'Metro', 'Highlands', 'Metro', 'Valley', 'Metro'][1 + (i * 5 + i // 6) % 7] AS "Region",
          ['storm', 'equipment failure', 'tree contact', 'equipment failure', 'digging damage', 'storm', 'storm', 'animal'][1 + (i * 3 + i * i + i // 7) % 8] AS "Cause",
          ['cable', 'transformer', 'overhead line', 'overhead line', 'substation'][1 + (i * 7 + i // 5) % 5] AS "Equipment Type",
          TIMESTAMP '2022-01-02 03:10:00' + to_minutes(CAST(i * 1811 + (i * 71) % 360 AS BIGINT)) AS "Started At",
          CASE WHEN i % 47 = 20 THEN NULL ELSE TIMESTAMP '2022-01-02 03:10:00' + to_minutes(CAST(i * 1811 + (i * 71) % 360 + 9 + (i * 173 + i * i * 11 + i // 5) % 797 AS BIGINT)) END AS "Restored At",
          CAST(12 + (i * 3407 + i * i * 29) % 5309 AS INTEGER) AS "Customers Affected",
          CAST(3 + (i * 37 + i * i * 5) % 61 AS INTEGER) AS "Complaints",
          CAST(((i * 2999 + i * i * 7) % 8009) / 100.0 + 0.25 AS DECIMAL(8,2)) AS "Lost Energy MWh",
          CAST(((i * 7331 + i * i * 13) % 1200007) / 100.0 + 210 AS DECIMAL(9,2)) AS "Repair Cost",
          CASE WHEN i % 5 = 1 THEN CAST(((i * 4271 + i * i * 3) % 350003) / 100.0 + 40 AS DECIMAL(9,2)) END AS "Compensation Paid",
          CASE WHEN i % 16 = 6 THEN NULL ELSE ['Greta Olsen', 'Dylan Price', 'Noor Saleh', 'Tom Becker', 'Greta Olsen'][1 + (i * 3 + i // 8) % 5] END AS "Crew Leader",
          (i * 3 + i // 7) % 11 < 3 AS "Planned"
        FROM range(690) t(i)
        """);
    tables.put(
        "hygiene_inspections",
        """
        SELECT
          CAST(700 + i AS INTEGER) AS "InspectionId",
          'B' || lpad(CAST((i * 53 + i * i + i // 13) % 97 AS VARCHAR), 3, '0') AS "BusinessId",
          ['restaurant', 'bakery', 'butcher', 'restaurant', 'school kitchen', 'café', 'restaurant', 'café'][1 + (i * 3 + i * i + i // 9) % 8] AS "BusinessType",
          ['Harbour', 'Old Town', 'Northside', 'Hillcrest', 'Harbour'][1 + (i * 7 + i // 6) % 5] AS "District",
          CASE WHEN i % 19 = 8 THEN NULL ELSE ['Maeve Doyle', 'Piotr Nowak', 'Lena Fischer', 'Amir Haddad', 'Maeve Doyle'][1 + (i * 2 + i // 7) % 5] END AS "Inspector",
          DATE '2022-01-10' + CAST((i * 6) // 5 + i % 3 AS INTEGER) AS "InspectedOn",
          CASE WHEN i % 9 = 4 OR i > 692 THEN NULL ELSE DATE '2022-01-10' + CAST((i * 6) // 5 + i % 3 + 1 + (i * 29 + i * i) % 17 AS INTEGER) END AS "ReportSentOn",
          CAST(38 + (i * 31 + i * i * 5) % 61 AS INTEGER) AS "Score",
          CAST((i * 11 + i * i * 3 + i // 4) % 13 AS INTEGER) AS "Violations",
          CAST((i * 11 + i * i * 3 + i // 4) % 13 // 4 AS INTEGER) AS "CriticalViolations",
          CASE WHEN i % 7 = 3 THEN CAST(150 + (i * 613 + i * i) % 2357 AS DECIMAL(8,2)) END AS "FineAmount",
          (i * 5 + i // 8) % 9 < 4 AS "Announced",
          CASE WHEN (i * 31 + i * i * 5) % 61 < 14 THEN 'fail' WHEN (i * 31 + i * i * 5) % 61 < 30 THEN 'conditional pass' ELSE 'pass' END AS "Outcome"
        FROM range(710) t(i)
        """);
    tables.put(
        "exportacoes",
        """
        SELECT
          'EX-' || (3000 + i) AS numero_declaracao,
          DATE '2022-01-03' + CAST((i * 7) // 5 AS INTEGER) AS data_embarque,
          CASE WHEN i % 14 = 9 OR i > 590 THEN NULL ELSE DATE '2022-01-03' + CAST((i * 7) // 5 + 2 + (i * 13 + i * i) % 31 AS INTEGER) END AS data_chegada,
          ['Angola', 'Brasil', 'Alemanha', 'Estados Unidos', 'França', 'Brasil', 'Alemanha', 'França', 'França'][1 + (i * 5 + i * i + i // 7) % 9] AS pais_destino,
          ['vinho', 'cortiça', 'azeite', 'conservas', 'calçado', 'vinho', 'azeite'][1 + (i * 3 + i // 6) % 7] AS produto,
          ['Leixões', 'Sines', 'Lisboa', 'Leixões'][1 + (i * 7 + i // 5) % 4] AS porto_saida,
          ['marítimo', 'rodoviário', 'marítimo', 'aéreo', 'rodoviário', 'marítimo'][1 + (i * i + i // 4) % 6] AS transporte,
          CAST((i * 7433 + i * i * 19) % 24001 + 180 AS INTEGER) AS peso_kg,
          CAST(((i * 48611 + i * i * 23) % 9000001) / 100.0 + 950 AS DECIMAL(10,2)) AS valor_mercadoria,
          CAST(((i * 3079 + i * i * 11) % 320001) / 100.0 + 90 AS DECIMAL(9,2)) AS custo_frete,
          CASE WHEN i % 12 = 7 THEN NULL ELSE ['Paula Neves', 'Hugo Tavares', 'Sofia Brito', 'Paula Neves', 'Nuno Reis'][1 + (i * 2 + i // 8) % 5] END AS despachante,
          (i * 3 + i // 5) % 8 < 3 AS refrigerado,
          i % 6 <> 2 AS tem_certificado
        FROM range(610) t(i)
        """);
    tables.put(
        "devoluciones",
        """
        SELECT
          CAST(81000 + i AS INTEGER) AS id_devolucion,
          DATE '2022-01-05' + CAST((i * 11) // 10 - (3 + (i * 17 + i * i) % 28) AS INTEGER) AS fecha_compra,
          DATE '2022-01-05' + CAST((i * 11) // 10 AS INTEGER) AS fecha_devolucion,
          CASE WHEN i % 10 = 6 THEN NULL ELSE DATE '2022-01-05' + CAST((i * 11) // 10 + 1 + (i * 7 + i * i) % 13 AS INTEGER) END AS fecha_reembolso,
          ['ropa', 'calzado', 'electrónica', 'hogar', 'ropa', 'juguetes', 'ropa', 'electrónica'][1 + (i * 3 + i * i + i // 7) % 8] AS categoria,
          ['talla incorrecta', 'producto defectuoso', 'no le gusta', 'llegó tarde', 'producto defectuoso', 'talla incorrecta', 'talla incorrecta'][1 + (i * 5 + i // 6) % 7] AS motivo,
          ['Sevilla', 'Bilbao', 'Valencia', 'Zaragoza', 'Sevilla', 'Valencia', 'Sevilla'][1 + (i * 4 + i // 9) % 7] AS tienda,
          CASE WHEN i % 15 = 2 THEN NULL ELSE ['Marcos Gil', 'Elena Soto', 'Irene Vega', 'Pablo Cano', 'Elena Soto'][1 + (i * 2 + i // 8) % 5] END AS empleado,
          CAST(1 + (i * 5 + i // 3) % 4 AS INTEGER) AS unidades,
          CAST(p AS DECIMAL(9,2)) AS importe_compra,
          CASE WHEN i % 10 <> 6 THEN CAST(round(p * (60 + (i * 7) % 41) / 100, 2) AS DECIMAL(9,2)) END AS importe_reembolsado,
          (i * 3 + i // 4) % 9 < 2 AS por_correo,
          i % 8 <> 5 AS con_ticket
        FROM (SELECT i, 9 + ((i * 5233 + i * i * 13) % 38001) / 100.0 AS p FROM range(780) t(i))
        """);
    return tables;
  }
}
