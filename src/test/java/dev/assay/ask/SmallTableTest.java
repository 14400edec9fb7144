package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.LayerStatus;
import dev.assay.sql.DuckDbDialect;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a small table as of one on paper. */
class SmallTableTest {
  private static DuckDbEngine engine;

  @BeforeAll
  static void fill() {
    engine = DuckDbEngine.open(null, "512MB", 2);
    engine.execute(
        """
        CREATE TABLE silver_bridges_cleaned AS
        SELECT 1 AS _load_id, coalesce(n, 6) + 1 AS _row_no, n AS rank, bridge, country, CAST(length_m AS INTEGER) AS length_m,
          opened, toll, visitors
        FROM (VALUES
          (1, 'Long Bridge', 'Norway', 900, 1931, 'Yes', '1,200 (est)'),
          (2, 'Saint Mary''s Bridge', 'Norway (north)', 700, 1950, 'No', '800'),
          (3, 'Árbol Bridge', 'Spain', 650, 1962, 'No', '2,400'),
          (4, 'Old Ferry Bridge', 'Chile', 410, 1975, 'Yes', '90'),
          (5, 'Green Bridge', 'Spain', 410, 1981, 'No', '310'),
          (NULL, 'Total', NULL, 3070, NULL, NULL, '4,800'))
          t(n, bridge, country, length_m, opened, toll, visitors)
        """,
        Work.unwatched());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Answer ask(String question) {
    String table = "silver_bridges_cleaned";
    Catalog catalog =
        new Catalog(
            OrdersFixture.source("bridges"),
            Optional.empty(),
            Optional.of(
                new Catalog.Table(
                    table, "build-1", engine.columns(table).orElseThrow(), 6, LayerStatus.READY)),
            List.of(),
            0L);
    return new Asker(engine, new DuckDbDialect())
        .ask(new AskRequest(question, null), _ -> List.of(catalog), Clock.systemUTC());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          what is the first bridge listed in the table?            | Long Bridge
          what is the last bridge listed?                          | Green Bridge
          which bridge comes after Saint Mary's Bridge?            | Árbol Bridge
          which bridge is listed before arbol bridge?              | Saint Mary's Bridge
          how many bridges are in Spain?                           | 2
          how many bridges opened after 1960?                      | 3
          how many bridges have a toll of yes?                     | 2
          which bridge has the most visitors?                      | Árbol Bridge
          which bridge opened in 1975?                             | Old Ferry Bridge
          what is the length of Long Bridge?                       | 900
          which bridges are in Spain?                              | Árbol Bridge, Green Bridge
          what is the difference in length between Long Bridge and Green Bridge? | 490
          which opened first, Green Bridge or Long Bridge?         | Long Bridge
          which bridge has rank 2?                                 | Saint Mary's Bridge
          how long is Long Bridge?                                 | 900
          how many bridges opened in the 60's?                     | 1
          what was the very first bridge to be opened?             | Long Bridge
          which country appears more on the list, Spain or Chile?  | Spain
          """)
  void answersWithoutCaveat(String question, String expected) {
    Answer answer = ask(question);
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("answered");
    assertThat(values(answer)).isEqualTo(expected);
    assertThat(answer.warnings()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          which bridge has the shortest length?
          which bridge is the most beautiful?
          how many points did Long Bridge score?
          how many cars crossed Green Bridge on Sundays?
          how many bridges are listed previous to Green Bridge?
          how many bridges do not stand near Spain?
          which bridge in Spain did not open?
          what comes after Green Bridge?
          which painted bridge is the last one alphabetically?
          """)
  void declinesWhatTheTableDoesNotSay(String question) {
    assertThat(ask(question).status()).isNotEqualTo("answered");
  }

  @Test
  void rowsThatSumUpAreNeitherCountedNorCompared() {
    Answer answer = ask("which bridge has the longest length?");
    assertThat(values(answer)).isEqualTo("Long Bridge");
    assertThat(values(ask("how many bridges are listed?"))).isEqualTo("5");
  }

  @Test
  void saysWhichWordWasNotUnderstood() {
    Answer answer = ask("which famous bridge opened in 1975?");
    assertThat(values(answer)).isEqualTo("Old Ferry Bridge");
    assertThat(answer.warnings()).anyMatch(warning -> warning.contains("famous"));
  }

  @Test
  void theSentenceNamesWhatWasAskedFor() {
    assertThat(ask("which bridges are in Spain?").sentence())
        .isEqualTo("Bridge: Árbol Bridge, Green Bridge.");
  }

  private static String values(Answer answer) {
    return String.join(
        ", ", answer.rows().rows().stream().map(row -> String.valueOf(row.getFirst())).toList());
  }
}
