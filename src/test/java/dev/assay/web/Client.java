package dev.assay.web;

import dev.assay.model.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Speaks plain HTTP to a server under test. */
final class Client {
  static final String BOUNDARY = "----assay-test";
  final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  Client(URI server) {
    this.server = server;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null, Map.of());
  }

  HttpResponse<String> post(String path, Object body) {
    String text = body == null ? null : body instanceof String s ? s : Json.write(body);
    return send(
        "POST", path, text, text == null ? Map.of() : Map.of("Content-Type", "application/json"));
  }

  HttpResponse<String> delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A form with fields and one file, as browsers send it. */
  HttpResponse<String> upload(
      String path, Map<String, String> fields, String fileName, String content) {
    return form("POST", path, fields, fileName == null ? List.of() : List.of(fileName), content);
  }

  /** A form with fields and files of one content. */
  HttpResponse<String> form(
      String method,
      String path,
      Map<String, String> fields,
      List<String> fileNames,
      String content) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append("--" + BOUNDARY + "\r\n")
            .append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
            .append(value)
            .append("\r\n"));
    for (String fileName : fileNames) {
      body.append("--" + BOUNDARY + "\r\n")
          .append(
              "Content-Disposition: form-data; name=\"file\"; filename=\""
                  + fileName
                  + "\"\r\nContent-Type: text/csv\r\n\r\n")
          .append(content)
          .append("\r\n");
    }
    body.append("--" + BOUNDARY + "--\r\n");
    return send(
        method,
        path,
        body.toString(),
        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }
}
