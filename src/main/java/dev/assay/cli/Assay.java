package dev.assay.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line's root: what every command takes. */
@Command(
    name = "assay",
    description =
        "Turns raw files into Bronze (as received), Silver (cleaned) and Gold (ready numbers),"
            + " with every row accounted for, and answers questions from them with proof.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:  @|bold assay run FILE|@   or, without a file:  @|bold assay demo|@",
      "Of this checkout:  assay test (all that CI runs), assay bench (speed and memory),",
      "                   assay screenshots (of every view)",
      "Exit codes: 0 done, 1 a bug, 2 you can mend it (the message says how), 3 data refused."
    })
final class Assay {
  private final Program program;
  private final Terminal terminal;
  private final Path here;

  @Option(
      names = {"-w", "--workspace"},
      paramLabel = "DIR",
      description = "The workspace's folder; else the nearest assay-workspace upwards, or here.",
      scope = ScopeType.INHERIT)
  Path folder;

  @Option(
      names = "--json",
      description = "Print what REST answers, for programs.",
      scope = ScopeType.INHERIT)
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show how to use a command.",
      scope = ScopeType.INHERIT)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  Assay(Program program, Terminal terminal, Path here) {
    this.program = program;
    this.terminal = terminal;
    this.here = here;
  }

  Session session() {
    return new Session(program, terminal, WorkspaceFolder.find(folder, here), folder != null, json);
  }

  Path here() {
    return here;
  }
}
