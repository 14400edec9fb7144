package dev.assay.llm;

import dev.assay.engine.Work;
import dev.assay.llm.Outcome.Failed;
import dev.assay.llm.Outcome.Kind;
import dev.assay.model.ModelSettings;
import dev.assay.model.UserError;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;

/** Asks once, in the protocol of the provider. Loaded only when a model is asked. */
final class Chat {
  /** Room for the answer beside the prompt. */
  private static final int ANSWER_TOKENS = 8_192;

  private final ModelAccess access;
  private final EgressLedger ledger;
  private final Patience patience;

  Chat(ModelAccess access, EgressLedger ledger, Patience patience) {
    this.access = access;
    this.ledger = ledger;
    this.patience = patience;
  }

  Outcome ask(Prompt prompt, Work work) {
    WatchedHttp http = new WatchedHttp(access, prompt, ledger, patience, work);
    try {
      return answered(model(http).chat(request(prompt, true)), http);
    } catch (UnsupportedFeatureException e) {
      return inWords(prompt, work);
    } catch (RuntimeException e) {
      boolean schemaRefused =
          (http.status() == 400 || http.status() == 422)
              && http.answer().matches("(?is).*(response_?format|json_?schema|output_|format).*");
      return schemaRefused ? inWords(prompt, work) : failed(e, http, work);
    }
  }

  private Outcome inWords(Prompt prompt, Work work) {
    WatchedHttp http = new WatchedHttp(access, prompt, ledger, patience, work);
    try {
      return answered(model(http).chat(request(prompt.withSchemaInWords(), false)), http);
    } catch (RuntimeException e) {
      return failed(e, http, work);
    }
  }

  private Outcome failed(RuntimeException e, WatchedHttp http, Work work) {
    work.stopIfCancelled();
    if (e instanceof UserError) {
      // The ledger could not be written, so nothing has left.
      throw e;
    }
    if (http.egressId() == 0) {
      return new Failed(
          Kind.UNREACHABLE,
          "The request to the language model could not be made"
              + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
              + ": check its settings with 'assay model'.");
    }
    Failed failed =
        http.failed()
            .orElseGet(() ->
                e instanceof ContentFilteredException
                    ? refused()
                    : new Failed(
                        Kind.EMPTY,
                        "The language model's answer holds no text: try again, or another model."));
    return noted(failed, http);
  }

  private Outcome answered(ChatResponse response, WatchedHttp http) {
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    FinishReason reason = response.finishReason();
    if (reason == FinishReason.CONTENT_FILTER) {
      return noted(refused(), http);
    }
    if (reason == FinishReason.LENGTH) {
      return noted(new Failed(Kind.TRUNCATED, Sentences.MODEL_CUT_OFF.with()), http);
    }
    if (text == null || text.isBlank()) {
      return noted(new Failed(Kind.EMPTY, Sentences.MODEL_SILENT.with()), http);
    }
    return new Outcome.Answered(text, http.egressId());
  }

  private static Failed refused() {
    return new Failed(Kind.REFUSED, Sentences.MODEL_DECLINED.with());
  }

  private Outcome noted(Failed failed, WatchedHttp http) {
    ledger.judged(http.egressId(), failed.because());
    return failed;
  }

  private static ChatRequest request(Prompt prompt, boolean withSchema) {
    List<ChatMessage> messages = prompt.turns().stream().map(Chat::message).toList();
    ChatRequest.Builder request = ChatRequest.builder().messages(messages);
    if (withSchema) {
      request.responseFormat(
          ResponseFormat.builder()
              .type(ResponseFormatType.JSON)
              .jsonSchema(
                  JsonSchema.builder()
                      .name(prompt.schemaName())
                      .rootElement(JsonRawSchema.from(prompt.schema()))
                      .build())
              .build());
    }
    return request.build();
  }

  private static ChatMessage message(Prompt.Turn turn) {
    return switch (turn) {
      case Prompt.Turn.Instruction(String text) -> SystemMessage.from(text);
      case Prompt.Turn.Asked(String text) -> UserMessage.from(text);
      case Prompt.Turn.Answered(String text) -> AiMessage.from(text);
    };
  }

  private ChatModel model(WatchedHttp http) {
    ModelSettings settings = access.settings();
    // A local server needs no key, but the library insists on one: it never reaches the wire.
    String key = access.key() == null ? "none" : access.key();
    return switch (settings.provider()) {
      case OPENAI_COMPATIBLE ->
          OpenAiChatModel.builder()
              .httpClientBuilder(http)
              .baseUrl(settings.address())
              .apiKey(key)
              .modelName(settings.model())
              .strictJsonSchema(true)
              .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
              .maxRetries(0)
              .build();
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .httpClientBuilder(http)
              .baseUrl(settings.address())
              .apiKey(key)
              .modelName(settings.model())
              .maxTokens(ANSWER_TOKENS)
              .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
              .maxRetries(0)
              .build();
      case GEMINI ->
          GoogleAiGeminiChatModel.builder()
              .httpClientBuilder(http)
              .baseUrl(settings.address())
              .apiKey(key)
              .modelName(settings.model())
              .maxRetries(0)
              .build();
      case OLLAMA ->
          OllamaChatModel.builder()
              .httpClientBuilder(http)
              .baseUrl(settings.address())
              .modelName(settings.model())
              // What does not fit is cut off without a word otherwise.
              .numCtx(settings.tokenBudget() + ANSWER_TOKENS)
              .maxRetries(0)
              .build();
    };
  }
}
