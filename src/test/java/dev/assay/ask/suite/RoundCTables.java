package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** A third round of tables, written with their questions by someone new to the readers. */
final class RoundCTables {
  private RoundCTables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "deployments",
        """
        SELECT
          'DEP-' || (20000 + i) AS "DeploymentId",
          ['checkout', 'search', 'billing', 'notifications', 'identity', 'catalog', 'search', 'checkout', 'search'][1 + (i * 7919 // 11) % 9] AS "Service",
          ['production', 'staging', 'production', 'canary', 'staging', 'production', 'production'][1 + (i * 3571 // 17) % 7] AS "Environment",
          ['Payments', 'Discovery', 'Payments', 'Platform', 'Platform', 'Discovery', 'Discovery', 'Payments', 'Platform'][1 + (i * 7919 // 11) % 9] AS "Team",
          ['Hanna Weiss', 'Omar Farouk', 'Priya Nair', 'Lucas Brandt', 'Mei Tanaka', 'Omar Farouk', 'Priya Nair', 'Omar Farouk'][1 + (i * 4231 // 19) % 8] AS "DeployedBy",
          CAST(TIMESTAMP '2022-06-01 08:10:00' + to_minutes(CAST(i * 1130 + (i * 389) % 700 AS BIGINT)) AS DATE) - CAST((i * 2903 // 7) % 12 AS INTEGER) AS "CommittedOn",
          TIMESTAMP '2022-06-01 08:10:00' + to_minutes(CAST(i * 1130 + (i * 389) % 700 AS BIGINT)) AS "DeployedAt",
          CAST(95 + (i * 6793) % 1409 + CASE WHEN (i * 7919 // 11) % 9 = 2 THEN 240 ELSE 0 END AS INTEGER) AS "BuildSeconds",
          CAST((i * 5333) % 613 AS INTEGER) AS "QueueSeconds",
          CAST(4 + (i * 9161) % 1811 AS INTEGER) AS "LinesChanged",
          CAST(42 + (i * 7433) % 5301 / 100.0 + CASE WHEN (i * 7919 // 11) % 9 IN (0, 4) THEN 4.5 ELSE 0 END AS DECIMAL(5,2)) AS "TestCoveragePct",
          (i * 2741 // 5) % 13 IN (2, 7) AS "RolledBack",
          CASE WHEN (i * 3319 // 3) % 11 = 4 THEN 'INC-' || (700 + i // 9) END AS "IncidentRef"
        FROM range(905) t(i)
        """);
    tables.put(
        "articles",
        """
        SELECT
          CAST(51000 + i AS INTEGER) AS article_id,
          ['Politics', 'Business', 'Sport', 'Culture', 'Science', 'Travel', 'Politics', 'Sport', 'Politics', 'Business'][1 + (i * 6151 // 13) % 10] AS section,
          ['news', 'opinion', 'interview', 'news', 'live blog', 'news', 'feature'][1 + (i * 4507 // 23) % 7] AS format,
          CASE WHEN (i * 1423 // 3) % 14 = 5 THEN NULL ELSE ['Carla Mendes', 'Tom Okafor', 'Ingrid Solberg', 'Dan Whitlock', 'Aisha Rahman', 'Tom Okafor', 'Peter Lang', 'Aisha Rahman', 'Tom Okafor'][1 + (i * 5527 // 29) % 9] END AS author,
          TIMESTAMP '2022-01-03 06:05:00' + to_minutes(CAST(i * 1180 + (i * 547) % 900 AS BIGINT)) AS published_at,
          CASE WHEN (i * 2089 // 7) % 16 = 3 THEN CAST(TIMESTAMP '2022-01-03 06:05:00' + to_minutes(CAST(i * 1180 + (i * 547) % 900 AS BIGINT)) AS DATE) + CAST(1 + (i * 31) % 9 AS INTEGER) END AS corrected_on,
          CAST(180 + (i * 8117) % 2539 AS INTEGER) AS word_count,
          CAST(900 + (i * 104729) % 61417 + i * 9 AS INTEGER) AS page_views,
          CAST((900 + (i * 104729) % 61417 + i * 9) * (55 + (i * 53) % 37) // 100 AS INTEGER) AS unique_readers,
          CAST((i * 3761) % 87 AS INTEGER) AS comments,
          CAST(25 + (i * 6469) % 311 AS INTEGER) AS avg_read_seconds,
          CAST(18 + (i * 9377) % 7907 / 100.0 AS DECIMAL(5,2)) AS scroll_depth_pct,
          (i * 1871 // 7) % 5 IN (1, 4) AS subscribers_only
        FROM range(1040) t(i)
        """);
    tables.put(
        "waste_pickups",
        """
        SELECT
          CAST(310000 + i AS INTEGER) AS "Pickup ID",
          ['Harbour', 'Old Town', 'Northfield', 'Riverside', 'Hillcrest', 'Northfield', 'Harbour', 'Northfield'][1 + (i * 5741 // 13) % 8] AS "District",
          ['paper', 'glass', 'plastic', 'organic', 'bulky', 'residual', 'residual', 'organic', 'residual'][1 + (i * 7481 // 17) % 9] AS "Waste Type",
          ['Karl', 'Joanna', 'Mehmet', 'Sofie', 'Joanna', 'Mehmet', 'Joanna'][1 + (i * 6211 // 31) % 7] AS "Driver",
          DATE '2022-02-01' + CAST(i * 83 // 100 AS INTEGER) AS "Scheduled Date",
          CASE WHEN (i * 1979 // 3) % 27 = 8 THEN NULL ELSE DATE '2022-02-01' + CAST(i * 83 // 100 + [0, 0, 1, 0, 0, 2, 0, 0, 0, 4][1 + (i * 4391 // 7) % 10] AS INTEGER) END AS "Collected On",
          CASE WHEN (i * 1979 // 3) % 27 = 8 THEN NULL ELSE CAST(310 + (i * 9463) % 4721 + 9200 AS INTEGER) END AS "Gross Weight Kg",
          CASE WHEN (i * 1979 // 3) % 27 = 8 THEN NULL ELSE CAST(310 + (i * 9463) % 4721 - (i * 41) % 200 AS INTEGER) END AS "Net Weight Kg",
          CAST(6 + (i * 2017) % 71 AS INTEGER) AS "Containers",
          CASE WHEN (i * 1979 // 3) % 27 = 8 THEN NULL ELSE CAST(3 + (i * 7027) % 4159 / 100.0 AS DECIMAL(6,2)) END AS "Distance Km",
          CASE WHEN (i * 1979 // 3) % 27 = 8 THEN NULL ELSE CAST((i * 5087) % 2411 / 100.0 AS DECIMAL(5,2)) END AS "Contamination %",
          (i * 3163 // 11) % 9 IN (0, 5) AS "Overtime",
          CASE WHEN (i * 1979 // 3) % 27 = 8 THEN NULL ELSE CAST(20 + (i * 86453) % 48611 / 100.0 AS DECIMAL(8,2)) END AS "Disposal Cost"
        FROM range(1010) t(i)
        """);
    tables.put(
        "card_payments",
        """
        SELECT
          'PAY' || (7000000 + i * 3) AS payment_id,
          ['Visa', 'Mastercard', 'Visa', 'Amex', 'Mastercard', 'Visa', 'Visa'][1 + (i * 4673 // 13) % 7] AS card_scheme,
          ['debit', 'credit', 'prepaid', 'credit', 'debit', 'debit', 'credit', 'debit'][1 + (i * 5309 // 23) % 8] AS card_type,
          ['Blue Grocer', 'Metro Fuel', 'Sunny Books', 'Casa Verde', 'Techpoint', 'Blue Grocer', 'Metro Fuel', 'Blue Grocer', 'Techpoint'][1 + (i * 6827 // 19) % 9] AS merchant,
          ['Lisbon', 'Madrid', 'Porto', 'Seville', 'Lisbon', 'Madrid', 'Lisbon'][1 + (i * 3929 // 29) % 7] AS city,
          TIMESTAMP '2022-09-01 00:12:00' + to_minutes(CAST(i * 640 + (i * 277) % 500 AS BIGINT)) AS paid_at,
          CASE WHEN (i * 2423 // 3) % 15 = 6 OR (i * 1657 // 7) % 12 IN (3, 10) THEN NULL ELSE CAST(TIMESTAMP '2022-09-01 00:12:00' + to_minutes(CAST(i * 640 + (i * 277) % 500 AS BIGINT)) AS DATE) + CAST(1 + (i * 67 // 3) % 5 AS INTEGER) END AS settled_on,
          CAST(1.5 + (i * 78539) % 89123 / 100.0 AS DECIMAL(10,2)) AS amount,
          CAST((1.5 + (i * 78539) % 89123 / 100.0) * (8 + (i * 13) % 17) / 1000 + 0.05 AS DECIMAL(8,2)) AS fee,
          CAST([1, 1, 1, 3, 1, 6, 1, 2, 12][1 + (i * 2579 // 11) % 9] AS INTEGER) AS installments,
          (i * 3847 // 5) % 8 IN (0, 2, 3, 6, 7) AS contactless,
          CAST((i * 7559) % 101 AS INTEGER) AS fraud_score,
          CASE (i * 1657 // 7) % 12 WHEN 3 THEN 'declined' WHEN 10 THEN 'declined' WHEN 5 THEN 'refunded' ELSE 'approved' END AS status
        FROM range(1380) t(i)
        """);
    tables.put(
        "matriculas",
        """
        SELECT
          CAST(88000 + i AS INTEGER) AS id_matricula,
          ['Beatriz', 'João', 'Larissa', 'Felipe', 'Camila', 'Rafael', 'Letícia', 'Gustavo'][1 + (i * 5167 // 13) % 8] || ' ' || ['Souza', 'Almeida', 'Pereira', 'Rocha', 'Cardoso', 'Nunes', 'Barros'][1 + (i * 4877 // 7) % 7] AS aluno,
          ['Enfermagem', 'Contabilidade', 'Mecânica', 'Informática', 'Gastronomia', 'Informática', 'Enfermagem', 'Informática'][1 + (i * 6703 // 17) % 8] AS curso,
          ['manhã', 'noite', 'tarde', 'noite', 'noite', 'manhã'][1 + (i * 3623 // 19) % 6] AS turno,
          ['Recife', 'Curitiba', 'Campinas', 'Salvador', 'Recife', 'Campinas', 'Recife'][1 + (i * 7351 // 11) % 7] AS polo,
          DATE '2021-08-02' + CAST(i * 137 // 100 AS INTEGER) AS data_matricula,
          CASE WHEN (i * 2659 // 3) % 9 IN (1, 4, 6) OR i > 600 THEN NULL ELSE DATE '2021-08-02' + CAST(i * 137 // 100 + 110 + (i * 71) % 75 AS INTEGER) END AS data_conclusao,
          CAST(180 + (i * 45767) % 42013 / 100.0 AS DECIMAL(8,2)) AS mensalidade,
          CAST(60 + (i * 30893) % 19009 / 100.0 AS DECIMAL(8,2)) AS taxa_matricula,
          CASE WHEN (i * 2659 // 3) % 9 IN (1, 4, 6) OR i > 600 THEN NULL ELSE CAST(3 + (i * 911) % 71 / 10.0 AS DECIMAL(4,1)) END AS nota_final,
          CAST((i * 1741) % 37 AS INTEGER) AS faltas,
          (i * 2287 // 5) % 7 IN (1, 5) AS bolsista,
          CASE WHEN (i * 2659 // 3) % 9 = 1 THEN 'cancelada' WHEN (i * 2659 // 3) % 9 = 4 THEN 'trancada' WHEN (i * 2659 // 3) % 9 = 6 OR i > 600 THEN 'ativa' ELSE 'concluída' END AS situacao
        FROM range(745) t(i)
        """);
    tables.put(
        "licencias_obra",
        """
        SELECT
          'EXP-' || (2500 + i) AS expediente,
          ['Triana', 'Nervión', 'Macarena', 'Los Remedios', 'Casco Antiguo', 'Triana', 'Macarena', 'Triana'][1 + (i * 4919 // 13) % 8] AS distrito,
          ['obra nueva', 'reforma', 'demolición', 'ampliación', 'reforma', 'obra nueva', 'reforma'][1 + (i * 6353 // 17) % 7] AS tipo_obra,
          ['Grupo Alcor', 'Inversiones Duero', 'Viviendas del Sur', 'Promociones Lara', 'Grupo Alcor', 'Viviendas del Sur', 'Grupo Alcor'][1 + (i * 5903 // 23) % 7] AS promotor,
          CASE WHEN (i * 1861 // 3) % 12 = 7 THEN NULL ELSE ['Elena Prieto', 'Marcos Gil', 'Nuria Vidal', 'Andrés Soto', 'Nuria Vidal'][1 + (i * 4219 // 29) % 5] END AS arquitecto,
          DATE '2021-10-04' + CAST(i * 179 // 100 AS INTEGER) AS fecha_solicitud,
          CASE WHEN (i * 2777 // 5) % 10 = 4 OR i > 480 THEN NULL ELSE DATE '2021-10-04' + CAST(i * 179 // 100 + 21 + (i * 59) % 77 AS INTEGER) END AS fecha_resolucion,
          CASE WHEN (i * 2777 // 5) % 10 = 4 OR i > 480 THEN 'en trámite' WHEN (i * 2777 // 5) % 10 IN (2, 9) THEN 'denegada' ELSE 'concedida' END AS estado,
          CAST(24 + (i * 90523) % 97607 / 100.0 + (i * 17) % 400 AS DECIMAL(8,2)) AS superficie_m2,
          CAST(6500 + (i * 7368787) % 41200301 / 100.0 AS DECIMAL(12,2)) AS presupuesto,
          CAST((6500 + (i * 7368787) % 41200301 / 100.0) * (18 + (i * 7) % 19) / 1000 AS DECIMAL(10,2)) AS tasa,
          CASE WHEN (i * 6353 // 17) % 7 IN (0, 5, 3) THEN CAST(1 + (i * 83) % 29 AS INTEGER) END AS viviendas,
          (i * 3251 // 7) % 9 IN (0, 4, 8) AS patrimonio_protegido
        FROM range(534) t(i)
        """);
    return tables;
  }
}
