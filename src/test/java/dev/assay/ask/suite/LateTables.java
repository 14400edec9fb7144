package dev.assay.ask.suite;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables with two dates, two amounts, missing values and names that people write badly. */
final class LateTables {
  private LateTables() {}

  /** SELECTs by the name of their source. */
  static Map<String, String> all() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "subscriptions",
        """
        SELECT
          CAST(9000 + i AS INTEGER) AS sub_id,
          'Account ' || (1 + (i * 37) % 58) AS account,
          ['Basic', 'Pro', 'Team', 'Enterprise', 'Basic', 'Pro'][1 + (i * 7 + i // 5) % 6] AS plan,
          ['monthly', 'annual', 'monthly'][1 + (i * 5 + i // 7) % 3] AS "Billing Cycle",
          DATE '2022-02-01' + CAST(i * 2 + (i * i) % 5 AS INTEGER) AS started_on,
          CASE WHEN i % 4 = 1 THEN DATE '2022-02-01' + CAST(i * 2 + 30 + (i * 17) % 200 AS INTEGER) END AS cancelled_on,
          CAST(1 + (i * 11) % 40 + CASE WHEN i % 50 = 0 THEN 200 ELSE 0 END AS INTEGER) AS seats,
          CAST((i * 6073 % 90000) / 100.0 + 19 AS DECIMAL(10,2)) AS mrr_usd,
          CAST((i * 911 % 3000) / 100.0 AS DECIMAL(10,2)) AS discount_usd,
          ['active', 'cancelled', 'trial', 'past due', 'active'][1 + (i * 13 + i // 8) % 5] AS status,
          CASE WHEN i % 10 = 3 THEN NULL ELSE ['Ireland', 'Canada', 'Japan', 'Chile'][1 + (i * 3 + i // 6) % 4] END AS country
        FROM range(400) t(i)
        """);
    tables.put(
        "shipments",
        """
        SELECT
          'SH-' || (20000 + i) AS shipment_no,
          ['Acme', 'Borealis', 'Cobalt', 'Dunmore', 'Everly', 'Fenwick', 'Gantry'][1 + (i * 5 + i // 9) % 7] AS customer_name,
          ['DHL', 'UPS', 'Maersk', 'FedEx'][1 + (i * 3 + i // 7) % 4] AS carrier,
          ['Rotterdam', 'Hamburg', 'Valencia'][1 + (i * 7 + i // 4) % 3] AS origin_city,
          ['Oslo', 'Lyon', 'Hamburg', 'Porto', 'Gdansk'][1 + (i * 11 + i // 6) % 5] AS destination_city,
          TIMESTAMP '2023-06-05 05:10:00' + to_minutes(CAST(i * 733 AS BIGINT)) AS shipped_at,
          CASE WHEN i % 9 = 4 THEN NULL ELSE TIMESTAMP '2023-06-05 05:10:00' + to_minutes(CAST(i * 733 + 900 + (i * 977) % 11000 AS BIGINT)) END AS delivered_at,
          round(2 + (i * 389 % 7000) / 13.0, 1) AS weight_kg,
          CAST((i * 4421 % 60000) / 100.0 + 25 AS DECIMAL(10,2)) AS freight_cost,
          CAST((i * 7717 % 900000) / 100.0 + 100 AS DECIMAL(12,2)) AS declared_value,
          ['delivered', 'in transit', 'lost', 'delivered', 'delivered'][1 + (i * 9 + i // 8) % 5] AS status
        FROM range(620) t(i)
        """);
    tables.put(
        "notas",
        """
        SELECT
          CAST(i AS INTEGER) AS id,
          ['Bruno', 'Camila', 'Diego', 'Elisa', 'Fábio', 'Gabriela', 'Heitor', 'Íris', 'João', 'Karen', 'Lucas'][1 + (i * 7 + i // 11) % 11] AS aluno,
          ['7A', '7B', '8A'][1 + (i * 5 + i // 9) % 3] AS turma,
          ['Matemática', 'História', 'Ciências', 'Inglês'][1 + (i * 3 + i // 5) % 4] AS disciplina,
          ['Sra. Prado', 'Sr. Lima', 'Sra. Couto'][1 + (i * 11 + i // 6) % 3] AS professor,
          DATE '2023-08-07' + CAST(i * 2 // 3 AS INTEGER) AS data_prova,
          CASE WHEN i % 12 = 5 THEN NULL ELSE CAST((i * 37 % 101) / 10.0 AS DECIMAL(4,1)) END AS nota,
          CAST((i * 13) % 6 AS INTEGER) AS faltas
        FROM range(390) t(i)
        """);
    tables.put(
        "reservas",
        """
        SELECT
          CAST(300 + i AS INTEGER) AS reserva,
          'Socio ' || (1 + (i * 41) % 67) AS socio,
          ['Yoga', 'Spinning', 'Natación', 'Boxeo'][1 + (i * 7 + i // 6) % 4] AS clase,
          ['Centro', 'Playa', 'Norte'][1 + (i * 5 + i // 4) % 3] AS sede,
          DATE '2023-10-02' + CAST(i // 2 AS INTEGER) AS fecha_reserva,
          DATE '2023-10-02' + CAST(i // 2 + (i * 3) % 9 AS INTEGER) AS fecha_clase,
          CAST((i * 313 % 3000) / 100.0 + 6 AS DECIMAL(8,2)) AS importe,
          CAST((i * 119 % 500) / 100.0 AS DECIMAL(8,2)) AS descuento,
          CASE WHEN i % 14 = 2 THEN NULL ELSE CAST(1 + (i * 3) % 5 AS INTEGER) END AS valoracion,
          ['confirmada', 'anulada', 'confirmada', 'pendiente'][1 + (i * 9 + i // 7) % 4] AS estado
        FROM range(440) t(i)
        """);
    tables.put(
        "admissions",
        """
        SELECT
          'A' || (4000 + i) AS admission_no,
          CAST(1 + (i * 61) % 150 AS INTEGER) AS patient_id,
          ['Oncology', 'Maternity', 'ICU', 'Orthopedics'][1 + (i * 3 + i // 6) % 4] AS department,
          'Dr. ' || ['Hale', 'Ibarra', 'Jansen', 'Kaur', 'Lund'][1 + (i * 7 + i // 9) % 5] AS physician,
          DATE '2022-11-05' + CAST(i AS INTEGER) AS admit_date,
          CASE WHEN i % 11 = 7 THEN NULL ELSE DATE '2022-11-05' + CAST(i + (i * 5) % 14 AS INTEGER) END AS discharge_date,
          CAST((i * 7703 % 950000) / 100.0 + 310 AS DECIMAL(12,2)) AS billed_amount,
          CAST((i * 7703 % 950000) / 130.0 + 100 AS DECIMAL(12,2)) AS paid_amount,
          ['home', 'transferred', 'deceased', 'home', 'home'][1 + (i * 11 + i // 4) % 5] AS outcome,
          ['public', 'private', 'none'][1 + (i * 5 + i // 8) % 3] AS insurance,
          CAST(1 + (i * 7) % 97 AS INTEGER) AS age,
          round(14 + (i * 31 % 300) / 17.0, 1) AS bmi
        FROM range(530) t(i)
        """);
    tables.put(
        "fretes",
        """
        SELECT
          CAST(800 + i AS INTEGER) AS frete_id,
          ['Ana Ltda', 'Beta SA', 'Ciclo', 'Delta', 'Épico', 'Foz'][1 + (i * 5 + i // 7) % 6] AS cliente,
          ['Recife', 'Natal', 'Manaus', 'Belém'][1 + (i * 3 + i // 5) % 4] AS cidade_origem,
          ['Recife', 'Curitiba', 'Santos'][1 + (i * 7 + i // 6) % 3] AS cidade_destino,
          DATE '2023-03-01' + CAST(i * 5 // 6 AS INTEGER) AS data_coleta,
          CASE WHEN i % 8 = 3 THEN NULL ELSE DATE '2023-03-01' + CAST(i * 5 // 6 + 2 + (i * 3) % 9 AS INTEGER) END AS data_entrega,
          CAST((i * 3559 % 240000) / 100.0 + 45 AS DECIMAL(10,2)) AS valor_frete,
          CAST((i * 9973 % 4000000) / 100.0 + 500 AS DECIMAL(12,2)) AS valor_mercadoria,
          ['entregue', 'em trânsito', 'extraviado', 'entregue'][1 + (i * 9 + i // 10) % 4] AS situacao,
          round(5 + (i * 211 % 9000) / 11.0, 1) AS peso_kg
        FROM range(480) t(i)
        """);
    return tables;
  }
}
