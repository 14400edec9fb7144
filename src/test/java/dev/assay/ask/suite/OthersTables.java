package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables whose questions were written by someone else than those who mended the readers. */
final class OthersTables {
  private OthersTables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "screenings",
        """
        SELECT
          CAST(4000 + i AS INTEGER) AS "ScreeningId",
          ['The Long Road', 'Night Bus', 'Paper Moon City', 'Otters', 'Two Harbours', 'Glass'][1 + (i * 5 + i // 7) % 6] AS "Film",
          ['drama', 'comedy', 'documentary', 'thriller'][1 + (i * 5 + i // 7) % 6 % 4] AS "Genre",
          ['Red', 'Blue', 'Grand'][1 + (i * 2 + i // 5) % 3] AS "Hall",
          TIMESTAMP '2022-03-01 14:00:00' + to_minutes(CAST(i * 1573 AS BIGINT)) AS "StartedAt",
          CAST(20 + (i * 67) % 180 AS INTEGER) AS "TicketsSold",
          CAST([90, 140, 260][1 + (i * 2 + i // 5) % 3] AS INTEGER) AS "Seats",
          CAST((i * 4409 % 150000) / 100.0 + 120 AS DECIMAL(9,2)) AS "BoxOfficeEur",
          i % 4 = 1 AS "Is3D",
          ['English', 'French', 'Original'][1 + (i * 3 + i // 4) % 3] AS "SpokenLanguage",
          CASE WHEN i % 11 = 6 THEN NULL ELSE ['Ann', 'Boris', 'Chidi', 'Dora'][1 + (i * 3 + i // 6) % 4] END AS "Projectionist"
        FROM range(640) t(i)
        """);
    tables.put(
        "visitas",
        """
        SELECT
          'V-' || (9000 + i) AS numero_visita,
          ['Edifício Tejo', 'Torre Norte', 'Solar da Praia', 'Residencial Aurora', 'Centro Luz'][1 + (i * 3 + i // 7) % 5] AS edificio,
          ['Rui', 'Marta', 'Tomás', 'Inês'][1 + (i * 5 + i // 6) % 4] AS tecnico,
          ['preventiva', 'corretiva', 'urgente'][1 + (i * 7 + i // 10) % 3] AS "Tipo de Visita",
          DATE '2022-01-04' + CAST(i * 2 AS INTEGER) AS data_visita,
          CASE WHEN i % 8 = 3 THEN NULL ELSE DATE '2022-01-04' + CAST(i * 2 + (i * 5) % 12 AS INTEGER) END AS data_conclusao,
          CAST(15 + (i * 37) % 200 AS INTEGER) AS duracao_min,
          CAST((i * 6151 % 40000) / 100.0 + 12 AS DECIMAL(8,2)) AS custo_pecas,
          CAST((i * 2713 % 18000) / 100.0 + 25 AS DECIMAL(8,2)) AS mao_de_obra,
          i % 5 <> 4 AS aprovada,
          CASE WHEN i % 6 = 2 THEN NULL ELSE ['cabo', 'motor', 'porta', 'painel'][1 + (i * 3 + i // 9) % 4] END AS peca_substituida
        FROM range(380) t(i)
        """);
    return tables;
  }
}
