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

SELECT id, row_number() OVER (PARTITION BY status ORDER BY ordered_at DESC, id) AS n FROM silver_orders_cleaned ORDER BY id

SELECT id, sum(revenue) OVER (PARTITION BY customer_id ORDER BY ordered_at ROWS UNBOUNDED PRECEDING) AS running FROM silver_orders_cleaned ORDER BY id

SELECT id, avg(revenue) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS around FROM silver_orders_cleaned ORDER BY id

SELECT id, sum(revenue) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM silver_orders_cleaned ORDER BY id

SELECT id, sum(revenue) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS others FROM silver_orders_cleaned ORDER BY id

SELECT id, count(*) OVER (PARTITION BY status) AS alike, 100.0 * revenue / sum(revenue) OVER () AS share FROM silver_orders_cleaned ORDER BY id

SELECT id, lag(status IGNORE NULLS) OVER (ORDER BY id) AS before FROM silver_orders_cleaned ORDER BY id

SELECT id, last_value(note IGNORE NULLS) OVER (ORDER BY id) AS known FROM silver_orders_cleaned ORDER BY id

SELECT id, sum(revenue) FILTER (WHERE status = 'paid') OVER (ORDER BY id) AS paid_so_far FROM silver_orders_cleaned ORDER BY id

SELECT id, count(DISTINCT status) OVER (PARTITION BY customer_id) AS kinds FROM silver_orders_cleaned ORDER BY id

SELECT id, list(id) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS window_ids FROM silver_orders_cleaned ORDER BY id

SELECT id, median(revenue) OVER (PARTITION BY status) AS middle FROM silver_orders_cleaned ORDER BY id

SELECT id, quantile_cont(revenue, 0.9) OVER () AS p90 FROM silver_orders_cleaned ORDER BY id

SELECT id, first_value(revenue ORDER BY revenue DESC) OVER (PARTITION BY status) AS best FROM silver_orders_cleaned ORDER BY id

SELECT status, revenue, rank() OVER (PARTITION BY status ORDER BY revenue DESC) AS place FROM silver_orders_cleaned QUALIFY place <= 2 ORDER BY ALL

SELECT status, sum(revenue) AS total, rank() OVER (ORDER BY sum(revenue) DESC) AS place FROM silver_orders_cleaned GROUP BY status ORDER BY place

SELECT month, total, total / lag(total) OVER (ORDER BY month) - 1 AS growth FROM (SELECT date_trunc('month', ordered_at) AS month, sum(revenue) AS total FROM silver_orders_cleaned GROUP BY 1) ORDER BY month

SELECT month, sum(total) OVER (ORDER BY month) AS running FROM (SELECT date_trunc('month', ordered_at) AS month, sum(revenue) AS total FROM silver_orders_cleaned GROUP BY ALL) ORDER BY ALL

SELECT id, revenue, sum(revenue) OVER w AS total, avg(revenue) OVER (w ROWS 1 PRECEDING) AS pair FROM silver_orders_cleaned WINDOW w AS (ORDER BY id) ORDER BY id

SELECT id, sum(revenue) OVER (ORDER BY ordered_at RANGE BETWEEN INTERVAL 30 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING) FROM silver_orders_cleaned ORDER BY id

WITH x AS (SELECT id FROM silver_orders_cleaned WHERE revenue > 50), y AS (SELECT id FROM x WHERE id % 2 = 0) SELECT count(*) FROM y

WITH x(a, b) AS (SELECT id, revenue FROM silver_orders_cleaned) SELECT sum(b) FROM x WHERE a < 5

WITH x AS MATERIALIZED (SELECT status, sum(revenue) AS r FROM silver_orders_cleaned GROUP BY status) SELECT a.status, b.status FROM x a JOIN x b ON a.r < b.r ORDER BY ALL

WITH x AS NOT MATERIALIZED (SELECT * FROM silver_orders_cleaned) SELECT max(id) FROM x

