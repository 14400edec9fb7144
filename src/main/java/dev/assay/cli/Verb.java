package dev.assay.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command: parses, calls the workspace, prints. */
abstract class Verb implements Callable<Integer> {
  @ParentCommand private Assay assay;

  /** Does the work and says how it ended: 0, or the exit code that fits. */
  abstract int run(Session session);

  @Override
  public final Integer call() {
    try (Session session = assay.session()) {
      return run(session);
    }
  }

  /** The folder that the command was typed in. */
  Path here() {
    return assay.here();
  }

  /** A path as typed, seen from where the command was typed. */
  Path resolve(Path typed) {
    return assay.here().resolve(typed).normalize();
  }
}
