package dev.assay.source.delimited;

import dev.assay.model.Fact;
import dev.assay.model.UserError;
import dev.assay.source.Content;
import dev.assay.source.Sentences;
import java.io.IOException;

/** Says in one sentence why a file is no text that can be landed. */
final class TextFile {
  private static final int HEAD = 1 << 12;

  /**
   * The first bytes of a kind of file.
   *
   * @param offset where they stand
   * @param says what such a file is and what to do about it
   * @param kind its name where several kinds have the same sentence
   */
  private record Signature(int offset, String hex, Sentences says, String... kind) {
    Fact of(String file) {
      return kind.length == 0 ? says.with(file) : says.with(file, kind[0]);
    }
  }

  private static final Signature[] SIGNATURES = {
    new Signature(0, "89504e470d0a1a0a", Sentences.FILE_IS_PICTURE, "PNG"),
    new Signature(0, "ffd8ff", Sentences.FILE_IS_PICTURE, "JPEG"),
    new Signature(0, "474946383961", Sentences.FILE_IS_PICTURE, "GIF"),
    new Signature(0, "474946383761", Sentences.FILE_IS_PICTURE, "GIF"),
    new Signature(0, "255044462d", Sentences.FILE_IS_PDF),
    new Signature(0, "1f8b08", Sentences.FILE_IS_PACKED_TWICE, "gzip"),
    new Signature(0, "425a68", Sentences.FILE_IS_PACKED_TWICE, "bzip2"),
    new Signature(0, "fd377a585a00", Sentences.FILE_IS_XZ_INSIDE),
    new Signature(0, "28b52ffd", Sentences.FILE_IS_PACKED_TWICE, "zstd"),
    new Signature(0, "377abcaf271c", Sentences.FILE_IS_ARCHIVE, "7z"),
    new Signature(0, "526172211a07", Sentences.FILE_IS_ARCHIVE, "RAR"),
    new Signature(257, "7573746172", Sentences.FILE_IS_ARCHIVE, "tar"),
    new Signature(0, "53514c69746520666f726d6174203300", Sentences.FILE_IS_SQLITE),
    new Signature(8, "4455434b", Sentences.FILE_IS_DUCKDB),
    new Signature(0, "50415231", Sentences.FILE_IS_PARQUET),
    new Signature(0, "4f524300", Sentences.FILE_IS_COLUMNAR, "ORC"),
    new Signature(0, "4f626a01", Sentences.FILE_IS_COLUMNAR, "Avro"),
    new Signature(0, "4152524f5731", Sentences.FILE_IS_COLUMNAR, "Arrow"),
    new Signature(0, "d0cf11e0a1b11ae1", Sentences.FILE_IS_OLD_OFFICE),
    new Signature(0, "7f454c46", Sentences.FILE_IS_PROGRAM),
    new Signature(0, "cafebabe", Sentences.FILE_IS_JAVA_CLASS),
  };

  private TextFile() {}

  /** Checks that it has content and that it is text. */
  static void check(Content content) throws IOException {
    try (Content.Opened opened = content.open()) {
      byte[] head = opened.readNBytes(HEAD);
      if (head.length == 0) {
        throw UserError.invalid(Sentences.FILE_EMPTY.with(content.name()));
      }
      Signature found = binary(head);
      if (found != null) {
        throw UserError.invalid(found.of(content.name()));
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
      return new Signature(0, "", Sentences.FILE_IS_BINARY);
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
