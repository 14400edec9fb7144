package dev.assay.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Main;
import dev.assay.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server as its users run it: a process of its own, which can be killed. */
public final class Server implements AutoCloseable {
  private final Process process;
  public final Caller caller;
  private final URI address;

  private Server(Process process, URI address, String token) {
    this.process = process;
    this.address = address;
    this.caller = new Caller(address, token);
  }

  public static Server start(Path workspace) throws IOException {
    return start(workspace, 0);
  }

  /** At the port of one that has ended, so that those who knew that find this one. */
  public static Server start(Path workspace, int port) throws IOException {
    Process process = process(command(workspace, port));
    URI url = address(process);
    return new Server(process, url, Files.readString(workspace.resolve("token")).strip());
  }

  /** Where it answers. */
  public URI address() {
    return address;
  }

  /**
   * On a disk of its own that is soon full, as only this process sees it; empty where the machine
   * does not let a user have one. Its caller has no token: uploads alone get there.
   */
  static Optional<Server> startOnSmallDisk(Path workspace, int megabytes) throws IOException {
    String mount =
        "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + workspace + "' && exec \"$@\"";
    List<String> inside = List.of("unshare", "-Urm", "sh", "-c", mount, "sh");
    Files.createDirectories(workspace);
    try {
      if (process(with(inside, List.of("true"))).waitFor() != 0) {
        return Optional.empty();
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    Process process = process(with(inside, command(workspace, 0)));
    return Optional.of(new Server(process, address(process), ""));
  }

  /** As somebody whom permissions bind, whoever runs it; empty where root cannot become that. */
  static Optional<Server> startWithoutPrivileges(Path workspace) throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of(start(workspace));
    }
    List<String> bound = List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all");
    try {
      if (process(with(bound, List.of("true"))).waitFor() != 0) {
        return Optional.empty();
      }
    } catch (IOException _) {
      return Optional.empty();
    }
    Process process = process(with(bound, command(workspace, 0)));
    URI url = address(process);
    return Optional.of(
        new Server(process, url, Files.readString(workspace.resolve("token")).strip()));
  }

  private static List<String> with(List<String> first, List<String> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  private static Process process(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> command(Path workspace, int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "serve",
        "--port",
        Integer.toString(port),
        "--json",
        "--workspace",
        workspace.toString());
  }

  /** What the server says of itself when it is ready. */
  private static URI address(Process process) throws IOException {
    BufferedReader out = process.inputReader();
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = out.readLine()) != null) {
      said.append(line);
      if (line.endsWith("}")) {
        return URI.create(Json.read(said.toString(), JsonNode.class).get("url").asText());
      }
    }
    throw new IllegalStateException("The server did not start: " + said);
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
