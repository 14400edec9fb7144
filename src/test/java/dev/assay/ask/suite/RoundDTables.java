package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of a fourth round whose questions were written by someone else than the menders. */
final class RoundDTables {
  private RoundDTables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "timesheets",
        """
        SELECT
          CAST(70001 + i AS INTEGER) AS "EntryId",
          DATE '2022-06-01' + CAST(i * 716 // 900 AS INTEGER) AS "WorkDate",
          CASE WHEN a < 230 THEN 'Priya Nair' WHEN a < 420 THEN 'Tom Becker' WHEN a < 590 THEN 'Lucia Ferri' WHEN a < 740 THEN 'Omar Haddad' WHEN a < 890 THEN 'Grace Kim' ELSE 'Jonas Lind' END AS "Consultant",
          CASE WHEN b < 290 THEN 'Northwind Bank' WHEN b < 520 THEN 'Alpine Foods' WHEN b < 720 THEN 'Metro Transit' WHEN b < 880 THEN 'Solara Energy' ELSE 'Harbor Clinic' END AS "Client",
          CASE WHEN c < 340 THEN 'analysis' WHEN c < 600 THEN 'development' WHEN c < 770 THEN 'meeting' WHEN c < 900 THEN 'workshop' ELSE 'travel' END AS "Activity",
          CASE WHEN a < 420 THEN 'London' WHEN a < 740 THEN 'Berlin' ELSE 'Madrid' END AS "Office",
          CAST((2 + d % 37) * 0.25 AS DECIMAL(4,2)) AS "HoursWorked",
          CAST(CASE WHEN c >= 900 OR b % 6 = 2 THEN 0 ELSE (2 + d % 37) * 0.25 - (a % 5) % 3 * 0.25 END AS DECIMAL(4,2)) AS "HoursBilled",
          CAST(CASE WHEN a < 420 THEN 110 WHEN a < 740 THEN 95 ELSE 85 END + b % 9 * 2.5 AS DECIMAL(6,2)) AS "HourlyRateEur",
          NOT (c >= 900 OR b % 6 = 2) AS "IsBillable",
          d % 10 < 3 AS "Remote",
          DATE '2022-06-01' + CAST(i * 716 // 900 + CASE WHEN i > 860 THEN 1 ELSE c % 9 END AS INTEGER) AS "SubmittedOn",
          CASE WHEN i > 870 OR d % 23 = 4 THEN NULL ELSE DATE '2022-06-01' + CAST(i * 716 // 900 + CASE WHEN i > 860 THEN 2 ELSE c % 9 + 1 + d % 12 END AS INTEGER) END AS "ApprovedOn"
        FROM (
          SELECT i, (i * i * 7 + i * 331 + 17) % 1009 AS a, (i * i * 13 + i * 577 + 5) % 1009 AS b,
            (i * i * 29 + i * 811 + 101) % 1013 AS c, (i * i * 3 + i * 457 + 59) % 1019 AS d
          FROM range(900) r(i)) s
        """);
    tables.put(
        "deals",
        """
        SELECT
          'D-' || (1001 + i) AS deal_id,
          ['Brightline', 'Cobalt Labs', 'Delmar Group', 'Everest Retail', 'Fairway Logistics', 'Gale & Sons', 'Hexa Software', 'Ironwood', 'Juniper Health', 'Kite Media'][1 + (a * a // 1009) * 10 // 1009] AS account_name,
          CASE WHEN d % 17 = 5 THEN NULL WHEN b < 260 THEN 'Maya Torres' WHEN b < 480 THEN 'Ben Wallace' WHEN b < 660 THEN 'Ingrid Holm' WHEN b < 850 THEN 'Kofi Mensah' ELSE 'Wei Chen' END AS owner,
          CASE WHEN a < 400 THEN 'EMEA' WHEN a < 690 THEN 'North America' WHEN a < 870 THEN 'APAC' ELSE 'Latin America' END AS region,
          CASE WHEN c < 280 THEN 'website' WHEN c < 520 THEN 'referral' WHEN c < 700 THEN 'webinar' WHEN c < 860 THEN 'cold call' ELSE 'trade fair' END AS lead_source,
          CASE WHEN closing IS NULL THEN ['prospecting', 'proposal', 'negotiation'][1 + (b + c) % 3] WHEN (b + d) % 10 < 4 THEN 'closed won' ELSE 'closed lost' END AS stage,
          created AS created_on,
          closing AS closed_on,
          CAST(1800 + a * 61 + c * 37 % 4000 + d * 0.75 AS DECIMAL(10,2)) AS expected_value_usd,
          CASE WHEN closing IS NULL OR (b + d) % 10 >= 4 THEN NULL ELSE CAST((1800 + a * 61 + c * 37 % 4000) * (100 - d % 45 * 0.5) / 100 AS DECIMAL(10,2)) END AS contract_value_usd,
          CAST(5 + (a * 7 + c) % 240 AS INTEGER) AS seats,
          CAST(d % 45 * 0.5 AS DECIMAL(4,1)) AS discount_pct,
          c % 4 = 1 AS is_renewal
        FROM (
          SELECT *, CASE WHEN d >= 90 AND created + CAST(9 + (b * 3 + c) % 96 AS INTEGER) < DATE '2024-05-18' THEN created + CAST(9 + (b * 3 + c) % 96 AS INTEGER) END AS closing
          FROM (
            SELECT i, DATE '2021-11-03' + CAST(i * (2100 - i) * 925 // (700 * 1400) AS INTEGER) AS created,
              (i * i * 11 + i * 263 + 77) % 1009 AS a, (i * i * 5 + i * 619 + 31) % 1013 AS b,
              (i * i * 17 + i * 97 + 211) % 1019 AS c, (i * i * 23 + i * 709 + 8) % 1021 AS d
            FROM range(700) r(i)) q) s
        """);
    tables.put(
        "water_samples",
        """
        SELECT
          CAST(30500 + i AS INTEGER) AS "Sample No",
          taken + to_minutes(CAST(420 + b * 7 % 600 AS BIGINT)) AS "Taken At",
          CAST(taken AS DATE) + CAST(a % 3 AS INTEGER) AS "Received On",
          CASE WHEN i > 780 OR c % 31 = 7 THEN NULL ELSE CAST(taken AS DATE) + CAST(a % 3 + 1 + d % 8 AS INTEGER) END AS "Analysed On",
          CASE WHEN a < 330 THEN 'Avon' WHEN a < 600 THEN 'Wye' WHEN a < 830 THEN 'Tamar' ELSE 'Derwent' END AS "River",
          CASE WHEN b < 220 THEN 'Old Mill' WHEN b < 420 THEN 'Bridge Street' WHEN b < 590 THEN 'Marina' WHEN b < 740 THEN 'Weir' WHEN b < 880 THEN 'Sewage Outfall' ELSE 'Reservoir Inlet' END AS "Site",
          CASE WHEN d % 19 = 3 THEN NULL WHEN d < 360 THEN 'Hannah Price' WHEN d < 660 THEN 'Leo Grant' WHEN d < 860 THEN 'Amira Said' ELSE 'Colin Webb' END AS "Sampler",
          CAST(11 - 6 * cos(2 * pi() * dayofyear(taken) / 365) + (c % 40) / 20.0 AS DECIMAL(4,1)) AS "Water Temp C",
          CAST(12 - 9 * cos(2 * pi() * dayofyear(taken) / 365) + (d % 90) / 15.0 AS DECIMAL(4,1)) AS "Air Temp C",
          CAST(6.1 + (a * 3 + c) % 230 / 100.0 AS DECIMAL(4,2)) AS "pH",
          CAST(1.2 + b / 90.0 + c % 97 / 12.0 AS DECIMAL(6,2)) AS "Nitrate Mg L",
          CAST(12 + d * 11 % 900 + CASE WHEN b BETWEEN 740 AND 879 THEN 640 ELSE 0 END AS INTEGER) AS "E Coli Count",
          (12 + d * 11 % 900 + CASE WHEN b BETWEEN 740 AND 879 THEN 640 ELSE 0 END) < 780 AS "Within Limits"
        FROM (
          SELECT i, TIMESTAMP '2022-01-10 00:00:00' + to_days(CAST(i * 852 // 800 AS INTEGER)) AS taken,
            (i * i * 19 + i * 401 + 7) % 1009 AS a, (i * i * 31 + i * 149 + 61) % 1013 AS b,
            (i * i * 9 + i * 673 + 15) % 1019 AS c, (i * i * 37 + i * 887 + 3) % 1021 AS d
          FROM range(800) r(i)) s
        """);
    tables.put(
        "purchase_orders",
        """
        SELECT
          CAST(450100 + i AS INTEGER) AS po_number,
          ordered AS order_date,
          ordered + CAST(10 + b % 4 * 5 AS INTEGER) AS promised_date,
          delivered AS delivery_date,
          CASE WHEN a < 240 THEN 'Kessler Metals' WHEN a < 430 THEN 'Bolton Fasteners' WHEN a < 600 THEN 'Nordpak' WHEN a < 740 THEN 'Ruiz Hermanos' WHEN a < 860 THEN 'Tanaka Tools' WHEN a < 950 THEN 'Oakley Chemicals' ELSE 'Vetro Glass' END AS supplier,
          CASE WHEN c < 310 THEN 'raw materials' WHEN c < 560 THEN 'packaging' WHEN c < 750 THEN 'spare parts' WHEN c < 900 THEN 'tools' ELSE 'office supplies' END AS item_group,
          CASE WHEN c % 21 = 9 THEN NULL WHEN d < 330 THEN 'Anita Rao' WHEN d < 590 THEN 'Derek Shaw' WHEN d < 820 THEN 'Paula Novak' ELSE 'Simon Ellis' END AS buyer,
          CASE WHEN b < 400 THEN 'Leeds' WHEN b < 730 THEN 'Gdansk' ELSE 'Porto' END AS plant,
          CAST(10 + (a * 5 + d) % 490 AS INTEGER) AS quantity,
          CAST((10 + (a * 5 + d) % 490) * (4 + c % 83 * 1.1) AS DECIMAL(10,2)) AS order_value_eur,
          CAST(18 + (b * 3 + d * 7) % 410 + a % 20 * 0.05 AS DECIMAL(8,2)) AS freight_eur,
          d % 9 < 2 AS rush,
          delivered IS NOT NULL AND (a + c) % 5 <> 1 AS inspected
        FROM (
          SELECT *, CASE WHEN d % 29 <> 11 AND ordered + CAST(6 + (b + c) % 21 AS INTEGER) < DATE '2024-05-18' THEN ordered + CAST(6 + (b + c) % 21 AS INTEGER) END AS delivered
          FROM (
            SELECT i, DATE '2022-01-03' + CAST(i * (2550 - i) * 866 // (850 * 1700) AS INTEGER) AS ordered,
              (i * i * 15 + i * 521 + 44) % 1009 AS a, (i * i * 41 + i * 233 + 9) % 1013 AS b,
              (i * i * 7 + i * 769 + 120) % 1019 AS c, (i * i * 27 + i * 359 + 66) % 1021 AS d
            FROM range(850) r(i)) q) s
        """);
    tables.put(
        "alugueres",
        """
        SELECT
          'CT' || (20300 + i) AS n_contrato,
          CASE WHEN a < 420 THEN 'turista' WHEN a < 760 THEN 'particular' ELSE 'empresa' END AS tipo_cliente,
          CASE WHEN d % 23 = 6 THEN NULL WHEN d < 290 THEN 'Joana Reis' WHEN d < 560 THEN 'Pedro Lopes' WHEN d < 800 THEN 'Carla Matos' ELSE 'Nuno Vaz' END AS funcionario,
          CASE WHEN b < 340 THEN 'Lisboa' WHEN b < 580 THEN 'Faro' WHEN b < 800 THEN 'Porto' WHEN b < 920 THEN 'Funchal' ELSE 'Braga' END AS estacao_levantamento,
          CASE WHEN inicio + CAST(1 + dias AS INTEGER) > DATE '2024-05-19' THEN NULL WHEN c % 6 = 1 THEN ['Porto', 'Lisboa', 'Faro'][1 + a % 3] WHEN b < 340 THEN 'Lisboa' WHEN b < 580 THEN 'Faro' WHEN b < 800 THEN 'Porto' WHEN b < 920 THEN 'Funchal' ELSE 'Braga' END AS estacao_devolucao,
          CASE WHEN c < 350 THEN 'económico' WHEN c < 620 THEN 'compacto' WHEN c < 800 THEN 'SUV' WHEN c < 930 THEN 'carrinha' ELSE 'luxo' END AS categoria,
          CASE WHEN c >= 930 THEN 'BMW' WHEN (a + d) % 100 < 34 THEN 'Renault' WHEN (a + d) % 100 < 61 THEN 'Peugeot' WHEN (a + d) % 100 < 83 THEN 'Toyota' ELSE 'Fiat' END AS marca,
          inicio AS data_levantamento,
          CASE WHEN inicio + CAST(1 + dias AS INTEGER) > DATE '2024-05-19' THEN NULL ELSE inicio + CAST(1 + dias AS INTEGER) END AS data_devolucao,
          CASE WHEN inicio + CAST(1 + dias AS INTEGER) > DATE '2024-05-19' THEN NULL ELSE CAST(40 + dias * 70 + b % 180 AS INTEGER) END AS km_percorridos,
          CAST((1 + dias) * (26 + c // 16) + d % 50 * 0.5 AS DECIMAL(9,2)) AS valor_total,
          CAST(CASE WHEN c >= 930 THEN 1200 WHEN c >= 620 THEN 700 ELSE 400 END + a % 4 * 50 AS DECIMAL(8,2)) AS caucao,
          (b + d) % 8 < 3 AS seguro_extra
        FROM (
          SELECT i, DATE '2022-01-02' + CAST(i * (2280 - i) * 866 // (760 * 1520) AS INTEGER) AS inicio,
            (i * i * 21 + i * 127 + 18) % 1009 AS a, (i * i * 33 + i * 491 + 71) % 1013 AS b,
            (i * i * 39 + i * 643 + 25) % 1019 AS c, (i * i * 13 + i * 283 + 92) % 1021 AS d,
            (i * i * 5 + i * 37 + 4) % 1031 % 14 AS dias
          FROM range(760) r(i)) s
        """);
    tables.put(
        "llamadas",
        """
        SELECT
          CAST(880001 + i AS INTEGER) AS id_llamada,
          TIMESTAMP '2022-10-03 00:00:00' + to_days(CAST(i * (3300 - i) * 594 // (1100 * 2200) AS INTEGER)) + to_seconds(CAST(28800 + (b * 43 + i) % 43200 AS BIGINT)) AS inicio,
          CASE WHEN d % 8 = 3 THEN NULL WHEN a < 250 THEN 'Marta Gil' WHEN a < 470 THEN 'Javier Soto' WHEN a < 660 THEN 'Elena Prieto' WHEN a < 840 THEN 'Raúl Campos' ELSE 'Nerea Ortiz' END AS agente,
          CASE WHEN c < 370 THEN 'soporte técnico' WHEN c < 690 THEN 'facturación' WHEN c < 880 THEN 'contratación' ELSE 'bajas' END AS cola,
          CASE WHEN c < 250 THEN 'avería' WHEN c < 370 THEN 'configuración' WHEN c < 570 THEN 'factura errónea' WHEN c < 690 THEN 'domiciliación' WHEN c < 880 THEN 'cambio de tarifa' ELSE 'portabilidad' END AS motivo,
          CASE WHEN b < 310 THEN 'Madrid' WHEN b < 540 THEN 'Sevilla' WHEN b < 740 THEN 'Valencia' WHEN b < 890 THEN 'Zaragoza' ELSE 'Murcia' END AS provincia,
          CAST(4 + (a * 3 + d * d) % 431 + c % 19 + CASE WHEN c >= 880 THEN 35 ELSE 0 END AS INTEGER) AS segundos_espera,
          CASE WHEN d % 8 = 3 THEN NULL ELSE CAST(35 + (c * 5 + b) % 1140 AS INTEGER) END AS segundos_conversacion,
          d % 8 = 3 AS abandonada,
          d % 8 <> 3 AND (a + b) % 10 < 7 AS resuelta,
          CASE WHEN d % 8 = 3 OR b % 3 = 1 THEN NULL ELSE CAST(5 - (a * b % 14) // 3 AS INTEGER) END AS satisfaccion,
          CAST(0.35 + (c * 7 + d) % 520 / 100.0 AS DECIMAL(6,2)) AS coste_eur
        FROM (
          SELECT i, (i * i * 3 + i * 197 + 29) % 1103 % 1009 AS a, (i * i * 17 + i * 839 + 6) % 1109 % 1013 AS b,
            (i * i * 25 + i * 311 + 53) % 1117 % 1019 AS c, (i * i * 9 + i * 557 + 83) % 1123 % 1021 AS d
          FROM range(1100) r(i)) s
        """);
    return tables;
  }
}
