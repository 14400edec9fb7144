package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an answer comes from, what it leaves out, what proves it: in its question's language. */
class AnswersInOtherLanguagesTest {
  @TempDir private static Path folder;
  private static House house;

  @BeforeAll
  static void salesOfWhichOneCannotBeRead() {
    house = House.open(folder);
    cleaned("sales");
    house.caller.add("raw.csv", "id,city,amount\n1,Porto,10\n2,Lima,20\n");
  }

  private static void cleaned(String source) {
    house.caller.add(
        source + ".csv", "id,city,amount\n1,Porto,10\n2,Lima,20\n3,Lima,x\n4,Porto,5\n");
    house
        .caller
        .post(
            "/api/sources/" + source + "/medallion/silver?wait=60",
            """
            {"columns": [
              {"source_column": "id", "target_type": "INTEGER"},
              {"source_column": "city"},
              {"source_column": "amount", "target_type": "INTEGER"}]}
            """)
        .is(201);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static JsonNode asked(String question, String source) {
    return house
        .caller
        .post("/api/ask", Map.of("question", question, "source", source, "verify", true))
        .is(200)
        .json();
  }

  @Test
  void inPortuguese() {
    JsonNode answer = asked("qual é o total de amount por city?", "sales");
    assertThat(answer.get("reason").asText())
        .isEqualTo("Ainda não há números prontos, por isso foram consultadas as linhas limpas.");
    assertThat(answer.at("/left_out/sentence").asText())
        .startsWith("Pode faltar aqui 1 linha que ficou de fora");
    assertThat(answer.at("/verification/sentence").asText())
        .isEqualTo("Foi a própria silver_sales_cleaned que respondeu.");
  }

  @Test
  void inSpanish() {
    JsonNode answer = asked("¿cuántas filas por city?", "sales");
    assertThat(answer.at("/left_out/sentence").asText())
        .contains("Puede faltar aquí 1 fila que quedó fuera", "podría ser hasta 1 más");
    assertThat(answer.at("/verification/sentence").asText())
        .isEqualTo("Respondió la propia silver_sales_cleaned.");
  }

  @Test
  void ofRowsAsReceived() {
    JsonNode answer = asked("qual é o total de amount por city?", "raw");
    assertThat(answer.get("reason").asText()).startsWith("Ainda nada foi limpo");
    assertThat(answer.get("warnings").toString())
        .contains("Estas são as linhas como foram recebidas");
  }

  @Test
  void fromReadyNumbersAndFromThoseThatCannotGiveIt() {
    cleaned("shop");
    house
        .caller
        .post(
            "/api/sources/shop/medallion/gold?wait=60",
            """
            {"gold_tables": [{"name": "by_city", "query": {"table": "silver_shop_cleaned",
              "dimensions": [{"name": "city", "column": "city"}],
              "measures": [{"name": "total", "aggregate": "SUM", "column": "amount"}]}}]}
            """)
        .is(201);
    JsonNode ready = asked("qual é o total de amount por city?", "shop");
    assertThat(ready.get("reason").asText())
        .isEqualTo("gold_shop_by_city tem tudo o que isto pede.");
    assertThat(ready.at("/verification/sentence").asText())
        .isEqualTo("2 linhas são iguais às de silver_shop_cleaned, valor a valor.");
    assertThat(asked("qual é a mediana de amount por city?", "shop").get("reason").asText())
        .isEqualTo(
            "Os números prontos que há (gold_shop_by_city) não podem dar isto, por isso foram"
                + " consultadas as linhas limpas.");
  }
}
