package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine.Limits;
import dev.assay.engine.Work;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Statements that pass the first wall and ask for too much: the limits of reading hold for them.
 */
class GuardedLimitsTest {
  private static final Tables TABLES = new Tables(List.of("silver_events"));
  private static final Limits SHORT = new Limits(1_000, 1);

  private static DuckDbEngine engine;
  private static Guard guard;

  @BeforeAll
  static void makeTable() {
    engine = DuckDbEngine.open(null, "256MB", 2);
    guard = new Guard(engine::parse, engine::render);
    engine.execute(
        "CREATE TABLE silver_events AS SELECT i AS id, 'event ' || i AS name FROM range(1000000) r(i)",
        Work.unwatched());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> stopsWhatTakesTooLongOrTooMuchWithASentence() {
    return Stream.of(
            "SELECT count(*) FROM range(10000000) a, range(10000000) b",
            "SELECT count(*) FROM silver_events a, silver_events b WHERE a.name < b.name",
            "SELECT * FROM range(10000000) a(i), range(10000000) b(j) ORDER BY i * j",
            "SELECT sum(i) FROM range(1000000000000) t(i)",
            "SELECT count(*) FROM generate_series(1, 9000000000000000000)",
            "SELECT a.id, count(*) FROM silver_events a, silver_events b GROUP BY ALL ORDER BY 2",
            "SELECT 1 FROM silver_events a, silver_events b, silver_events c, silver_events d",
            "SELECT list(i) FROM range(1000000000) t(i)",
            "SELECT string_agg(name, ',') FROM silver_events, range(1000)",
            "SELECT length(string_agg(repeat('x', 10000), '')) FROM range(10000000)",
            "SELECT array_agg(name) OVER (ORDER BY id) FROM silver_events",
            "SELECT json_group_array(name) FROM silver_events, range(1000)",
            "SELECT count(*) FROM (SELECT unnest(list_resize([1], 10000)) FROM silver_events)")
        .map(sql ->
            dynamicTest(
                sql,
                () -> {
                  UserError error = catchThrowableOfType(UserError.class, () -> read(sql, SHORT));
                  assertThat(error).as("stopped: %s", sql).isNotNull();
                  assertThat(error.kind()).isIn(UserError.Kind.LIMIT, UserError.Kind.MACHINE);
                  assertThat(error.getMessage())
                      .containsAnyOf("Narrow it with a filter", "ask for fewer groups");
                  // Nothing of it is left: the next question is answered.
                  assertThat(read("SELECT count(*) FROM silver_events").rows())
                      .containsExactly(List.of(1_000_000L));
                }));
  }

  @TestFactory
  Stream<DynamicTest> cutsLongResultsOffAndSaysSo() {
    return Stream.of(
            "SELECT * FROM silver_events",
            "SELECT * FROM range(10000000) a(i), range(10000000) b(j)",
            "SELECT * FROM generate_series(1, 9000000000000000000)",
            "SELECT a.id, b.id FROM silver_events a, silver_events b",
            "SELECT id, unnest(list_resize([1], 10000)) FROM silver_events")
        .map(sql ->
            dynamicTest(
                sql,
                () -> {
                  Rows rows = read(sql);
                  assertThat(rows.rows()).hasSize(1_000);
                  assertThat(rows.truncated()).isTrue();
                }));
  }

  @Test
  void repetitionUpToItsBoundRunsAndWithinItsBoundIsRight() {
    assertThat(read("SELECT length(repeat('ab', 10000)), repeat('=', 5)").rows())
        .containsExactly(List.of(20_000L, "====="));
    assertThat(
            read("WITH a AS (SELECT id, name || '!' AS s FROM silver_events WHERE id < 2),"
                    + " b AS (SELECT id, s || s AS s FROM a) SELECT s FROM b ORDER BY id")
                .rows())
        .containsExactly(List.of("event 0!event 0!"), List.of("event 1!event 1!"));
  }

  @Test
  void aLongValueIsRefusedWhereverItIsMade() {
    for (String sql :
        List.of(
            "SELECT repeat(repeat(name, 5000), 5000) FROM silver_events",
            "SELECT count(*) FROM silver_events GROUP BY repeat(repeat(name, 5000), 5000)",
            "SELECT count(*) FROM silver_events HAVING max(repeat(repeat(name, 5000), 5000)) > ''",
            "SELECT sum(id) OVER (ORDER BY repeat(repeat(name, 5000), 5000)) FROM silver_events",
            "SELECT id FROM silver_events UNION ALL SELECT length(repeat(repeat(name, 5000), 5000)) FROM silver_events",
            "SELECT * FROM silver_events a JOIN silver_events b ON a.name = repeat(repeat(b.name, 5000), 5000)")) {
      assertThatThrownBy(() -> read(sql))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("repeat it less often");
    }
  }

  private static Rows read(String sql) {
    return read(sql, Limits.INTERACTIVE);
  }

  private static Rows read(String sql, Limits limits) {
    String checked = guard.check(sql, TABLES).sql();
    return engine.reading(reader -> reader.read(checked, limits));
  }
}
