package dev.assay.cli;

import dev.assay.model.UserError;
import dev.assay.workspace.MemoryWorkspace;
import dev.assay.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder, a workspace of canned orders and a command line over it. */
abstract class CliStage {
  @TempDir Path here;
  final MemoryWorkspace workspace = new MemoryWorkspace();
  final Map<String, String> environment = new HashMap<>();
  boolean held;
  String piped = "";
  String typed;
  String out;
  String err;

  @BeforeEach
  void file() throws IOException {
    Files.writeString(here.resolve("orders.csv"), "id,email \n1,a\n");
  }

  private final Program program =
      new Program() {
        @Override
        public Workspace open(Path folder) {
          if (held) {
            throw UserError.conflict("Process 1 has the workspace.");
          }
          try {
            if (!Files.isDirectory(folder)) {
              // As the workspace itself does, whatever the machine's own habit is.
              Files.createDirectory(
                  folder,
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rwx------")));
            }
            Files.writeString(folder.resolve("token"), "t");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return workspace;
        }

        @Override
        public Server serve(Workspace workspace, Path folder, int port, long mostUploadBytes) {
          throw new IllegalStateException("not here");
        }

        @Override
        public InputStream input() {
          return new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<String> environment(String name) {
          return Optional.ofNullable(environment.get(name));
        }

        @Override
        public Optional<String> password(String prompt) {
          return Optional.ofNullable(typed);
        }
      };

  int run(String... arguments) {
    var outBytes = new ByteArrayOutputStream();
    var errBytes = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(outBytes, false, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            false,
            false,
            100,
            "./assay");
    int code = new Cli(program, terminal, here).run(arguments);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }
}
