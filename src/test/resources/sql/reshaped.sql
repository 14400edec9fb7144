CREATE TABLE "staged" AS
SELECT _load_id,
  _row_no,
  _part,
  _row_hash AS assay_hash,
  text_0 AS "region",
  text_1 AS "month",
  value_2 AS "sold",
  assay_filters_0,
  assay_reasons_0,
  assay_cells_0,
  CASE WHEN NOT (assay_filters_0 = 0 AND assay_reasons_0 = 0) THEN 0 WHEN text_0 IS NULL OR text_1 IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY text_0, text_1, _row_hash, _part, (assay_filters_0 = 0 AND assay_reasons_0 = 0) ORDER BY _load_id ASC, _row_no ASC, _part ASC) END AS assay_rank
FROM (SELECT *,
    CASE WHEN (text_0 IN ('Total')) THEN 1::BIGINT ELSE 0 END AS assay_filters_0,
    CASE WHEN value_2 IS NULL AND text_2 <> '' THEN 1::BIGINT ELSE 0 END AS assay_reasons_0,
    ((CASE WHEN shaped_0 IS NOT DISTINCT FROM raw_0 THEN CASE WHEN raw_0 IS NULL OR raw_0 = '' THEN 0 WHEN text_0 IS NULL THEN 3 WHEN text_0 = raw_0 THEN 1 ELSE 2 END WHEN raw_0 <> '' THEN CASE WHEN text_0 IS NULL THEN 3 ELSE 7 END ELSE CASE WHEN text_0 IS NULL THEN 0 ELSE 6 END END)::BIGINT << 0)
    | ((CASE WHEN raw_1 IS NULL OR raw_1 = '' THEN 0 WHEN text_1 IS NULL THEN 3 WHEN text_1 = raw_1 THEN 1 ELSE 2 END)::BIGINT << 3)
    | ((CASE WHEN raw_2 IS NULL OR raw_2 = '' THEN 0 WHEN value_2 IS NULL THEN 3 WHEN CAST(value_2 AS VARCHAR) = raw_2 THEN 1 ELSE 2 END)::BIGINT << 6) AS assay_cells_0
  FROM (SELECT *,
      TRY_CAST(regexp_extract(text_2, '^[-+]?[0-9]+(?:\.0*)?$') AS INTEGER) AS value_2
    FROM (SELECT _load_id,
        _row_no,
        _part,
        _row_hash,
        assay_own_0 AS raw_0,
        "region" AS shaped_0,
        NULLIF(regexp_replace("region", '^[\s\v\p{Z}\x{FEFF}]+|[\s\v\p{Z}\x{FEFF}]+$', '', 'g'), '') AS text_0,
        "month" AS raw_1,
        NULLIF(regexp_replace("month", '^[\s\v\p{Z}\x{FEFF}]+|[\s\v\p{Z}\x{FEFF}]+$', '', 'g'), '') AS text_1,
        "sold" AS raw_2,
        NULLIF(regexp_replace("sold", '^[\s\v\p{Z}\x{FEFF}]+|[\s\v\p{Z}\x{FEFF}]+$', '', 'g'), '') AS text_2
      FROM (SELECT * EXCLUDE (assay_cell), assay_cell.part AS _part, assay_cell.name AS "month", assay_cell.value AS "sold" FROM (SELECT * EXCLUDE ("Jan", "Feb"), unnest(CASE WHEN (CASE WHEN "Jan" <> '' THEN 1 ELSE 0 END + CASE WHEN "Feb" <> '' THEN 1 ELSE 0 END) = 0 THEN [{'part': 0, 'name': NULL::VARCHAR, 'value': NULL::VARCHAR}] ELSE list_filter([{'part': 1, 'name': 'Jan', 'value': "Jan"}, {'part': 2, 'name': 'Feb', 'value': "Feb"}], lambda assay_one: assay_one.value <> '') END) AS assay_cell FROM (SELECT * REPLACE (CASE WHEN NULLIF(regexp_replace("region", '^[\s\v\p{Z}\x{FEFF}]+|[\s\v\p{Z}\x{FEFF}]+$', '', 'g'), '') IS NULL THEN coalesce(last_value(CASE WHEN NOT (NULLIF(regexp_replace("region", '^[\s\v\p{Z}\x{FEFF}]+|[\s\v\p{Z}\x{FEFF}]+$', '', 'g'), '') IS NULL) THEN "region" END IGNORE NULLS) OVER above, "region") ELSE "region" END AS "region"), "region" AS assay_own_0 FROM "bronze_sales_raw" WINDOW above AS (PARTITION BY _load_id ORDER BY _row_no)))))));

