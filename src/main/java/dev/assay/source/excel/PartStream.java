package dev.assay.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The XML of one part of a zipped workbook, inflated. It ends with an error where the part grows
 * beyond what workbooks are, and where its checksum tells that a byte is not as it was written.
 */
final class PartStream extends InputStream {
  /** Deflate shrinks nothing to less than a thousandth; sheets come to a hundredth at most. */
  private static final int MOST_RATIO = 300;

  private static final long FREE_OF_RATIO = 16L << 20;

  /** What may stand between two tags: the longest text of a cell is far shorter. */
  private static final int LONGEST_TEXT = 4 << 20;

  private final String workbook;
  private final InputStream inflated;
  private final LongSupplier packed;
  private final ZipArchiveEntry entry;
  private final long most;
  private final CRC32 checksum = new CRC32();
  private long count;
  private long sinceTag;
  private boolean ended;

  /**
   * @param packed how many packed bytes have been read
   * @param most bytes that may come out
   */
  PartStream(
      String workbook,
      InputStream inflated,
      LongSupplier packed,
      ZipArchiveEntry entry,
      long most) {
    this.workbook = workbook;
    this.inflated = inflated;
    this.packed = packed;
    this.entry = entry;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = inflated.read(into, offset, length);
    if (read < 0) {
      end();
      return -1;
    }
    count += read;
    checksum.update(into, offset, read);
    if (count > most || count > FREE_OF_RATIO && count / MOST_RATIO > packed.getAsLong()) {
      throw Damage.of(
          workbook, "its part " + entry.getName() + " unpacks to far more than a workbook has");
    }
    watch(into, offset, read);
    return read;
  }

  private void watch(byte[] bytes, int offset, int read) {
    for (int i = offset + read - 1; i >= offset; i--) {
      if (bytes[i] == '<') {
        sinceTag = offset + read - i;
        return;
      }
    }
    sinceTag += read;
    if (sinceTag > LONGEST_TEXT) {
      throw Damage.of(workbook, "a text in its part " + entry.getName() + " does not end");
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      if (entry.getCrc() >= 0 && checksum.getValue() != entry.getCrc()) {
        throw Damage.of(workbook, "the checksum of its part " + entry.getName() + " is wrong");
      }
    }
  }

  /** Reads what is left, for the checksum. */
  void finish() throws IOException {
    byte[] rest = new byte[1 << 14];
    while (read(rest, 0, rest.length) >= 0) {
      // Only the checksum matters.
    }
  }

  /** How much is read, from 0 to 1. */
  double progress() {
    return entry.getSize() <= 0 ? 0 : Math.min(1, (double) count / entry.getSize());
  }

  @Override
  public void close() throws IOException {
    inflated.close();
  }
}
