package dev.assay.gold.routing;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Silver tables of a shop, filled by chance: none, one or many rows, with gaps and repetitions. */
final class Shop {
  static final String SALES = "silver_sales_cleaned";
  static final String CUSTOMERS = "silver_customers_cleaned";
  static final String LINES = "silver_lines_cleaned";

  /** Two of which no value is like another's in any case, a quote, a blank, an empty text. */
  static final List<String> REGIONS =
      List.of("north", "São Paulo", "it's \"x\"", "", "日本", "East ", "NORTH");

  static final List<String> CITIES = List.of("Berlin", "Zürich", "O'Hara", "");

  static final List<String> DAYS =
      List.of(
          "2023-01-31",
          "2023-12-31",
          "2024-01-01",
          "2024-01-31",
          "2024-02-01",
          "2024-02-29",
          "2024-03-31",
          "2024-04-01",
          "2024-12-30",
          "2025-01-01");

  private static final String SALES_COLUMNS =
      "(_load_id BIGINT, _row_no BIGINT, region VARCHAR, \"select\" VARCHAR, paid BOOLEAN, day"
          + " DATE, \"at\" TIMESTAMP, amount DECIMAL(12,2), quantity INTEGER, weight DOUBLE,"
          + " customer_id BIGINT)";

  private Shop() {}

  /** A customer's city and whether they matter, at most one row a sale. */
  static Join customers(String city, String vip) {
    return new Join(
        CUSTOMERS,
        List.of(new Match("customer_id", "id")),
        List.of(new Import(city, null, "city"), new Import(vip, null, "vip")));
  }

  /** Several lines a customer, made one. */
  static Join lines(String pieces, String count) {
    return new Join(
        LINES,
        List.of(new Match("customer_id", "customer")),
        List.of(
            new Import(pieces, Aggregate.SUM, "pieces"),
            new Import(count, Aggregate.COUNT_ROWS, null)));
  }

  static void fill(DuckDbEngine engine, Chance chance) {
    run(engine, "CREATE OR REPLACE TABLE " + SALES + SALES_COLUMNS);
    run(engine, "CREATE OR REPLACE TABLE " + CUSTOMERS + "(id BIGINT, city VARCHAR, vip BOOLEAN)");
    run(engine, "CREATE OR REPLACE TABLE " + LINES + "(customer BIGINT, pieces INTEGER)");
    int sales = chance.of(0, 1, 2, 12, 40, 80);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < sales; i++) {
      rows.add(
          i > 0 && chance.once(6)
              ? rows.getLast().replaceFirst("^\\(1, \\d+", "(1, " + (i + 1))
              : sale(chance, i + 1));
    }
    insert(engine, SALES, rows);
    List<String> customers = new ArrayList<>();
    for (int id = 1; id <= 4; id++) {
      if (!chance.once(4)) {
        customers.add(
            "("
                + id
                + ", "
                + missing(chance, text(chance.of(CITIES)))
                + ", "
                + missing(chance, chance.of("TRUE", "FALSE"))
                + ")");
      }
    }
    insert(engine, CUSTOMERS, customers);
    List<String> lines = new ArrayList<>();
    for (int i = chance.upTo(9); i > 0; i--) {
      lines.add(
          "("
              + missing(chance, "" + chance.between(1, 5))
              + ", "
              + missing(chance, "" + chance.between(-3, 2_000_000_000))
              + ")");
    }
    insert(engine, LINES, lines);
  }

  private static String sale(Chance chance, int number) {
    return "(1, "
        + String.join(
            ", ",
            "" + number,
            missing(chance, text(chance.of(REGIONS))),
            missing(chance, text(chance.of("a", "b", "from"))),
            missing(chance, chance.of("TRUE", "FALSE")),
            missing(chance, "DATE '" + chance.of(DAYS) + "'"),
            missing(
                chance,
                "TIMESTAMP '"
                    + chance.of(DAYS)
                    + " "
                    + chance.of("00:00:00", "10:30:00", "10:59:59", "23:59:59.999999")
                    + "'"),
            missing(
                chance,
                BigDecimal.valueOf(chance.between(-999_999_999_999L, 999_999_999_999L), 2)
                    .toPlainString()),
            missing(chance, "" + chance.between(Integer.MIN_VALUE + 1, Integer.MAX_VALUE)),
            missing(chance, "CAST('" + chance.part() * 1e6 + "' AS DOUBLE)"),
            missing(chance, "" + chance.between(1, 5)))
        + ")";
  }

  private static String missing(Chance chance, String value) {
    return chance.once(8) ? "NULL" : value;
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static void insert(DuckDbEngine engine, String table, List<String> rows) {
    if (!rows.isEmpty()) {
      run(engine, "INSERT INTO " + table + " VALUES " + String.join(", ", rows));
    }
  }

  static void run(DuckDbEngine engine, String sql) {
    engine.execute(sql, Work.unwatched());
  }
}
