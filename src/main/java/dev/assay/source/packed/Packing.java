package dev.assay.source.packed;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How the bytes of a file are packed, told from its first bytes and never from its name. */
enum Packing {
  NONE("", List.of()),
  GZIP("1f8b08", List.of(".gz", ".gzip", ".bgz")),
  ZSTD("28b52ffd", List.of(".zst", ".zstd")),
  BZIP2("425a68", List.of(".bz2")),
  XZ("fd377a585a00", List.of(".xz")),
  ZIP("504b0304", List.of()),
  EMPTY_ZIP("504b0506", List.of());

  /** The longest signature, and the sign that follows bzip2's: text may begin with "BZh". */
  static final int HEAD = 10;

  private static final String AFTER_BZIP2 = "314159265359";
  private static final String AFTER_EMPTY_BZIP2 = "177245385090";

  /** What xz may take, in KiB; its strongest preset needs 65 MiB. */
  private static final int XZ_MEMORY = 256 << 10;

  private final String signature;
  private final List<String> suffixes;

  Packing(String signature, List<String> suffixes) {
    this.signature = signature;
    this.suffixes = suffixes;
  }

  /** The packing of a file that begins with {@code head}, of up to {@link #HEAD} bytes. */
  static Packing of(byte[] head) {
    String hex = HexFormat.of().formatHex(head);
    for (Packing packing : values()) {
      if (packing != NONE && hex.startsWith(packing.signature)) {
        return packing == BZIP2 && !isBzip2(hex) ? NONE : packing;
      }
    }
    return NONE;
  }

  private static boolean isBzip2(String hex) {
    return hex.startsWith(AFTER_BZIP2, 8) || hex.startsWith(AFTER_EMPTY_BZIP2, 8);
  }

  /** The bytes that {@code packed} holds; of one stream after the other where it has several. */
  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(packed)
              .setDecompressConcatenated(true)
              .get();
      case ZSTD -> new ZstdInputStream(packed);
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(packed)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_MEMORY)
              .get();
      case NONE, ZIP, EMPTY_ZIP -> packed;
    };
  }

  /** The name of what is inside: {@code orders.csv} of {@code orders.csv.gz}. */
  String nameInside(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    for (String suffix : suffixes) {
      if (folded.endsWith(suffix) && name.length() > suffix.length()) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }
}
