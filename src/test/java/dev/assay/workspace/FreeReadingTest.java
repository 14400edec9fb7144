package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.Guard;
import dev.assay.sql.Tables;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreeReadingTest {
  private DuckDbEngine engine;
  private static final Tables TABLES = new Tables(List.of("silver_orders_cleaned"));
  private FreeReading reading;

  @BeforeEach
  void open() {
    engine = DuckDbEngine.open(null, "512MB", 2);
    engine.execute(
        "CREATE TABLE silver_orders_cleaned AS SELECT i AS id, i * 2.5 AS revenue, 'word' AS note FROM range(5000) r(i)",
        Work.unwatched());
    reading = new FreeReading(engine, new Guard(engine::parse, engine::render));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void readsRowsUpToTheLimitAndSaysSo() {
    Rows rows =
        reading.read("select id, revenue from silver_orders_cleaned order by id desc;", TABLES);
    assertThat(rows.rows()).hasSize(1000).first().isEqualTo(List.of(4999L, "12497.5"));
    assertThat(rows.truncated()).isTrue();
    assertThat(rows.sql())
        .isEqualTo("SELECT id, revenue FROM silver_orders_cleaned ORDER BY id DESC");
  }

  @Test
  void namesTheColumnThatWasMeant() {
    assertThatThrownBy(() -> reading.read("SELECT sum(revenu) FROM silver_orders_cleaned", TABLES))
        .isInstanceOf(UserError.class)
        .hasMessage("Column 'revenu' is not in silver_orders_cleaned. Did you mean 'revenue'?");
    assertThatThrownBy(() -> reading.read("SELECT o.zzzzzzzz FROM silver_orders_cleaned o", TABLES))
        .hasMessage(
            "Column 'zzzzzzzz' is not in silver_orders_cleaned. Columns are: id, revenue, note.");
  }

  @Test
  void passesTheEnginesFirstLineOn() {
    assertThatThrownBy(
            () -> reading.read("SELECT CAST(note AS INTEGER) FROM silver_orders_cleaned", TABLES))
        .isInstanceOf(UserError.class)
        .message()
        .startsWith("The engine cannot run this: Conversion Error: Could not convert")
        .doesNotContain("\n");
  }

  @Test
  void refusesWhatTheGuardRefuses() {
    assertThatThrownBy(() -> reading.read("DROP TABLE silver_orders_cleaned", TABLES))
        .isInstanceOf(UserError.class)
        .hasMessage("Only SELECT is allowed here; 'DROP' is not.");
    assertThat(engine.columns("silver_orders_cleaned")).isPresent();
  }
}
