package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of a sixth round, whose questions were written by someone else before any was asked. */
final class RoundFTables {
  private RoundFTables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "boat_charters",
        """
        SELECT
          'BC-' || (1200 + i) AS booking_ref,
          boat AS boat_name,
          CASE WHEN boat IN ('Aurora', 'Estrella') THEN 'catamaran' WHEN boat IN ('Bluefin', 'Dorada') THEN 'motorboat' WHEN boat = 'Grey Heron' THEN 'houseboat' ELSE 'sailing yacht' END AS boat_type,
          ['Split', 'Palma', 'Corfu', 'Split', 'Lefkada', 'Palma', 'Split'][1 + (i * 5 + i // 6) % 7] AS departure_port,
          least(starts - CAST(4 + (i * 37 + i * i * 3) % 113 AS INTEGER), DATE '2024-05-19' - CAST(i % 9 AS INTEGER)) AS booked_on,
          starts AS starts_on,
          starts + CAST(2 + (i * 11 + i * i) % 13 AS INTEGER) AS ends_on,
          CAST(2 + (i * 7 + i * i * 5 + i // 3) % 11 AS INTEGER) AS guests,
          CASE WHEN i % 7 = 3 THEN NULL ELSE ['Ivo Maric', 'Joan Serra', 'Eleni Pappas', 'Ivo Maric', 'Hanna Vogt'][1 + (i * 3 + i // 8) % 5] END AS skipper,
          ['Germany', 'United Kingdom', 'Austria', 'Germany', 'Sweden', 'Italy', 'United Kingdom', 'Germany'][1 + (i * 3 + i * i + i // 9) % 8] AS customer_country,
          ['website', 'agency', 'phone', 'website', 'boat fair', 'agency', 'website'][1 + (i * 4 + i // 6) % 7] AS sales_channel,
          CAST(((i * 77431 + i * i * 29) % 700001) / 100.0 + 680 AS DECIMAL(9,2)) AS charter_fee,
          CAST(((i * 9173 + i * i * 13) % 150001) / 100.0 + 200 AS DECIMAL(9,2)) AS deposit,
          CASE WHEN i % 23 = 11 OR starts > DATE '2024-05-20' THEN NULL ELSE starts - CAST((i * 5 + i * i) % 21 AS INTEGER) END AS balance_paid_on,
          (i * 5 + i // 6) % 11 = 4 AS cancelled,
          CASE WHEN i % 3 = 1 OR starts > DATE '2024-05-01' THEN NULL ELSE CAST(1 + greatest((i * 13 + i // 6) % 7 - 2, 0) AS INTEGER) END AS rating
        FROM (
          SELECT
            i,
            DATE '2022-01-08' + CAST(i * 3 // 2 AS INTEGER) AS starts,
            ['Aurora', 'Bluefin', 'Calypso', 'Dorada', 'Estrella', 'Fair Wind', 'Grey Heron', 'Aurora', 'Calypso', 'Bluefin', 'Aurora'][1 + (i * 4 + i * i + i // 7) % 11] AS boat
          FROM range(640) t(i))
        """);
    tables.put(
        "grant_applications",
        """
        SELECT
          CAST(4100 + i AS INTEGER) AS "ApplicationId",
          'ORG-' || lpad(CAST((i * 43 + i * i + i // 11) % 131 AS VARCHAR), 3, '0') AS "ApplicantCode",
          ['charity', 'school', 'sports club', 'charity', 'residents group', 'company', 'school', 'charity'][1 + (i * 5 + i * i + i // 6) % 8] AS "OrganisationType",
          ['Youth Sports', 'Green Streets', 'Local Arts', 'Heritage', 'Green Streets', 'Digital Skills', 'Local Arts', 'Green Streets'][1 + (i * 3 + i // 7) % 8] AS "Programme",
          ['Northgate', 'Millbrook', 'Castle', 'Eastfield', 'Millbrook'][1 + (i * 7 + i // 4) % 5] AS "Ward",
          submitted AS "SubmittedOn",
          CASE WHEN outcome <> 'under review' THEN submitted + CAST(14 + (i * 31 + i * i * 7) % 83 AS INTEGER) END AS "DecidedOn",
          CASE WHEN outcome = 'approved' AND i % 13 <> 6 AND i < 350 THEN submitted + CAST(14 + (i * 31 + i * i * 7) % 83 + 3 + (i * 17 + i * i) % 29 AS INTEGER) END AS "PaidOn",
          outcome AS "Status",
          CASE WHEN i % 15 = 4 THEN NULL ELSE ['Ruth Amadi', 'Colin Webb', 'Farah Aziz', 'Megan Pryce', 'Colin Webb'][1 + (i * 2 + i // 9) % 5] END AS "Reviewer",
          CAST(31 + (i * 53 + i * i * 11) % 67 AS INTEGER) AS "Score",
          CAST(requested AS DECIMAL(9,2)) AS "AmountRequested",
          CASE WHEN outcome = 'approved' THEN CAST(round(requested * (45 + (i * 19 + i * i) % 53) / 100, 2) AS DECIMAL(9,2)) END AS "AmountGranted",
          (i * 3 + i // 5) % 7 < 3 AS "IsFirstTime"
        FROM (
          SELECT
            i,
            DATE '2021-09-06' + CAST((i * 12) // 5 + round(20 * sin(i / 24.0)) AS INTEGER) AS submitted,
            CASE WHEN i > 362 OR i % 61 = 30 THEN 'under review' WHEN (i * 7 + i * i + i // 8) % 11 < 6 THEN 'approved' WHEN (i * 7 + i * i + i // 8) % 11 < 10 THEN 'rejected' ELSE 'withdrawn' END AS outcome,
            500 + ((i * 90173 + i * i * 37) % 3400003) / 100.0 AS requested
          FROM range(402) t(i))
        """);
    tables.put(
        "lift_callouts",
        """
        SELECT
          'LC' || lpad(CAST(310 + i AS VARCHAR), 5, '0') AS "Ticket",
          ['Harbour Tower', 'St Mary Hospital', 'Central Library', 'Harbour Tower', 'Oak Court', 'Station Mall', 'St Mary Hospital', 'Harbour Tower'][1 + (i * 3 + i * i + i // 7) % 8] AS "Building",
          ['Kone S200', 'Otis Gen2', 'Schindler 3300', 'Otis Gen2', 'Otis Gen2'][1 + (i * 7 + i // 5) % 5] AS "Lift Model",
          CAST([204, 317, 512, 118, 317, 640, 204, 317][1 + (i * 5 + i * i + i // 9) % 8] AS INTEGER) AS "Fault Code",
          CAST(1 + least((i * 5 + i // 6) % 7, 3) AS INTEGER) AS "Priority",
          reported AS "Reported At",
          CASE WHEN i % 53 = 21 THEN NULL ELSE reported + to_minutes(CAST(11 + (i * 61 + i * i * 3) % 197 AS BIGINT)) END AS "Engineer Arrived",
          CASE WHEN i % 53 = 21 OR i % 37 = 15 THEN NULL ELSE reported + to_minutes(CAST(11 + (i * 61 + i * i * 3) % 197 + 25 + (i * 983 + i * i * 17) % 4111 AS BIGINT)) END AS "Closed At",
          CASE WHEN i % 14 = 5 THEN NULL ELSE ['Sam Okoro', 'Lucy Brandt', 'Wei Chen', 'Sam Okoro', 'Pat Doyle', 'Lucy Brandt', 'Sam Okoro'][1 + (i * 4 + i // 8) % 7] END AS "Technician",
          CAST(CASE WHEN i % 4 = 2 THEN 0 ELSE ((i * 6121 + i * i * 19) % 190027) / 100.0 + 12 END AS DECIMAL(9,2)) AS "Parts Cost",
          CAST(((i * 4733 + i * i * 7) % 64007) / 100.0 + 85 AS DECIMAL(9,2)) AS "Labour Cost",
          CAST(greatest((i * 11 + i // 4) % 13 - 8, 0) AS INTEGER) AS "People Trapped",
          (i * 3 + i // 9) % 8 < 3 AS "Under Warranty"
        FROM (SELECT i, TIMESTAMP '2022-01-03 05:45:00' + to_minutes(CAST(i * 1511 + (i * 89) % 420 AS BIGINT)) AS reported FROM range(820) t(i))
        """);
    tables.put(
        "driving_tests",
        """
        SELECT
          CAST(220000 + i AS INTEGER) AS test_no,
          CAST([101, 205, 310, 101, 417, 205, 101][1 + (i * 3 + i // 6) % 7] AS INTEGER) AS centre_code,
          ['B', 'B', 'A', 'C', 'B', 'BE', 'A', 'B', 'C'][1 + (i * 5 + i * i + i // 8) % 9] AS vehicle_category,
          CASE WHEN i = 613 THEN 79 ELSE CAST(17 + ((i * 29 + i * i * 7) % 23) + CASE WHEN i % 5 = 0 THEN (i * 3) % 31 ELSE 0 END AS INTEGER) END AS candidate_age,
          CASE WHEN (i * 7 + i // 3) % 9 < 4 THEN 'female' ELSE 'male' END AS gender,
          CASE WHEN i % 11 = 7 THEN NULL ELSE ['Easy Drive', 'Green Light', 'Parker & Sons', 'Easy Drive', 'Roundabout', 'Green Light', 'Easy Drive', 'Swift School'][1 + (i * 3 + i * i + i // 7) % 8] END AS driving_school,
          ['D. Hobbs', 'K. Lindqvist', 'A. Mensah', 'R. Castellano', 'K. Lindqvist', 'D. Hobbs'][1 + (i * i + i * 5 + i // 7) % 6] AS examiner,
          ['English', 'English', 'Polish', 'English', 'Arabic', 'English', 'Polish'][1 + (i * 4 + i // 9) % 7] AS test_language,
          taken - CAST(9 + (i * 23 + i * i * 5) % 71 AS INTEGER) AS applied_on,
          taken AS test_date,
          CASE WHEN ok AND i % 17 <> 3 AND i < 1085 THEN taken + CAST(1 + (i * 7 + i * i) % 19 AS INTEGER) END AS licence_issued_on,
          CAST([1, 1, 2, 1, 3, 2, 1, 4][1 + (i * 5 + i // 4) % 8] AS INTEGER) AS attempt,
          CAST((i * 13 + i * i * 3 + i // 5) % 17 AS INTEGER) AS minor_faults,
          CAST(CASE WHEN ok OR i % 3 = 1 THEN 0 ELSE 1 + (i * 5 + i // 7) % 3 END AS INTEGER) AS serious_faults,
          ok AS passed,
          CAST(CASE WHEN i % 8 = 5 THEN 95.5 ELSE 62 END + ((i * 17) % 9) * 1.25 AS DECIMAL(7,2)) AS test_fee,
          CASE WHEN i % 6 = 1 THEN CAST(10 + (i * 41) % 37 AS DECIMAL(7,2)) END AS late_booking_charge
        FROM (
          SELECT i, DATE '2022-01-10' + CAST(i * 7 // 9 AS INTEGER) AS taken, (i * 31 + i * i * 3 + i // 10) % 19 < 11 AS ok
          FROM range(1100) t(i))
        """);
    tables.put(
        "despachos_aduana",
        """
        SELECT
          'ES' || (640000 + i) AS num_declaracion,
          presentada AS fecha_presentacion,
          CASE WHEN i % 29 = 13 OR i > 944 THEN NULL ELSE presentada + CAST(CASE WHEN canal = 'verde' THEN (i * 7) % 3 ELSE 2 + (i * 13 + i * i) % 19 END AS INTEGER) END AS fecha_levante,
          ['Algeciras', 'Barcelona', 'Valencia', 'Algeciras', 'Irún', 'Barcelona', 'Algeciras'][1 + (i * 5 + i // 6) % 7] AS aduana,
          ['China', 'Marruecos', 'Turquía', 'China', 'Estados Unidos', 'India', 'Marruecos', 'China'][1 + (i * 3 + i * i + i // 9) % 8] AS pais_origen,
          ['textil', 'maquinaria', 'alimentos', 'textil', 'productos químicos', 'maquinaria', 'muebles'][1 + (i * 3 + i // 7) % 7] AS tipo_mercancia,
          CAST([4000, 4000, 5100, 4000, 7100, 4200][1 + (i * 7 + i * i + i // 5) % 6] AS INTEGER) AS codigo_regimen,
          canal AS canal,
          ['marítimo', 'carretera', 'marítimo', 'aéreo', 'carretera', 'marítimo'][1 + (i * i + i // 4) % 6] AS medio_transporte,
          CASE WHEN i % 16 = 9 THEN NULL ELSE ['Lucía Ferrer', 'Óscar Prat', 'Nadia Benali', 'Lucía Ferrer', 'Tomás Rey'][1 + (i * 2 + i // 8) % 5] END AS agente,
          CAST(40 + (i * 8831 + i * i * 17) % 23011 AS INTEGER) AS peso_bruto_kg,
          CAST(((i * 61553 + i * i * 23) % 8500009) / 100.0 + 310 AS DECIMAL(10,2)) AS valor_declarado,
          CAST(((i * 5347 + i * i * 11) % 610009) / 100.0 + 15 AS DECIMAL(9,2)) AS derechos_pagados,
          CASE WHEN i % 19 = 6 THEN CAST(((i * 2503 + i * i * 3) % 300007) / 100.0 + 60 AS DECIMAL(9,2)) END AS multa,
          canal = 'rojo' OR (i * 3 + i // 4) % 10 = 1 AS inspeccion_fisica
        FROM (
          SELECT i, DATE '2022-01-03' + CAST(i * 10 // 11 AS INTEGER) AS presentada, ['verde', 'verde', 'naranja', 'verde', 'rojo', 'naranja', 'verde'][1 + (i * 4 + i * i + i // 6) % 7] AS canal
          FROM range(950) t(i))
        """);
    tables.put(
        "consultas_dentista",
        """
        SELECT
          CAST(15000 + i AS INTEGER) AS id_consulta,
          'P' || lpad(CAST((i * 67 + i * i + i // 13) % 211 AS VARCHAR), 3, '0') AS codigo_paciente,
          CAST(5 + (i * 37 + i * i * 3) % 79 AS INTEGER) AS idade_paciente,
          ['Dra. Marta Leal', 'Dr. Rui Pinto', 'Dra. Inês Faria', 'Dr. Rui Pinto', 'Dr. André Melo', 'Dr. Rui Pinto'][1 + (i * 5 + i * i + i // 8) % 6] AS dentista,
          ['limpeza', 'restauração', 'canal', 'limpeza', 'extração', 'ortodontia', 'limpeza', 'restauração'][1 + (i * 3 + i * i + i // 7) % 8] AS tratamento,
          ['Baixa', 'Boavista', 'Matosinhos', 'Baixa', 'Baixa', 'Boavista'][1 + (i * 5 + i // 6) % 6] AS unidade,
          feita - CAST(1 + (i * 19 + i * i * 5) % 43 AS INTEGER) AS data_marcacao,
          feita AS data_consulta,
          CASE WHEN falta OR i % 9 = 2 OR i > 715 THEN NULL ELSE feita + CAST((i * 11 + i * i) % 23 AS INTEGER) END AS data_pagamento,
          CASE WHEN falta THEN NULL ELSE CAST(15 + 5 * ((i * 7 + i * i + i // 5) % 16) AS INTEGER) END AS duracao_minutos,
          CAST(CASE WHEN falta THEN 0 ELSE ((i * 3163 + i * i * 13) % 41011) / 100.0 + 28 END AS DECIMAL(8,2)) AS valor_cobrado,
          CASE WHEN i % 5 = 2 OR falta THEN NULL ELSE CAST(((i * 1021 + i * i * 7) % 9007) / 100.0 + 6 AS DECIMAL(8,2)) END AS valor_comparticipado,
          CASE WHEN i % 5 = 2 THEN NULL ELSE ['Médis', 'Multicare', 'ADSE', 'Médis'][1 + (i * 3 + i // 9) % 4] END AS seguradora,
          falta AS faltou,
          (i * 3 + i // 6) % 8 < 2 AS primeira_consulta
        FROM (
          SELECT i, DATE '2022-01-24' + CAST(i * 8 // 7 AS INTEGER) AS feita, (i * 5 + i // 4) % 13 = 3 AS falta
          FROM range(738) t(i))
        """);
    return tables;
  }
}
