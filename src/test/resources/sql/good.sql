-- Statements of analysts: each passes the guard and gives the rows that it gives unguarded. One a paragraph.

SELECT * FROM silver_orders_cleaned

select count(*) from silver_orders_cleaned

SELECT status, COUNT(*) AS orders, SUM(revenue) AS revenue FROM silver_orders_cleaned GROUP BY status ORDER BY revenue DESC NULLS LAST

SELECT DATE_TRUNC('month', ordered_at) AS month, SUM(revenue) AS total_revenue, COUNT(*) AS transaction_count FROM silver_orders_cleaned GROUP BY 1 ORDER BY 1

SELECT customer_id, COUNT(*) AS order_count, SUM(revenue) AS lifetime_value, CASE WHEN SUM(revenue) > 10000 THEN 'VIP' WHEN SUM(revenue) > 1000 THEN 'Regular' ELSE 'Occasional' END AS segment FROM silver_orders_cleaned GROUP BY 1 ORDER BY 1

WITH monthly AS (SELECT date_trunc('month', ordered_at) AS m, sum(revenue) AS r FROM silver_orders_cleaned GROUP BY ALL) SELECT m, r, r - lag(r) OVER (ORDER BY m) AS change FROM monthly ORDER BY m

WITH a AS (SELECT * FROM silver_orders_cleaned), b AS (SELECT status, count(*) n FROM a GROUP BY status) SELECT * FROM b ORDER BY n, status

SELECT c.name, sum(o.revenue) FROM silver_orders_cleaned o JOIN silver_customers_cleaned c ON o.customer_id = c.id GROUP BY c.name ORDER BY 2 DESC, 1

SELECT c.name, o.id FROM silver_customers_cleaned c LEFT JOIN silver_orders_cleaned o ON o.customer_id = c.id AND o.revenue > 50 ORDER BY ALL

SELECT * FROM silver_orders_cleaned QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, id) = 1 ORDER BY id

SELECT id, rank() OVER (ORDER BY revenue DESC), dense_rank() OVER (ORDER BY revenue DESC), ntile(4) OVER (ORDER BY id), percent_rank() OVER (ORDER BY id), cume_dist() OVER (ORDER BY id) FROM silver_orders_cleaned ORDER BY id

SELECT id, sum(revenue) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS moving FROM silver_orders_cleaned ORDER BY id

SELECT ordered_at, avg(revenue) OVER (ORDER BY ordered_at RANGE BETWEEN INTERVAL 7 DAY PRECEDING AND CURRENT ROW) FROM silver_orders_cleaned ORDER BY 1, 2

SELECT id, sum(revenue) OVER w, first_value(id) OVER w, last_value(id) OVER w FROM silver_orders_cleaned WINDOW w AS (PARTITION BY status ORDER BY id) ORDER BY id

SELECT id, lag(revenue, 1, 0) OVER (ORDER BY id), lead(revenue) OVER (ORDER BY id), nth_value(id, 2) OVER (ORDER BY id) FROM silver_orders_cleaned ORDER BY id

SELECT status FROM silver_orders_cleaned WHERE revenue > (SELECT avg(revenue) FROM silver_orders_cleaned) ORDER BY 1

SELECT name FROM silver_customers_cleaned c WHERE EXISTS (SELECT 1 FROM silver_orders_cleaned o WHERE o.customer_id = c.id) ORDER BY 1

SELECT name FROM silver_customers_cleaned c WHERE NOT EXISTS (SELECT 1 FROM silver_orders_cleaned o WHERE o.customer_id = c.id) ORDER BY 1

SELECT name FROM silver_customers_cleaned WHERE id IN (SELECT customer_id FROM silver_orders_cleaned) ORDER BY 1

SELECT name FROM silver_customers_cleaned WHERE id NOT IN (1, 2) ORDER BY 1

SELECT status FROM silver_orders_cleaned UNION SELECT name FROM silver_customers_cleaned ORDER BY 1

SELECT customer_id FROM silver_orders_cleaned INTERSECT SELECT id FROM silver_customers_cleaned ORDER BY 1

SELECT id FROM silver_customers_cleaned EXCEPT SELECT customer_id FROM silver_orders_cleaned ORDER BY 1

(SELECT 1 AS a UNION ALL SELECT 2) UNION ALL BY NAME SELECT 3 AS a ORDER BY a

SELECT DISTINCT status FROM silver_orders_cleaned ORDER BY status

SELECT DISTINCT ON (status) status, id FROM silver_orders_cleaned ORDER BY status, id

SELECT count(DISTINCT customer_id), count(*) FILTER (WHERE revenue > 50), sum(revenue) FILTER (status = 'paid') FROM silver_orders_cleaned

