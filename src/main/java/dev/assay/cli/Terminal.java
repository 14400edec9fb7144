package dev.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes, and who reads it.
 *
 * @param out results
 * @param err progress and errors
 * @param outIsTerminal whether a person reads {@code out}; else nothing is shortened
 * @param errIsTerminal whether a person reads {@code err}; else no progress is shown
 * @param width columns of the terminal
 * @param command how the program was called, such as {@code ./assay}
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    String command) {

  /** The process's own; the {@code assay} script says what it has found out about them. */
  public static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        environment.containsKey("ASSAY_STDOUT_IS_TERMINAL"),
        environment.containsKey("ASSAY_STDERR_IS_TERMINAL"),
        width(environment.get("ASSAY_COLUMNS")),
        environment.getOrDefault("ASSAY_COMMAND", "assay"));
  }

  private static int width(String columns) {
    try {
      return columns == null ? 100 : Math.clamp(Integer.parseInt(columns), 40, 400);
    } catch (NumberFormatException _) {
      return 100;
    }
  }
}