WITH recent AS (SELECT * FROM silver_orders_cleaned) SELECT * FROM recent WHERE EXISTS (WITH y AS (SELECT 1 AS one) SELECT * FROM y WHERE one = recent.id) ORDER BY id

WITH first AS (SELECT customer_id, min(ordered_at) AS since FROM silver_orders_cleaned GROUP BY customer_id) SELECT date_trunc('month', since) AS cohort, count(*) FROM first GROUP BY 1 ORDER BY 1

WITH totals AS (SELECT customer_id, sum(revenue) AS r FROM silver_orders_cleaned GROUP BY customer_id) SELECT name, r, ntile(2) OVER (ORDER BY r DESC) AS half FROM totals JOIN silver_customers_cleaned ON silver_customers_cleaned.id = totals.customer_id ORDER BY ALL

SELECT id FROM silver_orders_cleaned UNION ALL SELECT id FROM silver_customers_cleaned ORDER BY 1

SELECT id, status FROM silver_orders_cleaned UNION BY NAME SELECT id, name FROM silver_customers_cleaned ORDER BY ALL

SELECT id FROM silver_orders_cleaned EXCEPT ALL SELECT id FROM silver_customers_cleaned ORDER BY 1

SELECT customer_id FROM silver_orders_cleaned INTERSECT ALL SELECT id FROM silver_customers_cleaned ORDER BY 1

(SELECT id FROM silver_orders_cleaned ORDER BY revenue DESC LIMIT 2) UNION ALL (SELECT id FROM silver_orders_cleaned ORDER BY revenue LIMIT 2) ORDER BY 1

SELECT 'orders' AS what, count(*) AS n FROM silver_orders_cleaned UNION ALL SELECT 'customers', count(*) FROM silver_customers_cleaned ORDER BY what

SELECT year(ordered_at) AS y, quarter(ordered_at) AS q, sum(revenue) FROM silver_orders_cleaned GROUP BY y, q ORDER BY y, q

SELECT dayofweek(ordered_at), isodow(ordered_at), dayofyear(ordered_at), week(ordered_at), isoyear(ordered_at), yearweek(ordered_at) FROM silver_orders_cleaned ORDER BY id

SELECT monthname(ordered_at), count(*) FROM silver_orders_cleaned GROUP BY ALL ORDER BY 2 DESC, 1

SELECT EXTRACT(dow FROM ordered_at), EXTRACT(epoch FROM ordered_at), EXTRACT(quarter FROM ordered_at) FROM silver_orders_cleaned ORDER BY id

SELECT date_part(['year', 'month'], ordered_at) FROM silver_orders_cleaned ORDER BY id

SELECT ordered_at::DATE - DATE '2024-01-01' AS days, ordered_at - INTERVAL '2 weeks' AS before, age(ordered_at, TIMESTAMP '2023-06-01') AS age FROM silver_orders_cleaned ORDER BY id

SELECT date_sub('month', TIMESTAMP '2024-01-01', ordered_at), datediff('week', TIMESTAMP '2024-01-01', ordered_at), date_add(ordered_at, INTERVAL 1 YEAR) FROM silver_orders_cleaned ORDER BY id

SELECT count(*) FROM silver_orders_cleaned WHERE ordered_at BETWEEN TIMESTAMP '2024-01-01' AND TIMESTAMP '2024-02-01'

SELECT count(*) FROM silver_orders_cleaned WHERE ordered_at >= DATE '2024-02-01' AND ordered_at < DATE '2024-02-01' + INTERVAL 1 MONTH

SELECT strftime(ordered_at, '%d.%m.%Y') AS german, strftime(ordered_at, '%G-W%V') AS week FROM silver_orders_cleaned ORDER BY id

SELECT make_timestamp(2024, 2, 29, 12, 30, 0), make_time(1, 2, 3), epoch_ms(1700000000000), to_days(3) + to_hours(4)