SELECT quantile_cont(revenue, 0.5), median(revenue), percentile_cont(0.9) WITHIN GROUP (ORDER BY revenue), mode(status), stddev(revenue) FROM silver_orders_cleaned

SELECT string_agg(status, ', ' ORDER BY id), list(id ORDER BY id DESC), array_agg(DISTINCT status ORDER BY status) FROM silver_orders_cleaned

SELECT arg_max(id, revenue), min_by(id, revenue), any_value(1), bool_and(revenue > 0), corr(id, revenue) FROM silver_orders_cleaned

SELECT status, date_part('year', ordered_at) AS y, sum(revenue), grouping(status) FROM silver_orders_cleaned GROUP BY ROLLUP (status, y) ORDER BY ALL

SELECT status, customer_id, count(*) FROM silver_orders_cleaned GROUP BY CUBE (status, customer_id) HAVING count(*) > 1 ORDER BY ALL

SELECT status, customer_id, count(*) FROM silver_orders_cleaned GROUP BY GROUPING SETS ((status), (customer_id), ()) ORDER BY ALL

SELECT * EXCLUDE (note) REPLACE (upper(status) AS status) RENAME (id AS order_id) FROM silver_orders_cleaned ORDER BY order_id

SELECT COLUMNS('.*_at') FROM silver_orders_cleaned ORDER BY 1

SELECT min(COLUMNS(*)) FROM silver_orders_cleaned

SELECT o.* FROM silver_orders_cleaned AS o WHERE o.note IS NULL ORDER BY o.id

FROM silver_orders_cleaned SELECT status, id WHERE id > 2 ORDER BY id

FROM silver_orders_cleaned ORDER BY id LIMIT 2

SELECT lower(trim(note)), upper(status), length(note), substr(note, 1, 3), left(note, 2), replace(note, 'a', 'b'), note || '!', concat_ws('-', status, id), reverse(status) FROM silver_orders_cleaned ORDER BY id

SELECT note LIKE '%a%', note ILIKE '%A%', note NOT LIKE 'x%', note SIMILAR TO '.*a.*', regexp_matches(note, '^[a-z]+'), regexp_replace(note, '[aeiou]', '*', 'g'), note ~ 'a' FROM silver_orders_cleaned ORDER BY id

SELECT split_part(note, ' ', 1), starts_with(note, 'a'), contains(note, 'b'), position('a' IN note), levenshtein(status, 'paid'), md5(note) FROM silver_orders_cleaned ORDER BY id

SELECT coalesce(note, 'none'), nullif(status, 'paid'), ifnull(note, ''), CASE status WHEN 'paid' THEN 1 ELSE 0 END, if(revenue > 50, 'big', 'small'), greatest(1, id), least(id, 2) FROM silver_orders_cleaned ORDER BY id

SELECT CAST(revenue AS INTEGER), revenue::DOUBLE, TRY_CAST(note AS INTEGER), CAST(ordered_at AS DATE), id::VARCHAR, CAST('1.5' AS DECIMAL(10, 2)), '2024-01-01'::timestamptz FROM silver_orders_cleaned ORDER BY id

SELECT extract(year FROM ordered_at), year(ordered_at), month(ordered_at), dayname(ordered_at), strftime(ordered_at, '%Y-%m'), date_diff('day', ordered_at, TIMESTAMP '2024-12-31'), ordered_at + INTERVAL 1 MONTH, last_day(ordered_at) FROM silver_orders_cleaned ORDER BY id

SELECT date_trunc('week', ordered_at) AS w, time_bucket(INTERVAL '1 month', ordered_at) AS b, ordered_at AT TIME ZONE 'Europe/Berlin' FROM silver_orders_cleaned ORDER BY id

SELECT strptime('01/02/2024', '%d/%m/%Y'), try_strptime('x', '%d'), make_date(2024, 1, 2), to_timestamp(0), epoch(TIMESTAMP '2024-01-01')

SELECT round(revenue, 1), floor(revenue), ceil(revenue), abs(-revenue), revenue % 7, revenue // 7, 2 ** 3, sqrt(16), ln(1), sign(revenue), -revenue, mod(id, 2) FROM silver_orders_cleaned ORDER BY id

SELECT (id + 1) * 2 - id / 3, id - (2 - id), NOT (id = 1 OR id = 2) AND id < 5, id BETWEEN 2 AND 3, id IS DISTINCT FROM 2, (id = 1) IS TRUE FROM silver_orders_cleaned ORDER BY id

SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(n, letter) ORDER BY n

VALUES (1, 'x'), (2, 'y')

SELECT d FROM range(DATE '2024-01-01', DATE '2024-01-05', INTERVAL 1 DAY) r(d) ORDER BY d

