package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomExpressionsTest {
  private static final List<String> COLUMNS =
      List.of("id", "created_at", "email ", "revenue", "x", "Total", "total ", "user", "date");

  private static DuckDbEngine engine;
  private static CustomExpressions expressions;

  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open(null, "512MB", 2);
    expressions = new CustomExpressions(new Guard(engine::parse, engine::render));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void castsOfTheRequestFailOnlyTheRowsThatTheyCannotRead() {
    assertThat(run("CAST(created_at AS TIMESTAMP)", "created_at", "2024-01-02", "soon", null))
        .containsExactly("2024-01-02 00:00:00", "FAILED", null);
    assertThat(run("LOWER(TRIM(email))", "email ", " Ann@X.com ", "", null))
        .containsExactly("ann@x.com", "", null);
    assertThat(
            run(
                "CAST(REPLACE(revenue, ',', '') AS DECIMAL(12,2))",
                "revenue",
                "1,234.50",
                "n/a",
                null))
        .containsExactly("1234.50", "FAILED", null);
    assertThat(run("CAST(NULLIF(x,'') AS INTEGER)", "x", "12", "", "twelve", null))
        .containsExactly("12", null, "FAILED", null);
  }

  @Test
  void readsShortCastsAndTimeFormats() {
    assertThat(run("x::INTEGER", "x", "1", "a")).containsExactly("1", "FAILED");
    assertThat(run("strptime(x, '%d/%m/%Y')::DATE", "x", "31/01/2024", "31/31/2024", null))
        .containsExactly("2024-01-31", "FAILED", null);
    assertThat(run("try_strptime(x, '%d/%m/%Y')", "x", "31/01/2024", "31/31/2024", null))
        .containsExactly("2024-01-31 00:00:00", "FAILED", null);
    assertThat(run("TRY_CAST(x AS DATE)", "x", "2024-01-31", "never"))
        .containsExactly("2024-01-31", "FAILED");
  }

  @Test
  void aCastFailsOnlyInTheBranchThatIsTaken() {
    String either =
        "CASE WHEN x LIKE '%/%' THEN strptime(x, '%d/%m/%Y') ELSE CAST(x AS TIMESTAMP) END";
    assertThat(run(either, "x", "01/02/2024", "2024-02-01", "1/1", "x", null))
        .containsExactly("2024-02-01 00:00:00", "2024-02-01 00:00:00", "FAILED", "FAILED", null);
    assertThat(run("if(x = '-', NULL, CAST(x AS INTEGER))", "x", "-", "7", "seven"))
        .containsExactly(null, "7", "FAILED");
    assertThat(
            run(
                "CASE WHEN x <> '' AND CAST(x AS INTEGER) > 5 THEN 'big' ELSE 'small' END",
                "x",
                "",
                "7",
                "seven"))
        .containsExactly("small", "big", "FAILED");
    assertThat(
            run(
                "CASE WHEN TRY_CAST(x AS INTEGER) IS NULL THEN 'word' ELSE 'number' END",
                "x",
                "a",
                "1"))
        .containsExactly("word", "number");
  }

  @Test
  void whatIsCaughtByTheExpressionItselfIsNoFailure() {
    String formats = "COALESCE(TRY_CAST(x AS DATE), try_strptime(x, '%d.%m.%Y')::DATE)";
    assertThat(run(formats, "x", "2024-03-01", "01.03.2024", "spring", null))
        .containsExactly("2024-03-01", "2024-03-01", "FAILED", null);
    assertThat(run("COALESCE(TRY_CAST(x AS INTEGER), 0)", "x", "5", "five", null))
        .containsExactly("5", "0", "0");
    assertThat(run("COALESCE(CAST(x AS INTEGER), 0)", "x", "5", "five", null))
        .containsExactly("5", "FAILED", "0");
    assertThat(run("NULLIF(TRIM(x), 'N/A')", "x", " N/A ", "a", "")).containsExactly(null, "a", "");
  }

  @Test
  void otherErrorsFailTheirRowsToo() {
    assertThat(run("CAST(x AS INTEGER) * 1000000", "x", "2", "3000", null))
        .containsExactly("2000000", "FAILED", null);
    assertThat(run("make_date(2024, CAST(x AS INTEGER), 1)", "x", "2", "13"))
        .containsExactly("2024-02-01", "FAILED");
    assertThat(run("CAST(x AS DECIMAL(10,2)) / 100", "x", "50", "half"))
        .containsExactly("0.5", "FAILED");
  }

  @Test
  void matchesNamesExactlyElseTrimmedAndFoldedWhereThatIsOne() {
    assertThat(expressions.resolve("upper(EMAIL)", COLUMNS).columns()).containsExactly("email ");
    assertThat(expressions.resolve("\"email \" || x || x", COLUMNS).columns())
        .containsExactly("email ", "x");
    assertThat(expressions.resolve("\"Total\"", COLUMNS).columns()).containsExactly("Total");
    assertThat(expressions.resolve("user || date", COLUMNS).columns())
        .containsExactly("user", "date");
    assertThat(expressions.resolve("CAST(x AS DATE) <= current_date", COLUMNS).columns())
        .containsExactly("x");
    assertThatThrownBy(() -> expressions.resolve("TOTAL", COLUMNS))
        .hasMessage(
            "'TOTAL' may be any of 'Total', 'total '; write the one that you mean exactly, in double quotes.");
    assertThatThrownBy(() -> expressions.resolve("revenu + emial", COLUMNS))
        .hasMessageContainingAll(
            "2 problems: Column 'revenu' is not in the source. Did you mean 'revenue'?",
            "Column 'emial' is not in the source. Did you mean 'email '?");
    assertThatThrownBy(() -> expressions.resolve("b.x", COLUMNS))
        .hasMessage("Write 'x' without a table name.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(SELECT max(x) FROM assay_source)",
        "EXISTS (SELECT 1)",
        "max(x)",
        "count(*)",
        "*",
        "COLUMNS(*)",
        "row_number() OVER ()",
        "sum(x) OVER (ORDER BY id)",
        "unnest([x])",
        "list_transform([x], lambda y: y)",
        "x, id",
        "x AS y",
        "x FROM other --",
        "x FROM assay_source WHERE id = 1 UNION SELECT x",
        "x FROM (SELECT 1 AS x) a, ",
        "DISTINCT x",
        "x; DROP TABLE t; SELECT x",
        "1 FROM read_csv('x') --",
        "getenv('HOME')",
        "nextval('s')",
        "random()",
        "x::assay_type",
        "?",
        "#1",
        "",
        "  ",
        "-- nothing",
        "CAST(x AS",
        "x) FROM t --",
        "repeat(x, 100000000)",
        "current_setting('x')",
        "DROP TABLE t"
      })
  void refusesWhatIsNotOneExpressionOverOneRow(String expression) {
    assertThatThrownBy(() -> expressions.resolve(expression, COLUMNS))
        .isInstanceOf(UserError.class)
        .message()
        .endsWith(".");
  }

  @Test
  void aCommentCannotHideTheSource() {
    assertThat(expressions.resolve("upper(x) -- as it is", COLUMNS).value()).isEqualTo("upper(x)");
    assertThat(expressions.resolve("x /* as it is */", COLUMNS).failed()).isEqualTo("false");
  }

  /** The values for each text of one column, in order; "FAILED" where the row is to be rejected. */
  private static List<Object> run(String expression, String column, String... texts) {
    CustomExpression custom = expressions.resolve(expression, COLUMNS);
    assertThat(custom.columns()).containsExactly(column);
    engine.execute(
        "CREATE OR REPLACE TABLE bronze AS SELECT NULL::BIGINT AS n, NULL::VARCHAR AS \""
            + column
            + "\" LIMIT 0",
        Work.unwatched());
    List<Object> rows = new ArrayList<>(Arrays.asList(texts));
    for (int i = 0; i < rows.size(); i++) {
      String value = rows.get(i) == null ? "NULL" : "'" + rows.get(i) + "'";
      engine.execute("INSERT INTO bronze VALUES (" + i + ", " + value + ")", Work.unwatched());
    }
    return engine
        .query(
            "SELECT CASE WHEN "
                + custom.failed()
                + " THEN 'FAILED' ELSE CAST("
                + custom.value()
                + " AS VARCHAR) END FROM bronze ORDER BY n")
        .rows()
        .stream()
        .map(List::getFirst)
        .toList();
  }
}
