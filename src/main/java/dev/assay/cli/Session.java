package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.Json;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;

/** One command at work: its workspace, opened when first needed, and how it prints. */
final class Session implements AutoCloseable {
  private static final Duration SLICE = Duration.ofSeconds(5);
  private final Program program;
  private final Terminal terminal;
  private final WorkspaceFolder folder;
  private final boolean json;
  private final boolean folderWasNamed;
  private Workspace workspace;

  Session(
      Program program,
      Terminal terminal,
      WorkspaceFolder folder,
      boolean folderWasNamed,
      boolean json) {
    this.program = program;
    this.terminal = terminal;
    this.folder = folder;
    this.folderWasNamed = folderWasNamed;
    this.json = json;
  }

  Program program() {
    return program;
  }

  Terminal terminal() {
    return terminal;
  }

  WorkspaceFolder folder() {
    return folder;
  }

  boolean json() {
    return json;
  }

  /** The same command in another folder. */
  Session in(Path other) {
    return new Session(program, terminal, new WorkspaceFolder(other), true, json);
  }

  /** The workspace that must be there already. */
  Workspace workspace() {
    if (workspace == null && !folder.exists()) {
      throw UserError.notFound(
          "There is no workspace at "
              + folder.path()
              + ": make one with '"
              + command("assay run FILE")
              + "', or name another with --workspace.");
    }
    return workspaceOrNew();
  }

  /** The workspace, made when missing. */
  Workspace workspaceOrNew() {
    if (workspace == null) {
      workspace = open();
    }
    return workspace;
  }

  private Workspace open() {
    var remote = folder.server().flatMap(note -> RemoteWorkspace.connect(note.url(), folder));
    if (remote.isPresent()) {
      return remote.get();
    }
    try {
      return program.open(folder.path());
    } catch (UserError held) {
      // A server may have taken it this very moment and be about to answer.
      if (held.kind() != UserError.Kind.CONFLICT || folder.server().isEmpty()) {
        throw held;
      }
      return RemoteWorkspace.connect(folder.server().get().url(), folder).orElseThrow(() -> held);
    }
  }

  /** Waits for a build, showing its progress; one that fails ends the command. */
  Build await(Build started) {
    Build build = follow(started, "");
    if (!build.status().equals("ready")) {
      throw new BuildFailed(build);
    }
    return build;
  }

  /**
   * Waits for a build however it ends, showing its progress.
   *
   * @param which of several it is, said before what it is doing
   */
  Build follow(Build started, String which) {
    Build build = started;
    try (Progress progress = Progress.on(terminal, workspace, started, which)) {
      while (!build.ended()) {
        build = workspace.await(build.id(), SLICE, progress::show);
      }
    }
    return build;
  }

  void printJson(Object representation) {
    terminal.out().println(Json.write(representation));
  }

  void say(String line) {
    terminal.out().println(line);
  }

  /** A text of any length, its lines after the first set in as far as {@code indent}. */
  void say(String indent, String text) {
    int width = terminal.outIsTerminal() ? terminal.width() : Integer.MAX_VALUE;
    int room = Math.max(20, width - indent.length());
    Words.wrapped(Words.plain(text), room).forEach(line -> say(indent + line));
  }

  /** A line for people beside the result; never in the way of a program that reads it. */
  void note(String line) {
    if (line != null && !json) {
      terminal.out().println(line);
    }
  }

  /** A command to type next, as this program was called and for this workspace. */
  String command(String text) {
    if (!text.startsWith("assay ")) {
      return text;
    }
    String rest = text.substring("assay ".length());
    String where = folderWasNamed ? " --workspace " + Words.argument(shown(folder.path())) : "";
    return terminal.command() + where + " " + rest;
  }

  /** A path as seen from here where that is shorter. */
  String relative(Path path) {
    return shown(path);
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  @Override
  public void close() {
    terminal.out().flush();
    if (workspace != null) {
      workspace.close();
      workspace = null;
    }
  }
}
