package dev.assay.source.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.model.Connection;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of BigQuery's REST API, version 2, that refuses whatever its discovery document does not
 * list, and fails as it is told to. It has one table, {@code d.every}, and takes every query for
 * one that reads this table.
 */
public final class StrictServer implements AutoCloseable {
  public static final String PROJECT = "strict-project";
  private static final String BASE = "/bigquery/v2/projects/" + PROJECT;

  /** A refusal to come; {@code status} 0 cuts the connection. */
  record Fault(int status, String reason) {}

  /** A request that came. */
  record Seen(String method, String path, Map<String, String> parameters, JsonNode body) {}

  final List<Seen> seen = new ArrayList<>();
  private final JsonMapper json = new JsonMapper();
  private final HttpServer server;
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final Deque<Fault> later = new ArrayDeque<>();
  private final Map<String, JsonNode> jobs = new LinkedHashMap<>();
  private final Map<String, Integer> polls = new HashMap<>();
  private boolean lost;
  private final JsonNode schema;
  private final List<JsonNode> rows;

  /** What a forecast says. */
  long bytes = 1000;

  String statementType = "SELECT";
  String modified = "1700000000000";

  public StrictServer() throws IOException {
    try (InputStream in = StrictServer.class.getResourceAsStream("/bigquery/table.json")) {
      JsonNode table = json.readTree(in);
      schema = table.get("schema");
      rows = new ArrayList<>();
      table.get("rows").forEach(rows::add);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  Login login() {
    return login(Secret.NONE);
  }

  Login login(Secret secret) {
    return login(port(), Connection.Tls.DISABLE, secret);
  }

  static Login login(int port, Connection.Tls tls) {
    return login(port, tls, Secret.NONE);
  }

  private static Login login(int port, Connection.Tls tls, Secret secret) {
    return new Login(
        new Connection(
            "strict",
            "strict",
            Connection.System.BIGQUERY,
            "127.0.0.1",
            port,
            PROJECT,
            null,
            tls,
            null,
            null,
            false),
        secret);
  }

  /** The next requests whose path ends so fail one after the other. */
  synchronized void fail(String ending, Fault... with) {
    faults.computeIfAbsent(ending, _ -> new ArrayDeque<>()).addAll(List.of(with));
  }

  /** The next pages of rows fail, except for a first one. */
  synchronized void failPagesAfterTheFirst(Fault... with) {
    later.addAll(List.of(with));
  }

  /** The next job that is begun runs, but whoever began it is not told. */
  synchronized void loseTheAnswerToAJob() {
    lost = true;
  }

  /** Gives a column of moments more digits. */
  synchronized void refine(String name, int digits) {
    for (JsonNode field : schema.get("fields")) {
      if (field.get("name").asText().equals(name)) {
        ((ObjectNode) field).put("timestampPrecision", Integer.toString(digits));
      }
    }
  }

  /** Puts one value in the place of a row's. */
  synchronized void garble(String value) {
    ObjectNode row = json.createObjectNode();
    row.putArray("f").addObject().put("v", value);
    rows.set(1, row);
  }

  synchronized int jobsRun() {
    return jobs.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = answer(exchange);
      } catch (StrictRequests.Refused e) {
        reply = new Reply(e.status, error(e.status, e.reason, e.getMessage()));
      }
      if (reply.status == 0) {
        return;
      }
      byte[] bytes = json.writeValueAsBytes(reply.body);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(reply.status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Reply(int status, JsonNode body) {}

  private JsonNode error(int status, String reason, String message) {
    ObjectNode error = json.createObjectNode();
    error.put("code", status).put("message", message);
    error.putArray("errors").addObject().put("reason", reason).put("message", message);
    return json.createObjectNode().set("error", error);
  }

  private synchronized Reply answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String method = exchange.getRequestMethod();
    Map<String, String> parameters = StrictRequests.parameters(uri);
    JsonNode body = StrictRequests.body(exchange);
    if (!uri.getPath().startsWith(BASE + "/")) {
      throw new StrictRequests.Refused(404, "notFound", "Not found: " + uri.getPath());
    }
    String path = uri.getPath().substring(BASE.length());
    seen.add(new Seen(method, path, parameters, body));
    for (Map.Entry<String, Deque<Fault>> fault : faults.entrySet()) {
      if (path.endsWith(fault.getKey()) && !fault.getValue().isEmpty()) {
        Fault next = fault.getValue().pop();
        return new Reply(next.status(), error(next.status(), next.reason(), "It was told to fail"));
      }
    }
    if (parameters.containsKey("pageToken") && path.endsWith("/data") && !later.isEmpty()) {
      Fault next = later.pop();
      return new Reply(next.status(), error(next.status(), next.reason(), "It was told to fail"));
    }
    return new Reply(200, route(method, path, parameters, body));
  }

  private JsonNode route(
      String method, String path, Map<String, String> parameters, JsonNode body) {
    Matcher results = Pattern.compile("/queries/([^/]+)").matcher(path);
    Matcher job = Pattern.compile("/jobs/([^/]+)").matcher(path);
    Matcher data = Pattern.compile("/datasets/(d|_temp)/tables/([^/]+)/data").matcher(path);
    Matcher table = Pattern.compile("/datasets/d/tables/([^/]+)").matcher(path);
    if (method.equals("GET") && path.equals("/datasets")) {
      StrictRequests.allow(parameters, "maxResults", "pageToken", "all", "filter");
      return datasets(parameters);
    }
    if (method.equals("GET") && path.equals("/datasets/d/tables")) {
      StrictRequests.allow(parameters, "maxResults", "pageToken");
      ObjectNode list = json.createObjectNode();
      list.putArray("tables").add(table("every", false));
      return list;
    }
    if (method.equals("GET") && data.matches()) {
      StrictRequests.allow(
          parameters,
          "maxResults",
          "pageToken",
          "selectedFields",
          "startIndex",
          "formatOptions.useInt64Timestamp",
          "formatOptions.timestampOutputFormat");
      return page(parameters);
    }
    if (method.equals("GET") && table.matches()) {
      StrictRequests.allow(parameters, "selectedFields", "view");
      if (!table.group(1).equals("every")) {
        throw new StrictRequests.Refused(
            404, "notFound", "Not found: Table " + PROJECT + ":d." + table.group(1));
      }
      return table("every", true);
    }
    if (method.equals("POST") && path.equals("/jobs")) {
      StrictRequests.allow(parameters);
      return insert(body);
    }
    if (method.equals("GET") && results.matches()) {
      StrictRequests.allow(
          parameters,
          "location",
          "maxResults",
          "pageToken",
          "startIndex",
          "timeoutMs",
          "formatOptions.useInt64Timestamp",
          "formatOptions.timestampOutputFormat");
      return results(results.group(1), parameters);
    }
    if (method.equals("GET") && job.matches()) {
      StrictRequests.allow(parameters, "location");
      return known(job.group(1));
    }
    throw new StrictRequests.Refused(404, "notFound", "Not found: " + method + " " + path);
  }

  /** Two pages: the second with the only dataset that has tables. */
  private JsonNode datasets(Map<String, String> parameters) {
    ObjectNode list = json.createObjectNode();
    if (!parameters.containsKey("pageToken")) {
      list.putArray("datasets");
      return list.put("nextPageToken", "second");
    }
    ObjectNode dataset = list.putArray("datasets").addObject();
    dataset.putObject("datasetReference").put("datasetId", "d").put("projectId", PROJECT);
    return list;
  }

  private ObjectNode table(String name, boolean whole) {
    ObjectNode table = json.createObjectNode().put("type", "TABLE");
    table
        .putObject("tableReference")
        .put("projectId", PROJECT)
        .put("datasetId", "d")
        .put("tableId", name);
    if (whole) {
      table.put("numRows", "" + rows.size()).put("numBytes", "" + bytes);
      table.put("lastModifiedTime", modified).set("schema", schema);
    }
    return table;
  }

  /** Two rows a page, whatever is asked for: a server may always send fewer. */
  private JsonNode page(Map<String, String> parameters) {
    if (!"true".equals(parameters.get("formatOptions.useInt64Timestamp"))) {
      throw new StrictRequests.Refused(400, "invalid", "Timestamps would lose digits.");
    }
    int from = Integer.parseInt(parameters.getOrDefault("pageToken", "0"));
    ObjectNode page = json.createObjectNode().put("totalRows", "" + rows.size());
    int to = Math.min(rows.size(), from + 2);
    page.putArray("rows").addAll(rows.subList(from, to));
    return to < rows.size() ? page.put("pageToken", "" + to) : page;
  }

  private JsonNode insert(JsonNode body) {
    StrictRequests.allowJob(body);
    JsonNode query = body.path("configuration").path("query");
    ObjectNode job = json.createObjectNode();
    ObjectNode statistics = job.putObject("statistics").put("totalBytesProcessed", "" + bytes);
    ObjectNode asked = statistics.putObject("query").put("statementType", statementType);
    ObjectNode configuration = job.putObject("configuration").putObject("query");
    configuration.put("query", query.path("query").asText());
    if (body.path("configuration").path("dryRun").asBoolean()) {
      asked.set("schema", schema);
      job.putObject("status").put("state", "DONE");
      job.putObject("jobReference").put("projectId", PROJECT).put("location", "EU");
      return job;
    }
    String id = body.path("jobReference").path("jobId").asText("none");
    if (jobs.containsKey(id)) {
      throw new StrictRequests.Refused(409, "duplicate", "Already Exists: Job " + id);
    }
    job.putObject("jobReference").put("projectId", PROJECT).put("jobId", id).put("location", "EU");
    configuration
        .putObject("destinationTable")
        .put("projectId", PROJECT)
        .put("datasetId", "_temp")
        .put("tableId", "anon");
    ObjectNode status = job.putObject("status").put("state", "RUNNING");
    if (query.path("maximumBytesBilled").asLong(Long.MAX_VALUE) < bytes) {
      status
          .put("state", "DONE")
          .putObject("errorResult")
          .put("reason", "bytesBilledLimitExceeded")
          .put("message", "Query exceeded limit for bytes billed");
    }
    jobs.put(id, job);
    if (lost) {
      lost = false;
      throw new StrictRequests.Refused(503, "backendError", "The answer is lost.");
    }
    return job;
  }

  private JsonNode results(String id, Map<String, String> parameters) {
    known(id);
    if (!"EU".equals(parameters.get("location"))) {
      throw new StrictRequests.Refused(404, "notFound", "Not found: Job " + id + " here");
    }
    ObjectNode answer = json.createObjectNode();
    if (polls.merge(id, 1, Integer::sum) == 1) {
      return answer.put("jobComplete", false);
    }
    answer.put("jobComplete", true).put("totalRows", "" + rows.size()).set("schema", schema);
    return answer;
  }

  private JsonNode known(String id) {
    JsonNode job = jobs.get(id);
    if (job == null) {
      throw new StrictRequests.Refused(404, "notFound", "Not found: Job " + id);
    }
    return job;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
