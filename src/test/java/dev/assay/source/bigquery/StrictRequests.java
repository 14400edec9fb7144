package dev.assay.source.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What a request of BigQuery's REST API may say, after the API's discovery document. */
final class StrictRequests {
  private static final JsonMapper JSON = new JsonMapper();

  /** Parameters that each method has. */
  private static final Set<String> COMMON =
      Set.of("alt", "fields", "key", "prettyPrint", "quotaUser", "access_token", "callback");

  private static final Set<String> JOB = Set.of("kind", "id", "jobReference", "configuration");
  private static final Set<String> REFERENCE = Set.of("projectId", "jobId", "location");
  private static final Set<String> CONFIGURATION =
      Set.of("jobType", "query", "dryRun", "jobTimeoutMs", "labels");
  private static final Set<String> QUERY =
      Set.of(
          "query",
          "useLegacySql",
          "maximumBytesBilled",
          "parameterMode",
          "queryParameters",
          "defaultDataset",
          "useQueryCache",
          "destinationTable",
          "priority");

  private StrictRequests() {}

  /** A refusal with its status and its reason. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int status;
    final String reason;

    Refused(int status, String reason, String message) {
      super(message);
      this.status = status;
      this.reason = reason;
    }
  }

  static void allow(Map<String, String> parameters, String... allowed) {
    for (String name : parameters.keySet()) {
      if (!COMMON.contains(name) && !Set.of(allowed).contains(name)) {
        throw new Refused(400, "invalid", "Unknown name \"" + name + "\"");
      }
    }
  }

  private static void allow(JsonNode object, Set<String> allowed) {
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!allowed.contains(name)) {
            throw new Refused(
                400, "invalid", "Invalid JSON payload: unknown name \"" + name + "\"");
          }
        });
  }

  /** A job's body, whose query is not in legacy SQL. */
  static void allowJob(JsonNode body) {
    allow(body, JOB);
    allow(body.path("jobReference"), REFERENCE);
    allow(body.path("configuration"), CONFIGURATION);
    JsonNode query = body.path("configuration").path("query");
    allow(query, QUERY);
    if (!query.path("useLegacySql").isBoolean() || query.path("useLegacySql").asBoolean()) {
      throw new Refused(400, "invalidQuery", "Legacy SQL is not meant.");
    }
  }

  static JsonNode body(HttpExchange exchange) throws IOException {
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    if (bytes.length == 0) {
      return JSON.createObjectNode();
    }
    if ("gzip".equals(encoding)) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return JSON.readTree(in);
      }
    }
    return JSON.readTree(bytes);
  }

  static Map<String, String> parameters(URI uri) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        parameters.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
