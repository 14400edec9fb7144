package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of a vet clinic, recruiting, city trees, traffic fines and shared bikes. */
final class RoundATables {
  private RoundATables() {}

  /** Each table's SELECT, by its name. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "vet_appointments",
        """
        SELECT
          CAST(20001 + i AS INTEGER) AS appointment_id,
          DATE '2022-01-10' + CAST(d - CASE WHEN h3 % 9 = 2 THEN 0 ELSE h2 % 45 END AS INTEGER) AS booked_on,
          TIMESTAMP '2022-01-10 08:00:00' + to_days(CAST(d AS INTEGER)) + to_minutes(CAST(h1 % 38 * 15 AS BIGINT)) AS appointment_at,
          ['Bella', 'Max', 'Luna', 'Charlie', 'Milo', 'Nala', 'Rocky', 'Coco', 'Simba', 'Daisy', 'Oscar', 'Ruby', 'Biscuit'][1 + k % 13] AS pet_name,
          s AS species,
          ['Emma', 'Liam', 'Sofia', 'Noah', 'Grace', 'Ethan', 'Chloe', 'Jack', 'Isla', 'Ben'][1 + k % 10] || ' ' || ['Turner', 'Walsh', 'Patel', 'Novak', 'Clarke', 'Hughes', 'Larsen', 'Byrne'][1 + k // 10 % 8] AS owner_name,
          CASE WHEN h2 % 17 = 5 THEN NULL ELSE ['Dr. Hale', 'Dr. Okafor', 'Dr. Lindqvist', 'Dr. Moss', 'Dr. Hale'][1 + h2 % 5] END AS vet,
          ['vaccination', 'check-up', 'dental', 'surgery', 'injury', 'check-up', 'vaccination', 'check-up'][1 + h3 % 8] AS reason,
          CAST(10 + (h3 * 7 + h1) % 81 + CASE WHEN i = 547 THEN 50 WHEN h3 % 8 = 3 THEN 35 ELSE 0 END AS INTEGER) AS duration_min,
          CAST(CASE s WHEN 'dog' THEN 4 + h2 % 4100 / 100.0 WHEN 'cat' THEN 2.5 + h2 % 480 / 100.0 WHEN 'rabbit' THEN 1 + h2 % 220 / 100.0 ELSE 0.3 + h2 % 90 / 100.0 END AS DECIMAL(5,2)) AS weight_kg,
          CAST(25 + h1 % 17600 / 100.0 + CASE WHEN h3 % 8 = 3 THEN 210 ELSE 0 END AS DECIMAL(8,2)) AS fee,
          CASE WHEN h1 % 5 = 1 THEN NULL ELSE CAST(3 + h2 % 7900 / 100.0 AS DECIMAL(8,2)) END AS medication_cost,
          h3 % 9 = 2 AS is_emergency,
          h3 % 9 <> 2 AND h1 % 13 = 4 AS no_show
        FROM (
          SELECT
            *,
            ['dog', 'cat', 'dog', 'rabbit', 'cat', 'dog', 'parrot', 'cat', 'dog'][1 + k % 9] AS s
          FROM (
            SELECT
              i,
              (i * 2654435761 + 97) % 4294967296 // 256 AS h1,
              (i * i * 69069 + i * 1103515245 + 12345) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 11) % 1000003 AS h3,
              (i * i * 7 + i * 53 + i // 7 * 5) % 79 AS k,
              (i * 9500 - i * i * 2) // 10000 AS d
            FROM range(1200) t(i)))
        """);
    tables.put(
        "applications",
        """
        SELECT
          'APP-' || (3100 + i) AS "ApplicationId",
          ['Amelia', 'Bruno', 'Carmen', 'Deepak', 'Elif', 'Felix', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kavya', 'Leo', 'Maya', 'Niko', 'Oriol', 'Petra', 'Quinn', 'Rafael', 'Saskia', 'Tariq', 'Uma', 'Viktor', 'Wanda', 'Xavier', 'Yara', 'Zoran', 'Alma', 'Boris', 'Clara', 'Dario', 'Edda'][1 + i % 31]
            || ' '
            || ['Abbott', 'Brandt', 'Costa', 'Dunne', 'Eriksen', 'Fischer', 'Gomez', 'Haddad', 'Ivanova', 'Jensen', 'Kaya', 'Lopes', 'Meyer', 'Nguyen', 'Osei', 'Petrov', 'Quist', 'Rossi', 'Schmidt', 'Tanaka', 'Ueda', 'Varga', 'Weber', 'Xu', 'Young', 'Zapata', 'Aydin', 'Bauer', 'Cole', 'Drake', 'Evans'][1 + (i // 31 + i * 7) % 31] AS "CandidateName",
          ['Data Analyst', 'Backend Developer', 'Sales Manager', 'HR Assistant', 'Accountant', 'Backend Developer'][1 + j] AS "JobTitle",
          ['Engineering', 'Engineering', 'Sales', 'People', 'Finance', 'Engineering'][1 + j] AS "Department",
          ['LinkedIn', 'Referral', 'Careers Page', 'Agency', 'LinkedIn', 'Job Fair', 'Careers Page'][1 + h3 % 7] AS "Source",
          DATE '2022-06-01' + CAST(d AS INTEGER) AS "AppliedOn",
          CASE WHEN g = 'Hired' THEN DATE '2022-06-01' + CAST(d + 12 + h2 % 50 AS INTEGER) END AS "HiredOn",
          g AS "Stage",
          CASE WHEN h1 % 19 = 3 THEN NULL ELSE ['Olivia Grant', 'Peter Vance', 'Rosa Lima', 'Samir Aziz'][1 + h2 % 9 % 4] END AS "Recruiter",
          CAST(h3 % 19 AS INTEGER) AS "YearsExperience",
          CAST(p AS DECIMAL(10,2)) AS "ExpectedSalary",
          CASE WHEN g IN ('Hired', 'Offer') THEN CAST(p - 3000 + h2 % 41 * 125 AS DECIMAL(10,2)) END AS "OfferedSalary",
          CASE WHEN g = 'Screening' OR h1 % 10 = 7 THEN NULL ELSE CAST(38 + h2 % 61 AS INTEGER) END AS "InterviewScore",
          h2 % 5 < 3 AS "RemoteOk"
        FROM (
          SELECT
            *,
            CASE WHEN i > 800 THEN ['Screening', 'Interview', 'Screening', 'Rejected'][1 + h3 % 4] ELSE ['Rejected', 'Hired', 'Rejected', 'Interview', 'Rejected', 'Offer', 'Hired', 'Rejected', 'Screening'][1 + (h1 + h3) % 9] END AS g,
            28000 + j * 4250 + h3 % 19 * 900 + h1 % 53 * 250 AS p
          FROM (
            SELECT
              i,
              (i * 2654435761 + 503) % 4294967296 // 512 AS h1,
              (i * i * 69069 + i * 1103515245 + 777) % 2147483647 // 32 AS h2,
              (i * i * 48271 + i * 16807 + 1931) % 1000003 AS h3,
              (i * i * 5 + i * 31 + i // 9) % 97 % 6 AS j,
              (i * 10500 - i * i * 3) // 10000 AS d
            FROM range(930) t(i)))
        """);
    tables.put(
        "arvores",
        """
        SELECT
          'ARV-' || (10200 + i) AS codigo_arvore,
          e AS especie,
          ['Alvalade', 'Benfica', 'Graça', 'Marvila', 'Ajuda', 'Olivais', 'Benfica'][1 + h3 % 7] AS bairro,
          DATE '1996-02-03' + CAST(h1 % 10180 AS INTEGER) AS data_plantio,
          CASE WHEN h2 % 6 = 1 THEN NULL ELSE DATE '2020-01-06' + CAST(h2 % 1588 AS INTEGER) END AS ultima_poda,
          CAST(2.5 + (h3 % 1700) / 100.0 + CASE e WHEN 'Choupo' THEN 6 WHEN 'Oliveira' THEN -1 ELSE 0 END AS DECIMAL(5,2)) AS altura_m,
          CAST(8 + h2 % 83 AS INTEGER) AS diametro_cm,
          CAST(4 + h1 % 97 AS INTEGER) AS area_copa_m2,
          ['bom', 'razoável', 'bom', 'mau', 'bom', 'razoável'][1 + (h1 + h2) % 6] AS estado_sanitario,
          (h1 + h2) % 6 = 3 AND h3 % 3 > 0 OR h3 % 31 = 8 AS risco_queda,
          h1 % 12 = 5 AS protegida,
          CAST((h2 * 3 + h3) % 31000 / 100.0 + 15 AS DECIMAL(8,2)) AS custo_manutencao,
          CASE WHEN h3 % 14 = 6 THEN NULL ELSE ['Carla Nunes', 'Duarte Pinto', 'Helena Reis', 'Nuno Faria'][1 + h2 % 11 % 4] END AS responsavel
        FROM (
          SELECT *, ['Jacarandá', 'Plátano', 'Tília', 'Oliveira', 'Choupo', 'Plátano', 'Lódão', 'Jacarandá'][1 + (h1 // 5 + h3) % 8] AS e
          FROM (
            SELECT
              i,
              (i * 2654435761 + 211) % 4294967296 // 256 AS h1,
              (i * i * 69069 + i * 1103515245 + 4099) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 613) % 1000003 AS h3
            FROM range(1050) t(i)))
        """);
    tables.put(
        "multas",
        """
        SELECT
          'EXP-' || (77000 + i) AS "NumExpediente",
          d AS "FechaInfraccion",
          CASE WHEN h2 % 10 < 3 OR i > 1250 AND h1 % 88 > 15 THEN NULL ELSE d + CAST(3 + h1 % 88 AS INTEGER) END AS "FechaPago",
          ['Centro', 'Arganzuela', 'Chamartín', 'Vallecas', 'Moncloa', 'Centro', 'Vallecas'][1 + h2 % 7] AS "Distrito",
          ['exceso de velocidad', 'aparcamiento indebido', 'semáforo en rojo', 'uso del móvil', 'aparcamiento indebido', 'sin cinturón', 'exceso de velocidad', 'aparcamiento indebido'][1 + v] AS "TipoInfraccion",
          ['turismo', 'motocicleta', 'furgoneta', 'turismo', 'camión', 'turismo'][1 + (h1 // 3) % 6] AS "TipoVehiculo",
          CASE WHEN v IN (0, 6) THEN NULL ELSE ['Marina Soto', 'Raúl Vega', 'Pilar Cano', 'Jorge Luna'][1 + h1 % 9 % 4] END AS "Agente",
          CASE WHEN v IN (0, 6) THEN CAST(57 + h2 % 104 + CASE WHEN i = 1103 THEN 19 ELSE 0 END AS INTEGER) END AS "VelocidadKmh",
          CAST([300, 90, 200, 200, 60, 120, 100, 90][1 + v] + h1 % 17 * 10 AS DECIMAL(8,2)) AS "ImporteEur",
          CASE WHEN h2 % 10 >= 3 AND i <= 1250 AND h1 % 88 > 57 THEN CAST(12 + h3 % 5300 / 100.0 AS DECIMAL(8,2)) END AS "RecargoEur",
          CAST([4, 0, 4, 3, 0, 3, 2, 0][1 + v] AS INTEGER) AS "PuntosRetirados",
          h3 % 8 = 5 AS "Recurrida"
        FROM (
          SELECT *, DATE '2021-11-15' + CAST((i * 5000 + i * i) // 10000 + i * i // 50000 AS INTEGER) AS d, h3 % 8 AS v
          FROM (
            SELECT
              i,
              (i * 2654435761 + 1301) % 4294967296 // 1024 AS h1,
              (i * i * 69069 + i * 1103515245 + 8111) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 401) % 1000003 AS h3
            FROM range(1360) t(i)))
        """);
    tables.put(
        "bike_trips",
        """
        SELECT
          CAST(500100 + i AS INTEGER) AS "Trip ID",
          s AS "Start Time",
          s + to_minutes(CAST(m AS BIGINT)) AS "End Time",
          ['Central Park', 'Dock Street', 'University', 'City Hall', 'Harbour', 'Museum', 'Central Park'][1 + h1 % 7] AS "From Station",
          ['Harbour', 'City Hall', 'Museum', 'Dock Street', 'Central Park', 'University', 'City Hall', 'Harbour'][1 + h3 % 8] AS "To Station",
          b AS "Bike Type",
          ['member', 'casual', 'member', 'tourist', 'member'][1 + h2 % 5] AS "Rider Type",
          CAST(m * (0.08 + h3 % 190 / 1000.0) AS DECIMAL(6,2)) AS "Distance Km",
          CAST(1 + m * 0.11 + h1 % 173 / 100.0 + CASE b WHEN 'cargo' THEN 2.4 WHEN 'electric' THEN 0.9 ELSE 0 END AS DECIMAL(7,2)) AS "Fare",
          CASE WHEN h2 % 4 = 1 THEN NULL ELSE CAST(1 + (h3 % 23 + h1 % 3) % 5 AS INTEGER) END AS "Rating",
          h3 % 10 < 4 AS "Helmet Used",
          CASE WHEN h1 % 6 > 0 THEN NULL ELSE ['SPRING10', 'WELCOME', 'STUDENT'][1 + h2 % 3] END AS "Promo Code",
          h2 % 29 = 11 AS "Refunded"
        FROM (
          SELECT
            *,
            TIMESTAMP '2022-09-01 05:30:00' + to_days(CAST(greatest(0, i * 2 // 5 - CASE WHEN i % 5 IN (1, 3) AND h3 % 2 = 0 THEN h1 % 43 ELSE 0 END) AS INTEGER)) + to_minutes(CAST((h2 // 7) % 1020 AS BIGINT)) AS s,
            3 + h1 % 89 AS m,
            ['classic', 'electric', 'classic', 'cargo', 'electric', 'classic'][1 + h3 // 11 % 6] AS b
          FROM (
            SELECT
              i,
              (i * 2654435761 + 3019) % 4294967296 // 128 AS h1,
              (i * i * 69069 + i * 1103515245 + 23) % 2147483647 // 16 AS h2,
              (i * i * 48271 + i * 16807 + 9001) % 1000003 AS h3
            FROM range(1560) t(i)))
        """);
    return tables;
  }
}
