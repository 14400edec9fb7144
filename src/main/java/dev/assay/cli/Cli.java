package dev.assay.cli;

import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.ProblemDetail;
import dev.assay.model.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command line and says how it ended: 0 done, 1 a bug, 2 the user can mend it, 3 refused.
 */
public final class Cli {
  private static final int BUG = 1;
  private static final int MENDABLE = 2;
  private final Program program;
  private final Terminal terminal;
  private final Path here;

  /**
   * @param here the folder that relative paths are seen from
   */
  public Cli(Program program, Terminal terminal, Path here) {
    this.program = program;
    this.terminal = terminal;
    this.here = here.toAbsolutePath().normalize();
  }

  public int run(String... typed) {
    String[] arguments = helpAsOption(typed);
    Assay assay = new Assay(program, terminal, here);
    CommandLine line = Commands.line(assay, arguments);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.outIsTerminal() ? Ansi.ON : Ansi.OFF));
    line.getCommandSpec().version("assay " + version());
    line.setParameterExceptionHandler((error, _) -> misused(error));
    line.setExecutionExceptionHandler((error, _, _) -> failed(assay, error));
    if (arguments.length == 0) {
      line.usage(line.getOut());
      return MENDABLE;
    }
    int code = line.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /** {@code assay help show} means {@code assay show --help}. */
  private static String[] helpAsOption(String... typed) {
    if (typed.length == 0 || !typed[0].equals("help")) {
      return typed;
    }
    return typed.length == 1 ? new String[] {"--help"} : new String[] {typed[1], "--help"};
  }

  private int misused(ParameterException error) {
    CommandLine command = error.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    if (error instanceof UnmatchedArgumentException unmatched
        && command.getParent() == null
        && !unmatched.getUnmatched().isEmpty()) {
      terminal.err().println("There is no command '" + unmatched.getUnmatched().getFirst() + "'.");
      UnmatchedArgumentException.printSuggestions(error, command.getErr());
      terminal.err().println("All commands: " + terminal.command() + " --help");
    } else {
      terminal.err().println(sentence(error.getMessage()));
      String synopsis = command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
      terminal.err().println("Usage: " + synopsis);
      terminal
          .err()
          .println("More:  " + name.replaceFirst("^assay", terminal.command()) + " --help");
    }
    return MENDABLE;
  }

  private int failed(Assay assay, Exception error) {
    return switch (error) {
      case UserError mendable -> {
        print(assay, ProblemDetail.of(mendable));
        yield mendable.kind().exitCode();
      }
      case BuildFailed failed -> {
        print(assay, ProblemDetail.of(failed.build()));
        yield failed.build().exitCode() == 0 ? MENDABLE : failed.build().exitCode();
      }
      default -> {
        String id = UUID.randomUUID().toString().substring(0, 8);
        log().error("{}: the command failed", id, error);
        print(assay, ProblemDetail.bug(id));
        yield BUG;
      }
    };
  }

  private void print(Assay assay, ProblemDetail problem) {
    if (assay.json) {
      terminal.out().println(Json.write(problem));
    }
    if (problem.problems().size() < 2) {
      terminal.err().println(problem.detail());
      return;
    }
    terminal.err().println(problem.problems().size() + " things to mend:");
    for (Problem one : problem.problems()) {
      terminal
          .err()
          .println("  " + (one.pointer().isEmpty() ? "" : one.pointer() + ": ") + one.message());
    }
  }

  private static String sentence(String message) {
    String first = message.lines().findFirst().orElse("The command cannot be read");
    return first.endsWith(".") ? first : first + ".";
  }

  // Made only for a bug: loading the log costs every command otherwise.
  private static Logger log() {
    return LoggerFactory.getLogger(Cli.class);
  }

  private static String version() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
