package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of a library, of energy meters, of hotels and of a workshop, named as such people do. */
final class FreshTables {
  private FreshTables() {}

  /** SELECTs by the name of their source. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "loans",
        """
        SELECT
          CAST(40000 + i AS INTEGER) AS "Loan No",
          'M' || (1000 + (i * 43) % 91) AS "Member ID",
          ['Dune', 'Emma', 'Ulysses', 'Beloved', 'Ivanhoe', 'Middlemarch', 'Walden', 'Kim', 'Carrie'][1 + (i * 7 + i // 10) % 9] AS book_title,
          ['Fiction', 'History', 'Science', 'Poetry', 'Fiction'][1 + (i * 3 + i // 8) % 5] AS genre,
          ['Riverside', 'Hillcrest', 'Old Town'][1 + (i * 5 + i // 7) % 3] AS branch,
          ['adult', 'student', 'senior', 'child'][1 + (i * 11 + i // 6) % 4] AS member_type,
          DATE '2023-01-09' + CAST(i * 2 // 3 AS INTEGER) AS borrowed_on,
          CASE WHEN i % 7 = 2 THEN NULL ELSE DATE '2023-01-09' + CAST(i * 2 // 3 + 3 + (i * 5) % 38 AS INTEGER) END AS returned_on,
          CAST((i * 5) % 4 AS INTEGER) AS renewals,
          CASE WHEN i % 3 = 0 THEN CAST((i * 37 % 900) / 100.0 + 0.5 AS DECIMAL(6,2)) ELSE 0 END AS late_fee,
          i % 6 = 1 AS is_damaged
        FROM range(690) t(i)
        """);
    tables.put(
        "lecturas",
        """
        SELECT
          'CT-' || (500 + (i * 29) % 37) AS contador,
          DATE '2022-06-01' + CAST(i AS INTEGER) AS fecha_lectura,
          ['Norte', 'Sur', 'Levante', 'Poniente'][1 + (i * 7 + i // 5) % 4] AS zona,
          ['nocturna', 'plana', 'punta'][1 + (i * 5 + i // 9) % 3] AS tarifa,
          ['industrial', 'hogar', 'comercio'][1 + (i * 11 + i // 4) % 3] AS "Tipo Cliente",
          round(40 + (i * 613 % 9000) / 7.0, 2) AS consumo_kwh,
          CAST((i * 4513 % 30000) / 100.0 + 11 AS DECIMAL(9,2)) AS importe_eur,
          round(0.6 + (i * 17 % 40) / 100.0, 2) AS factor_potencia,
          i % 8 = 5 AS estimada,
          CASE WHEN i % 16 = 9 THEN NULL ELSE ['Ruiz', 'Vega', 'Soler'][1 + (i * 3 + i // 12) % 3] END AS operario
        FROM range(600) t(i)
        """);
    tables.put(
        "hospedagens",
        """
        SELECT
          'H' || (3000 + i) AS cod_reserva,
          'Hóspede ' || (1 + (i * 31) % 73) AS hospede,
          ['Atlântico', 'Serra Azul', 'Pousada Sol'][1 + (i * 7 + i // 6) % 3] AS hotel,
          ['solteiro', 'duplo', 'suíte'][1 + (i * 5 + i // 8) % 3] AS tipo_quarto,
          ['site', 'agência', 'telefone', 'site'][1 + (i * 3 + i // 5) % 4] AS canal,
          ['Brasil', 'Argentina', 'França', 'Brasil', 'Uruguai'][1 + (i * 9 + i // 7) % 5] AS pais_origem,
          DATE '2022-12-01' + CAST(i AS INTEGER) AS dt_reserva,
          DATE '2022-12-01' + CAST(i + (i * 7) % 45 AS INTEGER) AS dt_checkin,
          CAST(1 + (i * 11) % 9 AS INTEGER) AS noites,
          CAST((i * 2711 % 60000) / 100.0 + 120 AS DECIMAL(9,2)) AS valor_diaria,
          CAST((i * 6067 % 40000) / 100.0 AS DECIMAL(9,2)) AS consumo_extra,
          i % 9 = 4 AS cancelada,
          CASE WHEN i % 5 = 3 THEN NULL ELSE CAST(1 + (i * 7) % 10 AS INTEGER) END AS nota_avaliacao
        FROM range(510) t(i)
        """);
    tables.put(
        "work_orders",
        """
        SELECT
          'WO-' || (8000 + i) AS wo_number,
          'MX' || (10 + (i * 17) % 23) AS "Machine Code",
          ['Press', 'Lathe', 'Conveyor', 'Robot arm'][1 + (i * 7 + i // 9) % 4] AS machine_type,
          ['Leeds', 'Brno', 'Pune'][1 + (i * 5 + i // 6) % 3] AS plant,
          ['M. Okafor', 'S. Lind', 'P. Novak', 'R. Iyer', 'T. Hall'][1 + (i * 3 + i // 11) % 5] AS technician,
          ['electrical', 'hydraulic', 'wear', 'software'][1 + (i * 9 + i // 7) % 4] AS fault_type,
          TIMESTAMP '2023-02-03 07:15:00' + to_minutes(CAST(i * 1013 AS BIGINT)) AS reported_at,
          CASE WHEN i % 10 = 6 THEN NULL ELSE TIMESTAMP '2023-02-03 07:15:00' + to_minutes(CAST(i * 1013 + 90 + (i * 457) % 6000 AS BIGINT)) END AS finished_at,
          round(0.5 + (i * 131 % 700) / 13.0, 1) AS downtime_hours,
          CAST((i * 7919 % 350000) / 100.0 + 15 AS DECIMAL(10,2)) AS parts_cost_usd,
          CAST((i * 3307 % 120000) / 100.0 + 40 AS DECIMAL(10,2)) AS labor_cost_usd,
          CAST(1 + (i * 7 + i // 3) % 5 AS INTEGER) AS severity,
          i % 4 = 1 AS planned
        FROM range(640) t(i)
        """);
    tables.put(
        "lots",
        """
        SELECT
          CAST(1 + i AS INTEGER) AS "Lot Nr",
          ['Spring Sale', 'Modern Prints', 'Old Masters', 'Design'][1 + (i * 5 + i // 11) % 4] AS auction_name,
          ['E. Marsh', 'K. Oda', 'L. Ferrand', 'Unknown', 'B. Quist', 'A. Rossi', 'N. Pell'][1 + (i * 3 + i // 8) % 7] AS artist,
          ['oil', 'print', 'sculpture', 'photograph'][1 + (i * 7 + i // 5) % 4] AS medium,
          CASE WHEN i % 11 = 3 THEN NULL ELSE ['UK', 'US', 'Japan', 'Italy'][1 + (i * 9 + i // 6) % 4] END AS buyer_country,
          CAST('B' || (200 + (i * 47) % 83) AS VARCHAR) AS buyer_ref,
          DATE '2022-09-05' + CAST(i AS INTEGER) AS consigned_on,
          CASE WHEN i % 6 = 2 THEN NULL ELSE DATE '2022-09-05' + CAST(i + 20 + (i * 7) % 90 AS INTEGER) END AS sold_on,
          CAST((i * 8111 % 900000) / 100.0 + 150 AS DECIMAL(11,2)) AS estimate_gbp,
          CASE WHEN i % 6 = 2 THEN NULL ELSE CAST((i * 9901 % 1200000) / 100.0 + 90 AS DECIMAL(11,2)) END AS hammer_price_gbp,
          CAST((i * 1327 % 50000) / 100.0 + 12 AS DECIMAL(9,2)) AS premium_gbp,
          CAST(1 + (i * 7) % 10 AS INTEGER) AS condition_score,
          i % 13 = 5 AS withdrawn
        FROM range(540) t(i)
        """);
    tables.put(
        "processos",
        """
        SELECT
          (7000 + i) || '-' || (10 + i % 80) AS num_processo,
          ['1ª Vara Cível', '2ª Vara Cível', 'Vara da Família'][1 + (i * 5 + i // 7) % 3] AS vara,
          ['Dra. Lopes', 'Dr. Matos', 'Dra. Nair', 'Dr. Pinto'][1 + (i * 7 + i // 9) % 4] AS juiz,
          ['divórcio', 'cobrança', 'despejo', 'indenização'][1 + (i * 3 + i // 6) % 4] AS assunto,
          'Adv ' || (1 + (i * 19) % 41) AS advogado,
          DATE '2022-03-01' + CAST(i * 3 // 2 AS INTEGER) AS dt_entrada,
          CASE WHEN i % 5 = 1 THEN NULL ELSE DATE '2022-03-01' + CAST(i * 3 // 2 + 30 + (i * 13) % 200 AS INTEGER) END AS dt_sentenca,
          CAST((i * 9749 % 5000000) / 100.0 + 400 AS DECIMAL(12,2)) AS valor_causa,
          CAST((i * 2333 % 80000) / 100.0 + 30 AS DECIMAL(9,2)) AS custas,
          i % 7 = 3 AS urgente,
          CAST((i * 5) % 7 AS INTEGER) AS audiencias,
          ['procedente', 'improcedente', 'acordo', 'procedente'][1 + (i * 11 + i // 5) % 4] AS resultado
        FROM range(440) t(i)
        """);
    tables.put(
        "refuels",
        """
        SELECT
          CAST(100 + i AS INTEGER) AS refuel_id,
          'VN-' || (10 + (i * 23) % 31) AS "Vehicle Plate",
          ['J. Cole', 'M. Haas', 'I. Dunn', 'Z. Boyd', 'U. Wray'][1 + (i * 3 + i // 8) % 5] AS driver,
          ['diesel', 'petrol', 'lpg'][1 + (i * 7 + i // 6) % 3] AS fuel_type,
          ['Northgate', 'Harbour', 'Ring Road', 'Airport'][1 + (i * 5 + i // 9) % 4] AS station,
          TIMESTAMP '2023-01-02 06:40:00' + to_minutes(CAST(i * 1147 AS BIGINT)) AS filled_at,
          round(12 + (i * 271 % 700) / 9.0, 2) AS litres,
          CAST((i * 5147 % 14000) / 100.0 + 18 AS DECIMAL(8,2)) AS total_paid_eur,
          CAST(20000 + i * 137 + (i * 7) % 90 AS INTEGER) AS odometer_km,
          i % 5 <> 2 AS is_full_tank,
          CASE WHEN i % 12 = 7 THEN NULL ELSE 'C' || (i % 9) END AS card_no
        FROM range(560) t(i)
        """);
    tables.put(
        "cosechas",
        """
        SELECT
          'CO' || (600 + i) AS "Código Cosecha",
          ['La Loma', 'El Pinar', 'Las Huertas', 'Río Seco', 'Monte Alto'][1 + (i * 3 + i // 7) % 5] AS finca,
          ['trigo', 'olivo', 'viña', 'almendro'][1 + (i * 7 + i // 10) % 4] AS cultivo,
          ['riego', 'secano'][1 + (i * 3 + i // 5) % 2] AS "Tipo Riego",
          DATE '2021-10-01' + CAST(i * 2 AS INTEGER) AS fecha_siembra,
          CASE WHEN i % 9 = 5 THEN NULL ELSE DATE '2021-10-01' + CAST(i * 2 + 90 + (i * 11) % 80 AS INTEGER) END AS fecha_recogida,
          round(1 + (i * 173 % 900) / 17.0, 2) AS toneladas,
          CAST((i * 3331 % 25000) / 100.0 + 90 AS DECIMAL(8,2)) AS precio_tonelada,
          CAST((i * 7411 % 90000) / 100.0 + 40 AS DECIMAL(9,2)) AS gastos_eur,
          round(8 + (i * 29 % 120) / 10.0, 1) AS humedad_pct,
          i % 3 = 1 AS ecologico,
          CASE WHEN i % 15 = 4 THEN NULL ELSE ['Agrosol', 'Nutria SL', 'Campoviejo'][1 + (i * 5 + i // 6) % 3] END AS comprador
        FROM range(420) t(i)
        """);
    return tables;
  }
}