SELECT date_trunc('hour', ordered_at), date_trunc('quarter', ordered_at), date_trunc('decade', ordered_at) FROM silver_orders_cleaned ORDER BY id

SELECT time_bucket(INTERVAL '2 weeks', ordered_at) AS fortnight, count(*) FROM silver_orders_cleaned GROUP BY ALL ORDER BY ALL

SELECT d.day, count(o.id) FROM (SELECT unnest([DATE '2024-01-12', DATE '2024-01-13']) AS day) d LEFT JOIN silver_orders_cleaned o ON o.ordered_at::DATE = d.day GROUP BY d.day ORDER BY d.day

SELECT m AS month, coalesce(sum(o.revenue), 0) FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2024-06-01', INTERVAL 1 MONTH) r(m) LEFT JOIN silver_orders_cleaned o ON date_trunc('month', o.ordered_at) = m GROUP BY m ORDER BY m

SELECT ordered_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/Sao_Paulo' FROM silver_orders_cleaned ORDER BY id

SELECT TIMESTAMPTZ '2024-03-31 01:30:00+00' AT TIME ZONE 'Europe/Lisbon', TIMESTAMP '2024-01-01 10:00' AT TIME ZONE 'Asia/Tokyo'

SELECT list_sort([3, 1, 2]), list_reverse_sort([3, 1, 2]), list_distinct([1, 1, 2]), list_contains([1, 2], 2), list_position([5, 6], 6), len([1, 2, 3])

SELECT list_aggregate([1, 2, 3], 'sum'), list_avg([1, 2]), list_min([3, 2]), list_max([3, 2]), list_string_agg(['a', 'b'])

SELECT list_reduce([1, 2, 3], lambda a, b: a + b), list_zip([1, 2], ['a', 'b']), flatten([[1], [2, 3]]), list_concat([1], [2])

SELECT list_transform(list(id ORDER BY id), lambda x: x * 10) FROM silver_orders_cleaned

SELECT array_to_string(list_sort(list(DISTINCT status)), '/') FROM silver_orders_cleaned

SELECT customer_id, list({'id': id, 'revenue': revenue} ORDER BY id) AS orders FROM silver_orders_cleaned GROUP BY customer_id ORDER BY customer_id

SELECT s.id, s.pair.a, s.pair['b'] FROM (SELECT id, {'a': status, 'b': revenue} AS pair FROM silver_orders_cleaned) s ORDER BY id

SELECT struct_pack(a := 1, b := 'x'), struct_extract({'k': 7}, 'k'), row(1, 2), struct_insert({'a': 1}, b := 2)

SELECT unnest({'a': 1, 'b': 2})

SELECT id, unnest(string_split(coalesce(note, 'no note'), ' ')) AS word FROM silver_orders_cleaned ORDER BY id, word

SELECT word, count(*) FROM (SELECT unnest(regexp_split_to_array(lower(note), '\s+')) AS word FROM silver_orders_cleaned WHERE note IS NOT NULL) GROUP BY word ORDER BY 2 DESC, 1 LIMIT 5

SELECT unnest([[1, 2], [3]], recursive := true) AS n ORDER BY n

SELECT map(['a', 'b'], [1, 2])['a'], map_keys(MAP {'x': 1}), map_values(MAP {'x': 1}), cardinality(MAP {'x': 1}), map_from_entries([('k', 1)])

SELECT histogram(status) FROM silver_orders_cleaned

SELECT [1, 2, 3, 4][2], [1, 2, 3, 4][-1], [1, 2, 3, 4][1:2], 'word'[1], 'word'[2:3]

SELECT [x * 2 FOR x IN [1, 2, 3] IF x > 1]

SELECT id IN (SELECT unnest([1, 3, 5])) FROM silver_orders_cleaned ORDER BY id

