package dev.assay.source.packed;

import dev.assay.model.UserError;
import dev.assay.source.Content;
import dev.assay.source.Sentences;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** What comes out of a packed file, stopped where it is damaged or swells without end. */
final class UnpackedStream extends Content.Opened {
  /**
   * What is read from.
   *
   * @param label what messages call it
   * @param consumed packed bytes read so far
   * @param ended whether the packed bytes were read to their end
   * @param failed whether the disk failed
   * @param unchanged fails where the file has changed meanwhile, which explains damage best
   */
  record Packed(
      String label,
      LongSupplier consumed,
      BooleanSupplier ended,
      BooleanSupplier failed,
      Runnable unchanged) {}

  /** Makes the stream of unpacked bytes; it may read the packed ones for that. */
  @FunctionalInterface
  interface Unpacker {
    InputStream open() throws IOException;
  }

  private final InputStream unpacked;
  private final AutoCloseable file;
  private final Packed packed;
  private final UnpackingLimits limits;
  private long produced;

  /**
   * @param file closed with it, and when it cannot be made
   */
  UnpackedStream(Unpacker unpacker, AutoCloseable file, Packed packed, UnpackingLimits limits)
      throws IOException {
    this.file = file;
    this.packed = packed;
    this.limits = limits;
    try {
      this.unpacked = unpacker.open();
    } catch (IOException | RuntimeException e) {
      closeFile();
      throw asSaid(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read;
    try {
      read = unpacked.read(into, offset, length);
    } catch (IOException | RuntimeException e) {
      // Unpackers answer damaged bytes with any exception, such as an index out of bounds.
      throw asSaid(e);
    }
    produced += Math.max(0, read);
    if (produced > limits.free()
        && produced / limits.ratio() > Math.max(1, packed.consumed().getAsLong())) {
      throw UserError.invalid(Sentences.PACKED_SWELLS.with(packed.label(), limits.ratio()));
    }
    if (produced > limits.total()) {
      throw UserError.invalid(Sentences.PACKED_TOO_LARGE.with(packed.label(), limits.total()));
    }
    return read;
  }

  @Override
  public long consumed() {
    return packed.consumed().getAsLong();
  }

  private IOException asSaid(Exception e) {
    if (e instanceof UserError said) {
      throw said;
    }
    if (packed.failed().getAsBoolean() && e instanceof IOException disk) {
      return disk;
    }
    packed.unchanged().run();
    throw new UserError(UserError.Kind.INVALID, e, reason(e).with(packed.label()));
  }

  private Sentences reason(Exception e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("memory")) {
      return Sentences.PACKED_MEMORY;
    }
    if (e instanceof EOFException || packed.ended().getAsBoolean()) {
      return Sentences.PACKED_CUT_OFF;
    }
    return Sentences.PACKED_DAMAGED;
  }

  @Override
  public void close() throws IOException {
    try {
      unpacked.close();
    } finally {
      closeFile();
    }
  }

  private void closeFile() throws IOException {
    try {
      file.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
