package dev.assay.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.model.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server that speaks the protocols of language models and says, in order, what it was told to.
 */
public final class ScriptedModel implements AutoCloseable {
  /** A request as it came over the wire. */
  public record Received(String path, Map<String, List<String>> headers, String body) {}

  /** What is sent back. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Function<Received, Answer>> script = new ConcurrentLinkedQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<Received, Answer> otherwise;

  public ScriptedModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Received request =
          new Received(
              exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
      received.add(request);
      Function<Received, Answer> next = script.poll();
      Function<Received, Answer> reply = next == null ? otherwise : next;
      if (reply == null) {
        throw new IOException("Nobody said what to answer");
      }
      reply.apply(request).to(exchange);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Settings that lead here, as JSON, with more of them behind. */
  public String settings(String more) {
    return "{\"provider\":\"OPENAI_COMPATIBLE\",\"url\":\""
        + url()
        + "\",\"model\":\"scripted\",\"key\":\"sk-secret\""
        + more
        + "}";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Says this next. */
  public ScriptedModel then(Answer answer) {
    script.add(_ -> answer);
    return this;
  }

  /** Says next what follows from the request. */
  public ScriptedModel then(Function<Received, Answer> answer) {
    script.add(answer);
    return this;
  }

  /** Says this whenever the script is over. */
  public ScriptedModel otherwise(Function<Received, Answer> answer) {
    otherwise = answer;
    return this;
  }

  /** A body with a status. */
  public static Answer status(int status, String type, String body, String... headers) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    };
  }

  public static Answer json(int status, String body, String... headers) {
    return status(status, "application/json", body, headers);
  }

  /** What a model says, as OpenAI's protocol has it. */
  public static Answer says(String text) {
    return says(text, "stop");
  }

  public static Answer says(String text, String finish) {
    return json(
        200,
        Json.write(
            Map.of(
                "id",
                "1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "scripted",
                "choices",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "finish_reason",
                        finish,
                        "message",
                        Map.of("role", "assistant", "content", text))))));
  }

  /** Nothing at all, for longer than anybody waits. */
  public static Answer silence(long millis) {
    return exchange -> pause(millis);
  }

  /** A proper head, then a character now and then. */
  public static Answer drip(long everyMillis, int characters) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (int i = 0; i < characters; i++) {
        out.write(' ');
        out.flush();
        pause(everyMillis);
      }
    };
  }

  /** More than anybody asked for. */
  public static Answer flood(int bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      byte[] block = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      for (int sent = 0; sent < bytes; sent += block.length) {
        exchange.getResponseBody().write(block);
      }
    };
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All bodies that arrived, in order. */
  public List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    received.forEach(request -> bodies.add(request.body()));
    return bodies;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
