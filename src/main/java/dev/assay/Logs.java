package dev.assay;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What goes wrong is written to {@code assay.log} in the workspace; the terminal stays clean. */
final class Logs extends Handler {
  private final Path file;

  private Logs(Path file) {
    this.file = file;
  }

  /** Sends every log to the workspace's file; it is made when there is something to say. */
  static void to(Path workspace) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.WARNING);
    root.addHandler(new Logs(workspace.resolve("assay.log")));
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    StringWriter text = new StringWriter();
    text.write(
        Instant.ofEpochMilli(entry.getMillis())
            + " "
            + entry.getLevel()
            + " "
            + entry.getLoggerName()
            + " "
            + entry.getMessage()
            + "\n");
    if (entry.getThrown() != null) {
      entry.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      System.err.print(text);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
