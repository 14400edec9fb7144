package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.App;
import dev.assay.cli.Cli;
import dev.assay.cli.Program;
import dev.assay.cli.Terminal;
import dev.assay.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Commands over a workspace in a folder, which this process opens anew for each. */
record CommandLine(Path folder) {
  /** Opens the workspace in this process, which serves nothing. */
  private static final class Here implements Program {
    @Override
    public Workspace open(Path workspace) {
      return App.open(workspace).workspace();
    }

    @Override
    public Server serve(Workspace workspace, Path in, int port, long mostUploadBytes) {
      throw new IllegalStateException("Nothing is served here");
    }
  }

  /** What a command prints that ends with {@code code}. */
  String printed(int code, String... command) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(out, out, false, false, 200, "assay");
    String[] all = new String[command.length + 2];
    all[0] = "--workspace";
    all[1] = folder.resolve("w").toString();
    System.arraycopy(command, 0, all, 2, command.length);
    int ended = new Cli(new Here(), terminal, folder).run(all);
    out.flush();
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(String.join(" ", command) + "\n" + printed).isEqualTo(code);
    return printed;
  }
}
