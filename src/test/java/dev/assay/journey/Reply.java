package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Json;
import dev.assay.model.Rows;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server has answered. */
public record Reply(HttpResponse<String> response) {
  /** Fails with the body unless the status is this. */
  public Reply is(int status) {
    assertThat(response.statusCode())
        .as("%s %s: %s", response.request().method(), response.uri().getPath(), response.body())
        .isEqualTo(status);
    return this;
  }

  public int status() {
    return response.statusCode();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  public String body() {
    return response.body();
  }

  public <T> T as(Class<T> type) {
    return Json.read(response.body(), type);
  }

  public JsonNode json() {
    return as(JsonNode.class);
  }

  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  public String text(String pointer) {
    return at(pointer).asText();
  }

  /** Values in column order, as {@code Rows} tells them. */
  public List<List<Object>> rows() {
    return as(Rows.class).rows();
  }

  /** The sentence of a problem, which must be one and say something. */
  public String problem(int status) {
    is(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    String detail = text("/detail");
    assertThat(detail)
        .isNotBlank()
        .doesNotContain("\n")
        .doesNotContain("Exception", "dev.assay", "java.");
    return detail;
  }
}
