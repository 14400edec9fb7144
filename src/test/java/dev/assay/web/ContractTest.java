package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import dev.assay.workspace.MemoryWorkspace;
import io.javalin.http.HandlerType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running server and openapi.yaml say the same. */
class ContractTest {
  private static final String TOKEN = "a-secret";
  @TempDir Path folder;
  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private WebServer server;
  private Client client;
  private String contract;
  private OpenApiInteractionValidator validator;
  private final Set<String> covered = new TreeSet<>();

  @BeforeEach
  void start() {
    server =
        WebServer.start(
            workspace, new WebServer.Settings(0, folder.resolve("uploads"), TOKEN, 100_000));
    client = new Client(server.address());
    contract = client.get("/openapi.yaml").body();
    validator = OpenApiInteractionValidator.createForInlineApiSpecification(contract).build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyRouteIsInTheContractAndTheOtherWayRound() {
    Set<String> served =
        server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
            .map(handler -> handler.endpoint)
            .filter(e -> e.method.isHttpMethod())
            .filter(e -> !PageRoutes.VIEWS.contains(e.path) && !PageRoutes.FILES.contains(e.path))
            .map(e -> e.method.name() + " " + e.path)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(served).isEqualTo(new TreeSet<>(promised()));
    assertThat(served).hasSizeGreaterThan(25);
  }

  private Set<String> promised() {
    OpenAPI api = new OpenAPIV3Parser().readContents(contract).getOpenAPI();
    Set<String> promised = new TreeSet<>();
    api.getPaths()
        .forEach((path, item) -> {
          for (PathItem.HttpMethod method : item.readOperationsMap().keySet()) {
            promised.add(method + " " + path);
          }
        });
    return promised;
  }

  @Test
  void everyAnswerIsAsPromised() throws Exception {
    workspace.steps = 2;
    client.upload("/api/sources", Map.of("name", "up"), "up.csv", "id\n1\n");
    Path file = Files.writeString(folder.resolve("orders.csv"), "id\n1\n");
    String add = Json.write(Map.of("path", file.toString(), "header", true));
    valid("POST", "/api/sources?wait=5", add, 201);
    workspace.steps = 0;
    String orders = "/api/sources/orders";
    String medallion = orders + "/medallion";
    valid("GET", "/api/health", null, 200);
    valid("GET", "/openapi.yaml", null, 200);
    valid("GET", "/api/sources", null, 200);
    valid("POST", "/api/sample", null, 201);
    valid("GET", "/api/machine", null, 200);
    valid("GET", orders, null, 200);
    valid("GET", orders + "/profile", null, 200);
    valid("POST", orders + "/sync", null, 201);
    valid("POST", orders + "/sync", "{\"verify\":true,\"accept\":true}", 201);
    syncing(orders);
    connections();
    manyAtOnce(file);
    valid("POST", orders + "/answer", "{\"column\":\"order_date\",\"choice\":\"D/M\"}", 201);
    model(medallion);
    valid("POST", medallion + "/bronze", null, 201);
    String silver = valid("POST", medallion + "/silver/suggest", null, 200);
    valid("POST", medallion + "/silver", silver, 201);
    valid("POST", medallion + "/silver", null, 201);
    valid("GET", medallion + "/silver/preview", null, 200);
    valid("POST", medallion + "/silver/preview", silver, 200);
    valid("GET", medallion + "/silver/overrides", null, 200);
    String mending =
        "{\"row\":\"1:5\",\"column\":\"amount\",\"value\":\"12\",\"because\":\"as on the bill\"}";
    valid("POST", medallion + "/silver/overrides", mending, 201);
    String missing = "{\"row\":\"1:5\",\"column\":\"amount\",\"value\":null}";
    valid("POST", medallion + "/silver/overrides", missing, 201);
    valid("DELETE", medallion + "/silver/overrides/1", null, 200);
    valid("POST", medallion + "/silver/replay", silver, 201);
    String edits =
        "{\"edits\": [{\"edit\": \"limit_rejects\", \"share\": 0.1}], \"proposals\": []}";
    valid("POST", medallion + "/silver/apply/preview", edits, 200);
    valid("POST", medallion + "/silver/apply", edits, 201);
    String gold = valid("POST", medallion + "/gold/suggest", null, 200);
    valid("POST", medallion + "/gold/suggest", "{\"sentence\":\"sales by month\"}", 200);
    String semantics = valid("GET", orders + "/semantic-model", null, 200);
    valid("PUT", orders + "/semantic-model", semantics, 200);
    valid("DELETE", orders + "/semantic-model", null, 204);
    valid("POST", medallion + "/gold", gold, 201);
    valid("GET", medallion + "/gold/preview", null, 200);
    valid("POST", medallion + "/gold/preview?table=x", gold, 200);
    across(gold);
    valid("GET", medallion, null, 200);
    for (String layer : Set.of("bronze", "silver", "gold")) {
      valid("GET", medallion + "/" + layer + "/logs", null, 200);
      valid("GET", medallion + "/" + layer + "/rows?limit=5&offset=0", null, 200);
      valid("POST", medallion + "/" + layer + "/refresh", null, 201);
    }
    valid("GET", medallion + "/gold/export?format=csv&table=x", null, 200);
    valid("GET", medallion + "/silver/rejects?limit=5&reason=invalid_", null, 200);
    sight(medallion + "/silver", silver);
    valid("GET", medallion + "/bronze/malformed", null, 200);
    valid("POST", "/api/ask", "{\"question\":\"total by month\",\"source\":\"orders\"}", 200);
    valid("POST", "/api/ask", "{\"question\":\"amount?!\"}", 200);
    valid("POST", "/api/sql", "{\"sql\":\"SELECT 1\"}", 200);
    valid("GET", "/api/check", null, 200);
    workspace.steps = 2;
    String build =
        Json.read(valid("POST", orders + "/sync", null, 202), JsonNode.class).get("id").asText();
    valid("GET", "/api/builds?source=orders", null, 200);
    valid("GET", "/api/builds/" + build, null, 200);
    valid("GET", "/api/builds/" + build + "/events", null, 200);
    valid("DELETE", "/api/builds/" + build, null, 200);
    valid("DELETE", medallion + "/gold", null, 200);
    problems(medallion);
    valid("DELETE", orders, null, 204);
    assertThat(covered).isEqualTo(promised());
  }

  private void syncing(String orders) throws Exception {
    valid("GET", orders + "/settings", null, 200);
    String wished =
        """
        {"mode": "append", "cursor": "id", "schedule": {"cron": "30 6 * * 1-5", "zone": "UTC"},
         "watch": true, "downstream": {"gold": "manual"}, "contract": {"added": "pause"},
         "kept_loads": 3}\
        """;
    valid("PUT", orders + "/settings", wished, 200);
    valid("PUT", orders + "/settings", "{\"cursor\": null, \"schedule\": null}", 200);
    valid("GET", orders + "/loads", null, 200);
    valid("POST", orders + "/loads/2/undo", null, 201);
    valid("GET", orders + "/loads", null, 200);
    valid("GET", orders + "/drift", null, 200);
    workspace.waiting = new dev.assay.model.Waiting("Say yes.", null, 3L, 1L, Instant.EPOCH);
    valid("GET", orders, null, 200);
    workspace.ending = "paused";
    valid("POST", orders + "/sync?wait=1", null, 409);
    workspace.ending = "ready";
    workspace.waiting = null;
    answered("PUT", "/api/sources/up/file", Map.of("accept", "true"), "new.csv", 201);
  }

  private void model(String medallion) {
    String wished =
        "{\"provider\":\"OLLAMA\",\"model\":\"small\",\"privacy\":\"METADATA_ONLY\",\"key\":\"s3cret\"}";
    valid("GET", "/api/settings/model", null, 200);
    assertThat(valid("PUT", "/api/settings/model", wished, 200)).doesNotContain("s3cret");
    assertThat(valid("GET", "/api/settings/model", null, 200)).doesNotContain("s3cret");
    valid("POST", "/api/settings/model/test", null, 200);
    valid("GET", "/api/egress?limit=5&offset=0", null, 200);
    valid("GET", "/api/egress/1", null, 200);
    valid("GET", "/api/egress/7", null, 404);
    valid("POST", medallion + "/silver/suggest?again=true", null, 200);
    valid("POST", medallion + "/silver/revise", "{\"sentence\":\"treat 0 as missing in id\"}", 200);
    valid("POST", medallion + "/silver/revise", "{\"sentence\":\"what?\"}", 400);
    valid("DELETE", "/api/settings/model", null, 200);
  }

  private void sight(String layer, String recipe) {
    valid("PUT", "/api/recipes/ours", "{\"source\": \"orders\"}", 200);
    valid("GET", "/api/recipes", null, 200);
    valid("GET", layer + "/recipes/ours", null, 200);
    valid("DELETE", "/api/recipes/ours", null, 204);
    valid("PUT", "/api/questions/monthly", "{\"question\": \"total by month\"}", 200);
    valid("GET", "/api/questions", null, 200);
    valid("GET", "/api/questions/monthly/answer?verify=true", null, 200);
    valid("GET", "/api/questions/suggested?source=orders&language=pt", null, 200);
    valid("PUT", "/api/questions/monthly/pin", "{\"wide\": true}", 200);
    valid("GET", "/api/questions", null, 200);
    valid("POST", "/api/questions/monthly/rename", "{\"name\": \"by month\"}", 200);
    valid("DELETE", "/api/questions/by%20month/pin", null, 204);
    valid("POST", "/api/ask/export?format=csv", "{\"sql\": \"SELECT 1\"}", 200);
    valid("DELETE", "/api/questions/by%20month", null, 204);
    valid("PUT", "/api/settings", "{\"zone\": \"Europe/Lisbon\"}", 200);
    valid("GET", "/api/settings", null, 200);
    valid("GET", layer + "/changes?fate=changed&reason=invalid_&row=1:2&cells=200", null, 200);
    valid("GET", layer + "/changes/fates", null, 200);
    valid("GET", layer + "/rows?sort=id&descending=true&cells=9&filter=%5B%5D", null, 200);
    valid("GET", layer + "/rejects/reasons", null, 200);
    valid("GET", layer + "/rejects/export?format=csv&reason=invalid_amount", null, 200);
    valid("POST", layer + "/diff", recipe, 200);
    valid("POST", layer + "/diff", null, 200);
    valid("GET", layer + "/diff?from=1&to=2", null, 200);
    valid("GET", layer + "/history", null, 200);
    valid("GET", layer + "/history/1", null, 200);
    valid("GET", "/api/sources/orders/lineage", null, 200);
    valid("GET", layer + "/recipe", null, 200);
    valid("POST", layer + "/measure", "{\"source_column\":\"id\"}", 200);
  }

  private void across(String gold) {
    String one = "/api/relationships/a1b2c3d4e5";
    valid("GET", "/api/relationships", null, 200);
    valid("POST", one + "/confirm", null, 200);
    valid("POST", one + "/reject", null, 200);
    valid("DELETE", one, null, 204);
    String wish =
        """
        {"from": {"source": "orders", "columns": ["customer_id"]},
         "to": {"source": "customers", "columns": ["id"]}}\
        """;
    valid("POST", "/api/relationships", wish, 201);
    valid("POST", "/api/relationships", wish.replace("\"id\"", "\"status\""), 409);
    valid("GET", "/api/gold", null, 200);
    valid("POST", "/api/gold/suggest", null, 200);
    valid("POST", "/api/gold/preview", gold, 200);
    valid("POST", "/api/gold", gold, 201);
  }

  private void connections() {
    String shop = "/api/connections/shop";
    String wished =
        """
        {"name": "shop", "system": "postgresql", "host": "db", "port": 5432, "database": "shop",
         "user": "ann", "password": "s3cret", "tls": "require"}\
        """;
    assertThat(valid("POST", "/api/connections", wished, 201)).doesNotContain("s3cret");
    assertThat(valid("GET", "/api/connections", null, 200)).doesNotContain("s3cret");
    valid("GET", shop + "/tables", null, 200);
    valid("POST", shop + "/cost", "{\"kind\":\"table\",\"name\":\"albums\"}", 200);
    valid(
        "POST",
        "/api/connections",
        "{\"name\":\"bq\",\"system\":\"bigquery\",\"database\":\"p\"}",
        201);
    valid("POST", "/api/connections/bq/cost", "{\"kind\":\"query\",\"sql\":\"SELECT 1\"}", 200);
    valid("POST", "/api/sources", "{\"connection\":\"shop\"}", 201);
    valid("POST", "/api/origins/shop/sync", "{\"full\":true}", 201);
    valid("DELETE", shop, null, 409);
    valid("DELETE", "/api/connections/bq", null, 204);
  }

  private void manyAtOnce(Path file) {
    String missing = file.resolveSibling("missing.csv").toString();
    String both = Json.write(Map.of("paths", List.of(file.toString(), missing)));
    assertThat(valid("POST", "/api/sources", both, 201)).contains("\"more\"", "missing.csv");
    workspace.steps = 2;
    valid("POST", "/api/sources", both, 202);
    valid("POST", "/api/origins/shop/sync", null, 202);
    workspace.steps = 0;
    String look = Json.write(Map.of("path", file.toString(), "delimiter", ";"));
    valid("POST", "/api/sources/preview", look, 200);
    valid("POST", "/api/sources/tables", look, 200);
  }

  private void problems(String medallion) {
    workspace.steps = 0;
    workspace.ending = "error";
    valid("POST", medallion + "/silver?wait=1", null, 422);
    valid("GET", "/api/sources/nobody", null, 404);
    valid("DELETE", medallion + "/bronze", null, 409);
    valid("POST", "/api/sql", "{\"sql\":\"SELECT bug\"}", 500);
    valid("POST", "/api/sql", "{\"sql\":\"DROP\"}", 400);
  }

  /** Sends a request that the contract allows and checks that the answer is one it promises. */
  private String valid(String method, String path, String body, int status) {
    var headers =
        body == null
            ? Map.of("Authorization", "Bearer " + TOKEN)
            : Map.of("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
    HttpResponse<String> response = client.send(method, path, body, headers);
    assertThat(response.statusCode()).as(method + " " + path + response.body()).isEqualTo(status);
    String plain = path.replaceAll("\\?.*", "");
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(Request.Method.valueOf(method), plain);
    if (path.contains("?")) {
      for (String pair : path.substring(path.indexOf('?') + 1).split("&")) {
        request.withQueryParam(pair.split("=")[0], pair.split("=")[1]);
      }
    }
    headers.forEach((name, value) -> request.withHeader(name, value));
    if (body != null) {
      request.withBody(body);
    }
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
    response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
    if (!response.body().isEmpty()) {
      answer.withBody(response.body().getBytes(StandardCharsets.UTF_8));
    }
    ValidationReport report = validator.validate(request.build(), answer.build());
    assertThat(report.getMessages()).as(method + " " + path + "\n" + response.body()).isEmpty();
    cover(method, plain);
    return response.body();
  }

  /** Sends a form, whose answer is checked; the form itself is more than the validator reads. */
  private void answered(
      String method, String path, Map<String, String> fields, String fileName, int status) {
    HttpResponse<String> response = client.form(method, path, fields, List.of(fileName), "id\n1\n");
    assertThat(response.statusCode()).as(path + response.body()).isEqualTo(status);
    SimpleResponse.Builder answer =
        SimpleResponse.Builder.status(status)
            .withContentType("application/json")
            .withBody(response.body().getBytes(StandardCharsets.UTF_8));
    ValidationReport report =
        validator.validateResponse(path, Request.Method.valueOf(method), answer.build());
    assertThat(report.getMessages()).as(path + response.body()).isEmpty();
    cover(method, path);
  }

  private void cover(String method, String path) {
    server
        .javalin()
        .unsafe
        .internalRouter
        .findHttpHandlerEntries(HandlerType.findOrCreate(method), path)
        .stream()
        .findFirst()
        .ifPresent(entry -> covered.add(method + " " + entry.endpoint.path));
  }
}