SELECT 'rows' AS kind, '' AS name, verdict, CAST(count(*) AS VARCHAR) AS amount FROM (SELECT *, CASE WHEN NOT (assay_filters_0 = 0) THEN 'filtered' WHEN NOT (assay_reasons_0 = 0) THEN 'rejected' WHEN assay_rank > 1 THEN 'duplicate' ELSE 'accepted' END AS verdict FROM "staged") GROUP BY verdict
UNION ALL
SELECT 'filter', reason.name, verdict, CAST(sum(n) AS VARCHAR) FROM (SELECT verdict, assay_filters_0 AS bits, count(*) AS n FROM (SELECT *, CASE WHEN NOT (assay_filters_0 = 0) THEN 'filtered' WHEN NOT (assay_reasons_0 = 0) THEN 'rejected' WHEN assay_rank > 1 THEN 'duplicate' ELSE 'accepted' END AS verdict FROM "staged") WHERE assay_filters_0 <> 0 GROUP BY ALL), (VALUES ('REJECT filtered_totals', 0)) AS reason(name, bit) WHERE ((bits >> reason.bit) & 1) = 1 GROUP BY ALL
UNION ALL
SELECT 'reason', reason.name, verdict, CAST(sum(n) AS VARCHAR) FROM (SELECT verdict, assay_reasons_0 AS bits, count(*) AS n FROM (SELECT *, CASE WHEN NOT (assay_filters_0 = 0) THEN 'filtered' WHEN NOT (assay_reasons_0 = 0) THEN 'rejected' WHEN assay_rank > 1 THEN 'duplicate' ELSE 'accepted' END AS verdict FROM "staged") WHERE assay_reasons_0 <> 0 GROUP BY ALL), (VALUES ('REJECT invalid_sold', 0)) AS reason(name, bit) WHERE ((bits >> reason.bit) & 1) = 1 GROUP BY ALL
UNION ALL
SELECT 'cells ' || CAST((pattern >> cell.shift) & 7 AS VARCHAR), cell.name, verdict, CAST(sum(n) AS VARCHAR) FROM (SELECT verdict, assay_cells_0 AS pattern, count(*) AS n FROM (SELECT *, CASE WHEN NOT (assay_filters_0 = 0) THEN 'filtered' WHEN NOT (assay_reasons_0 = 0) THEN 'rejected' WHEN assay_rank > 1 THEN 'duplicate' ELSE 'accepted' END AS verdict FROM "staged") GROUP BY ALL), (VALUES ('region', 0), ('month', 3), ('sold', 6)) AS cell(name, shift) GROUP BY ALL
UNION ALL
SELECT 'total', unnest(['sold']), verdict, unnest([CAST(coalesce(sum("sold"), 0) AS VARCHAR)]) FROM (SELECT *, CASE WHEN NOT (assay_filters_0 = 0) THEN 'filtered' WHEN NOT (assay_reasons_0 = 0) THEN 'rejected' WHEN assay_rank > 1 THEN 'duplicate' ELSE 'accepted' END AS verdict FROM "staged") GROUP BY verdict
UNION ALL
SELECT 'readable', unnest(['sold']), '', unnest([CAST(coalesce(sum(TRY_CAST(regexp_extract(NULLIF(regexp_replace("sold", '^[\s\v\p{Z}\x{FEFF}]+|[\s\v\p{Z}\x{FEFF}]+$', '', 'g'), ''), '^[-+]?[0-9]+(?:\.0*)?$') AS INTEGER)), 0) AS VARCHAR)]) FROM (SELECT * EXCLUDE ("Jan", "Feb"), 'Jan' AS "month", "Jan" AS "sold" FROM "bronze_sales_raw" WHERE "Jan" <> '' UNION ALL SELECT * EXCLUDE ("Jan", "Feb"), 'Feb' AS "month", "Feb" AS "sold" FROM "bronze_sales_raw" WHERE "Feb" <> '' UNION ALL SELECT * EXCLUDE ("Jan", "Feb"), NULL::VARCHAR AS "month", NULL::VARCHAR AS "sold" FROM "bronze_sales_raw" WHERE (CASE WHEN "Jan" <> '' THEN 1 ELSE 0 END + CASE WHEN "Feb" <> '' THEN 1 ELSE 0 END) = 0)
UNION ALL
SELECT 'bronze', '', '', CAST(count(*) AS VARCHAR) FROM "bronze_sales_raw"
UNION ALL
SELECT 'unpivoted', '', '', (SELECT CAST(coalesce(sum(greatest(1, (CASE WHEN "Jan" <> '' THEN 1 ELSE 0 END + CASE WHEN "Feb" <> '' THEN 1 ELSE 0 END))), 0) AS VARCHAR) FROM "bronze_sales_raw")
UNION ALL
SELECT 'raw', unnest(['region', 'month', 'sold']), '', unnest([CAST(count(NULLIF("region", '')) AS VARCHAR), CAST(count(NULLIF("month", '')) AS VARCHAR), CAST(count(NULLIF("sold", '')) AS VARCHAR)]) FROM (SELECT * EXCLUDE ("Jan", "Feb"), 'Jan' AS "month", "Jan" AS "sold" FROM "bronze_sales_raw" WHERE "Jan" <> '' UNION ALL SELECT * EXCLUDE ("Jan", "Feb"), 'Feb' AS "month", "Feb" AS "sold" FROM "bronze_sales_raw" WHERE "Feb" <> '' UNION ALL SELECT * EXCLUDE ("Jan", "Feb"), NULL::VARCHAR AS "month", NULL::VARCHAR AS "sold" FROM "bronze_sales_raw" WHERE (CASE WHEN "Jan" <> '' THEN 1 ELSE 0 END + CASE WHEN "Feb" <> '' THEN 1 ELSE 0 END) = 0);

