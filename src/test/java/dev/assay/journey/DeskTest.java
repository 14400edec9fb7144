package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Around asking: what might be asked first, answers as files, and the dashboard's pins. */
class DeskTest {
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    StringBuilder sales = new StringBuilder("sale_id,sold_on,category,city,revenue\n");
    for (int i = 0; i < 240; i++) {
      sales.append(
          "%d,2024-%02d-%02d,%s,%s,%d.50%n"
              .formatted(
                  1000 + i,
                  1 + i % 12,
                  1 + i % 28,
                  List.of("Books", "Toys", "Tea").get(i % 3),
                  List.of("Porto", "Lyon", "Graz", "Bern").get(i % 4),
                  10 + i % 40));
    }
    caller.add("sales.csv", sales.toString().replace("\r", ""));
    caller.post("/api/sources/sales/medallion/silver?wait=60").is(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<String> suggested(String query) {
    List<String> questions = new ArrayList<>();
    caller
        .get("/api/questions/suggested" + query)
        .is(200)
        .json()
        .forEach(one -> questions.add(one.get("question").asText()));
    return questions;
  }

  private void keep(String name, String question) {
    caller.put("/api/questions/" + name, Json.write(Map.of("question", question))).is(200);
  }

  private String board() {
    List<JsonNode> pinned = new ArrayList<>();
    caller
        .get("/api/questions")
        .is(200)
        .json()
        .forEach(one -> {
          if (one.has("pin")) {
            pinned.add(one);
          }
        });
    return String.join(
        " ",
        pinned.stream()
            .sorted(java.util.Comparator.comparing(one -> one.at("/pin/position").asInt()))
            .map(
                one -> one.get("name").asText() + (one.at("/pin/wide").asBoolean() ? "(wide)" : ""))
            .toList());
  }

  @Test
  void everySuggestedQuestionIsAnsweredInTheLanguageThatWasAskedFor() {
    assertThat(suggested("?language=en")).contains("total revenue by month");
    assertThat(suggested("?language=pt")).contains("total de revenue por mês");
    assertThat(suggested("?language=es")).contains("total de revenue por mes");
    for (String language : List.of("en", "pt", "es")) {
      List<String> questions = suggested("?source=sales&language=" + language);
      assertThat(questions).as(language).hasSizeGreaterThan(4);
      for (String question : questions) {
        Reply answer =
            caller.post("/api/ask", Map.of("question", question, "source", "sales")).is(200);
        assertThat(answer.text("/status")).as(question).isEqualTo("answered");
      }
    }
    assertThat(caller.get("/api/questions/suggested?source=nothing").is(404).body())
        .contains("There is no source 'nothing'");
  }

  @Test
  void theBestAreOnlyAskedForWhereThereAreMoreOfThem() {
    StringBuilder text = new StringBuilder("product,region,paid,amount\n");
    for (int i = 0; i < 160; i++) {
      text.append(
          "%s,%s,%s,%d.%02d%n"
              .formatted(
                  "product " + i % 8,
                  List.of("north", "south").get(i / 8 % 2),
                  i % 3 == 0 ? "yes" : "no",
                  10 + i % 90,
                  i % 100));
    }
    caller.buildAsSuggested(caller.add("deals.csv", text.toString()));
    List<String> questions = suggested("?source=deals&language=en");
    assertThat(questions).contains("top 5 product by amount");
    assertThat(questions).noneMatch(one -> one.matches("top 5 (region|paid) .*"));
    assertThat(questions).noneMatch(one -> one.matches("(?i)which paid stands out.*"));
  }

  @Test
  void whatGoldWasMadeToAnswerIsSuggestedFirst() {
    caller.post("/api/sources/sales/medallion/gold?wait=60").is(201);
    Reply first =
        caller
            .post("/api/ask", Map.of("question", suggested("").getFirst(), "source", "sales"))
            .is(200);
    assertThat(first.text("/layer")).isEqualTo("gold");
  }

  @Test
  void anAnswerIsExportedAsTheFileOfTheSameQuery() {
    JsonNode query =
        caller
            .post("/api/ask", Map.of("question", "total revenue by category"))
            .is(200)
            .at("/query");
    String csv =
        caller
            .post("/api/ask/export?format=csv", Json.write(Map.of("query", query)))
            .is(200)
            .body();
    assertThat(csv.lines()).hasSize(4).contains("category,total_revenue");
    String some =
        caller
            .post(
                "/api/ask/export",
                Json.write(Map.of("query", query, "columns", List.of("total_revenue"))))
            .is(200)
            .body();
    assertThat(some.lines().findFirst()).hasValue("total_revenue");
    assertThat(
            caller
                .post("/api/ask/export?format=xlsx", Json.write(Map.of("query", query)))
                .is(200)
                .body())
        .startsWith("PK");
    assertThat(
            caller
                .post(
                    "/api/ask/export",
                    Map.of("sql", "SELECT count(*) AS n FROM silver_sales_cleaned"))
                .is(200)
                .body()
                .lines())
        .containsExactly("n", "240");
    assertThat(
            caller
                .post("/api/ask/export", Map.of("sql", "SELECT * FROM read_csv('/etc/passwd')"))
                .is(400)
                .body())
        .doesNotContain("root:");
    assertThat(caller.post("/api/ask/export", Map.of()).is(400).body()).contains("one of both");
  }

  @Test
  void pinnedQuestionsStandInTheirOrder() {
    keep("one", "total revenue");
    keep("two", "total revenue by city");
    keep("three", "total revenue by month");
    keep("four", "total revenue by category");
    for (String name : List.of("one", "two", "three")) {
      caller.put("/api/questions/" + name + "/pin", "{}").is(200);
    }
    assertThat(board()).isEqualTo("one two three");
    caller.put("/api/questions/three/pin", "{\"position\": 0, \"wide\": true}").is(200);
    assertThat(board()).isEqualTo("three(wide) one two");
    caller.put("/api/questions/three/pin", "{\"position\": 9}").is(200);
    assertThat(board()).isEqualTo("one two three(wide)");
    // Asked and kept anew under its name, it stays where it is.
    keep("three", "total revenue by month and city");
    caller.delete("/api/questions/one/pin").is(204);
    assertThat(board()).isEqualTo("two three(wide)");
    caller.delete("/api/questions/two").is(204);
    assertThat(board()).isEqualTo("three(wide)");
    caller.post("/api/questions/three/rename", Map.of("name", "by month")).is(200);
    assertThat(board()).isEqualTo("by month(wide)");
    assertThat(caller.post("/api/questions/four/rename", Map.of("name", "BY MONTH")).is(409).body())
        .contains("choose another name");
    assertThat(caller.post("/api/questions/four/rename", Map.of("name", "<b>")).is(400).body())
        .contains("letters, digits");
    assertThat(caller.put("/api/questions/nine/pin", "{}").is(404).body())
        .contains("There is no kept question 'nine'");
  }

  @Test
  void aPinnedQuestionOutlivesItsSourceAndSaysSo() {
    keep("one", "total revenue");
    caller.put("/api/questions/one/pin", "{}").is(200);
    caller.delete("/api/sources/sales").is(204);
    assertThat(board()).isEqualTo("one");
    assertThat(caller.get("/api/questions/one/answer").is(404).body())
        .contains("There is no source 'sales'");
  }
}
