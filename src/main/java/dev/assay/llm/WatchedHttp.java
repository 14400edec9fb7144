package dev.assay.llm;

import dev.assay.engine.Work;
import dev.assay.llm.Outcome.Failed;
import dev.assay.model.Egress;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The only way out for LangChain4j: what it would send is written to the ledger first, byte for
 * byte, then sent to the configured place and nowhere else.
 */
final class WatchedHttp implements HttpClient, HttpClientBuilder {
  static final String UNDER_WAY = "under way";

  private final ModelAccess access;
  private final Prompt prompt;
  private final EgressLedger ledger;
  private final Patience patience;
  private final Work work;
  private Failed failed;
  private String answer = "";
  private long egressId;
  private int status;

  WatchedHttp(
      ModelAccess access, Prompt prompt, EgressLedger ledger, Patience patience, Work work) {
    this.access = access;
    this.prompt = prompt;
    this.ledger = ledger;
    this.patience = patience;
    this.work = work;
  }

  /** Why the request failed on the wire, if it did. */
  Optional<Failed> failed() {
    return Optional.ofNullable(failed);
  }

  /** What came back last, word for word. */
  String answer() {
    return answer;
  }

  int status() {
    return status;
  }

  long egressId() {
    return egressId;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Duration atMost = Duration.ofSeconds(access.settings().timeoutSeconds());
    var sent = wired(request);
    for (int attempt = 1; ; attempt++) {
      Exchange.Reply reply = recorded(sent, request.body(), atMost);
      failed = reply.failed();
      status = reply.status();
      answer = reply.answer() == null ? "" : reply.answer();
      if (failed == null) {
        return SuccessfulHttpResponse.builder().statusCode(status).body(answer).build();
      }
      Optional<Duration> wait =
          reply.again() && attempt < patience.attempts()
              ? patience.before(attempt + 1, reply.retryAfter())
              : Optional.empty();
      if (wait.isEmpty()) {
        throw new HttpException(status, failed.because());
      }
      Patience.sleep(wait.get(), work);
    }
  }

  private Exchange.Reply recorded(java.net.http.HttpRequest sent, String body, Duration atMost) {
    work.stopIfCancelled();
    egressId =
        ledger.sending(
            new Egress(
                0,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                prompt.sourceId(),
                prompt.purpose(),
                access.settings().provider().name(),
                access.settings().model(),
                withoutQuery(sent.uri()),
                access.settings().privacy(),
                body.getBytes(StandardCharsets.UTF_8).length,
                body,
                null,
                UNDER_WAY));
    try {
      Exchange.Reply reply = Exchange.send(sent, atMost, access.key(), work);
      ledger.ended(
          egressId, reply.answer(), reply.failed() == null ? "answered" : reply.failed().because());
      return reply;
    } catch (Work.Cancelled e) {
      ledger.ended(egressId, null, "Cancelled before an answer came.");
      throw e;
    }
  }

  /** Some providers take the key as a part of the address. */
  private static String withoutQuery(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  private java.net.http.HttpRequest wired(HttpRequest request) {
    URI uri = URI.create(request.url());
    URI allowed = URI.create(access.settings().address());
    if (!uri.getAuthority().equals(allowed.getAuthority())
        || !uri.getScheme().equals(allowed.getScheme())) {
      throw new IllegalStateException("A request to " + uri.getHost() + " was stopped.");
    }
    var wired =
        java.net.http.HttpRequest.newBuilder(uri)
            .POST(BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
    request
        .headers()
        .forEach((name, values) -> {
          if (access.key() != null || !name.equalsIgnoreCase("Authorization")) {
            values.forEach(value -> wired.header(name, value));
          }
        });
    return wired.build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new IllegalStateException("Answers are read whole.");
  }

  @Override
  public Duration connectTimeout() {
    return null;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return null;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }
}
