package dev.assay.engine;

import dev.assay.model.UserError;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the engine's messages into sentences that say what to do. */
final class DuckDbErrors {
  private static final Pattern HELD =
      Pattern.compile("Conflicting lock is held in (.*?)(?: by user.*)?(?:\\.|$)");

  private DuckDbErrors() {}

  static RuntimeException translate(Exception e) {
    String message = String.valueOf(e.getMessage());
    Matcher held = HELD.matcher(message);
    if (held.find()) {
      return new UserError(
          UserError.Kind.CONFLICT, e, Sentences.WAREHOUSE_HELD.with(held.group(1)));
    }
    if (message.contains("No space left")
        || message.contains("disk full")
        || message.contains("not enough space")) {
      return new UserError(UserError.Kind.MACHINE, e, Sentences.DISK_FULL.with());
    }
    if (message.startsWith("Out of Memory") || message.contains("OutOfMemoryException")) {
      return new UserError(UserError.Kind.MACHINE, e, Sentences.MEMORY_FULL.with());
    }
    if (e instanceof IOException) {
      return new UserError(UserError.Kind.MACHINE, "The workspace cannot be used: " + message, e);
    }
    return new EngineException(firstLine(message), e);
  }

  /** What follows shows the statement and guesses at names: neither is for people. */
  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("").strip();
  }
}