SELECT status IN ('paid', 'open'), 2 = ANY([1, 2]), 2 > ALL(SELECT id - 8 FROM silver_orders_cleaned) FROM silver_orders_cleaned ORDER BY id

SELECT name FROM silver_customers_cleaned WHERE id = ANY (SELECT customer_id FROM silver_orders_cleaned) ORDER BY name

SELECT name, (SELECT max(revenue) FROM silver_orders_cleaned o WHERE o.customer_id = c.id) AS best FROM silver_customers_cleaned c ORDER BY name

SELECT name FROM silver_customers_cleaned c WHERE (SELECT count(*) FROM silver_orders_cleaned o WHERE o.customer_id = c.id) > 2 ORDER BY name

SELECT o.id FROM silver_orders_cleaned o WHERE o.revenue = (SELECT max(i.revenue) FROM silver_orders_cleaned i WHERE i.status = o.status) ORDER BY o.id

SELECT o.id, (SELECT string_agg(i.id::VARCHAR, ',' ORDER BY i.id) FROM silver_orders_cleaned i WHERE i.id < o.id) AS earlier FROM silver_orders_cleaned o ORDER BY o.id

SELECT (SELECT sum(revenue) FROM silver_orders_cleaned) - (SELECT sum(revenue) FROM silver_orders_cleaned WHERE status = 'open') AS paid

SELECT c.name, l.n, l.r FROM silver_customers_cleaned c LEFT JOIN LATERAL (SELECT count(*) AS n, sum(revenue) AS r FROM silver_orders_cleaned o WHERE o.customer_id = c.id) l ON true ORDER BY c.name

SELECT c.name, top.id FROM silver_customers_cleaned c CROSS JOIN LATERAL (SELECT id FROM silver_orders_cleaned o WHERE o.customer_id = c.id ORDER BY revenue DESC LIMIT 2) top ORDER BY ALL

SELECT o.id, double FROM silver_orders_cleaned o, (SELECT o.revenue * 2 AS double) ORDER BY o.id

SELECT * FROM silver_orders_cleaned FULL OUTER JOIN silver_customers_cleaned ON silver_orders_cleaned.customer_id = silver_customers_cleaned.id ORDER BY silver_orders_cleaned.id, silver_customers_cleaned.id

SELECT silver_customers_cleaned.name, silver_orders_cleaned.id FROM silver_orders_cleaned RIGHT JOIN silver_customers_cleaned ON silver_orders_cleaned.customer_id = silver_customers_cleaned.id ORDER BY ALL

SELECT count(*) FROM silver_orders_cleaned CROSS JOIN silver_customers_cleaned

SELECT * FROM silver_orders_cleaned NATURAL JOIN (SELECT id, 'x' AS extra FROM silver_customers_cleaned) ORDER BY id

SELECT c.name FROM silver_customers_cleaned c ANTI JOIN silver_orders_cleaned o ON o.customer_id = c.id ORDER BY 1

SELECT a.id, b.id FROM silver_orders_cleaned a JOIN silver_orders_cleaned b ON a.customer_id = b.customer_id AND a.id < b.id ORDER BY ALL

SELECT * FROM silver_customers_cleaned POSITIONAL JOIN (SELECT id AS other FROM silver_customers_cleaned ORDER BY id) ORDER BY id

SELECT a.id, b.id FROM silver_orders_cleaned a ASOF LEFT JOIN silver_orders_cleaned b ON a.status = b.status AND a.ordered_at > b.ordered_at ORDER BY ALL

SELECT status, sum(CASE WHEN customer_id = 1 THEN revenue END) AS one, sum(CASE WHEN customer_id = 2 THEN revenue END) AS two FROM silver_orders_cleaned GROUP BY status ORDER BY status

SELECT status, count(*) FILTER (WHERE note IS NULL) AS without, avg(revenue) FILTER (WHERE note IS NOT NULL) AS with_note FROM silver_orders_cleaned GROUP BY status ORDER BY status

