package dev.assay.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.Work;
import dev.assay.model.Egress;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.ModelSettings.Provider;
import dev.assay.model.ModelUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can happen to a request, over real HTTP. */
class ModelGateTest {
  private static final String KEY = "sk-very-secret";
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],"
          + "\"additionalProperties\":false}";

  private final ScriptedModel model = new ScriptedModel();
  private final Notebook ledger = new Notebook();
  private int seconds = 60;

  @AfterEach
  void close() {
    model.close();
  }

  /** The ledger in memory. */
  private static final class Notebook implements EgressLedger {
    final List<Egress> entries = new ArrayList<>();

    @Override
    public synchronized long sending(Egress e) {
      entries.add(e);
      return entries.size();
    }

    @Override
    public synchronized void ended(long id, String answer, String outcome) {
      Egress e = entries.get((int) id - 1);
      entries.set((int) id - 1, copy(e, answer, outcome));
    }

    @Override
    public synchronized void judged(long id, String outcome) {
      Egress e = entries.get((int) id - 1);
      entries.set((int) id - 1, copy(e, e.answer(), outcome));
    }

    private static Egress copy(Egress e, String answer, String outcome) {
      return new Egress(
          e.id(),
          e.at(),
          e.sourceId(),
          e.purpose(),
          e.provider(),
          e.model(),
          e.url(),
          e.privacy(),
          e.bytes(),
          e.text(),
          answer,
          outcome);
    }
  }

  private static ModelSettings settings(Provider provider, String url, int seconds) {
    return new ModelSettings(
        provider, url, "scripted", Privacy.MASKED_SAMPLES, 16_000, seconds, false, true);
  }

  private ModelGate gate(Provider provider, String url) {
    ModelAccess access = new ModelAccess(settings(provider, url, seconds), KEY);
    return new ModelGate(
        () -> Optional.of(access),
        ledger,
        new Patience(3, Duration.ofMillis(10), Duration.ofSeconds(2)));
  }

  private Outcome ask() {
    return ask(Provider.OPENAI_COMPATIBLE, model.url());
  }

  private Outcome ask(Provider provider, String url) {
    return gate(provider, url).ask(prompt(), settings(provider, url, seconds), Work.unwatched());
  }

  private static Prompt prompt() {
    return new Prompt(
        "suggest silver",
        "orders",
        List.of(
            new Prompt.Turn.Instruction("Be brief. Ça va? 你好"),
            new Prompt.Turn.Asked("What is it?")),
        "thing",
        SCHEMA);
  }

  private static Outcome.Failed failed(Outcome outcome, Outcome.Kind kind) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).kind()).isEqualTo(kind);
    return (Outcome.Failed) outcome;
  }

  /** Every request that arrived is in the ledger, byte for byte and without the key. */
  private void ledgerHoldsWhatArrived() {
    assertThat(ledger.entries).extracting(Egress::text).isEqualTo(model.bodies());
    for (Egress entry : ledger.entries) {
      assertThat(entry.bytes()).isEqualTo(entry.text().getBytes(StandardCharsets.UTF_8).length);
      assertThat(entry.toString()).doesNotContain(KEY);
      assertThat(entry.outcome()).isNotEqualTo(WatchedHttp.UNDER_WAY);
    }
  }

  @Test
  void anAnswerComesBackWholeAndTheLedgerHoldsWhatWasSent() {
    model.then(ScriptedModel.says("{\"a\":\"x\"}"));
    assertThat(ask()).isEqualTo(new Outcome.Answered("{\"a\":\"x\"}", 1));
    ledgerHoldsWhatArrived();
    JsonNode body = Json.read(model.bodies().getFirst(), JsonNode.class);
    assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
    assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
    assertThat(body.at("/response_format/json_schema/schema"))
        .isEqualTo(Json.read(SCHEMA, JsonNode.class));
    assertThat(model.received().getFirst().headers().get("Authorization"))
        .containsExactly("Bearer " + KEY);
    assertThat(ledger.entries.getFirst().answer()).contains("choices");
    assertThat(ledger.entries.getFirst().url()).isEqualTo(model.url() + "/chat/completions");
  }

  @Test
  void aBusyModelIsAskedAgainAndEachAttemptIsRecorded() {
    model
        .then(ScriptedModel.json(429, "{}", "Retry-After", "0"))
        .then(ScriptedModel.json(500, "{}"))
        .then(ScriptedModel.says("{}"));
    assertThat(ask()).isEqualTo(new Outcome.Answered("{}", 3));
    ledgerHoldsWhatArrived();
    assertThat(ledger.entries.get(0).outcome()).contains("429");
    assertThat(ledger.entries.get(1).outcome()).contains("500");
  }

  @Test
  void aModelThatStaysBusyIsNotAskedForEver() {
    model.otherwise(_ -> ScriptedModel.json(429, "{}"));
    assertThat(failed(ask(), Outcome.Kind.BUSY).because()).contains("too many requests");
    assertThat(model.received()).hasSize(3);
    ledgerHoldsWhatArrived();
  }

  @Test
  void aServerThatWantsALongPauseIsNotWaitedFor() {
    model.otherwise(_ -> ScriptedModel.json(429, "{}", "Retry-After", "3600"));
    failed(ask(), Outcome.Kind.BUSY);
    assertThat(model.received()).hasSize(1);
  }

  @Test
  void aServerErrorIsToldAfterThreeAttempts() {
    model.otherwise(_ -> ScriptedModel.json(503, "down"));
    assertThat(failed(ask(), Outcome.Kind.BUSY).because()).contains("503");
    assertThat(model.received()).hasSize(3);
  }

  @Test
  void silenceAndDrippingEndWithTheTimeOut() {
    seconds = 1;
    model.then(ScriptedModel.silence(20_000)).then(ScriptedModel.drip(100, 200));
    assertThat(failed(ask(), Outcome.Kind.TIMED_OUT).because()).contains("1 seconds");
    failed(ask(), Outcome.Kind.TIMED_OUT);
    ledgerHoldsWhatArrived();
  }

  @Test
  void aWrongKeyIsSaidAndNotTriedAgain() {
    model.otherwise(_ -> ScriptedModel.json(401, "{\"error\":{\"message\":\"bad key\"}}"));
    assertThat(failed(ask(), Outcome.Kind.WRONG_KEY).because())
        .contains("refused the key")
        .doesNotContain(KEY);
    assertThat(model.received()).hasSize(1);
    ledgerHoldsWhatArrived();
  }

  @Test
  void whatIsNoJsonIsNoAnswer() {
    model
        .then(ScriptedModel.status(200, "text/html", "<html>Sign in</html>"))
        .then(ScriptedModel.json(200, "{\"choices\": ["));
    assertThat(failed(ask(), Outcome.Kind.WRONG_CONTENT).because()).contains("text/html");
    failed(ask(), Outcome.Kind.EMPTY);
    ledgerHoldsWhatArrived();
  }

  @Test
  void refusalsEmptyAndBrokenOffAnswersAreToldApart() {
    model
        .then(ScriptedModel.says("{\"a\":", "length"))
        .then(ScriptedModel.says("no", "content_filter"))
        .then(
            ScriptedModel.json(
                200,
                "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                    + "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I cannot help.\"}}]}"))
        .then(ScriptedModel.says(" "))
        .then(ScriptedModel.json(200, "{\"id\":\"1\",\"model\":\"m\",\"choices\":[]}"));
    failed(ask(), Outcome.Kind.TRUNCATED);
    failed(ask(), Outcome.Kind.REFUSED);
    failed(ask(), Outcome.Kind.REFUSED);
    failed(ask(), Outcome.Kind.EMPTY);
    failed(ask(), Outcome.Kind.EMPTY);
    ledgerHoldsWhatArrived();
  }

  @Test
  void aFloodIsCutOff() {
    model.then(ScriptedModel.flood(Exchange.MOST_BYTES + 1_000_000));
    failed(ask(), Outcome.Kind.TOO_LARGE);
    ledgerHoldsWhatArrived();
  }

  @Test
  void redirectsAreNotFollowed() {
    try (ScriptedModel elsewhere = new ScriptedModel()) {
      model.then(ScriptedModel.status(307, "text/plain", "", "Location", elsewhere.url()));
      assertThat(failed(ask(), Outcome.Kind.REDIRECTED).because()).contains(elsewhere.url());
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void nobodyThereIsSaid() {
    String url = model.url();
    model.close();
    failed(ask(Provider.OPENAI_COMPATIBLE, url), Outcome.Kind.UNREACHABLE);
  }

  @Test
  void aModelWithoutSchemasIsToldTheSchemaInWords() {
    model
        .then(
            ScriptedModel.json(
                400, "{\"error\":{\"message\":\"response_format json_schema is not supported\"}}"))
        .then(ScriptedModel.says("{\"a\":\"y\"}"));
    assertThat(ask()).isEqualTo(new Outcome.Answered("{\"a\":\"y\"}", 2));
    assertThat(model.bodies().get(1)).doesNotContain("response_format").contains("JSON schema");
    ledgerHoldsWhatArrived();
  }

  @Test
  void anUnknownModelIsSaid() {
    model.then(ScriptedModel.json(404, "{\"error\":{\"message\":\"no such model\"}}"));
    assertThat(failed(ask(), Outcome.Kind.NOT_UNDERSTOOD).because())
        .contains("404")
        .contains("no such model");
  }

  @Test
  void cancelledWorkAsksNoLonger() {
    Work work = Work.unwatched();
    model.then(_ -> {
      work.cancel();
      return ScriptedModel.silence(3_000);
    });
    assertThatThrownBy(() ->
            gate(Provider.OPENAI_COMPATIBLE, model.url())
                .ask(prompt(), settings(Provider.OPENAI_COMPATIBLE, model.url(), seconds), work))
        .isInstanceOf(Work.Cancelled.class);
    assertThat(ledger.entries.getFirst().outcome()).contains("Cancelled");
  }

  @Test
  void anthropicIsSpoken() {
    model.then(
        ScriptedModel.json(
            200,
            "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"scripted\",\"content\":"
                + "[{\"type\":\"text\",\"text\":\"{}\"}],\"stop_reason\":\"end_turn\",\"usage\":"
                + "{\"input_tokens\":1,\"output_tokens\":1}}"));
    assertThat(ask(Provider.ANTHROPIC, model.url())).isEqualTo(new Outcome.Answered("{}", 1));
    assertThat(model.received().getFirst().path()).isEqualTo("/v1/messages");
    assertThat(model.received().getFirst().headers().toString()).contains(KEY);
    assertThat(model.bodies().getFirst()).contains("additionalProperties");
    ledgerHoldsWhatArrived();
  }

  @Test
  void geminiIsSpoken() {
    model.then(
        ScriptedModel.json(
            200,
            "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"{}\"}]},\"finishReason\":"
                + "\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":1,\"candidatesTokenCount\":1,"
                + "\"totalTokenCount\":2}}"));
    assertThat(ask(Provider.GEMINI, model.url())).isEqualTo(new Outcome.Answered("{}", 1));
    assertThat(model.received().getFirst().path()).contains("scripted:generateContent");
    assertThat(model.bodies().getFirst()).contains("What is it?");
    ledgerHoldsWhatArrived();
  }

  @Test
  void ollamaIsSpoken() {
    model.then(
        ScriptedModel.json(
            200,
            "{\"model\":\"scripted\",\"created_at\":\"2024-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                + "\"content\":\"{}\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":1,"
                + "\"eval_count\":1}"));
    String url = "http://127.0.0.1:" + model.port();
    assertThat(ask(Provider.OLLAMA, url)).isEqualTo(new Outcome.Answered("{}", 1));
    assertThat(model.received().getFirst().path()).isEqualTo("/api/chat");
    JsonNode body = Json.read(model.bodies().getFirst(), JsonNode.class);
    assertThat(body.path("format")).isEqualTo(Json.read(SCHEMA, JsonNode.class));
    assertThat(body.at("/options/num_ctx").asInt()).isGreaterThan(16_000);
    ledgerHoldsWhatArrived();
  }

  @Test
  void nothingLeavesWithoutAModelOrWithPrivacyNone() {
    ModelSettings none =
        new ModelSettings(
            Provider.OPENAI_COMPATIBLE, model.url(), "m", Privacy.NONE, 16_000, 5, false, false);
    ModelGate shut =
        new ModelGate(() -> Optional.of(new ModelAccess(none, KEY)), ledger, Patience.USUAL);
    assertThat(shut.open()).isEmpty();
    assertThat(shut.ask(prompt(), none, Work.unwatched())).isInstanceOf(Outcome.Failed.class);
    assertThat(model.received()).isEmpty();
    assertThat(ledger.entries).isEmpty();
  }

  @Test
  void aPromptGoesWhereItWasWrittenForOrNowhere() {
    ModelSettings written =
        new ModelSettings(
            Provider.OPENAI_COMPATIBLE,
            "http://127.0.0.1:1/v1",
            "m",
            Privacy.FULL,
            16_000,
            5,
            false,
            false);
    ModelGate gate = gate(Provider.OPENAI_COMPATIBLE, model.url());

    assertThat(gate.ask(prompt(), written, Work.unwatched()))
        .isEqualTo(new Outcome.Failed(Outcome.Kind.UNREACHABLE, Sentences.MODEL_CHANGED.with()));
    assertThat(model.received()).isEmpty();
    assertThat(ledger.entries).isEmpty();
  }

  @Test
  void aKeyThatAServerEchoesIsNotKept() {
    String echo = "no " + "x".repeat(150) + KEY + " here";
    model.otherwise(_ -> ScriptedModel.json(400, "{\"error\":\"" + echo + "\"}"));

    Outcome outcome = ask(Provider.OPENAI_COMPATIBLE, model.url());

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString() + ledger.entries).contains("***").doesNotContain("sk-very");
  }

  @Test
  void plainHttpGoesToPrivateHostsAlone() {
    for (String fine :
        List.of(
            "https://api.example.com/v1",
            "http://127.0.0.1:8000/v1",
            "http://localhost/v1",
            "http://10.1.2.3",
            "http://192.168.0.7:1234",
            "http://[::1]:80",
            "http://ollama:11434")) {
      assertThat(ModelUrl.problem(fine, false)).as(fine).isEmpty();
    }
    for (String wrong :
        List.of(
            "http://api.example.com/v1",
            "http://8.8.8.8",
            "http://127.0.0.1.example.com",
            "ftp://host/x",
            "file:///etc/passwd",
            "https://user:secret@host",
            "https://host/?key=1",
            "no url",
            "")) {
      assertThat(ModelUrl.problem(wrong, false)).as(wrong).isPresent();
    }
    assertThat(ModelUrl.problem("http://api.example.com/v1", true)).isEmpty();
  }
}
