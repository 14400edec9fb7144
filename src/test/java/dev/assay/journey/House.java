package dev.assay.journey;

import dev.assay.App;
import dev.assay.engine.DuckDbEngine;
import dev.assay.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The whole product in this process: a workspace in a folder, its server, and who calls it. */
public final class House implements AutoCloseable {
  private final App app;
  private final WebServer server;
  public final Caller caller;

  private House(App app, WebServer server, Caller caller) {
    this.app = app;
    this.server = server;
    this.caller = caller;
  }

  public static House open(Path folder) {
    return open(folder, 100_000_000);
  }

  public static House open(Path folder, long mostUploadBytes) {
    App app = App.open(folder);
    String token = app.folder().token();
    WebServer server =
        WebServer.start(
            app.workspace(),
            new WebServer.Settings(0, app.folder().uploads(), token, mostUploadBytes));
    return new House(app, server, new Caller(server.address(), token));
  }

  /** Where the server answers. */
  public URI address() {
    return server.address();
  }

  /** The workspace's own token. */
  public String token() {
    return app.folder().token();
  }

  /** The warehouse, to look at what no reader is shown. */
  public DuckDbEngine engine() {
    return app.folder().engine();
  }

  /** Names of tables that a build would have to drop. */
  public List<Object> staging() {
    return engine()
        .query(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE starts_with(table_name, 'assay_staging')")
        .rows()
        .stream()
        .map(List::getFirst)
        .toList();
  }

  public static String resource(String name) {
    try (var in = House.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    app.workspace().close();
  }
}
