package dev.assay.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Speaks to one server over HTTP, as a program of a user would. */
public final class Caller {
  private static final String BOUNDARY = "----assay-journey";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final String token;

  /**
   * @param token the workspace's own, which lets its holder name local paths
   */
  Caller(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  /** As {@link #get}, with the workspace's token. */
  public Reply getAsOwner(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of("Authorization", "Bearer " + token));
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  /** Without a body. */
  public Reply post(String path) {
    return send("POST", path, BodyPublishers.noBody(), Map.of());
  }

  /** With a body of JSON: a text as it is, anything else written. */
  public Reply post(String path, Object body) {
    String text = body instanceof String s ? s : Json.write(body);
    return send("POST", path, BodyPublishers.ofString(text), JSON);
  }

  /** With a body of JSON, as it is. */
  public Reply put(String path, String json) {
    return send("PUT", path, BodyPublishers.ofString(json), JSON);
  }

  /** As {@link #put}, with the workspace's token. */
  public Reply putAsOwner(String path, String json) {
    return send(
        "PUT",
        path,
        BodyPublishers.ofString(json),
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token));
  }

  /** As {@link #delete}, with the workspace's token. */
  public Reply deleteAsOwner(String path) {
    return send(
        "DELETE", path, BodyPublishers.noBody(), Map.of("Authorization", "Bearer " + token));
  }

  /** A form with one file. */
  public Reply upload(String path, String fileName, byte[] content, Map<String, String> fields) {
    StringBuilder head = new StringBuilder();
    fields.forEach((name, value) ->
        head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name)
            .append("\"\r\n\r\n" + value + "\r\n"));
    head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(fileName + "\"\r\nContent-Type: text/csv\r\n\r\n");
    byte[] begin = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        "POST",
        path,
        BodyPublishers.ofByteArrays(List.of(begin, content, end)),
        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }

  /** A form with several files, or with one by another method. */
  public Reply form(
      String method, String path, Map<String, byte[]> files, Map<String, String> fields) {
    List<byte[]> parts = new ArrayList<>();
    fields.forEach((name, value) ->
        parts.add(
            utf8(
                "--"
                    + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\""
                    + name
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n")));
    files.forEach((name, content) -> {
      parts.add(
          utf8(
              "--"
                  + BOUNDARY
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + name
                  + "\"\r\n\r\n"));
      parts.add(content);
      parts.add(utf8("\r\n"));
    });
    parts.add(utf8("--" + BOUNDARY + "--\r\n"));
    return send(
        method,
        path,
        BodyPublishers.ofByteArrays(parts),
        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public Reply upload(String path, String fileName, String content) {
    return upload(path, fileName, content.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** Uploads a file and waits for its Bronze; returns the source's id. */
  public String add(String fileName, String content) {
    return upload("/api/sources?wait=60", fileName, content).is(201).text("/source/id");
  }

  /** Names a file by its path, as the command line does. */
  public Reply addPath(Path file, String query) {
    return postAsOwner("/api/sources" + query, Map.of("path", file.toString()));
  }

  /** As {@link #post(String, Object)}, with the workspace's token. */
  public Reply postAsOwner(String path, Object body) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(Json.write(body)),
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token));
  }

  /** Suggests Silver and Gold and builds both, untouched by hand. */
  public void buildAsSuggested(String source) {
    for (String layer : List.of("silver", "gold")) {
      String url = "/api/sources/" + source + "/medallion/" + layer;
      post(url + "?wait=60", post(url + "/suggest").is(200).body()).is(201);
    }
  }

  public List<List<Object>> sql(String select) {
    return post("/api/sql", Map.of("sql", select)).is(200).rows();
  }

  /** The status strip, such as {@code ready ready pending}. */
  public String strip(String source) {
    JsonNode status = get("/api/sources/" + source + "/medallion").is(200).at("/status");
    return Stream.of("bronze", "silver", "gold")
        .map(layer -> status.get(layer).asText())
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  /** Listens to a build's events until it is that far, or has ended; returns what it heard. */
  public List<JsonNode> watchUntil(String build, double progress) {
    HttpRequest request = HttpRequest.newBuilder(server.resolve(build + "/events")).build();
    List<JsonNode> heard = new ArrayList<>();
    try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (!line.startsWith("data: ")) {
          continue;
        }
        JsonNode state = Json.read(line.substring(6), JsonNode.class);
        heard.add(state);
        if (state.get("status").asText().equals("building")
            && state.get("progress").asDouble() >= progress) {
          break;
        }
      }
      return heard;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Reply send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).method(method, body);
    headers.forEach(request::header);
    try {
      return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
