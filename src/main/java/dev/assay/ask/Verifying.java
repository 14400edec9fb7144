package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Answer.Verification;
import dev.assay.model.Layer;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.sql.QuerySql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks Silver the same question and compares both results row by row. */
final class Verifying {
  /** What the sums of doubles may differ by, for they depend on the order of adding. */
  private static final double TOLERANCE = 1e-9;

  private static final int MOST_ROWS = 100_000;
  private static final int SECONDS = 60;

  private final Catalog catalog;
  private final Engine.Reader reader;
  private final Language language;

  /** Says what it finds in {@code language}. */
  Verifying(Catalog catalog, Engine.Reader reader, Language language) {
    this.language = language;
    this.catalog = catalog;
    this.reader = reader;
  }

  /**
   * Compares {@code rows}, which a table of {@code layer} gave in the same transaction, with what
   * Silver says.
   */
  Verification of(Query query, Layer layer, Rows rows) {
    if (catalog.silver().isEmpty()) {
      return new Verification(false, say("verify.no-silver"), null, null, null);
    }
    Catalog.Table silver = catalog.silver().get();
    String sql = QuerySql.select(query, silver.columns());
    if (layer == Layer.SILVER) {
      return new Verification(true, say("verify.itself", silver.name()), silver.name(), sql, rows);
    }
    Rows again = reader.read(sql, new Engine.Limits(MOST_ROWS, SECONDS));
    int differences = differences(rows, again, query.limit() != null);
    return new Verification(
        differences == 0,
        differences == 0
            ? counted("verify.equal-row", silver.name(), again.rows().size())
            : counted("verify.different-row", silver.name(), differences),
        silver.name(),
        sql,
        again);
  }

  private String counted(String key, String table, int rows) {
    return say(rows == 1 ? key : key + "s", table, rows);
  }

  private String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }

  /** How many rows of the longer result have no equal in the other. */
  private static int differences(Rows one, Rows other, boolean cut) {
    if (one.columns().size() != other.columns().size()) {
      return Math.max(one.rows().size(), other.rows().size());
    }
    List<List<Object>> here = sorted(one, cut);
    List<List<Object>> there = sorted(other, cut);
    int different = Math.abs(here.size() - there.size());
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (!alike(here.get(i), there.get(i))) {
        different++;
      }
    }
    return different;
  }

  /**
   * A result that is cut after some rows is compared in its order, for that decides what is cut.
   */
  private static List<List<Object>> sorted(Rows rows, boolean cut) {
    List<List<Object>> sorted = new ArrayList<>(rows.rows());
    if (!cut) {
      sorted.sort(Comparator.comparing(Verifying::key));
    }
    return sorted;
  }

  /** Of what is exact: doubles that differ in the last digit must not change the order. */
  private static String key(List<Object> row) {
    StringBuilder key = new StringBuilder();
    for (Object value : row) {
      if (!(value instanceof Double)) {
        key.append(value == null ? "\u001e" : value).append('\u001f');
      }
    }
    return key.toString();
  }

  private static boolean alike(List<Object> one, List<Object> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!alike(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(Object one, Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one.equals(other) || one.toString().equals(other.toString())) {
      return true;
    }
    BigDecimal left = number(one);
    BigDecimal right = number(other);
    if (left == null || right == null) {
      return false;
    }
    boolean exact = !(one instanceof Double) && !(other instanceof Double);
    double size = Math.max(left.abs().doubleValue(), right.abs().doubleValue());
    return exact
        ? left.compareTo(right) == 0
        : left.subtract(right).abs().doubleValue() <= TOLERANCE * size;
  }

  private static BigDecimal number(Object value) {
    String text = value.toString();
    return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? new BigDecimal(text) : null;
  }
}
