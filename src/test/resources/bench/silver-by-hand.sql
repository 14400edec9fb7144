CREATE OR REPLACE TABLE hand_cleaned AS
SELECT _load_id, _row_no, order_id_ AS order_id, customer_id, customer_name, coalesce(email_, 'Unknown') AS email,
  order_date_ AS order_date, status, product, quantity_ AS quantity, unit_price_ AS unit_price,
  coalesce(amount_, 0) AS amount, city, country
FROM (
  SELECT *,
    (order_id_ IS NULL)::INTEGER
    | (email_ NOT LIKE '%@%.%')::INTEGER << 1
    | (order_date_text IS NOT NULL AND order_date_ IS NULL)::INTEGER << 2
    | (quantity IS NOT NULL AND quantity_ IS NULL OR quantity_ NOT BETWEEN 1 AND 100)::INTEGER << 3
    | (unit_price IS NOT NULL AND unit_price_ IS NULL OR unit_price_ < 0)::INTEGER << 4
    | (amount_text IS NOT NULL AND amount_ IS NULL)::INTEGER << 5 AS mask
  FROM (
    SELECT *, TRY_CAST(order_date_text AS DATE) AS order_date_, TRY_CAST(replace(amount_text, ',', '') AS DECIMAL(12,2)) AS amount_
    FROM (
      SELECT _load_id, _row_no, TRY_CAST(trim(order_id) AS BIGINT) AS order_id_, customer_id, trim(customer_name) AS customer_name,
        nullif(lower(trim(email)), 'n/a') AS email_, nullif(trim(order_date), 'N/A') AS order_date_text, status, product,
        quantity, TRY_CAST(trim(quantity) AS INTEGER) AS quantity_, unit_price, TRY_CAST(trim(unit_price) AS DECIMAL(12,2)) AS unit_price_,
        nullif(nullif(trim(amount), 'N/A'), '-') AS amount_text, city, country
      FROM bronze_orders_raw)))
WHERE coalesce(mask, 0) = 0
QUALIFY row_number() OVER (PARTITION BY order_id_ ORDER BY order_date_ DESC) = 1;

CREATE OR REPLACE TABLE hand_rejected AS
SELECT _load_id, _row_no, mask
FROM (
  SELECT *,
    (order_id_ IS NULL)::INTEGER
    | (email_ NOT LIKE '%@%.%')::INTEGER << 1
    | (order_date_text IS NOT NULL AND order_date_ IS NULL)::INTEGER << 2
    | (quantity IS NOT NULL AND quantity_ IS NULL OR quantity_ NOT BETWEEN 1 AND 100)::INTEGER << 3
    | (unit_price IS NOT NULL AND unit_price_ IS NULL OR unit_price_ < 0)::INTEGER << 4
    | (amount_text IS NOT NULL AND amount_ IS NULL)::INTEGER << 5 AS mask
  FROM (
    SELECT *, TRY_CAST(order_date_text AS DATE) AS order_date_, TRY_CAST(replace(amount_text, ',', '') AS DECIMAL(12,2)) AS amount_
    FROM (
      SELECT _load_id, _row_no, TRY_CAST(trim(order_id) AS BIGINT) AS order_id_,
        nullif(lower(trim(email)), 'n/a') AS email_, nullif(trim(order_date), 'N/A') AS order_date_text,
        quantity, TRY_CAST(trim(quantity) AS INTEGER) AS quantity_, unit_price, TRY_CAST(trim(unit_price) AS DECIMAL(12,2)) AS unit_price_,
        nullif(nullif(trim(amount), 'N/A'), '-') AS amount_text
      FROM bronze_orders_raw)))
WHERE mask <> 0
