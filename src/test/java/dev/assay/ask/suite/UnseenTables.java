package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of flights and of football matches. */
final class UnseenTables {
  private UnseenTables() {}

  /** SELECTs by the name of their source. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "flights",
        """
        SELECT
          'FL' || (2000 + i) AS "FlightId",
          ['SkyBlue', 'Aerolux', 'NordWing', 'PanTrop', 'Condoria'][1 + (i * 3 + i // 8) % 5] AS "Airline",
          ['LIS', 'MAD', 'GRU', 'EZE', 'LHR', 'JFK'][1 + (i * 5 + i // 7) % 6] AS "OriginAirport",
          ['FRA', 'CDG', 'MIA', 'BOG'][1 + (i * 7 + i // 9) % 4] AS "DestAirport",
          ['A320', 'B737', 'E195', 'A321'][1 + (i * 7 + i // 6) % 4] AS "AircraftType",
          'N' || (300 + (i * 29) % 41) AS "TailNumber",
          TIMESTAMP '2023-01-04 05:35:00' + to_minutes(CAST(i * 1013 AS BIGINT)) AS "ScheduledDeparture",
          CAST((i * 37) % 97 - 8 AS INTEGER) AS "DepDelayMin",
          CASE WHEN i % 17 = 4 THEN NULL ELSE CAST((i * 53) % 131 - 15 AS INTEGER) END AS "ArrDelayMin",
          CAST(400 + (i * 811) % 8200 AS INTEGER) AS "DistanceKm",
          CAST(60 + (i * 97) % 140 AS INTEGER) AS "Passengers",
          CASE WHEN i % 3 = 0 THEN NULL ELSE ['weather', 'crew', 'technical', 'air traffic'][1 + (i * 11 + i // 5) % 4] END AS "DelayCause",
          CAST((i * 9173 % 4000000) / 100.0 + 2500 AS DECIMAL(10,2)) AS "FuelCostUsd",
          i % 17 = 4 AS "IsCancelled"
        FROM range(700) t(i)
        """);
    tables.put(
        "partidas",
        """
        SELECT
          CAST(1 + i AS INTEGER) AS id_partida,
          ['Brasileirão', 'Copa do Brasil', 'Estadual'][1 + (i * 5 + i // 9) % 3] AS campeonato,
          CAST(1 + i % 38 AS INTEGER) AS rodada,
          DATE '2022-02-05' + CAST(i * 3 // 2 AS INTEGER) AS data_partida,
          ['Flamengo', 'Santos', 'Grêmio', 'Bahia', 'Cruzeiro', 'São Paulo'][1 + (i * 5 + i // 6) % 6] AS mandante,
          ['Palmeiras', 'Vasco', 'Fortaleza', 'Internacional', 'Ceará'][1 + (i * 3 + i // 7) % 5] AS visitante,
          CAST((i * 7 + i // 5) % 5 AS INTEGER) AS gols_mandante,
          CAST((i * 11 + i // 3) % 4 AS INTEGER) AS gols_visitante,
          CASE WHEN i % 23 = 6 THEN NULL ELSE CAST(3000 + (i * 4111) % 58000 AS INTEGER) END AS publico,
          CAST((i * 77773 % 90000000) / 100.0 + 15000 AS DECIMAL(12,2)) AS renda_brl,
          ['Maracanã', 'Vila Belmiro', 'Arena', 'Fonte Nova', 'Mineirão', 'Morumbi'][1 + (i * 5 + i // 6) % 6] AS estadio,
          CASE WHEN i % 19 = 2 THEN NULL ELSE ['W. Sampaio', 'R. Claus', 'A. Daronco', 'E. Batista'][1 + (i * 7 + i // 8) % 4] END AS arbitro,
          CAST((i * 5) % 9 AS INTEGER) AS cartoes_amarelos,
          CAST((i * 3 + i // 4) % 3 AS INTEGER) AS cartoes_vermelhos,
          i % 11 = 7 AS prorrogacao
        FROM range(520) t(i)
        """);
    return tables;
  }
}
