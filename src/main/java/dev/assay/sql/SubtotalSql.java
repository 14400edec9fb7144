package dev.assay.sql;

import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures whether rows that call themselves totals are the sums of rows around them. */
public final class SubtotalSql {
  /** Totals further apart than so many others are not tried as the borders of a sum. */
  private static final int NEAR = 20;

  private final Dialect dialect;

  public SubtotalSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** One row: for each column, how many rows match the pattern. */
  public String labelled(String table, List<SilverSpec.Column> columns, String pattern) {
    return columns.stream()
        .map(column -> "count(*) FILTER (WHERE " + labelled(column, pattern) + ")")
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + Quote.identifier(table)));
  }

  private String labelled(SilverSpec.Column column, String pattern) {
    return "coalesce(regexp_matches("
        + dialect.cleaned(column)
        + ", "
        + Quote.literal(pattern)
        + "), false)";
  }

  /**
   * A row for each label that matches the pattern: the label, its rows, those of them whose numbers
   * are the sum of two or more rows around them (above up to another total or the beginning, below
   * up to another total or the end, or those of its group), those that repeat a single row, and a
   * number that is the same where the rows are.
   *
   * @param numbers columns that may have been added up
   * @param groups columns whose value a total may share with the rows that it adds up
   */
  public String proven(
      String table,
      SilverSpec.Column label,
      String pattern,
      List<SilverSpec.Column> numbers,
      List<SilverSpec.Column> groups) {
    List<String> read = new ArrayList<>(List.of("_load_id", "_row_no"));
    read.add(dialect.cleaned(label) + " AS label");
    read.add(labelled(label, pattern) + " AS total");
    for (int i = 0; i < numbers.size(); i++) {
      read.add("CAST(" + dialect.cast(numbers.get(i)) + " AS DOUBLE) AS v" + i);
    }
    for (int i = 0; i < groups.size(); i++) {
      read.add(dialect.cleaned(groups.get(i)) + " AS g" + i);
    }
    String sums =
        each(
            numbers,
            i -> ", coalesce(sum(v" + i + ") FILTER (WHERE NOT total) OVER above, 0) AS s" + i);
    StringBuilder sql = new StringBuilder("WITH read AS MATERIALIZED (SELECT ");
    sql.append(String.join(", ", read)).append(" FROM ").append(Quote.identifier(table));
    sql.append("),\nsummed AS (SELECT *, count(*) FILTER (WHERE NOT total) OVER above AS d");
    sql.append(sums).append(" FROM read WINDOW above AS (PARTITION BY _load_id ORDER BY _row_no))");
    sql.append(",\ntotals AS (SELECT *, row_number() OVER (PARTITION BY _load_id ORDER BY _row_no)");
    sql.append(" AS k FROM summed WHERE total),\nborders AS (SELECT _load_id, k, d");
    sql.append(each(numbers, i -> ", s" + i)).append(" FROM totals\nUNION ALL SELECT _load_id, 0, 0");
    sql.append(each(numbers, _ -> ", 0")).append(" FROM read GROUP BY _load_id\nUNION ALL SELECT");
    sql.append(" _load_id, NULL, max(d)").append(each(numbers, i -> ", arg_max(s" + i + ", _row_no)"));
    sql.append(" FROM summed GROUP BY _load_id),\nfound AS (SELECT t._row_no, t._load_id, t.d, b.d AS e");
    sql.append(", ").append(sums(numbers, "t", NEARBY)).append(" AS hits FROM totals t JOIN borders b");
    sql.append(" ON b._load_id = t._load_id AND (b.k IS NULL OR b.k = 0 OR abs(b.k - t.k) <= ");
    sql.append(NEAR).append(") AND b.k IS DISTINCT FROM t.k");
    for (int g = 0; g < groups.size(); g++) {
      sql.append("\nUNION ALL SELECT t._row_no, t._load_id, 0, o.n, ");
      sql.append(sums(numbers, "t", i -> "o.s" + i)).append(" FROM totals t JOIN (SELECT _load_id, g");
      sql.append(g).append(" AS g, count(*) AS n").append(each(numbers, i -> ", sum(v" + i + ") AS s" + i));
      sql.append(" FROM read WHERE NOT total GROUP BY ALL) o ON o._load_id = t._load_id AND o.g = t.g");
      sql.append(g);
    }
    sql.append("),\nbest AS (SELECT _load_id, _row_no, max(abs(e - d)) AS many FROM found WHERE hits");
    sql.append(" GROUP BY ALL)\nSELECT label, count(*), count(*) FILTER (WHERE many >= 2),");
    sql.append(" count(*) FILTER (WHERE many = 1), bit_xor(hash(_load_id, _row_no)) FROM totals LEFT JOIN best USING (_load_id, _row_no)");
    return sql.append(" GROUP BY label ORDER BY count(*) DESC, label").toString();
  }

  /** The sum of the rows between a total and a border. */
  private static final IntFunction<String> NEARBY =
      i -> "CASE WHEN b.k < t.k THEN t.s" + i + " - b.s" + i + " ELSE b.s" + i + " - t.s" + i + " END";

  private static String each(List<?> list, IntFunction<String> text) {
    return IntStream.range(0, list.size()).mapToObj(text).collect(Collectors.joining());
  }

  /** At least half of a total's numbers, and one that is not 0, are the sums. */
  private static String sums(List<?> numbers, String total, IntFunction<String> sum) {
    String hits =
        IntStream.range(0, numbers.size())
            .mapToObj(i -> {
              String value = total + ".v" + i;
              return "CASE WHEN "
                  + value
                  + " <> 0 AND abs("
                  + value
                  + " - ("
                  + sum.apply(i)
                  + ")) <= 1e-6 * abs("
                  + value
                  + ") THEN 2 ELSE 0 END";
            })
            .collect(Collectors.joining(" + "));
    String present =
        IntStream.range(0, numbers.size())
            .mapToObj(i -> "CASE WHEN " + total + ".v" + i + " <> 0 THEN 1 ELSE 0 END")
            .collect(Collectors.joining(" + "));
    return "(" + hits + ") >= greatest(1, " + present + ")";
  }
}
