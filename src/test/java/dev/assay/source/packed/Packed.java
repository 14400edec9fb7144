package dev.assay.source.packed;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs bytes, so that they can be unpacked. */
public final class Packed {
  private Packed() {}

  /** The bytes packed as a suffix says: {@code gz}, {@code zst}, {@code bz2} or {@code xz}. */
  public static byte[] as(String suffix, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (suffix) {
          case "gz" -> new GZIPOutputStream(packed);
          case "zst" -> new ZstdOutputStream(packed);
          case "bz2" -> new BZip2CompressorOutputStream(packed);
          case "xz" -> new XZOutputStream(packed, new LZMA2Options(1));
          default -> throw new IllegalArgumentException(suffix);
        }) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** A ZIP archive of texts by their names, in the order given as name, text, name, text. */
  public static Path zip(Path file, String... namesAndTexts) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        out.putNextEntry(new ZipEntry(text.getKey()));
        out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }

  static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