CREATE TABLE "staged_rejected" AS SELECT _load_id, _row_no, _part, list_filter(CASE WHEN assay_filters_0 = 0 THEN [CASE WHEN (assay_reasons_0 & 1) <> 0 THEN 'invalid_sold' END]::VARCHAR[] ELSE [CASE WHEN (assay_filters_0 & 1) <> 0 THEN 'filtered_totals' END]::VARCHAR[] END, lambda reason: reason IS NOT NULL) AS reasons FROM "staged" WHERE NOT (assay_filters_0 = 0 AND assay_reasons_0 = 0);

CREATE TABLE "staged_duplicates" AS SELECT loser._load_id, loser._row_no, loser._part, winner._load_id AS _kept_load_id, winner._row_no AS _kept_row_no, winner._part AS _kept_part FROM (SELECT * FROM "staged" WHERE assay_rank > 1) AS loser JOIN (SELECT * FROM "staged" WHERE assay_rank = 1) AS winner USING ("region", "month", assay_hash, _part);

DELETE FROM "staged" WHERE assay_rank <> 1 OR NOT (assay_filters_0 = 0 AND assay_reasons_0 = 0);

ALTER TABLE "staged" DROP COLUMN "assay_hash";

ALTER TABLE "staged" DROP COLUMN "assay_filters_0";

ALTER TABLE "staged" DROP COLUMN "assay_reasons_0";

ALTER TABLE "staged" DROP COLUMN "assay_cells_0";

ALTER TABLE "staged" DROP COLUMN "assay_rank";
