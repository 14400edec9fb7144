package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that only a language model reads, asked on the command line. */
class AskedModelOnTheCommandLineTest {
  private static final String QUESTION = "Wieviele Boote je Hafen?";

  @TempDir private Path folder;

  private String printed(int code, String... command) {
    return new CommandLine(folder).printed(code, command);
  }

  @Test
  void itIsAskedOnlyWhereItMayBeAndSaysWhatItTookTheQuestionToMean() throws IOException {
    StringBuilder text = new StringBuilder("boat_id,harbour,length_m\n");
    for (int i = 1; i <= 30; i++) {
      text.append(i).append(i % 3 == 0 ? ",Kiel," : ",Husum,").append(6 + i % 9).append(".5\n");
    }
    Path file = Files.writeString(folder.resolve("boats.csv"), text);
    printed(0, "run", file.toString());
    assertThat(printed(2, "ask", QUESTION)).doesNotContain("language model");
    try (ScriptedModel model = new ScriptedModel()) {
      model.otherwise(_ ->
          ScriptedModel.says(
              "{\"kind\":\"query\",\"query\":{\"table\":\"silver_boats_cleaned\",\"shape\":\"GROUPS\","
                  + "\"joins\":[],\"dimensions\":[{\"name\":\"harbour\",\"column\":\"harbour\",\"grain\":null,"
                  + "\"part\":null}],\"measures\":[{\"name\":\"boats\",\"aggregate\":\"COUNT_ROWS\",\"column\":null,"
                  + "\"formula\":null,\"filters\":[]}],\"calculations\":[{\"calculation\":\"share\",\"name\":\"part\","
                  + "\"measure\":\"boats\",\"within\":[]}],\"filters\":[],\"having\":[{\"column\":\"boats\","
                  + "\"comparison\":\"GREATER\",\"values\":[\"15\"],\"part\":null}],\"order_by\":[],\"limit\":null},"
                  + "\"choices\":[],\"sql\":null,\"because\":\"x\"}"));
      printed(
          0,
          "model",
          "--provider",
          "openai_compatible",
          "--url",
          model.url(),
          "--model",
          "scripted",
          "--privacy",
          "metadata_only");
      assertThat(printed(2, "ask", "--no-model", QUESTION)).doesNotContain("language model");
      assertThat(model.received()).isEmpty();
      assertThat(printed(0, "ask", QUESTION))
          .contains("Husum", "20", "A language model took it to mean:", "boats = count of rows")
          .contains("only where boats > 15")
          .doesNotContain("Kiel");
      assertThat(model.bodies().getFirst()).doesNotContain("Husum", "Kiel");
      assertThat(printed(0, "egress")).contains("ask", "metadata_only", "Used");
    }
  }
}
