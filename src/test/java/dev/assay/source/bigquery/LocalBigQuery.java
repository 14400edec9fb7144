package dev.assay.source.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.model.Connection;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An emulator of BigQuery, {@code local-bigquery} from Python's package index, in a process of its
 * own: REST over HTTP, and the Storage Read API over gRPC. It needs Python 3.13; the first use
 * installs it in {@code target/}. Where that cannot be, tests that need it are skipped and say so.
 */
public final class LocalBigQuery {
  /** The dataset that each of its projects has. */
  public static final String DATASET = "d";

  private static final Path FOLDER = Path.of("target/local-bigquery").toAbsolutePath();

  /**
   * It asks for DuckDB 2, whose Python package comes without the ICU extension and fetches it from
   * an address that is no package index; of 1.5.5 the extensions are packages, too.
   */
  private static final List<List<String>> PACKAGES =
      List.of(
          List.of("local-bigquery==0.4.0", "sqlglot==30.30.0"),
          List.of(
              "duckdb==1.5.5",
              "duckdb-extensions==1.5.5",
              "duckdb-extension-icu==1.5.5",
              "duckdb-extension-json==1.5.5",
              "duckdb-extension-spatial==1.5.5",
              "duckdb-extension-ducklake==1.5.5"));

  private static final String UNPACK =
      "from duckdb_extensions import import_extension\n"
          + "for name in ('icu', 'json', 'spatial', 'ducklake'): import_extension(name)";

  private static final JsonMapper JSON = new JsonMapper();
  private static LocalBigQuery running;
  private static String whyNot;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final int storagePort;

  private LocalBigQuery(int port, int storagePort) {
    this.port = port;
    this.storagePort = storagePort;
  }

  /** The one emulator of this process, started when it is first asked for. */
  public static synchronized LocalBigQuery get() {
    if (running == null && whyNot == null) {
      try {
        running = start();
      } catch (IOException e) {
        whyNot = "No emulator of BigQuery could be started: " + e.getMessage();
        System.err.println(whyNot);
      }
    }
    Assumptions.assumeTrue(running != null, whyNot);
    return running;
  }

  /** A login as a user would describe it. */
  public Login login(String project) {
    return new Login(
        new Connection(
            "test",
            "test",
            Connection.System.BIGQUERY,
            "127.0.0.1",
            port,
            project,
            null,
            Connection.Tls.DISABLE,
            null,
            null,
            false),
        Secret.NONE);
  }

  /** The environment in which the Storage Read API is found. */
  public Map<String, String> environment() {
    return Map.of(Limits.STORAGE, "127.0.0.1:" + storagePort);
  }

  /** Makes a project. */
  public void project(String name) {
    execute(name, "CREATE SCHEMA IF NOT EXISTS " + DATASET);
  }

  /** Runs statements about a project's tables; throws where one is refused. */
  public void execute(String project, String... statements) {
    for (String sql : statements) {
      JsonNode answer =
          post(
              project,
              Map.of(
                  "query",
                  sql,
                  "useLegacySql",
                  false,
                  "timeoutMs",
                  60_000,
                  "defaultDataset",
                  Map.of("datasetId", DATASET)));
      if (!answer.path("jobComplete").asBoolean() || answer.has("errors")) {
        throw new IllegalStateException(sql + ": " + answer);
      }
    }
  }

  private JsonNode post(String project, Object body) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:"
                              + port
                              + "/bigquery/v2/projects/"
                              + project
                              + "/queries"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(body + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalBigQuery start() throws IOException {
    Path bin = installed();
    int port = freePort();
    int storagePort = freePort();
    Path data = Files.createTempDirectory(FOLDER, "data");
    Process process =
        command(
                bin.resolve("local-bigquery").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--grpc-port",
                Integer.toString(storagePort),
                "--project",
                "none",
                "--data-dir",
                data.toString(),
                "serve")
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("server.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    LocalBigQuery emulator = new LocalBigQuery(port, storagePort);
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      try {
        emulator.execute("none", "SELECT 1");
        return emulator;
      } catch (UncheckedIOException _) {
        pause();
      } catch (IllegalStateException e) {
        process.destroyForcibly();
        throw new IOException(e.getMessage());
      }
    }
    process.destroyForcibly();
    throw new IOException("it does not answer; see target/local-bigquery/server.log");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Path installed() throws IOException {
    Path bin = FOLDER.resolve("venv/bin");
    Path ready = FOLDER.resolve("ready");
    if (Files.exists(ready)) {
      return bin;
    }
    Files.createDirectories(FOLDER);
    String python =
        python().orElseThrow(() -> new IOException("it needs Python 3.13, which is not here"));
    run(python, "-m", "venv", "--clear", FOLDER.resolve("venv").toString());
    for (List<String> packages : PACKAGES) {
      List<String> install = new ArrayList<>();
      install.addAll(List.of(bin.resolve("pip").toString(), "install", "--quiet"));
      install.addAll(packages);
      run(install.toArray(String[]::new));
    }
    run(bin.resolve("python").toString(), "-c", UNPACK);
    return Files.createFile(ready).resolveSibling("venv/bin");
  }

  /** A Python that it runs on: the one on the path, or one of pyenv's. */
  private static Optional<String> python() throws IOException {
    List<String> candidates = new ArrayList<>(List.of("python3.13", "python3.14", "python3"));
    Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv/versions");
    if (Files.isDirectory(pyenv)) {
      try (Stream<Path> versions = Files.list(pyenv)) {
        versions.map(path -> path.resolve("bin/python").toString()).forEach(candidates::add);
      }
    }
    for (String candidate : candidates) {
      try {
        run(candidate, "-c", "import sys; sys.exit(not (3, 13) <= sys.version_info < (3, 16))");
        return Optional.of(candidate);
      } catch (IOException _) {
        // Too old, or not there.
      }
    }
    return Optional.empty();
  }

  private static void run(String... command) throws IOException {
    Path log = FOLDER.resolve("install.log");
    Process process =
        command(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      if (!process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("'" + String.join(" ", command) + "' does not end");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (process.exitValue() != 0) {
      throw new IOException("'" + String.join(" ", command) + "' failed; see " + log);
    }
  }

  /** DuckDB keeps its extensions in the home: not in the user's. */
  private static ProcessBuilder command(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!command[0].endsWith("pip")) {
      builder.environment().put("HOME", FOLDER.resolve("home").toString());
    }
    builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
    return builder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
