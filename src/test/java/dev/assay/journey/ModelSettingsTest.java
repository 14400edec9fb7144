package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may set up a language model, what becomes of its key, and sentences that change a recipe. */
class ModelSettingsTest {
  private static final String SETTINGS = "/api/settings/model";
  private static final String KEY = "sk-9f8e7d6c5b4a";
  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel();
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    house.close();
    model.close();
  }

  private JsonNode configure(String fields) {
    return house.caller.putAsOwner(SETTINGS, "{" + fields + "}").is(200).json();
  }

  private String scripted() {
    return "\"provider\":\"OPENAI_COMPATIBLE\",\"model\":\"scripted\",\"url\":\""
        + model.url()
        + "\"";
  }

  @Test
  void onlyTheTokensHolderSetsAModelUp() {
    assertThat(house.caller.put(SETTINGS, "{" + scripted() + "}").problem(403)).contains("token");
    house.caller.delete(SETTINGS).problem(403);
    house.caller.post(SETTINGS + "/test").problem(403);
    assertThat(house.caller.get(SETTINGS).is(200).text("/privacy")).isEqualTo("NONE");
  }

  @Test
  void theKeyIsNeverShownAndNeverKeptInTheClear() throws IOException {
    JsonNode kept = configure(scripted() + ",\"key\":\"" + KEY + "\"");
    assertThat(kept.get("key_stored").asBoolean()).isTrue();
    assertThat(kept.get("privacy").asText()).isEqualTo("MASKED_SAMPLES");
    assertThat(kept.toString()).doesNotContain(KEY);
    assertThat(house.caller.get(SETTINGS).body()).doesNotContain(KEY);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY);
      }
    }
  }

  @Test
  void theKeyGoesNoFurtherThanTheHostThatItWasFor() {
    configure(scripted() + ",\"key\":\"" + KEY + "\"");
    assertThat(configure("\"model\":\"other\"").get("key_stored").asBoolean()).isTrue();
    try (ScriptedModel elsewhere = new ScriptedModel()) {
      JsonNode moved = configure("\"url\":\"" + elsewhere.url() + "\"");
      assertThat(moved.get("key_stored").asBoolean()).isFalse();
      elsewhere.then(ScriptedModel.says("{\"answer\":\"ready\"}"));
      assertThat(house.caller.postAsOwner(SETTINGS + "/test", Map.of()).is(200).text("/message"))
          .isEqualTo("other answers.");
      assertThat(elsewhere.received().getFirst().headers().toString()).doesNotContain(KEY);
    }
  }

  @Test
  void everyMistakeOfTheSettingsIsNamedAtOnce() {
    assertThat(
            house
                .caller
                .putAsOwner(
                    SETTINGS,
                    "{\"provider\":\"OPENAI_COMPATIBLE\",\"url\":\"http://api.example.com\",\"timeout_seconds\":0}")
                .problem(400))
        .contains("anyone on the way", "Name the model", "timeout_seconds");
    assertThat(house.caller.putAsOwner(SETTINGS, "{\"model\":\"m\"}").problem(400))
        .contains("protocol");
  }

  @Test
  void aTestSaysWhatHappenedAndIsInTheLedger() {
    configure(scripted());
    model.then(ScriptedModel.json(401, "{}"));
    JsonNode trial = house.caller.postAsOwner(SETTINGS + "/test", Map.of()).is(200).json();
    assertThat(trial.get("works").asBoolean()).isFalse();
    assertThat(trial.get("message").asText()).contains("refused the key");
    assertThat(house.caller.get("/api/egress").is(200).text("/0/purpose")).isEqualTo("test");
    assertThat(house.caller.deleteAsOwner(SETTINGS).is(200).text("/privacy")).isEqualTo("NONE");
  }

  private String people() {
    return house.caller.add(
        "people.csv",
        "id,full_name,city,price\n1,Marcador Secreto,Rome,0\n2,Outra Pessoa,Oslo,5\n3,test user,Rome,7\n");
  }

  @Test
  void aSentenceBecomesEditsWithoutAnyModel() {
    String medallion = "/api/sources/" + people() + "/medallion";
    Reply revision =
        house
            .caller
            .post(
                medallion + "/silver/revise",
                Map.of(
                    "sentence",
                    "treat 0 as missing in price and drop rows where full_name contains test"))
            .is(200);
    assertThat(revision.text("/author")).isEqualTo("RULES");
    assertThat(revision.at("/words").size()).isEqualTo(2);
    assertThat(house.caller.strip("people")).isEqualTo("ready pending pending");
    house
        .caller
        .post(medallion + "/silver/apply?wait=60", "{\"edits\":" + revision.at("/edits") + "}")
        .is(201);
    assertThat(
            house
                .caller
                .post(medallion + "/silver/revise", Map.of("sentence", "make it nice"))
                .problem(400))
        .contains("not understood");
    assertThat(house.caller.get("/api/egress").is(200).json().size()).isZero();
  }

  @Test
  void aSentenceNamesAColumnThatTheRecipeGaveNoName() {
    String medallion = "/api/sources/" + people() + "/medallion";
    house
        .caller
        .post(medallion + "/silver?wait=60", "{\"columns\":[{\"source_column\":\"price\"}]}")
        .is(201);

    Reply revision =
        house
            .caller
            .post(medallion + "/silver/revise", Map.of("sentence", "treat 0 as missing in price"))
            .is(200);

    assertThat(revision.text("/recipe/columns/0/silver_name")).isEqualTo("price");
  }

  @Test
  void aModelReadsWhatRulesCannotAndAPersonStillDecides() {
    String medallion = "/api/sources/" + people() + "/medallion";
    house.caller.post(medallion + "/silver?wait=60").is(201);
    configure(scripted());
    model
        .then(
            ScriptedModel.says(
                "{\"edits\":[{\"edit\":\"remove_column\",\"column\":\"town\"}],\"question\":null}"))
        .then(
            ScriptedModel.says(
                "{\"edits\":[{\"edit\":\"add_filter\",\"filter\":{\"name\":\"test_accounts\",\"column\":"
                    + "\"full_name\",\"keep\":\"NOT LIKE '%test%'\",\"as_received\":false,\"because\":\"Asked.\"}}],"
                    + "\"question\":null}"));
    Reply revision =
        house
            .caller
            .postAsOwner(medallion + "/silver/revise", Map.of("sentence", "drop test accounts"))
            .is(200);
    assertThat(revision.text("/author")).isEqualTo("MODEL");
    assertThat(revision.text("/edits/0/filter/keep")).isEqualTo("NOT LIKE '%test%'");
    assertThat(model.bodies().get(1)).contains("There is no column 'town'");
    assertThat(model.bodies().toString()).doesNotContain("Marcador").contains("Rome");
    assertThat(house.caller.strip("people")).isEqualTo("ready ready pending");
    model.then(ScriptedModel.says("{\"edits\":[],\"question\":\"Which city?\"}"));
    assertThat(
            house
                .caller
                .postAsOwner(medallion + "/silver/revise", Map.of("sentence", "only the city"))
                .problem(400))
        .isEqualTo("Which city?");
    model.then(ScriptedModel.json(401, "{}"));
    assertThat(
            house
                .caller
                .postAsOwner(medallion + "/silver/revise", Map.of("sentence", "tidy up"))
                .problem(400))
        .contains("refused the key");
    // A process that cannot read the token may not spend the owner's key, nor read what was sent.
    assertThat(
            house
                .caller
                .post(medallion + "/silver/revise", Map.of("sentence", "tidy up"))
                .problem(403))
        .contains("token");
    house
        .caller
        .post(medallion + "/silver/revise", Map.of("sentence", "treat 0 as missing in price"))
        .is(200);
    assertThat(house.caller.post(medallion + "/silver/suggest?again=true").problem(403))
        .contains("token");
    assertThat(house.caller.get("/api/egress/1").problem(403)).contains("token");
    assertThat(house.caller.getAsOwner("/api/egress/1").is(200).text("/text")).contains("Rome");
    JsonNode sent = house.caller.get("/api/egress").json();
    assertThat(List.of(sent.get(0).get("purpose").asText(), sent.size()))
        .isEqualTo(List.of("change silver", 4));
  }
}
