package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A survey with more columns than anybody reads: all that can be done with a narrow one works. */
class WideTableTest {
  private static final int COLUMNS = 1_500;
  private static final int ROWS = 120;

  @TempDir private Path folder;

  @Test
  void aTableOfManyCategoriesAndNumbersIsCleanedAskedAndLookedAt() {
    try (House house = House.open(folder)) {
      house.caller.add("survey.csv", survey());
      house.caller.post("/api/sources/survey/medallion/silver?wait=300", "").is(201);

      for (String rows : new String[] {"bronze/rows", "silver/rows", "silver/changes"}) {
        JsonNode page =
            house
                .caller
                .get("/api/sources/survey/medallion/" + rows + "?limit=100&cells=200")
                .is(200)
                .json();
        assertThat(page.get("rows")).hasSize(100);
      }
      JsonNode answer =
          house
              .caller
              .post("/api/ask", Map.of("question", "how many rows by answer_1?"))
              .is(200)
              .json();
      assertThat(answer.get("status").asText()).isEqualTo("answered");
    }
  }

  /** Two answers in words to each number. */
  private static String survey() {
    Random random = new Random(7);
    String header =
        IntStream.range(0, COLUMNS)
            .mapToObj(column -> (column % 3 == 0 ? "score_" : "answer_") + column)
            .collect(Collectors.joining(","));
    return header
        + IntStream.range(0, ROWS)
            .mapToObj(_ ->
                IntStream.range(0, COLUMNS)
                    .mapToObj(column -> column % 3 == 0 ? "" + random.nextInt(900) : word(random))
                    .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String word(Random random) {
    return new String[] {"never", "rarely", "often", "always"}[random.nextInt(4)];
  }
}
