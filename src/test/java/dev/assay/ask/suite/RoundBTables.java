package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of restaurant checks, production runs, blood donations, forest fires and ads. */
final class RoundBTables {
  private RoundBTables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "dining_checks",
        """
        SELECT
          CAST(81000 + i AS INTEGER) AS check_no,
          o AS opened_at,
          o + to_minutes(CAST(22 + (h1 * 3 + h2) % 118 AS BIGINT)) AS closed_at,
          ['Riverside', 'Old Town', 'Station Square', 'Riverside', 'Old Town', 'Riverside', 'Station Square'][1 + h3 % 7] AS branch,
          CASE
            WHEN h2 % 21 = 8 THEN NULL
            ELSE CASE h3 % 7 WHEN 1 THEN ['Gina', 'Marco', 'Tess'] WHEN 4 THEN ['Marco', 'Tess', 'Gina'] ELSE ['Yusuf', 'Paula', 'Marco'] END[1 + h1 % 3]
          END AS server_name,
          ['breakfast', 'lunch', 'dinner', 'dinner', 'lunch', 'dinner'][1 + v] AS service,
          CAST(CASE WHEN i = 902 THEN 17 ELSE 1 + (h2 // 3) % 9 * (h1 % 2) + h1 % 4 END AS INTEGER) AS guests,
          CAST((9 + h3 % 2600 / 100.0) * (1 + (h2 // 3) % 9 * (h1 % 2) + h1 % 4) AS DECIMAL(9,2)) AS food_total,
          CAST(2.5 + (h1 + h3) % 8700 / 100.0 AS DECIMAL(9,2)) AS drinks_total,
          CASE WHEN h3 % 6 = 2 THEN NULL ELSE CAST(0.5 + h2 % 2390 / 100.0 AS DECIMAL(8,2)) END AS tip,
          ['card', 'cash', 'card', 'voucher', 'card', 'cash', 'card', 'card'][1 + h1 // 7 % 8] AS payment_type,
          h2 % 7 < 3 AS had_reservation,
          CASE WHEN h1 % 5 < 2 THEN NULL ELSE CAST(1 + (h3 // 7 + h2 % 3) % 5 AS INTEGER) END AS review_score
        FROM (
          SELECT
            *,
            TIMESTAMP '2022-01-03 00:00:00' + to_days(CAST((i * 8000 - i * i * 15 // 10) // 10000 AS INTEGER)) + to_minutes(CAST([450, 720, 1110, 1095, 735, 1140][1 + v] + h3 % 141 AS BIGINT)) AS o
          FROM (
            SELECT
              i,
              (i * 2654435761 + 41) % 4294967296 // 256 AS h1,
              (i * i * 69069 + i * 1103515245 + 5003) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 7177) % 1000003 AS h3,
              (i * i * 3 + i * 17 + i // 5) % 89 % 6 AS v
            FROM range(1400) t(i)))
        """);
    tables.put(
        "production_runs",
        """
        SELECT
          'RUN-' || (6000 + i) AS "RunId",
          ['Gdansk', 'Leon', 'Bergamo', 'Leon', 'Gdansk', 'Leon'][1 + h3 % 6] AS "Plant",
          ['Oat Bar', 'Rice Cracker', 'Granola', 'Protein Ball', 'Muesli', 'Oat Bar', 'Granola'][1 + h1 // 3 % 7] AS "Product",
          d AS "StartedOn",
          CASE WHEN h2 % 13 = 6 OR i > 960 THEN NULL ELSE d + CAST(1 + h1 % 17 AS INTEGER) END AS "ReleasedOn",
          ['morning', 'evening', 'night', 'morning'][1 + h2 % 4] AS "Shift",
          CAST(p AS INTEGER) AS "PlannedUnits",
          CAST(p - 300 + (h1 + h2) % 400 AS INTEGER) AS "ProducedUnits",
          CAST(3 + h2 % (p // 25) AS INTEGER) AS "RejectedUnits",
          CASE WHEN h3 % 5 = 1 THEN NULL ELSE CAST(2 + h2 % 167 + h1 // 3 % 7 * 4 AS INTEGER) END AS "DowntimeMin",
          CAST(p * (0.3 + h3 % 410 / 1000.0) AS DECIMAL(10,2)) AS "MaterialCostEur",
          CASE WHEN h1 % 16 = 9 THEN NULL ELSE ['Agata Nowak', 'Ivan Prieto', 'Lucia Ferri', 'Tom Becker'][1 + h2 % 7 % 4] END AS "Supervisor",
          h3 % 11 <> 4 AS "PassedInspection"
        FROM (
          SELECT *, DATE '2022-02-07' + CAST((i * 9800 - i * i * 16 // 10) // 10000 AS INTEGER) AS d, 1200 + h3 % 37 * 100 AS p
          FROM (
            SELECT
              i,
              (i * 2654435761 + 1709) % 4294967296 // 512 AS h1,
              (i * i * 69069 + i * 1103515245 + 15013) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 23) % 1000003 AS h3
            FROM range(1010) t(i)))
        """);
    tables.put(
        "coletas_sangue",
        """
        SELECT
          CAST(300200 + i AS INTEGER) AS "CodigoColeta",
          ['Adriana', 'Caio', 'Débora', 'Edson', 'Flávia', 'Gustavo', 'Heloísa', 'Igor', 'Jéssica', 'Kleber', 'Lívia'][1 + k % 11] || ' ' || ['Moraes', 'Teles', 'Barros', 'Queiroz', 'Peixoto', 'Lacerda', 'Dantas', 'Rocha', 'Vieira', 'Amaral', 'Bastos', 'Farias', 'Neves'][1 + k % 13] AS "NomeDoador",
          d AS "DataColeta",
          d + CAST(35 + h1 % 8 AS INTEGER) AS "DataValidade",
          ['Recife', 'Campinas', 'Curitiba', 'Belém', 'Vitória', 'Campinas', 'Recife', 'Campinas'][1 + h3 % 8] AS "Hemocentro",
          ['O+', 'A+', 'O+', 'B+', 'A+', 'O-', 'AB+', 'O+', 'A-', 'A+'][1 + k % 10] AS "TipoSanguineo",
          CASE WHEN h2 % 18 = 4 THEN NULL ELSE ['Sandra Melo', 'Otávio Cruz', 'Priscila Leal', 'Renato Dias'][1 + h3 % 9 % 4] END AS "Enfermeiro",
          CAST(18 + (k * 29 + k // 4) % 48 AS INTEGER) AS "IdadeDoador",
          CAST(CASE WHEN h2 % 33 = 7 THEN 180 + h1 % 90 ELSE 400 + h1 % 91 END AS INTEGER) AS "VolumeMl",
          CAST(12.5 + (h2 + h3) % 490 / 100.0 AS DECIMAL(4,2)) AS "Hemoglobina",
          h1 % 9 = 3 AS "PrimeiraDoacao",
          h2 % 33 = 7 OR h3 % 23 < 2 AS "Descartada",
          CASE WHEN h2 % 33 = 7 THEN 'volume insuficiente' WHEN h3 % 23 < 2 THEN ['sorologia', 'hemólise', 'sorologia'][1 + h1 % 3] END AS "MotivoDescarte"
        FROM (
          SELECT *, DATE '2021-10-04' + CAST((i * 7100 + i * i * 2 // 10) // 10000 + h1 % 6 AS INTEGER) AS d
          FROM (
            SELECT
              i,
              (i * 2654435761 + 881) % 4294967296 // 256 AS h1,
              (i * i * 69069 + i * 1103515245 + 631) % 2147483647 // 32 AS h2,
              (i * i * 48271 + i * 16807 + 30011) % 1000003 AS h3,
              (i * i * 11 + i * 47 + i // 6 * 5) % 139 AS k
            FROM range(1290) t(i)))
        """);
    tables.put(
        "incendios",
        """
        SELECT
          'IF-' || (1500 + i) AS id_incendio,
          f AS fecha_deteccion,
          CASE WHEN i > 1004 AND h2 % 3 > 0 THEN NULL ELSE f + to_hours(CAST(2 + (h1 + h2) % 130 AS INTEGER)) END AS fecha_extincion,
          ['Ourense', 'Cáceres', 'Huelva', 'Zamora', 'Teruel', 'León', 'Ourense', 'Zamora'][1 + h2 % 8] AS provincia,
          ['negligencia', 'intencionado', 'rayo', 'desconocida', 'intencionado', 'línea eléctrica', 'negligencia'][1 + h1 // 5 % 7] AS causa,
          CAST(a AS DECIMAL(9,2)) AS superficie_total_ha,
          CAST(a * (h3 % 83) / 100.0 AS DECIMAL(9,2)) AS superficie_arbolada_ha,
          CAST(CASE WHEN a > 60 THEN 1 + h2 % 14 ELSE h2 % 3 END AS INTEGER) AS medios_aereos,
          CAST(6 + h1 % 171 AS INTEGER) AS bomberos,
          CAST(CASE WHEN h3 % 5 = 0 THEN 4 + h2 % 310 ELSE 0 END AS INTEGER) AS personas_evacuadas,
          CAST(1800 + a * 95 + h1 % 900000 / 100.0 AS DECIMAL(12,2)) AS coste_extincion,
          h3 % 7 = 2 AS espacio_protegido,
          CASE WHEN h1 % 12 = 7 THEN NULL ELSE ['Alicia Prado', 'Benito Roca', 'Celia Marín', 'Damián Ortiz'][1 + h2 % 11 % 4] END AS director_extincion
        FROM (
          SELECT
            *,
            TIMESTAMP '2021-09-02 00:00:00' + to_days(CAST((i * 11200 - i * i * 2) // 10000 + h2 % 9 AS INTEGER)) + to_minutes(CAST((h3 * 7 + h1) % 1440 AS BIGINT)) AS f,
            0.4 + h2 % 997 * (h2 % 997) * (h1 % 89) / 60000.0 AS a
          FROM (
            SELECT
              i,
              (i * 2654435761 + 2203) % 4294967296 // 256 AS h1,
              (i * i * 69069 + i * 1103515245 + 1117) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 5519) % 1000003 AS h3
            FROM range(1060) t(i)))
        """);
    tables.put(
        "ad_results",
        """
        SELECT
          CAST(70500 + i AS INTEGER) AS "Ad ID",
          ['Back to School', 'Summer Sale', 'Brand Awareness', 'Black Friday', 'New Arrivals', 'Brand Awareness', 'Summer Sale', 'New Arrivals'][1 + h3 % 8] AS "Campaign Name",
          p AS "Platform",
          ['video', 'image', 'carousel', 'image', 'video'][1 + h1 % 5] AS "Ad Format",
          d AS "Launch Date",
          CASE WHEN i > 905 AND h2 % 4 > 0 OR h2 % 31 = 12 THEN NULL ELSE d + CAST(3 + h1 % 26 AS INTEGER) END AS "End Date",
          CAST(n AS INTEGER) AS "Impressions",
          CAST(n * c // 1000 AS INTEGER) AS "Clicks",
          CAST(n * c // 1000 * (10 + h1 % 70) // 1000 AS INTEGER) AS "Conversions",
          CAST(b AS DECIMAL(9,2)) AS "Budget Usd",
          CAST(b * (0.62 + h2 % 430 / 1000.0) AS DECIMAL(9,2)) AS "Spend Usd",
          CASE WHEN h3 % 15 = 6 THEN NULL ELSE ['Naomi Field', 'Oscar Lind', 'Pia Roth', 'Naomi Field', 'Oscar Lind'][1 + h2 % 5] END AS "Account Manager",
          h2 % 6 = 1 AS "Is Retargeting"
        FROM (
          SELECT
            *,
            ['Instagram', 'Google', 'TikTok', 'YouTube', 'Google', 'Instagram', 'Google'][1 + h2 // 5 % 7] AS p,
            DATE '2022-01-12' + CAST((i * 10500 - i * i * 2) // 10000 + h3 % 5 AS INTEGER) AS d,
            4000 + h1 % 91000 AS n,
            8 + h3 % 37 AS c,
            150 + h1 % 67 * 25 AS b
          FROM (
            SELECT
              i,
              (i * 2654435761 + 607) % 4294967296 // 128 AS h1,
              (i * i * 69069 + i * 1103515245 + 9151) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 809) % 1000003 AS h3
            FROM range(980) t(i)))
        """);
    return tables;
  }
}