SELECT count(DISTINCT (status, customer_id)), count(DISTINCT status) FILTER (WHERE id > 2) FROM silver_orders_cleaned

SELECT customer_id, status, sum(revenue), grouping(customer_id), grouping_id(customer_id, status) FROM silver_orders_cleaned GROUP BY ROLLUP (customer_id, status) ORDER BY ALL

SELECT status, year(ordered_at) AS y, sum(revenue) FROM silver_orders_cleaned GROUP BY GROUPING SETS ((status, y), (status), (y), ()) ORDER BY ALL

SELECT status, customer_id, count(*) FROM silver_orders_cleaned GROUP BY status, ROLLUP (customer_id) ORDER BY ALL

SELECT status, sum(revenue) FROM silver_orders_cleaned GROUP BY ALL HAVING sum(revenue) > 100 ORDER BY ALL

SELECT status FROM silver_orders_cleaned GROUP BY status HAVING count(*) FILTER (WHERE revenue > 50) > 1 ORDER BY status

SELECT stddev_pop(revenue), var_samp(revenue), skewness(revenue), kurtosis(revenue), mad(revenue), entropy(status), sem(revenue) FROM silver_orders_cleaned

SELECT round(corr(id, revenue), 6), round(covar_pop(id, revenue), 6), round(regr_slope(revenue, id), 6), round(regr_intercept(revenue, id), 6), round(regr_r2(revenue, id), 6) FROM silver_orders_cleaned

SELECT quantile_disc(revenue, [0.25, 0.5, 0.75]), quantile_cont(revenue, [0.1, 0.9]), approx_quantile(revenue, 0.5) FROM silver_orders_cleaned

SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY revenue DESC), mode() WITHIN GROUP (ORDER BY status) FROM silver_orders_cleaned

SELECT approx_count_distinct(status), bit_or(id), product(id), geomean(id), fsum(revenue) FROM silver_orders_cleaned

SELECT arg_min(status, revenue), max_by(id, revenue, 2), min(revenue, 2), max(id, 3), arg_max(id, revenue, 2) FROM silver_orders_cleaned

SELECT first(id ORDER BY revenue DESC), last(id ORDER BY revenue DESC), list(DISTINCT status ORDER BY status) FROM silver_orders_cleaned

SELECT string_agg(DISTINCT status, ' | ' ORDER BY status), group_concat(id, ';' ORDER BY id) FROM silver_orders_cleaned

SELECT bool_or(note IS NULL), bool_and(revenue > 0), count_if(revenue > 50), countif(note IS NULL) FROM silver_orders_cleaned

SELECT upper(left(status, 1)) || lower(substr(status, 2)) AS title, lpad(id::VARCHAR, 5, '0'), rpad(status, 8, '.'), repeat('*', 3) FROM silver_orders_cleaned ORDER BY id

SELECT ltrim('  a'), rtrim('a  '), trim('xxaxx', 'x'), trim(BOTH 'x' FROM 'xax'), substring('abcdef' FROM 2 FOR 3), overlay('abcdef' PLACING 'X' FROM 2 FOR 2)

SELECT strpos(note, 'note'), instr(note, 'a'), length(note), strlen('é'), unicode('a'), chr(65), ascii('A') FROM silver_orders_cleaned ORDER BY id

SELECT format('{} of {}', id, status), printf('%05.2f', revenue::DOUBLE), format('{:,}', 1234567) FROM silver_orders_cleaned ORDER BY id

SELECT translate('2024/01/02', '/', '-'), string_split('a,b,c', ','), split_part('a-b-c', '-', 2), concat('a', NULL, 'b'), concat_ws(', ', 'a', NULL, 'b')

SELECT regexp_extract(note, '(\d+)$', 1), regexp_extract_all('a1b22', '\d+'), regexp_full_match(status, '[a-z]+'), regexp_replace('a  b', '\s+', ' ', 'g') FROM silver_orders_cleaned ORDER BY id

