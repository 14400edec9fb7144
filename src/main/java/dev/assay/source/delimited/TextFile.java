package dev.assay.source.delimited;

import dev.assay.model.UserError;
import dev.assay.source.Content;
import java.io.IOException;

/** Says in one sentence why a file is no text that can be landed. */
final class TextFile {
  private static final int HEAD = 1 << 12;

  private static final String EXPORT = "export the table as CSV or Excel, and add that file";
  private static final String COPY = "copy its table into a CSV or Excel file, and add that";
  private static final String UNPACK = "unpack it, and add what was in it";
  private static final String RENAME = "end its name in %s, and add it again";
  private static final String CHOOSE = "choose a CSV, Excel, JSON or Parquet file";

  /**
   * The first bytes of a kind of file, from {@code offset}, what people call it and what they can
   * do about it.
   */
  private record Signature(int offset, String hex, String kind, String advice) {}

  private static final Signature[] SIGNATURES = {
    new Signature(0, "89504e470d0a1a0a", "a PNG picture", COPY),
    new Signature(0, "ffd8ff", "a JPEG picture", COPY),
    new Signature(0, "474946383961", "a GIF picture", COPY),
    new Signature(0, "474946383761", "a GIF picture", COPY),
    new Signature(0, "255044462d", "a PDF document", EXPORT),
    new Signature(0, "1f8b08", "a gzip archive inside an archive", UNPACK),
    new Signature(0, "425a68", "a bzip2 archive inside an archive", UNPACK),
    new Signature(0, "fd377a585a00", "an xz archive inside an archive", UNPACK),
    new Signature(0, "28b52ffd", "a zstd archive inside an archive", UNPACK),
    new Signature(0, "377abcaf271c", "a 7z archive", UNPACK),
    new Signature(0, "526172211a07", "a RAR archive", UNPACK),
    new Signature(257, "7573746172", "a tar archive", UNPACK),
    new Signature(
        0, "53514c69746520666f726d6174203300", "an SQLite database", RENAME.formatted(".sqlite")),
    new Signature(8, "4455434b", "a DuckDB database", RENAME.formatted(".duckdb")),
    new Signature(0, "50415231", "a Parquet file", RENAME.formatted(".parquet")),
    new Signature(0, "4f524300", "an ORC file", "export it as Parquet or CSV, and add that file"),
    new Signature(0, "4f626a01", "an Avro file", "export it as Parquet or CSV, and add that file"),
    new Signature(
        0, "4152524f5731", "an Arrow file", "export it as Parquet or CSV, and add that file"),
    new Signature(
        0,
        "d0cf11e0a1b11ae1",
        "an old Excel workbook (.xls) or another Office document",
        "save it as .xlsx, and add that file"),
    new Signature(0, "7f454c46", "a program", CHOOSE),
    new Signature(0, "cafebabe", "a Java class", CHOOSE),
  };

  private TextFile() {}

  /** Checks that it has content and that it is text. */
  static void check(Content content) throws IOException {
    try (Content.Opened opened = content.open()) {
      byte[] head = opened.readNBytes(HEAD);
      if (head.length == 0) {
        throw UserError.invalid(
            "The file "
                + content.name()
                + " is empty (0 bytes): save or export it anew, and add it again.");
      }
      Signature found = binary(head);
      if (found != null) {
        throw UserError.invalid(
            "The file "
                + content.name()
                + " is no table but looks like "
                + found.kind()
                + ": "
                + found.advice()
                + ".");
      }
    }
  }

  private static Signature binary(byte[] head) {
    for (Signature signature : SIGNATURES) {
      if (matches(head, signature)) {
        return signature;
      }
    }
    if (Encodings.byMarkOrZeros(head) == null && isBinary(head)) {
      return new Signature(0, "", "binary data", CHOOSE);
    }
    return null;
  }

  /** Text has next to no control characters; a lone zero byte costs only its row. */
  private static boolean isBinary(byte[] head) {
    int control = 0;
    for (byte b : head) {
      boolean usual =
          b < 0
              || b >= 0x20
              || (b >= '\t' && b <= '\r')
              || (b >= 0x1C && b <= 0x1F)
              || b == 0x1B
              || b == 1;
      if (!usual) {
        control++;
      }
    }
    return control > 1 && control * 50 > head.length;
  }

  private static boolean matches(byte[] head, Signature signature) {
    byte[] expected = java.util.HexFormat.of().parseHex(signature.hex());
    if (head.length < signature.offset() + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (head[signature.offset() + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
