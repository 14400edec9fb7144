package dev.assay.source.delimited;

import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Says what is wrong with a part of a file, with its text, or its bytes where it has none. */
final class RawText {
  private RawText() {}

  static Malformed malformed(
      CsvReader reader,
      MalformedReason reason,
      long line,
      byte[] bytes,
      int start,
      int end,
      int cells,
      int columns) {
    int invalid = Bytes.firstInvalidUtf8(bytes, start, end);
    String sentence = sentence(reason, cells, columns);
    if (invalid < 0) {
      String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      return new Malformed(line, reason, sentence, text);
    }
    byte[] original = reader.original(bytes, start, end);
    int position = reader.original(bytes, start, invalid).length;
    String found =
        "Byte "
            + (position + 1)
            + " (0x"
            + HexFormat.of().withUpperCase().toHexDigits(original[position])
            + ") is not "
            + reader.charsetName()
            + "; _raw is hex.";
    return new Malformed(
        line,
        reason,
        reason == MalformedReason.INVALID_ENCODING ? found : sentence + " " + found,
        HexFormat.of().formatHex(original));
  }

  /**
   * A line of {@code length} bytes, more than may be, of which the first {@code limit} are here.
   */
  static Malformed tooLong(CsvReader reader, long line, byte[] bytes, int limit, long length) {
    int kept = limit;
    while ((bytes[kept] & 0xC0) == 0x80) {
      kept--;
    }
    boolean text = Bytes.firstInvalidUtf8(bytes, 0, kept) < 0;
    String raw =
        text
            ? new String(bytes, 0, kept, StandardCharsets.UTF_8)
            : HexFormat.of().formatHex(reader.original(bytes, 0, kept));
    return new Malformed(
        line,
        MalformedReason.TOO_LONG,
        "A line of "
            + length
            + " bytes is longer than the "
            + CsvReader.LONGEST_RECORD
            + " that can be landed; _raw is "
            + (text ? "" : "hex of ")
            + "its beginning.",
        raw);
  }

  private static String sentence(MalformedReason reason, int cells, int columns) {
    return switch (reason) {
      case TOO_FEW_CELLS -> "It has " + cells + " of " + columns + " cells.";
      case TOO_MANY_CELLS -> "It has " + cells + " cells instead of " + columns + ".";
      case UNCLOSED_QUOTE -> "A quote is opened and not closed.";
      case TEXT_AFTER_QUOTE -> "There is text after a closing quote.";
      case OWN_QUOTES -> "Its cells have other quotes than those of other rows.";
      case BLANK_LINE -> "The line is empty.";
      case INVALID_ENCODING -> "It cannot be decoded.";
      case TOO_LONG -> "It is too long.";
      case BEFORE_TABLE -> "The line precedes the table.";
      case AFTER_TABLE -> "The line follows the table.";
      case INVALID_JSON, DUPLICATE_KEY -> "It is no JSON.";
    };
  }
}
