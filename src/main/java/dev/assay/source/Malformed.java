package dev.assay.source;

/**
 * Something in a file that is not a row of its table.
 *
 * @param line physical line at which it begins, from 1
 * @param reason why
 * @param detail the same for people, with what was found
 * @param raw its text as received, or its bytes as hex where {@code detail} says so
 */
public record Malformed(long line, MalformedReason reason, String detail, String raw) {
  /** Takes what cannot be landed; called by several threads. */
  @FunctionalInterface
  public interface Sink {
    void accept(Malformed malformed);
  }
}
