package dev.assay.cli;

import dev.assay.workspace.DemoOrders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** Uses most of the program once, small, so that the JVM can remember its classes. */
@Command(
    name = "train",
    hidden = true,
    description = "What the assay script runs to make its start-up cache.")
final class TrainCommand extends Verb {
  private static final int ROWS = 500;
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("run", "orders.csv"),
          List.of("status"),
          List.of("status", "orders"),
          List.of("show", "silver", "orders"),
          List.of("rejects", "orders"),
          List.of("logs", "orders"),
          List.of("sql", "SELECT count(*) FROM silver_orders_cleaned"),
          List.of("ask", "total amount by month"),
          List.of("status", "--json"));

  @Override
  int run(Session session) {
    Path folder = resolve(Path.of("."));
    try {
      DemoOrders.write(folder.resolve("orders.csv"), ROWS, 1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal silent = new Terminal(nowhere, nowhere, false, false, 100, "assay");
    for (List<String> command : COMMANDS) {
      // One that fails has still loaded its classes.
      new Cli(session.program(), silent, folder).run(command.toArray(String[]::new));
    }
    serve(session, folder.resolve(WorkspaceFolder.NAME), folder);
    return 0;
  }

  private static void serve(Session session, Path workspace, Path folder) {
    try (var opened = session.program().open(workspace);
        var server = session.program().serve(opened, workspace, 0, 1_000_000);
        var client = HttpClient.newHttpClient()) {
      for (String path :
          List.of(
              "/api/health", "/api/sources", "/api/sources/orders/medallion", "/openapi.yaml")) {
        URI uri = server.address().resolve(path);
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      }
      new WorkspaceFolder(workspace).note(server.address());
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Terminal silent = new Terminal(nowhere, nowhere, false, false, 100, "assay");
      new Cli(session.program(), silent, folder).run("status");
      Files.deleteIfExists(workspace.resolve("server.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
