package dev.assay.llm;

import dev.assay.engine.Work;
import dev.assay.llm.Outcome.Failed;
import dev.assay.llm.Outcome.Kind;
import dev.assay.model.Fact;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request over the wire and what came of it; nothing is followed, nothing is without end. */
final class Exchange {
  /** Far more than any recipe: an answer of this size is an error or an attack. */
  static final int MOST_BYTES = 4_000_000;

  private static final int SHORTENED = 200;

  /**
   * What came back.
   *
   * @param answer word for word; null where nothing did
   * @param failed null for a JSON document with a status of success
   * @param again whether another attempt may help
   * @param retryAfter the server's wish
   */
  record Reply(
      int status, String answer, Failed failed, boolean again, Optional<String> retryAfter) {
    static Reply failed(Kind kind, Fact because, boolean again) {
      return new Reply(0, null, new Failed(kind, because), again, Optional.empty());
    }

    static Reply failed(Kind kind, String because, boolean again) {
      return new Reply(0, null, new Failed(kind, because), again, Optional.empty());
    }
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(ProxySelector.getDefault())
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** What is shorter guards nothing, and stands in many a word. */
  private static final int SHORTEST_KEY = 6;

  private Exchange() {}

  static Reply send(HttpRequest request, Duration atMost, String key, Work work) {
    String host = request.uri().getHost();
    CompletableFuture<HttpResponse<byte[]>> answer =
        CLIENT.sendAsync(request, _ -> new BoundedBody(MOST_BYTES));
    // The whole of it counts, so that an answer that drips in does not go on for ever.
    long until = System.nanoTime() + atMost.toNanos();
    while (true) {
      try {
        return read(answer.get(100, TimeUnit.MILLISECONDS), host, key);
      } catch (TimeoutException _) {
        if (work.isCancelled()) {
          answer.cancel(true);
          throw new Work.Cancelled();
        }
        if (System.nanoTime() > until) {
          answer.cancel(true);
          return Reply.failed(
              Kind.TIMED_OUT,
              "The language model at "
                  + host
                  + " did not answer within "
                  + atMost.toSeconds()
                  + " seconds: give it longer with 'assay model --timeout SECONDS', or try later.",
              false);
        }
      } catch (ExecutionException e) {
        return broken(e.getCause(), host);
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new Work.Cancelled();
      }
    }
  }

  private static Reply broken(Throwable cause, String host) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof BoundedBody.TooLarge) {
        return Reply.failed(
            Kind.TOO_LARGE,
            "The answer from "
                + host
                + " was larger than "
                + MOST_BYTES / 1_000_000
                + " MB and was dropped.",
            false);
      }
    }
    boolean reset =
        cause instanceof IOException
            && !(cause instanceof java.net.ConnectException)
            && !(cause instanceof java.net.http.HttpConnectTimeoutException);
    return Reply.failed(
        Kind.UNREACHABLE,
        cause.getMessage() == null
            ? Sentences.MODEL_UNREACHED.with(host)
            : Sentences.MODEL_UNREACHED_BECAUSE.with(host, cause.getMessage()),
        reset);
  }

  private static Reply read(HttpResponse<byte[]> response, String host, String key) {
    String answer = without(key, new String(response.body(), StandardCharsets.UTF_8));
    String type = response.headers().firstValue("Content-Type").orElse("");
    int status = response.statusCode();
    Failed failed =
        status >= 200 && status < 300
            ? json(type)
                ? null
                : new Failed(
                    Kind.WRONG_CONTENT,
                    Sentences.MODEL_NO_JSON.with(
                        host, type.isBlank() ? "something" : type.replaceFirst(";.*", "")))
            : failed(
                status,
                answer,
                response.headers().firstValue("Location").map(to -> without(key, to)),
                host);
    boolean again = status == 408 || status == 429 || status >= 500;
    return new Reply(status, answer, failed, again, response.headers().firstValue("Retry-After"));
  }

  /**
   * Some servers quote the key that they were sent, which is kept encrypted and shown to nobody.
   */
  private static String without(String key, String text) {
    if (key == null || key.length() < SHORTEST_KEY) {
      return text;
    }
    return text.replace(key, "***")
        .replace(URLEncoder.encode(key, StandardCharsets.UTF_8), "***")
        .replace(key.replace("/", "\\/"), "***");
  }

  private static boolean json(String type) {
    return type.matches("(?i)\\s*application/([\\w.-]+\\+)?json\\s*(;.*)?");
  }

  private static Failed failed(int status, String answer, Optional<String> location, String host) {
    if (status >= 300 && status < 400) {
      return new Failed(
          Kind.REDIRECTED,
          host
              + " sends requests on"
              + location.map(to -> " to " + shortened(to)).orElse("")
              + ", which is not followed: set that URL yourself if you trust it.");
    }
    if (status == 401 || status == 403) {
      return new Failed(Kind.WRONG_KEY, Sentences.MODEL_KEY_REFUSED.with(host, status));
    }
    if (status == 429) {
      return new Failed(Kind.BUSY, Sentences.MODEL_TOO_MANY_REQUESTS.with(host));
    }
    if (status >= 500 || status == 408) {
      return new Failed(Kind.BUSY, Sentences.MODEL_OUT_OF_ORDER.with(host, status));
    }
    return new Failed(
        Kind.NOT_UNDERSTOOD,
        answer.isBlank()
            ? Sentences.MODEL_NOT_ACCEPTED.with(host, status)
            : Sentences.MODEL_NOT_ACCEPTED_BECAUSE.with(host, status, shortened(answer)));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= SHORTENED ? line : line.substring(0, SHORTENED) + "…";
  }
}
