package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of flights, matches, gyms, homes, insurance claims and cinemas. */
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
    tables.put(
        "memberships",
        """
        SELECT
          CAST(9000 + i AS INTEGER) AS member_no,
          ['Basic', 'Plus', 'Premium'][1 + (i * 5 + i // 7) % 3] AS plan_name,
          ['Soho', 'Camden', 'Brixton', 'Hackney'][1 + (i * 3 + i // 9) % 4] AS club,
          DATE '2022-03-05' + CAST(i * 4 // 3 AS INTEGER) AS joined_on,
          CASE WHEN i % 5 < 3 THEN NULL ELSE DATE '2022-03-05' + CAST(i * 4 // 3 + 40 + (i * 13) % 150 AS INTEGER) END AS ended_on,
          CAST(19 + (i * 7 + i // 4) % 4 * 10 AS DECIMAL(6,2)) + 0.99 AS monthly_fee_gbp,
          CAST((i * 11) % 24 AS INTEGER) AS visits_last_month,
          CASE WHEN i % 4 = 1 THEN NULL ELSE ['Dan', 'Priya', 'Marcus', 'Elena'][1 + (i * 7 + i // 6) % 4] END AS personal_trainer,
          CAST(17 + (i * 29) % 52 AS INTEGER) AS age,
          ['F', 'M'][1 + (i * 3 + i // 5) % 2] AS gender,
          i % 6 = 2 AS referred,
          ['card', 'direct debit', 'cash'][1 + (i * 5 + i // 8) % 3] AS payment_method
        FROM range(590) t(i)
        """);
    tables.put(
        "inmuebles",
        """
        SELECT
          'REF' || (100 + i) AS "Referencia",
          ['Chamberí', 'Salamanca', 'Retiro', 'Lavapiés', 'Tetuán'][1 + (i * 7 + i // 8) % 5] AS "Barrio",
          ['piso', 'casa', 'ático', 'estudio'][1 + (i * 5 + i // 6) % 4] AS "TipoInmueble",
          ['venta', 'alquiler'][1 + (i * 3 + i // 7) % 2] AS "Operacion",
          CAST((i * 7717 % 90000) * 10 + 65000 AS DECIMAL(12,2)) AS "PrecioEur",
          CAST(28 + (i * 37) % 190 AS INTEGER) AS "SuperficieM2",
          CAST(1 + (i * 7 + i // 5) % 5 AS INTEGER) AS "Habitaciones",
          CAST(1 + (i * 3 + i // 4) % 3 AS INTEGER) AS "Banos",
          DATE '2022-11-02' + CAST(i AS INTEGER) AS "FechaPublicacion",
          CASE WHEN i % 3 = 1 THEN NULL ELSE DATE '2022-11-02' + CAST(i + 8 + (i * 17) % 70 AS INTEGER) END AS "FechaCierre",
          ['Nuria', 'Iván', 'Sofía', 'Óscar'][1 + (i * 5 + i // 9) % 4] AS "Agente",
          i % 7 < 4 AS "Ascensor",
          ['disponible', 'reservado', 'cerrado'][1 + (i * 11 + i // 4) % 3] AS "Estado"
        FROM range(520) t(i)
        """);
    tables.put(
        "claims",
        """
        SELECT
          'CLM-' || (5000 + i) AS claim_no,
          ['motor', 'home', 'travel', 'pet'][1 + (i * 5 + i // 8) % 4] AS policy_type,
          'P' || (100 + (i * 37) % 83) AS policy_holder_id,
          ['North', 'South', 'East', 'West', 'Midlands'][1 + (i * 7 + i // 6) % 5] AS region,
          ['theft', 'fire', 'flood', 'accident', 'breakage'][1 + (i * 3 + i // 9) % 5] AS loss_cause,
          DATE '2022-07-01' + CAST(i AS INTEGER) AS reported_date,
          CASE WHEN i % 4 = 3 THEN NULL ELSE DATE '2022-07-01' + CAST(i + 9 + (i * 11) % 80 AS INTEGER) END AS settled_date,
          CAST((i * 8837 % 900000) / 100.0 + 120 AS DECIMAL(10,2)) AS claim_amount,
          CASE WHEN i % 4 = 3 THEN NULL ELSE CAST((i * 6211 % 700000) / 100.0 + 60 AS DECIMAL(10,2)) END AS paid_amount,
          CAST((i * 13) % 6 * 50 AS INTEGER) AS deductible,
          ['open', 'approved', 'rejected', 'approved'][1 + (i * 7 + i // 5) % 4] AS status,
          ['J. Reed', 'L. Frost', 'A. Singh'][1 + (i * 5 + i // 7) % 3] AS adjuster,
          i % 15 = 4 AS fraud_flag
        FROM range(640) t(i)
        """);
    tables.put(
        "sessoes",
        """
        SELECT
          CAST(1 + i AS INTEGER) AS cod_sessao,
          ['Cidade Alta', 'Noite Azul', 'O Farol', 'Sertão', 'A Viagem', 'Meia Luz'][1 + (i * 5 + i // 8) % 6] AS filme,
          ['drama', 'comédia', 'terror', 'animação'][1 + (i * 7 + i // 9) % 4] AS genero,
          ['Sala 1', 'Sala 2', 'Sala VIP'][1 + (i * 5 + i // 6) % 3] AS sala,
          ['Shopping Norte', 'Centro', 'Praia'][1 + (i * 3 + i // 7) % 3] AS cinema,
          TIMESTAMP '2023-02-01 14:00:00' + to_minutes(CAST(i * 907 AS BIGINT)) AS horario_inicio,
          CAST(80 + (i * 17) % 75 AS INTEGER) AS duracao_min,
          CAST(60 + (i * 7) % 5 * 40 AS INTEGER) AS lugares,
          CAST(10 + (i * 71) % 50 AS INTEGER) AS ingressos_vendidos,
          CAST((i * 4517 % 160000) / 100.0 + 90 AS DECIMAL(9,2)) AS bilheteria,
          CAST((i * 1979 % 60000) / 100.0 AS DECIMAL(9,2)) AS venda_pipoca,
          i % 3 = 0 AS legendado,
          i % 5 = 1 AS sessao_3d,
          CASE WHEN i % 9 = 2 THEN NULL ELSE CAST(1 + (i * 7) % 5 AS INTEGER) END AS nota_publico
        FROM range(720) t(i)
        """);
    return tables;
  }
}