SELECT regexp_extract('2024-05-06', '(\d+)-(\d+)-(\d+)', ['y', 'm', 'd'])

SELECT count(*) FROM silver_orders_cleaned WHERE note SIMILAR TO 'a note about \d' OR note !~ 'note' OR note NOT ILIKE '%ABOUT%'

SELECT note LIKE '100\%' ESCAPE '\', note GLOB 'a*', note ^@ 'a note', suffix(status, 'd') FROM silver_orders_cleaned ORDER BY id

SELECT jaro_winkler_similarity('martha', 'marhta'), levenshtein('kitten', 'sitting'), jaccard('ab', 'bc'), damerau_levenshtein('ab', 'ba'), hamming('abc', 'abd')

SELECT strip_accents('São João'), nfc_normalize('é'), lower('ÄÖ'), reverse('abc'), bar(5, 0, 10, 10), md5('a'), sha256('a')

SELECT encode('a'), decode('a'::BLOB), base64('ab'::BLOB), hex('ab'), bin(5), to_base(255, 16), url_encode('a b'), url_decode('a%20b')

SELECT json_extract('{"a": [1, 2]}', '$.a[0]'), json_extract_string('{"a": "x"}', 'a'), json_array_length('[1, 2, 3]'), json_type('{"a": 1}'), json_valid('{'), json_keys('{"a": 1, "b": 2}')

SELECT ('{"a": {"b": 1}}'::JSON)->'a'->>'b', '{"a": [1, 2]}'::JSON->'$.a[1]', json_contains('{"a": 1}', '{"a": 1}')

SELECT to_json({'a': 1}), json_object('a', 1, 'b', [1]), json_array(1, 'x', NULL), row_to_json({'x': 1}), json_merge_patch('{"a": 1}', '{"b": 2}')

SELECT json_group_array(id), json_group_object(id::VARCHAR, status) FROM (SELECT * FROM silver_orders_cleaned ORDER BY id)

SELECT from_json('{"a": 1, "b": ["x"]}', '{"a": "INTEGER", "b": ["VARCHAR"]}').a, json_transform('{"n": "7"}', '{"n": "INTEGER"}')

SELECT unnest(from_json('[1, 2]', '["INTEGER"]')) AS n ORDER BY n

SELECT key, value FROM json_each('{"a": 1, "b": 2}') ORDER BY key

SELECT * FROM (PIVOT (SELECT status, year(ordered_at) AS y, revenue FROM silver_orders_cleaned) ON y IN (2024, 2025) USING sum(revenue) AS total, count(*) AS n GROUP BY status) ORDER BY status

SELECT * FROM silver_orders_cleaned PIVOT (count(*) FOR status IN ('paid', 'open') GROUP BY customer_id) ORDER BY customer_id

SELECT * FROM (SELECT id, status, note FROM silver_orders_cleaned) UNPIVOT INCLUDE NULLS (v FOR n IN (status, note)) ORDER BY id, n

SELECT * FROM (UNPIVOT (SELECT id, revenue::DOUBLE AS a, customer_id::DOUBLE AS b FROM silver_orders_cleaned) ON a, b INTO NAME what VALUE amount) ORDER BY id, what

UNPIVOT (SELECT id, revenue::DOUBLE AS a, customer_id::DOUBLE AS b FROM silver_orders_cleaned) ON a, b

SELECT * FROM (SELECT 1 AS id, 2 AS a1, 3 AS a2) UNPIVOT (v FOR n IN (COLUMNS('a\d'))) ORDER BY n

SELECT count(*) FROM silver_orders_cleaned USING SAMPLE 100 PERCENT (bernoulli)

SELECT count(*) FROM (SELECT * FROM silver_orders_cleaned USING SAMPLE reservoir(3 ROWS) REPEATABLE (7))

SELECT count(*) FROM silver_orders_cleaned TABLESAMPLE reservoir(100%)

