package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Engine.Limits;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import dev.assay.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static DuckDbEngine engine;

  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open(null, "512MB", 2);
    engine.execute(
        "CREATE TABLE shuffled AS SELECT (i * 7919) % 1000003 AS n, 'x' || i AS t FROM range(1000000) r(i)",
        Work.unwatched());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void manyRowsComeInTheOrderThatWasAskedFor() {
    String select = "SELECT n FROM shuffled ORDER BY n";
    assertThat(numbers(engine.query(select))).isSorted();
    assertThat(numbers(engine.query(select, Work.unwatched()))).isSorted();
    assertThat(numbers(engine.reading(reader -> reader.read(select, Limits.NONE)))).isSorted();
    assertThat(numbers(engine.reading(reader -> reader.read(select, new Limits(400_000, 60)))))
        .isSorted()
        .hasSize(400_000);
    assertThat(texts(select).stream().map(row -> Long.valueOf(row[0])).toList())
        .isSorted()
        .hasSize(1_000_000);
  }

  @Test
  void aTemporaryViewGoesBeforeTheTableOfItsNameAndOnlyItsReaderSeesIt() {
    engine.execute("CREATE TABLE published AS SELECT 1 AS n", Work.unwatched());
    engine.execute("CREATE TABLE staged AS SELECT 2 AS n", Work.unwatched());
    List<String> standIn =
        List.of(new TableSql(new DuckDbDialect()).standIn("published", "staged"));

    assertThat(
            engine.<Object>reading(
                standIn,
                reader ->
                    List.of(
                        reader.read("SELECT n FROM published", Limits.NONE).rows(),
                        engine.query("SELECT n FROM published").rows())))
        .isEqualTo(List.of(List.of(List.of(2L)), List.of(List.of(1L))));
    assertThat(engine.query("SELECT n FROM published").rows()).containsExactly(List.of(1L));
  }

  @Test
  void aLimitedReadKeepsNamesTypesAndParameters() {
    Rows rows =
        engine.reading(reader ->
            reader.read(
                "SELECT 1 AS a, 2::BIGINT AS A, n AS \"n \" FROM shuffled WHERE n < ? -- fewer",
                new Limits(3, 10),
                8));
    assertThat(rows.columns())
        .containsExactly(
            new Rows.Column("a", "INTEGER"),
            new Rows.Column("A", "BIGINT"),
            new Rows.Column("n ", "BIGINT"));
    assertThat(rows.rows()).hasSize(3);
    assertThat(rows.truncated()).isTrue();
    assertThat(rows.sql()).startsWith("SELECT 1 AS a");
  }

  @Test
  void endlessWorkIsStoppedAtItsTimeLimit() {
    for (String select :
        List.of(
            "SELECT sum(a.n * b.n) FROM shuffled a, shuffled b",
            "SELECT a.n FROM shuffled a, shuffled b",
            "SELECT i FROM range(1000000000000) r(i) WHERE i < 0")) {
      assertThatThrownBy(() ->
              engine.reading(reader -> reader.read(select, new Limits(Long.MAX_VALUE - 1, 1))))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("The query was stopped after 1 second.");
      assertThatThrownBy(() -> texts(select, new Limits(Long.MAX_VALUE, 1)))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("The query was stopped after 1 second.");
    }
  }

  @Test
  void errorsInTheMiddleOfAResultKeepTheirMessage() {
    String select = "SELECT CASE WHEN n = 999999 THEN CAST(t AS INTEGER) ELSE n END FROM shuffled";
    assertThatThrownBy(() -> engine.query(select)).hasMessageStartingWith("Conversion Error");
    assertThatThrownBy(() -> texts(select)).hasMessageStartingWith("Conversion Error");
    assertThatThrownBy(() -> engine.reading(reader -> reader.read(select, Limits.NONE)))
        .hasMessageStartingWith("Conversion Error");
  }

  @Test
  void theConfigurationStaysLocked() {
    for (String sql :
        List.of(
            "SET enable_external_access = true",
            "SET lock_configuration = false",
            "SET memory_limit = '10GB'",
            "SET allowed_configs = ['memory_limit']",
            "SET allowed_directories = ['/']",
            "ATTACH '/tmp/x.db'",
            "COPY shuffled TO '/tmp/x.csv'")) {
      assertThatThrownBy(() -> engine.execute(sql, Work.unwatched()))
          .isInstanceOf(EngineException.class);
    }
  }

  private static List<Long> numbers(Rows rows) {
    return rows.rows().stream().map(row -> (Long) row.getFirst()).toList();
  }

  private static List<String[]> texts(String select) {
    return texts(select, Limits.NONE);
  }

  private static List<String[]> texts(String select, Limits limits) {
    List<String[]> rows = new ArrayList<>();
    engine.reading(reader -> {
      reader.texts(
          select,
          limits,
          new Engine.TextConsumer() {
            @Override
            public void columns(List<Rows.Column> columns) {
              assertThat(columns).isNotEmpty();
            }

            @Override
            public void row(String[] values) {
              if (rows.size() < 1_000_000) {
                rows.add(values);
              }
            }
          });
      return null;
    });
    return rows;
  }
}
