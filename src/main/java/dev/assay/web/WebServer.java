package dev.assay.web;

import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;

/** The REST server over one workspace, on 127.0.0.1. */
public final class WebServer implements AutoCloseable {
  private static final long MOST_JSON_BYTES = 16L << 20;
  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * How a server is set up.
   *
   * @param port 0 for any free one
   * @param uploads where uploaded files stay, on the workspace's own disk
   * @param token the workspace's own token
   * @param mostUploadBytes of one request
   */
  public record Settings(int port, Path uploads, String token, long mostUploadBytes) {}

  /** Starts answering; the workspace stays the caller's to close. */
  public static WebServer start(Workspace workspace, Settings settings) {
    // Calls into the engine hold on to their carrier thread: two slow ones must not stop the rest.
    if (System.getProperty("jdk.virtualThreadScheduler.parallelism") == null) {
      System.setProperty("jdk.virtualThreadScheduler.parallelism", "32");
    }
    Javalin javalin = Javalin.create(config -> configure(config, workspace, settings));
    try {
      javalin.start("127.0.0.1", settings.port());
    } catch (RuntimeException e) {
      if (e.getCause() instanceof BindException || e.getCause() instanceof IOException) {
        throw new UserError(
            UserError.Kind.CONFLICT,
            "Port " + settings.port() + " is taken by another program: choose another with --port.",
            e);
      }
      throw e;
    }
    return new WebServer(javalin);
  }

  private static void configure(JavalinConfig config, Workspace workspace, Settings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = MOST_JSON_BYTES;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    Gate gate = new Gate(settings.token());
    Reach reach = new Reach(workspace, gate);
    Waiting waiting = new Waiting(workspace);
    config.routes.before(Gate::secure);
    config.routes.before(gate::check);
    Problems.register(config.routes);
    config.routes.get("/openapi.yaml", WebServer::contract);
    new PageRoutes().register(config.routes);
    Uploads uploads = new Uploads(settings.uploads(), settings.mostUploadBytes());
    new SourceRoutes(workspace, waiting, gate, reach, uploads).register(config.routes);
    new StartRoutes(workspace, waiting).register(config.routes);
    new PreviewRoutes(workspace, gate, uploads).register(config.routes);
    new SyncRoutes(workspace, waiting, uploads).register(config.routes);
    new ConnectionRoutes(workspace, gate, reach).register(config.routes);
    new LayerRoutes(workspace, waiting, gate).register(config.routes);
    new RowRoutes(workspace).register(config.routes);
    new OverrideRoutes(workspace, waiting).register(config.routes);
    new SightRoutes(workspace).register(config.routes);
    new PanelRoutes(workspace).register(config.routes);
    new SemanticRoutes(workspace, gate).register(config.routes);
    new RecipeRoutes(workspace).register(config.routes);
    new AcrossRoutes(workspace, waiting).register(config.routes);
    new QuestionRoutes(workspace, gate).register(config.routes);
    new DeskRoutes(workspace).register(config.routes);
    new BuildRoutes(workspace, waiting).register(config.routes);
    new ModelRoutes(workspace, gate).register(config.routes);
    new AskRoutes(workspace, gate, version()).register(config.routes);
  }

  private static void contract(Context ctx) throws IOException {
    try (InputStream in = WebServer.class.getResourceAsStream("/openapi.yaml")) {
      ctx.contentType("application/yaml; charset=utf-8").result(in.readAllBytes());
    }
  }

  private static String version() {
    String version = WebServer.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The server underneath, for tests that compare its routes with the contract. */
  Javalin javalin() {
    return javalin;
  }

  public int port() {
    return javalin.port();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Stops answering; builds under way are the workspace's. */
  @Override
  public void close() {
    javalin.stop();
  }
}
