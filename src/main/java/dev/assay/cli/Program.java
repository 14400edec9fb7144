package dev.assay.cli;

import dev.assay.workspace.Workspace;
import java.io.Console;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the command line needs of the program around it. */
public interface Program {
  /** Opens the workspace in a folder, made when missing; this process then owns it. */
  Workspace open(Path folder);

  /**
   * Serves an open workspace over HTTP until closed.
   *
   * @param port 0 for any free one
   * @param mostUploadBytes the largest upload taken
   */
  Server serve(Workspace workspace, Path folder, int port, long mostUploadBytes);

  /** What is piped in. */
  default InputStream input() {
    return System.in;
  }

  /** A variable of the environment. */
  default Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  /** What a person types unseen; empty where nobody can be asked. */
  default Optional<String> password(String prompt) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return Optional.empty();
    }
    char[] typed = console.readPassword("%s", prompt);
    return typed == null ? Optional.empty() : Optional.of(new String(typed));
  }

  /** A server that answers. */
  interface Server extends AutoCloseable {
    URI address();

    @Override
    void close();
  }
}
