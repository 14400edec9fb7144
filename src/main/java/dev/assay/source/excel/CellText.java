package dev.assay.source.excel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of a cell while it is gathered from the pieces that a parser hands out. */
final class CellText {
  /** Excel itself allows 32,767; other programs write somewhat more. */
  private static final int LONGEST = 1 << 20;

  private char[] characters = new char[256];
  private int length;

  void clear() {
    length = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  CellText append(char[] from, int start, int count) {
    if (count > LONGEST - length) {
      throw new Damage.Excess(
          "a cell with more than 1,048,576 characters, where Excel allows 32,767");
    }
    if (length + count > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(length + count, characters.length * 2));
    }
    System.arraycopy(from, start, characters, length, count);
    length += count;
    return this;
  }

  CellText append(String text) {
    return append(text.toCharArray(), 0, text.length());
  }

  /**
   * Turns {@code _x000D_} into the character that it stands for, as Excel does; {@code _x005F_} is
   * how it writes an underscore that could be mistaken.
   */
  CellText unescape() {
    int to = 0;
    for (int from = 0; from < length; to++) {
      int code = characters[from] == '_' ? escaped(from) : -1;
      characters[to] = code < 0 ? characters[from] : (char) code;
      from += code < 0 ? 1 : 7;
    }
    length = to;
    return this;
  }

  private int escaped(int at) {
    if (at + 7 > length || characters[at + 1] != 'x' || characters[at + 6] != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(characters[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  char at(int index) {
    return characters[index];
  }

  int length() {
    return length;
  }

  byte[] utf8() {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      if (characters[i] >= 0x80) {
        return toString().getBytes(StandardCharsets.UTF_8);
      }
      bytes[i] = (byte) characters[i];
    }
    return bytes;
  }

  @Override
  public String toString() {
    return new String(characters, 0, length);
  }
}
