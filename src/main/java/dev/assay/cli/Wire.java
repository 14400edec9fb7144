package dev.assay.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Json;
import dev.assay.model.Landing;
import dev.assay.model.ProblemDetail;
import dev.assay.model.Recipe;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import dev.assay.workspace.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Requests to a server and its answers; a problem becomes the {@link UserError} that it tells of.
 */
final class Wire implements AutoCloseable {
  private static final ObjectMapper MAPPER =
      Json.mapper()
          .copy()
          // A newer server may say more than this client knows.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .registerModule(new SimpleModule().addDeserializer(Recipe.class, new AnyRecipe()));

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI server;
  private final String token;

  Wire(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  <T> T get(String path, TypeReference<T> type) {
    return read(send(request(path).GET()), type);
  }

  /** As {@link #get}, without the token. */
  <T> T getOpenly(String path, TypeReference<T> type) {
    return read(send(HttpRequest.newBuilder(server.resolve(path)).GET()), type);
  }

  <T> T put(String path, Object body, TypeReference<T> type) {
    return read(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.write(body)))),
        type);
  }

  /** Sends a form whose files are read as they are sent. */
  <T> T send(
      String method,
      String path,
      Map<String, String> fields,
      List<Upload> files,
      TypeReference<T> type) {
    String boundary = "assay-" + UUID.randomUUID();
    List<HttpRequest.BodyPublisher> parts = new ArrayList<>();
    try {
      fields.forEach((name, value) ->
          parts.add(
              HttpRequest.BodyPublishers.ofString(
                  head(boundary, "name=\"" + name + "\"") + value + "\r\n")));
      for (Upload file : files) {
        String name = file.fileName().replaceAll("[\"\\r\\n]", "_");
        parts.add(
            HttpRequest.BodyPublishers.ofString(
                head(boundary, "name=\"file\"; filename=\"" + name + "\"")));
        parts.add(HttpRequest.BodyPublishers.ofFile(file.stored()));
        parts.add(HttpRequest.BodyPublishers.ofString("\r\n"));
      }
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.NOT_FOUND, "The file to upload is gone: " + e.getMessage(), e);
    }
    parts.add(HttpRequest.BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return read(
        send(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .method(
                    method,
                    HttpRequest.BodyPublishers.concat(
                        parts.toArray(HttpRequest.BodyPublisher[]::new)))),
        type);
  }

  private static String head(String boundary, String disposition) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  /**
   * @param body written as JSON; null for none
   */
  <T> T post(String path, Object body, TypeReference<T> type) {
    HttpRequest.Builder request = request(path);
    if (body == null) {
      request.POST(HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
    }
    return read(send(request), type);
  }

  <T> T delete(String path, TypeReference<T> type) {
    return read(send(request(path).DELETE()), type);
  }

  void delete(String path) {
    try (InputStream body = send(request(path).DELETE())) {
      body.skip(0);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  /** An answer's body as it comes; the caller closes it. */
  InputStream stream(String path) {
    return send(request(path).GET());
  }

  /** The same of a request with a body, written as JSON. */
  InputStream stream(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static <T> T parse(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The server's answer cannot be read", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private InputStream send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() < 400) {
        return response.body();
      }
      try (InputStream body = response.body()) {
        throw problem(
            response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw gone(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError(UserError.Kind.MACHINE, "Interrupted.", e);
    }
  }

  private static RuntimeException problem(int status, String body) {
    if (status == 500 || !body.startsWith("{")) {
      return new IllegalStateException("The server answered " + status + ": " + body);
    }
    ProblemDetail problem = parse(body, new TypeReference<ProblemDetail>() {});
    return problem.build() == null ? problem.toUserError() : new BuildFailed(problem.build());
  }

  private static <T> T read(InputStream body, TypeReference<T> type) {
    try (body) {
      return parse(new String(body.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  static UserError gone(IOException e) {
    return new UserError(
        UserError.Kind.MACHINE,
        "The server of this workspace has stopped answering: run the command again.",
        e);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Tells recipes apart by the fields that only one of them has. */
  private static final class AnyRecipe extends JsonDeserializer<Recipe> {
    @Override
    public Recipe deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode node = context.readTree(parser);
      Class<? extends Recipe> type =
          node.has("gold_tables")
              ? GoldRecipe.class
              : node.has("format") || node.has("dialect") ? Landing.class : SilverRecipe.class;
      return MAPPER.treeToValue(node, type);
    }
  }
}
