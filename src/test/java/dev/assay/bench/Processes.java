package dev.assay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole commands as processes of their own: how much memory they take and how soon they answer. */
final class Processes {
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

  private final Path workspace;

  Processes(Path workspace) {
    this.workspace = workspace;
  }

  /** Runs {@code ./assay} of this checkout to its end, with DuckDB limited to 1 GB. */
  private ProcessBuilder assay(String... arguments) {
    List<String> command = new ArrayList<>(List.of("./assay", "--workspace", workspace.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ASSAY_MEMORY", "1GB");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder;
  }

  /** Peak resident memory of {@code assay run FILE}, in MB. */
  long peakOfRun(Path csv) throws Exception {
    return peakOf(assay("run", csv.toString()).start());
  }

  /** Peak resident memory of a {@code main} of the tests' classes, in MB. */
  static long peakOf(String heap, String... mainAndArguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(heap, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(mainAndArguments));
    return peakOf(new ProcessBuilder(command).inheritIO().start());
  }

  private static long peakOf(Process process) throws InterruptedException, IOException {
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, status(process.pid(), "VmHWM"));
      Thread.sleep(20);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("The process ended with " + process.exitValue());
    }
    return peak / 1024;
  }

  /** Seconds of one command, median of several after one to warm the files. */
  double seconds(int rounds, String... arguments) throws Exception {
    double[] seconds = new double[rounds];
    assay(arguments).start().waitFor();
    for (int i = 0; i < rounds; i++) {
      seconds[i] = Contest.seconds(() -> assay(arguments).start().waitFor());
    }
    return Contest.median(seconds);
  }

  /** Seconds that a JVM takes to say its version, for comparison. */
  static double javaVersion(int rounds) throws Exception {
    String java = System.getProperty("java.home") + "/bin/java";
    double[] seconds = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      seconds[i] =
          Contest.seconds(() ->
              new ProcessBuilder(java, "-version")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor());
    }
    return Contest.median(seconds);
  }

  /** Seconds from starting the server to its first answer. */
  double firstAnswer(int rounds) throws Exception {
    double[] seconds = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      try (Server server = new Server()) {
        server.awaitHealth();
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
    }
    return Contest.median(seconds);
  }

  /**
   * Resident memory that a warm server gains while a file of that size is uploaded, in MB. The body
   * begins like a picture, so the server takes it whole, looks at it and refuses it: what landing
   * would need is not counted.
   */
  long gainOfUpload(Path csv) throws Exception {
    try (Server server = new Server()) {
      server.awaitHealth();
      for (int i = 0; i < 3; i++) {
        var small = HttpRequest.BodyPublishers.ofString("id,amount\n1,2.50\n2,3.75\n");
        if (server.upload("/api/sources?wait=60", small).join().statusCode() >= 300) {
          throw new IllegalStateException("The small upload was refused.");
        }
      }
      long before = status(server.pid(), "VmRSS");
      var answer =
          server.upload(
              "/api/sources",
              HttpRequest.BodyPublishers.concat(
                  HttpRequest.BodyPublishers.ofByteArray(PICTURE),
                  HttpRequest.BodyPublishers.ofFile(csv)));
      long peak = before;
      while (!answer.isDone()) {
        peak = Math.max(peak, status(server.pid(), "VmRSS"));
        Thread.sleep(5);
      }
      if (answer.join().statusCode() != 400) {
        throw new IllegalStateException("Not refused: " + answer.join().body());
      }
      return (peak - before) / 1024;
    }
  }

  private static long status(long pid, String field) throws IOException {
    try {
      Matcher matcher =
          Pattern.compile(field + ":\\s+(\\d+) kB")
              .matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    } catch (IOException e) {
      // It has just ended.
      return 0;
    }
  }

  /** A server of its own process on a free port. */
  private final class Server implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    Server() throws IOException {
      try (var socket = new java.net.ServerSocket(0)) {
        this.port = socket.getLocalPort();
      }
      this.process = assay("serve", "--port", Integer.toString(port)).start();
    }

    URI at(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }

    CompletableFuture<HttpResponse<String>> upload(String path, HttpRequest.BodyPublisher file) {
      HttpRequest.BodyPublisher body =
          HttpRequest.BodyPublishers.concat(
              HttpRequest.BodyPublishers.ofString(
                  "--bench\r\nContent-Disposition: form-data; name=\"file\";"
                      + " filename=\"uploaded.csv\"\r\nContent-Type: text/csv\r\n\r\n"),
              file,
              HttpRequest.BodyPublishers.ofString("\r\n--bench--\r\n"));
      return client.sendAsync(
          HttpRequest.newBuilder(at(path))
              .header("Content-Type", "multipart/form-data; boundary=bench")
              .POST(body)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    long pid() {
      return process.pid();
    }

    void awaitHealth() throws InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(at("/api/health")).build();
      while (process.isAlive()) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not yet.
        }
        Thread.sleep(5);
      }
      throw new IllegalStateException("The server ended with " + process.exitValue());
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }
}
