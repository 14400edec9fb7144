package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.model.UserError;
import dev.assay.workspace.Ownership;
import dev.assay.workspace.WorkspaceLock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Which workspaces and which servers the command line believes. */
class TrustTest extends CliStage {
  @Test
  void whoeverHasThePortOfADeadServerLearnsNoToken() throws Exception {
    run("add", "orders.csv");
    Path folder = here.resolve("assay-workspace");
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer stranger = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          asked.add(exchange.getRequestURI() + " " + token);
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    stranger.start();
    try {
      URI port = URI.create("http://127.0.0.1:" + stranger.getAddress().getPort());
      // Its process is alive, as that of another program with the same number would be.
      new WorkspaceFolder(folder).note(port);
      assertThat(run("status")).as(() -> err).isZero();
      assertThat(asked).isEmpty();
      try (WorkspaceLock _ = WorkspaceLock.take(folder)) {
        run("status");
      }
      assertThat(asked).containsExactly("/api/health null");
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void theLockOfAnotherProcessThanTheServersIsNoProof() throws Exception {
    run("add", "orders.csv");
    Path folder = here.resolve("assay-workspace");
    try (WorkspaceLock _ = WorkspaceLock.take(folder)) {
      assertThat(WorkspaceLock.isHeldBy(folder, ProcessHandle.current().pid())).isTrue();
      assertThat(WorkspaceLock.isHeldBy(folder, 1)).isFalse();
    }
    assertThat(WorkspaceLock.isHeldBy(folder, ProcessHandle.current().pid())).isFalse();
  }

  @Test
  void aWorkspaceThatOthersMayWriteToIsUsedOnlyWhenNamed() throws IOException {
    run("add", "orders.csv");
    Path folder = here.resolve("assay-workspace");
    Path deep = Files.createDirectories(here.resolve("a/b"));
    for (String mode : List.of("rwxrwx---", "rwx---rwx")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
      for (Path from : List.of(deep, here)) {
        assertThatThrownBy(() -> WorkspaceFolder.find(null, from))
            .isInstanceOf(UserError.class)
            .hasMessage(
                "The workspace "
                    + folder
                    + " belongs to another user, or others may write to it: if you trust what is"
                    + " in it, name it with --workspace.");
      }
      assertThat(WorkspaceFolder.find(folder, deep).path()).isEqualTo(folder);
    }
    assertThat(run("status")).isEqualTo(2);
    assertThat(run("status", "--workspace", "assay-workspace")).isZero();
    Files.delete(folder.resolve("token"));
    assertThat(WorkspaceFolder.find(null, deep).path()).isEqualTo(folder);
  }

  @Test
  void aWorkspaceOfAnotherUserIsUsedOnlyWhenNamed() throws IOException {
    Path others = Path.of("/usr");
    if (Ownership.isOursAlone(others)) {
      // This user owns the system, and may give things away.
      others = Files.createDirectory(here.resolve("others"));
      var names = here.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(others, names.lookupPrincipalByName("nobody"));
    }
    assertThat(Ownership.isOursAlone(others)).isFalse();
    Path link = Files.createSymbolicLink(here.resolve("assay-workspace"), others);
    assertThatThrownBy(() -> WorkspaceFolder.find(null, here)).isInstanceOf(UserError.class);
    assertThat(WorkspaceFolder.find(link, here).path()).isEqualTo(link);
  }
}
