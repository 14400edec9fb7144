package dev.assay.bronze;

import dev.assay.source.RecordBatch;
import dev.assay.source.delimited.CsvBatch;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The content hash of a row: md5, in lower-case hex, of its raw values in UTF-8 joined with U+001F,
 * a missing value standing as U+001E. Not for several threads. See docs/decisions/002-row-hash.md.
 */
final class RowHash {
  static final int LENGTH = 32;

  private static final byte SEPARATOR = 0x1F;
  private static final byte MISSING = 0x1E;
  private static final byte[] HEX =
      "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final int SCRATCH = 1 << 16;

  private final MessageDigest md5;
  private final byte[] digest = new byte[16];
  private final byte[] scratch = new byte[SCRATCH];
  private int used;

  RowHash() {
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5.", e);
    }
  }

  /** Writes the hash of a row into {@code hex}; the bytes between its cells may change. */
  void write(CsvBatch batch, int row, int columns, byte[] hex) {
    if (batch.isContiguous(row)) {
      addWhole(batch, row, columns);
    } else {
      addCells(batch, row, columns);
    }
    finish(hex);
  }

  /** The hash of a record. */
  byte[] of(RecordBatch batch, int row) {
    used = 0;
    for (int column = 0; column < batch.columns(); column++) {
      if (column > 0) {
        add(SEPARATOR);
      }
      byte[] value = batch.value(row, column);
      if (value == null) {
        add(MISSING);
      } else {
        add(value, 0, value.length);
      }
    }
    md5.update(scratch, 0, used);
    byte[] hex = new byte[LENGTH];
    finish(hex);
    return hex;
  }

  private void finish(byte[] hex) {
    try {
      md5.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < digest.length; i++) {
      hex[2 * i] = HEX[digest[i] >> 4 & 0xF];
      hex[2 * i + 1] = HEX[digest[i] & 0xF];
    }
  }

  /** Puts the separators where the delimiters are: the row is then what must be hashed. */
  private void addWhole(CsvBatch batch, int row, int columns) {
    byte[] bytes = batch.bytes();
    for (int column = 1; column < columns; column++) {
      bytes[batch.start(row, column) - 1] = SEPARATOR;
    }
    int from = batch.start(row, 0);
    int to = batch.start(row, columns - 1) + batch.length(row, columns - 1);
    md5.update(bytes, from, to - from);
  }

  private void addCells(CsvBatch batch, int row, int columns) {
    byte[] bytes = batch.bytes();
    used = 0;
    for (int column = 0; column < columns; column++) {
      if (column > 0) {
        add(SEPARATOR);
      }
      int length = batch.length(row, column);
      if (length == CsvBatch.MISSING) {
        add(MISSING);
      } else {
        add(bytes, batch.start(row, column), length);
      }
    }
    md5.update(scratch, 0, used);
  }

  private void add(byte sign) {
    if (used == SCRATCH) {
      flush();
    }
    scratch[used++] = sign;
  }

  private void add(byte[] bytes, int from, int length) {
    if (used + length > SCRATCH) {
      flush();
      if (length > SCRATCH) {
        md5.update(bytes, from, length);
        return;
      }
    }
    System.arraycopy(bytes, from, scratch, used, length);
    used += length;
  }

  private void flush() {
    md5.update(scratch, 0, used);
    used = 0;
  }
}
