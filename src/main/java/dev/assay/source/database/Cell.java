package dev.assay.source.database;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one value as text in UTF-8, null where it is missing. */
@FunctionalInterface
interface Cell {
  byte[] TRUE = {'t', 'r', 'u', 'e'};
  byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  byte[] read(ResultSet rows, int column) throws SQLException;

  /** As the driver writes it. */
  Cell TEXT = (rows, column) -> utf8(rows.getString(column));

  /** As the server sent it, which has seen to it that it is UTF-8. */
  Cell RAW = ResultSet::getBytes;

  /** Bytes as lower-case hex. */
  Cell HEX = (rows, column) -> hex(rows.getBytes(column));

  Cell BOOLEAN =
      (rows, column) -> {
        boolean value = rows.getBoolean(column);
        return rows.wasNull() ? null : value ? TRUE : FALSE;
      };

  /** Single precision, in the fewest digits that lead back to it. */
  Cell FLOAT =
      (rows, column) -> {
        float value = rows.getFloat(column);
        return rows.wasNull() ? null : utf8(Texts.of(value));
      };

  /** Double precision, in the fewest digits that lead back to it. */
  Cell DOUBLE =
      (rows, column) -> {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : utf8(Texts.of(value));
      };

  /** A number with all of its digits and its scale, never with an exponent. */
  Cell DECIMAL =
      (rows, column) -> {
        BigDecimal value = rows.getBigDecimal(column);
        return value == null ? null : utf8(value.toPlainString());
      };

  /** By what each value is; nested values as JSON. */
  Cell BY_VALUE = (rows, column) -> utf8(Texts.of(rows.getObject(column)));

  static byte[] utf8(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A text's bytes as they are; those of a text that is no UTF-8, as databases without an encoding
   * hold it, as {@code \x} and hex.
   */
  static byte[] utf8(byte[] bytes) {
    if (bytes == null || isAscii(bytes)) {
      return bytes;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return bytes;
    } catch (CharacterCodingException _) {
      return utf8("\\x" + new String(hex(bytes), StandardCharsets.US_ASCII));
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }

  static byte[] hex(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    byte[] digits = new byte[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      digits[2 * i] = (byte) Character.forDigit((bytes[i] >> 4) & 0xF, 16);
      digits[2 * i + 1] = (byte) Character.forDigit(bytes[i] & 0xF, 16);
    }
    return digits;
  }
}
