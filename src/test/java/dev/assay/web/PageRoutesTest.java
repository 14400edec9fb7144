package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.journey.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own addresses. */
class PageRoutesTest {
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ask", "/settings", "/sources/orders", "/sources/a%20b/silver"})
  void everyViewIsThePage(String view) {
    HttpResponse<String> answer = get(view);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(answer.body()).contains("<div id=\"root\">");
  }

  @Test
  void whatThePageNamesIsThereAndKept() {
    var files =
        Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
            .matcher(get("/").body())
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(files).hasSizeGreaterThan(2);
    for (String file : files) {
      HttpResponse<String> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
          .contains(file.startsWith("/assets/") ? "immutable" : "no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/..%2f..%2fopenapi.yaml",
        "/assets/%2e%2e/index.html",
        "/assets/nothing.js",
        "/assets/a.class",
        "/dev/assay/App.class"
      })
  void nothingElseIsGivenAway(String path) {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void aLinkOfAnotherSiteOpensThePageButNothingElse() {
    assertThat(followed("/").statusCode()).isEqualTo(200);
    assertThat(followed("/api/sources").statusCode()).isEqualTo(403);
  }

  @Test
  void allowsNoScriptButItsOwn() {
    assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("script-src", "unsafe-eval", "http:", "https:");
    assertThat(get("/").body()).doesNotContainPattern("<script(?![^>]* src=)");
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(house.address() + path)));
  }

  private HttpResponse<String> followed(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(house.address() + path))
            .header("Sec-Fetch-Site", "cross-site")
            .header("Sec-Fetch-Mode", "navigate"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