SELECT status, id FROM silver_orders_cleaned ORDER BY status DESC, id ASC NULLS FIRST LIMIT 3 OFFSET 2

SELECT id FROM silver_orders_cleaned ORDER BY revenue DESC FETCH FIRST 3 ROWS ONLY

SELECT id FROM silver_orders_cleaned ORDER BY id LIMIT 50%

SELECT id FROM silver_orders_cleaned ORDER BY status COLLATE NOCASE, id LIMIT (SELECT 2)

SELECT id AS "Order No", revenue AS "Revenue (€)" FROM silver_orders_cleaned ORDER BY "Order No"

SELECT "weird ""name""", "order", "delete", "user", created_at, updated_at FROM "Gold Table"

SELECT gt."order" + gt.created_at AS total FROM "Gold Table" AS gt

SELECT "email " FROM bronze_orders_raw WHERE _row_no > 3 ORDER BY _row_no

SELECT try_cast(id AS BIGINT) AS n, "email " LIKE '%@%' AS mail FROM bronze_orders_raw ORDER BY n

SELECT id, revenue AS amount, amount * 2 AS twice, twice + 1 AS more FROM silver_orders_cleaned WHERE amount > 20 ORDER BY id

SELECT #1, #2 FROM (SELECT id, status FROM silver_orders_cleaned ORDER BY id LIMIT 1)

SELECT COLUMNS(lambda c: c LIKE '%_id') FROM silver_orders_cleaned ORDER BY 1

SELECT COLUMNS(* EXCLUDE (note, ordered_at)) FROM silver_orders_cleaned ORDER BY id

SELECT max(COLUMNS('id|revenue')) FROM silver_orders_cleaned

SELECT coalesce(*COLUMNS(['note', 'status'])) FROM silver_orders_cleaned ORDER BY 1

SELECT o.* EXCLUDE (note), c.name FROM silver_orders_cleaned o JOIN silver_customers_cleaned c ON c.id = o.customer_id ORDER BY o.id

SELECT * EXCLUDE (note, ordered_at) FROM silver_orders_cleaned WHERE revenue > 20 AND (status = 'paid' OR note IS NOT NULL) ORDER BY id

SELECT * LIKE '%e%' FROM silver_customers_cleaned ORDER BY 1

SELECT CASE WHEN revenue < 50 THEN 'low' WHEN revenue < 100 THEN 'middle' ELSE 'high' END AS band, count(*), min(revenue), max(revenue) FROM silver_orders_cleaned GROUP BY band ORDER BY band

SELECT width, count(*) FROM (SELECT floor(revenue / 50) * 50 AS width FROM silver_orders_cleaned) GROUP BY width ORDER BY width

SELECT equi_width_bins(0, 100, 4, true), round(1234.567, -2), trunc(1.9), 7 // 2, -7 % 3, 2 ^ 3, 5 & 3, 5 | 3, ~5, 1 << 3, xor(5, 3)

SELECT 1e3, 0.1 + 0.2, 1_000, 10::HUGEINT, 1.5::FLOAT, 'NaN'::DOUBLE, TRUE AND NOT FALSE, NULL IS NULL

SELECT cos(0), atan2(1, 1), degrees(pi()), radians(180), exp(1), log2(8), log10(1000), log(3, 9), cbrt(27), factorial(5), gcd(12, 18), lcm(4, 6), even(3)

SELECT CAST('12' AS INTEGER), '12'::INT, INT '12', TRY_CAST('x' AS INT), CAST([1, 2] AS VARCHAR), CAST('[1, 2]' AS INTEGER[]), CAST({'a': 1} AS STRUCT(a BIGINT))

SELECT DATE '2024-01-31' + INTERVAL 1 MONTH, INTERVAL '1 year 2 months', INTERVAL (id) DAY FROM silver_orders_cleaned ORDER BY id

