package dev.assay.cli;

import dev.assay.workspace.Workspace;
import java.net.URI;
import java.nio.file.Path;

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

  /** A server that answers. */
  interface Server extends AutoCloseable {
    URI address();

    @Override
    void close();
  }
}