SELECT i, count(o.id) FROM generate_series(1, 5) g(i) LEFT JOIN silver_orders_cleaned o ON o.customer_id = i GROUP BY i ORDER BY i

SELECT unnest([1, 2, 3]) AS n ORDER BY n

SELECT u.n FROM (SELECT list(id) AS ids FROM silver_orders_cleaned) t, unnest(t.ids) u(n) ORDER BY 1

SELECT c.name, l.revenue FROM silver_customers_cleaned c, LATERAL (SELECT o.revenue FROM silver_orders_cleaned o WHERE o.customer_id = c.id ORDER BY o.revenue DESC, o.id LIMIT 1) l ORDER BY 1

SELECT list_transform([1, 2, 3], lambda x: x * 2), list_filter([1, 2, 3], lambda x: x > 1), [x + 1 FOR x IN [1, 2]], list_sum([1, 2]), {'a': 1, 'b': 'x'}.a, MAP {'k': 2}['k'], [1, 2, 3][2:3]

SELECT json_extract_string('{"a": {"b": "c"}}', '$.a.b'), '{"a": 1}'::JSON ->> 'a', to_json([1, 2])

SELECT * FROM (PIVOT silver_orders_cleaned ON status IN ('paid', 'open') USING sum(revenue) GROUP BY customer_id) ORDER BY customer_id

SELECT * FROM (SELECT customer_id, status, revenue FROM silver_orders_cleaned) PIVOT (sum(revenue) FOR status IN ('paid' AS paid, 'open' AS open)) ORDER BY customer_id

SELECT * FROM (SELECT id, revenue::DOUBLE AS r, customer_id::DOUBLE AS c FROM silver_orders_cleaned) UNPIVOT (v FOR n IN (r, c)) ORDER BY id, n

SELECT a.id, b.id FROM silver_orders_cleaned a ASOF JOIN silver_orders_cleaned b ON a.customer_id = b.customer_id AND a.ordered_at >= b.ordered_at ORDER BY 1

SELECT * FROM silver_orders_cleaned SEMI JOIN silver_customers_cleaned ON customer_id = silver_customers_cleaned.id ORDER BY 1

SELECT * FROM silver_orders_cleaned JOIN (SELECT id AS customer_id, name FROM silver_customers_cleaned) USING (customer_id) ORDER BY 1, 2

SELECT * FROM silver_customers_cleaned CROSS JOIN (SELECT 1 AS one) ORDER BY 1

SELECT "weird ""name""", "order" FROM "Gold Table" ORDER BY 1

SELECT _load_id, _row_no, "email " FROM bronze_orders_raw ORDER BY 1, 2

SELECT b._row_no, s.id FROM bronze_orders_raw b JOIN silver_orders_cleaned s ON s.id = try_cast(b.id AS BIGINT) ORDER BY 1

SELECT SILVER_ORDERS_CLEANED.id FROM SILVER_ORDERS_CLEANED ORDER BY 1

SELECT /* a comment; with a semicolon */ id -- and another; DROP TABLE x
FROM silver_orders_cleaned ORDER BY id;

SELECT 'DROP TABLE silver_orders_cleaned; --' AS text, 'it''s' AS quoted, $$dollar ; $$ AS dollars, E'tab\t' AS escaped

SELECT created_at, updated_at, "delete", "user" FROM "Gold Table" ORDER BY 1

SELECT approx_count_distinct(customer_id), histogram(status), entropy(status), product(id), kurtosis(revenue), skewness(revenue) FROM silver_orders_cleaned

SELECT sum(revenue) / nullif(count(*), 0), round(100.0 * count(*) FILTER (WHERE status = 'paid') / count(*), 1) AS paid_percent FROM silver_orders_cleaned

SELECT status, sum(revenue) AS r, r / sum(r) OVER () AS share FROM silver_orders_cleaned GROUP BY status ORDER BY r DESC

SELECT current_date > DATE '2020-01-01', now() > TIMESTAMP '2020-01-01', today() = current_date

WITH "file.csv" AS (SELECT 1 AS a) SELECT * FROM "file.csv"

WITH x AS (SELECT 1 AS a), y AS MATERIALIZED (SELECT a + 1 AS a FROM x) SELECT * FROM y UNION ALL SELECT * FROM x ORDER BY 1

SELECT id FROM silver_orders_cleaned ORDER BY revenue DESC NULLS LAST, id LIMIT 3 OFFSET 1

SELECT repeat('=', 10), lpad(id::TEXT, 6, '0'), format('{:.2f}', revenue::DOUBLE), printf('%05d', id) FROM silver_orders_cleaned ORDER BY id

SELECT TRY(sqrt(id - 3)) FROM silver_orders_cleaned ORDER BY id

TABLE silver_customers_cleaned
