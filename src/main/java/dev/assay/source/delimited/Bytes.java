package dev.assay.source.delimited;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time. */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
  private static final long HIGH = 0x8080808080808080L;

  private Bytes() {}

  /** Eight bytes, the first one lowest. */
  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** The same byte eight times. */
  static long repeat(byte value) {
    return (value & 0xFFL) * 0x0101010101010101L;
  }

  /** The high bit of every byte of {@code eight} that is the one repeated in {@code pattern}. */
  static long matches(long eight, long pattern) {
    long x = eight ^ pattern;
    return ~(((x & LOW) + LOW) | x | LOW);
  }

  /** The high bit of every byte that is a line feed or a carriage return. */
  static long breaks(long eight) {
    return matches(eight, 0x0A0A0A0A0A0A0A0AL) | matches(eight, 0x0D0D0D0D0D0D0D0DL);
  }

  /** Where the first line break at or after {@code from} is, or {@code limit}. */
  static int lineBreak(byte[] bytes, int from, int limit) {
    int at = from;
    for (; at + 8 <= limit; at += 8) {
      long found = breaks(eight(bytes, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; at < limit; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        return at;
      }
    }
    return limit;
  }

  /** Where the next line begins after the line break at {@code at}. */
  static int afterBreak(byte[] bytes, int at, int limit) {
    return bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n' ? at + 2 : at + 1;
  }

  /** Where {@code value} occurs first at or after {@code from}, or {@code limit}. */
  static int indexOf(byte[] bytes, byte value, int from, int limit) {
    long pattern = repeat(value);
    int at = from;
    for (; at + 8 <= limit; at += 8) {
      long found = matches(eight(bytes, at), pattern);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < limit && bytes[at] != value) {
      at++;
    }
    return at;
  }

  /**
   * Where one of two signs occurs first at or after {@code from}, or {@code limit}; either may be
   * {@link CsvGrammar#NONE}.
   */
  static int indexOfEither(byte[] bytes, int one, int other, int from, int limit) {
    if (one == CsvGrammar.NONE) {
      return other == CsvGrammar.NONE ? limit : indexOf(bytes, (byte) other, from, limit);
    }
    int first = indexOf(bytes, (byte) one, from, limit);
    return other == CsvGrammar.NONE ? first : indexOf(bytes, (byte) other, from, first);
  }

  /**
   * Where the line after the last line break begins, or 0; a carriage return at the very end may be
   * half of one and does not count.
   */
  static int afterLastBreak(byte[] bytes, int limit) {
    int at = limit;
    if (at > 0 && bytes[at - 1] == '\r') {
      at--;
    }
    while (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r') {
      at--;
    }
    return at;
  }

  /** How many lines begin after a line break between {@code from} and {@code limit}. */
  static long countBreaks(byte[] bytes, int from, int limit) {
    long count = 0;
    int at = from;
    boolean afterReturn = false;
    while (at < limit) {
      if (!afterReturn && at + 8 <= limit) {
        long eight = eight(bytes, at);
        if (matches(eight, 0x0D0D0D0D0D0D0D0DL) == 0) {
          count += Long.bitCount(matches(eight, 0x0A0A0A0A0A0A0A0AL));
          at += 8;
          continue;
        }
      }
      byte b = bytes[at++];
      if (b == '\r' || (b == '\n' && !afterReturn)) {
        count++;
      }
      afterReturn = b == '\r';
    }
    return count;
  }

  /** Where the first byte is that is not ASCII, or {@code limit}. */
  static int firstAbove127(byte[] bytes, int from, int limit) {
    int at = from;
    while (at + 8 <= limit && (eight(bytes, at) & HIGH) == 0) {
      at += 8;
    }
    while (at < limit && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Where the first byte is that breaks the rules of UTF-8, or -1 when all is well. */
  static int firstInvalidUtf8(byte[] bytes, int from, int limit) {
    int at = from;
    while (at < limit) {
      if (at + 8 <= limit && (eight(bytes, at) & HIGH) == 0) {
        at += 8;
        continue;
      }
      int length = bytes[at] >= 0 ? 1 : sequence(bytes, at, limit);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  /** The length of the valid sequence of two to four bytes that begins here, else 0. */
  static int sequence(byte[] bytes, int at, int limit) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > limit) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
