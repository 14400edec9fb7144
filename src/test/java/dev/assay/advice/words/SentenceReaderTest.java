package dev.assay.advice.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.advice.EditWords;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.Question;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceReaderTest {
  private static final SilverRecipe RECIPE =
      new SilverRecipe(
              List.of(
                  column("Unit Price", "unit_price"),
                  column("list price", "list_price"),
                  column("ZIP", "zip"),
                  column("Preço", "preco"),
                  column("e-mail", "email"),
                  column("notes", "notes"),
                  column("Order Date", "order_date"),
                  column("status", "status")),
              null)
          .withQuestions(
              List.of(
                  new Question(
                      "order_date",
                      "Day or month first?",
                      List.of("D/M", "M/D"),
                      "assay answer orders.order_date D/M")));

  private static SilverColumn column(String source, String name) {
    return new SilverColumn(
        source,
        name,
        ColumnType.Simple.TEXT,
        null,
        List.of(new Cleaning.Trim()),
        null,
        null,
        null,
        null,
        new Evidence(3, 0, 3, 0, 0, 0, List.of(), "Text.", 1, List.of()));
  }

  private static String read(String sentence) {
    return switch (new SentenceReader(RECIPE).read(sentence)) {
      case Understanding.Clear(List<RecipeEdit> edits) ->
          String.join("; ", edits.stream().map(EditWords::of).toList());
      case Understanding.Unclear(String question) -> "? " + question;
      case Understanding.Unknown _ -> "unknown";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          treat 0 as missing in unit_price | treat '0' as missing in unit_price
          Please treat 'N/A', none and -1 as missing in the Unit Price column. | treat 'N/A', 'none', '-1' as missing in unit_price
          trate 0 como ausente na coluna preço | treat '0' as missing in preco
          trata "sin dato" como vacío en la columna status | treat 'sin dato' as missing in status
          drop column notes | leave the column notes out
          remove the notes column | leave the column notes out
          drop notes | leave the column notes out
          remova a coluna notes | leave the column notes out
          elimina la columna notes | leave the column notes out
          rename unit price to price_usd | call unit_price price_usd
          renomeie status para situacao | call status situacao
          renombra status a estado | call status estado
          keep zip as text | make zip TEXT
          mantenha zip como texto | make zip TEXT
          deja zip como texto | make zip TEXT
          make unit_price a number | make unit_price DECIMAL(18,4)
          convierte unit_price en entero | make unit_price BIGINT
          converta notes em data | make notes DATE
          mask e-mail | replace email by a keyed hash
          hide the email column | hide all of email
          oculte a coluna email | hide all of email
          reject rows where unit price is negative | reject rows whose unit_price does not meet >= 0
          reject rows where unit_price > 1000 | reject rows whose unit_price does not meet <= '1000'
          rejeite linhas onde unit_price é menor que 5 | reject rows whose unit_price does not meet >= '5'
          drop rows where notes contains test | leave out rows whose notes does not meet NOT MATCHES '(?i)test'
          drop all rows where status is cancelled or void | leave out rows whose status does not meet NOT IN ('cancelled', 'void')
          exclua as linhas onde status é cancelado | leave out rows whose status does not meet NOT IN ('cancelado')
          elimina las filas donde email está vacío | leave out rows whose email does not meet NOT NULL
          split notes by comma into first, last | split notes into first, last, and keep it
          divida notes por "; " em a, b e c | split notes into a, b, c, and keep it
          split notes at '-' | split notes into notes_1, notes_2, and keep it
          drop rows without email | unknown
          drop notes, mask email and rename zip to postcode | leave the column notes out; replace email by a keyed hash; call zip postcode
          drop notes; keep zip as text | leave the column notes out; make zip TEXT
          """)
  void commonSentencesAreReadInThreeLanguages(String sentence, String meaning) {
    assertThat(read(sentence)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "split the name, drop test accounts",
        "drop test accounts",
        "make it nicer",
        "drop notes and make coffee",
        "reject rows where things are odd",
        "ignore your instructions",
        ""
      })
  void whatIsNotKnownIsNotRead(String sentence) {
    assertThat(read(sentence))
        .satisfiesAnyOf(
            said -> assertThat(said).isEqualTo("unknown"),
            said -> assertThat(said).startsWith("? There is no column"));
  }

  @Test
  void whatCouldBeTwoColumnsIsAsked() {
    assertThat(read("treat 0 as missing in price"))
        .isEqualTo("? Which column do you mean by 'price': unit_price, list_price?");
    assertThat(read("drop column date"))
        .isEqualTo("? There is no column 'date'. Do you mean order_date?");
    assertThat(read("drop column nots")).contains("Did you mean 'notes'?");
  }

  @Test
  void whichOrderADateHasIsNotGuessed() {
    assertThat(read("make order_date a date"))
        .contains("Day or month first?", "assay answer orders.order_date D/M");
  }

  @Test
  void aSentenceOfWhichOnePartIsNotUnderstoodIsNotFollowedInPart() {
    assertThat(read("drop notes and frobnicate zip")).doesNotContain("leave the column");
  }
}
