package dev.assay.source;

/**
 * Something in an origin that is not a row of its table as it stands.
 *
 * @param line physical line or row at which it begins, from 1
 * @param reason why
 * @param detail the same for people, with what was found
 * @param raw its text as received, or its bytes as hex where {@code detail} says so
 * @param mended what was done so that it could land, or null where it was left out
 */
public record Malformed(
    long line, MalformedReason reason, String detail, String raw, String mended) {
  /** Something that was left out. */
  public Malformed(long line, MalformedReason reason, String detail, String raw) {
    this(line, reason, detail, raw, null);
  }

  /** Takes what is not as it should be; called by several threads. */
  @FunctionalInterface
  public interface Sink {
    void accept(Malformed malformed);
  }
}