SELECT 'a' < 'b', 'A' COLLATE NOCASE = 'a', (1, 2) < (1, 3), [1, 2] = [1, 2], NULL IS NOT DISTINCT FROM NULL

SELECT typeof(revenue), typeof(ordered_at), typeof([1]), typeof(NULL) FROM silver_orders_cleaned LIMIT 1

SELECT count(*) FROM silver_orders_cleaned WHERE NOT EXISTS (SELECT 1 FROM silver_customers_cleaned WHERE silver_customers_cleaned.id = silver_orders_cleaned.customer_id AND silver_customers_cleaned.name = 'ann')

SELECT count(*) FROM silver_orders_cleaned WHERE (customer_id, status) IN (SELECT customer_id, 'paid' FROM silver_orders_cleaned)

SELECT count(*) FROM silver_orders_cleaned WHERE (customer_id, status) IN ((1, 'paid'), (2, 'open'))

SELECT * FROM (VALUES ('a', 1), ('b', NULL)) AS t(k, v) WHERE v IS NOT NULL

FROM silver_orders_cleaned

FROM silver_orders_cleaned SELECT count(*) WHERE status = 'paid'

FROM (FROM silver_orders_cleaned WHERE id < 4) SELECT sum(id)

TABLE silver_customers_cleaned ORDER BY id

SELECT i, i * i FROM range(5) t(i) ORDER BY i

SELECT generate_series FROM generate_series(DATE '2024-01-01', DATE '2024-01-10', INTERVAL 3 DAY) ORDER BY 1

SELECT u, n FROM unnest(['x', 'y']) WITH ORDINALITY AS t(u, n) ORDER BY n

SELECT a.n, b.n FROM range(3) a(n), range(2) b(n) ORDER BY ALL

/* a comment */ SELECT id -- another
FROM silver_orders_cleaned ORDER BY id

SELECT 'it''s; DROP TABLE x', 'read_csv(''/etc/passwd'')', $$dollar 'quoted'$$, E'tab\there'

SELECT status AS "select", count(*) AS "from" FROM silver_orders_cleaned GROUP BY "select" ORDER BY "select"

SELECT created_at, updated_at, "delete" FROM "Gold Table" WHERE "user" = 6 AND "delete" = 5

SELECT max(ordered_at) < now() AS past, current_date >= DATE '2024-01-01' AS later, today() = current_date AS same FROM silver_orders_cleaned

SELECT hash(status) = hash('paid') FROM silver_orders_cleaned ORDER BY id

SELECT list_cosine_similarity([1.0, 2.0], [2.0, 4.0]), list_dot_product([1.0, 2.0], [3.0, 4.0]), array_distance([1.0, 2.0]::FLOAT[2], [1.0, 3.0]::FLOAT[2])

SELECT add(1, 2), 'abc'.upper(), [3, 1].list_sort() FROM silver_orders_cleaned ORDER BY id

SELECT ifnull(sum(revenue), 0) AS none, count(*) FROM silver_orders_cleaned WHERE false

SELECT id FROM silver_orders_cleaned WHERE id IN (1, 2, NULL) ORDER BY id

SELECT DISTINCT customer_id, status FROM silver_orders_cleaned ORDER BY ALL DESC

SELECT status, list_sort(list(id))[:2] AS first_two FROM silver_orders_cleaned GROUP BY status ORDER BY status

SELECT cumulative, count(*) OVER () FROM (SELECT sum(id) OVER (ORDER BY id) AS cumulative FROM silver_orders_cleaned) WHERE cumulative > 5 ORDER BY 1

SELECT a.customer_id, a.total, b.total AS before FROM (SELECT customer_id, sum(revenue) AS total FROM silver_orders_cleaned WHERE id > 4 GROUP BY 1) a FULL JOIN (SELECT customer_id, sum(revenue) AS total FROM silver_orders_cleaned WHERE id <= 4 GROUP BY 1) b USING (customer_id) ORDER BY 1
