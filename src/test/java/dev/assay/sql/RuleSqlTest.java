package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.model.ColumnType;
import dev.assay.model.RowCondition;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows break a rule, and the SQL that says so. */
class RuleSqlTest {
  private static final Engine ENGINE = DuckDbEngine.open(null, "256MB", 1);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static String sql(String condition, String tolerance, String... types) {
    return RuleSql.broken(
        new SilverSpec.Rule(
            "r", RowCondition.parse(condition), new BigDecimal(tolerance), Severity.REJECT),
        name -> new RuleSql.Operand(name, ColumnType.parse(types[name.charAt(0) - 'a'])));
  }

  @Test
  void writesExactArithmeticPlainlyWhereItFits() {
    assertThat(sql("a = b * c", "0", "DECIMAL(12,2)", "DECIMAL(10,2)", "INTEGER"))
        .isEqualTo("coalesce(NOT (a = (b * CAST(c AS DECIMAL(10,0)))), false)");
    assertThat(sql("a >= b", "0", "TIMESTAMP", "DATE"))
        .isEqualTo("coalesce(NOT (CAST(a AS DATE) >= CAST(b AS DATE)), false)");
    assertThat(sql("a = b + c", "0.01", "DECIMAL(12,2)", "DECIMAL(12,2)", "DECIMAL(12,2)"))
        .isEqualTo("coalesce(abs((a - (b + c))) > CAST('0.01' AS DECIMAL(3,2)), false)");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        // condition, tolerance, a, type, b, type, c, type, broken
        "a = b * c, 0, 0.30, 'DECIMAL(12,2)', 0.10, 'DECIMAL(12,2)', 3, INTEGER, false",
        "a = b * c, 0, 0.31, 'DECIMAL(12,2)', 0.10, 'DECIMAL(12,2)', 3, INTEGER, true",
        "a = b * c, 0.01, 0.31, 'DECIMAL(12,2)', 0.10, 'DECIMAL(12,2)', 3, INTEGER, false",
        "a = b * c, 0.01, 0.32, 'DECIMAL(12,2)', 0.10, 'DECIMAL(12,2)', 3, INTEGER, true",
        "a <> b * c, 0.01, 0.31, 'DECIMAL(12,2)', 0.10, 'DECIMAL(12,2)', 3, INTEGER, true",
        "a = b + c, 0, 0.3, DOUBLE, 0.1, DOUBLE, 0.2, DOUBLE, false",
        "a = b + c, 0, 0.3001, DOUBLE, 0.1, DOUBLE, 0.2, DOUBLE, true",
        "a = b / c, 0, 3, INTEGER, 9, INTEGER, 3, INTEGER, false",
        "a = b / c, 0, 3, INTEGER, 9, INTEGER, 0, INTEGER, false",
        "a = b / c, 0, 3, INTEGER, 10, INTEGER, 3, INTEGER, true",
        "a = b * c, 0, NULL, INTEGER, 10, INTEGER, 3, INTEGER, false",
        "a <> b + c, 0, 3, INTEGER, NULL, INTEGER, 3, INTEGER, false",
        "a >= b, 0, 2024-01-02, DATE, 2024-01-01, DATE, 1, INTEGER, false",
        "a >= b, 0, 2024-01-01, DATE, 2024-01-02, DATE, 1, INTEGER, true",
        "a >= b, 0, 2024-01-02, DATE, 2024-01-02 10:00:00, TIMESTAMP, 1, INTEGER, false",
        "a = b - c, 0, 3, INTEGER, 2024-01-04, DATE, 2024-01-01, DATE, false",
        "a = b - c, 0, 4, INTEGER, 2024-01-04, DATE, 2024-01-01, DATE, true",
        "a / (b - c) = 1, 0, 3, DOUBLE, 2024-01-04, DATE, 2024-01-01, DATE, false",
        "a = b, 0, x, TEXT, x, TEXT, 1, INTEGER, false",
        "a = b, 0, x, TEXT, X, TEXT, 1, INTEGER, true",
        "-a < -(b - c), 0, 3, INTEGER, 9, INTEGER, 7, INTEGER, false",
        "a = 1.19 * b, 0, 119.00, 'DECIMAL(12,2)', 100.00, 'DECIMAL(12,2)', 1, INTEGER, false",
        // More than 38 digits are needed.
        "a * b = c * a, 0, 9000000000000000000, BIGINT, 9000000000000000000, BIGINT, 9000000000000000000, BIGINT, false",
        "a * a * a > b, 0, 9000000000000000000, BIGINT, 1, BIGINT, 1, BIGINT, false",
        "a * a * a < b, 0, 9000000000000000000, BIGINT, 1, BIGINT, 1, BIGINT, true",
        "a = b, 0, 99999999999999999999999999999999999999, 'DECIMAL(38,0)', 0.5, 'DECIMAL(38,38)', 1, INTEGER, true",
        "a + b > 0, 0, 99999999999999999999999999999999999999, 'DECIMAL(38,0)', 99999999999999999999999999999999999999, 'DECIMAL(38,0)', 1, INTEGER, false",
        "a * b = b, 0, 1, 'DECIMAL(38,20)', 0.5, 'DECIMAL(38,30)', 1, INTEGER, false",
      })
  void tellsWhoBreaksARule(
      String condition,
      String tolerance,
      String a,
      String typeOfA,
      String b,
      String typeOfB,
      String c,
      String typeOfC,
      boolean broken) {
    String select =
        "SELECT "
            + sql(condition, tolerance, typeOfA, typeOfB, typeOfC)
            + " FROM (SELECT CAST(? AS "
            + engine(typeOfA)
            + ") AS a, CAST(? AS "
            + engine(typeOfB)
            + ") AS b, CAST(? AS "
            + engine(typeOfC)
            + ") AS c)";
    assertThat(ENGINE.query(select, a, b, c).rows().getFirst().getFirst()).isEqualTo(broken);
  }

  private static String engine(String type) {
    return type.equals("TEXT") ? "VARCHAR" : type;
  }
}
