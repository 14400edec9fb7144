package dev.assay;

import dev.assay.cli.Cli;
import dev.assay.cli.Program;
import dev.assay.cli.Terminal;
import dev.assay.web.WebServer;
import dev.assay.workspace.LocalWorkspace;
import dev.assay.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new Cli(here(), Terminal.ofProcess(), Path.of("")).run(arguments));
  }

  /** What the command line runs on: the workspaces and the server of this process. */
  static Program here() {
    return new Here();
  }

  /** The workspace and the server of this process. */
  private static final class Here implements Program {
    @Override
    public Workspace open(Path folder) {
      Logs.to(folder);
      return App.open(folder).workspace();
    }

    @Override
    public Server serve(Workspace workspace, Path folder, int port, long mostUploadBytes) {
      WebServer server =
          WebServer.start(
              workspace,
              new WebServer.Settings(
                  port, folder.resolve("uploads"), token(folder), mostUploadBytes));
      if (workspace instanceof LocalWorkspace local) {
        local.startSchedules();
      }
      return new Server() {
        @Override
        public URI address() {
          return server.address();
        }

        @Override
        public void close() {
          server.close();
        }
      };
    }

    private static String token(Path folder) {
      try {
        return Files.readString(folder.resolve("token")).strip();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
