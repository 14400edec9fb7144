package dev.assay.bronze;

import java.util.Arrays;

/**
 * Byte arrays of exact lengths, handed out again and again: short ones stay in the processor's
 * cache instead of being made anew for every cell. Not for several threads.
 */
final class CellBuffers {
  private static final int LONGEST_KEPT = 64;

  private final byte[][][] kept = new byte[LONGEST_KEPT + 1][16][];
  private final int[] used = new int[LONGEST_KEPT + 1];

  /** Takes all arrays back. */
  void reset() {
    Arrays.fill(used, 0);
  }

  byte[] take(int length) {
    if (length > LONGEST_KEPT) {
      return new byte[length];
    }
    int index = used[length]++;
    byte[][] same = kept[length];
    if (index == same.length) {
      same = Arrays.copyOf(same, index * 2);
      kept[length] = same;
    }
    byte[] buffer = same[index];
    if (buffer == null) {
      buffer = new byte[length];
      same[index] = buffer;
    }
    return buffer;
  }

  byte[] copy(byte[] bytes, int from, int length) {
    byte[] buffer = take(length);
    System.arraycopy(bytes, from, buffer, 0, length);
    return buffer;
  }
}
