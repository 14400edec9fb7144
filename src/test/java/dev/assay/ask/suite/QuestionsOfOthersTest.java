package dev.assay.ask.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ask.Asker;
import dev.assay.ask.Catalog;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.UserError;
import dev.assay.sql.DuckDbDialect;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that a table was never meant for: people ask the wrong table, and are told so. */
class QuestionsOfOthersTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2024-05-20T08:00:00Z"), ZoneOffset.UTC);

  private static final List<String> SETS =
      List.of(
          "suite",
          "heldout",
          "heldout-4",
          "heldout-6",
          "others",
          "round-a",
          "round-b",
          "round-c",
          "round-d",
          "round-e",
          "round-f");

  @Test
  void whateverIsAskedIsAnsweredOrSaysWhyNot() {
    List<String> broken = new ArrayList<>();
    int asked = 0;
    try (AskedTables tables = new AskedTables()) {
      Asker asker = new Asker(tables.engine, new DuckDbDialect());
      List<String> names = tables.names();
      for (String set : SETS) {
        for (QuestionSuite.Question question : QuestionSuite.questions("/ask/" + set + ".txt")) {
          int at = Math.floorMod(question.text().hashCode(), names.size());
          Catalog catalog = tables.catalog(names.get(at));
          try {
            Answer answer =
                asker.ask(new AskRequest(question.text(), null), _ -> List.of(catalog), NOW);
            asked++;
            assertThat(answer.sentence()).isNotBlank();
          } catch (UserError _) {
            asked++;
          } catch (RuntimeException e) {
            broken.add(names.get(at) + ": " + question.text() + " -> " + e);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(asked).isGreaterThan(1_000);
  }
}
