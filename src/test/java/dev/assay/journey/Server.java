package dev.assay.journey;

import dev.assay.Main;
import dev.assay.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The server as its users run it: a process of its own, which can be killed. */
final class Server implements AutoCloseable {
  private final Process process;
  final Caller caller;

  private Server(Process process, Caller caller) {
    this.process = process;
    this.caller = caller;
  }

  static Server start(Path workspace) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "serve",
                    "--port",
                    "0",
                    "--json",
                    "--workspace",
                    workspace.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = out.readLine()) != null) {
      said.append(line);
      if (line.endsWith("}")) {
        URI url = URI.create(Json.read(said.toString(), Map.class).get("url").toString());
        String token = Files.readString(workspace.resolve("token")).strip();
        return new Server(process, new Caller(url, token));
      }
    }
    throw new IllegalStateException("The server did not start: " + said);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
