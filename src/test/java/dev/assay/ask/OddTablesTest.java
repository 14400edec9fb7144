package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.LayerStatus;
import dev.assay.model.Source;
import dev.assay.sql.DuckDbDialect;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names, values and tables that are easily got wrong. */
class OddTablesTest {
  private final DuckDbEngine engine = DuckDbEngine.open(null, "512MB", 2);
  private final Asker asker = new Asker(engine, new DuckDbDialect());
  private Clock clock = OrdersFixture.NOW;

  @AfterEach
  void close() {
    engine.close();
  }

  private Catalog catalog(String id, String select) {
    Source source = OrdersFixture.source(id);
    engine.execute("CREATE TABLE " + source.silverTable() + " AS " + select, Work.unwatched());
    return new Catalog(
        source,
        Optional.empty(),
        Optional.of(
            new Catalog.Table(
                source.silverTable(),
                "b",
                engine.columns(source.silverTable()).orElseThrow(),
                1,
                LayerStatus.READY)),
        List.of(),
        0L);
  }

  private Answer ask(Catalog catalog, String question) {
    return asker.ask(new AskRequest(question, null), _ -> List.of(catalog), clock);
  }

  private static final String NOTES =
      """
      SELECT * FROM (VALUES
        (1, TIMESTAMP '2024-05-01 10:00:00', 'it''s late', 'x', 10.00::DECIMAL(8,2)),
        (2, TIMESTAMP '2024-05-02 23:30:00', 'fine', 'y', 20.50::DECIMAL(8,2)),
        (3, TIMESTAMP '2024-05-19 23:30:00', 'fine', 'x', 5.25::DECIMAL(8,2)))
      v(note_id, created_at, remark, "select", amount)
      """;

  @Test
  void readsTimesAndColumnsThatAreNamedAsSqlIs() {
    Catalog notes = catalog("notes", NOTES);
    assertThat(ask(notes, "latest created_at").rows().rows().toString()).contains("2024-05-19");
    assertThat(ask(notes, "amount by select").rows().rows()).hasSize(2);
    assertThat(ask(notes, "how many notes where select is 'x'").rows().rows())
        .containsExactly(List.of(2L));
    assertThat(ask(notes, "notes by day of created_at").rows().rows()).hasSize(3);
  }

  @Test
  void quotesValuesThatHoldAQuote() {
    Catalog notes = catalog("notes", NOTES);
    assertThat(ask(notes, "how many notes where remark is \"it's late\"").rows().rows())
        .containsExactly(List.of(1L));
    assertThat(ask(notes, "notes with it's late").rows().rows()).containsExactly(List.of(1L));
  }

  @Test
  void answersOverNoRowsAndOverOne() {
    Catalog empty = catalog("drafts", NOTES.replace("SELECT *", "SELECT *") + " WHERE false");
    assertThat(ask(empty, "how many drafts").rows().rows()).containsExactly(List.of(0L));
    assertThat(ask(empty, "total amount").sentence()).contains("no value");
    assertThat(ask(empty, "amount by month").sentence()).isEqualTo("No row fits the question.");
    assertThat(ask(empty, "revenue last month").status()).isNotNull();
    Catalog one = catalog("memos", NOTES + " WHERE note_id = 2");
    assertThat(ask(one, "how many memos").rows().rows()).containsExactly(List.of(1L));
    assertThat(ask(one, "average amount").rows().rows()).containsExactly(List.of(20.5));
    assertThat(ask(one, "median amount").rows().rows()).containsExactly(List.of(20.5));
    assertThat(ask(one, "amount growth by month").rows().rows()).hasSize(1);
  }

  @Test
  void takesTodayFromTheZoneOfTheWorkspace() {
    Catalog notes = catalog("notes", NOTES);
    Instant late = Instant.parse("2024-05-20T02:00:00Z");
    clock = Clock.fixed(late, ZoneId.of("America/Sao_Paulo"));
    assertThat(ask(notes, "how many notes today").query().filters().getFirst().values())
        .containsExactly("2024-05-19", "2024-05-20");
    clock = Clock.fixed(late, ZoneId.of("Europe/Lisbon"));
    assertThat(ask(notes, "quantas notes hoje").query().filters().getFirst().values())
        .containsExactly("2024-05-20", "2024-05-21");
  }

  @Test
  void saysPartlyCoveredPeriodsInTheLanguageOfTheQuestion() {
    Catalog notes = catalog("notes", NOTES);
    assertThat(ask(notes, "amount por mês").warnings())
        .containsExactly("Os dados terminam em 2024-05-19: o último mês só está coberto até lá.");
    assertThat(ask(notes, "cumulative amount by month").warnings())
        .containsExactly("The data ends on 2024-05-19: the last month is covered until then only.");
    assertThat(ask(notes, "total amount en junio de 2024").sentence())
        .isEqualTo(
            "Los datos terminan el 2024-05-19 (created_at), antes de que empiece el período"
                + " pedido, 2024-06-01.");
    assertThat(ask(notes, "total amount en junio de 2024").choices())
        .containsExactly("total amount en mayo de 2024");
  }
}
