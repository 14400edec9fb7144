package dev.assay.source.packed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Small files that unpack to many gigabytes. The same deflated block stands in them again and
 * again, so that writing one takes no time.
 *
 * @param head what comes first, such as a header line
 * @param line what is repeated to the end
 * @param size bytes in all, about
 */
public record Bomb(String head, String line, long size) {
  private static final int BLOCK = 16 << 20;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  /** Its deflated bytes, the checksum and the size of what they stand for. */
  private record Deflated(List<byte[]> bytes, long checksum, long size) {
    long packed() {
      return bytes.stream().mapToLong(block -> block.length).sum();
    }

    InputStream stream() {
      List<InputStream> streams = new ArrayList<>();
      bytes.forEach(block -> streams.add(new ByteArrayInputStream(block)));
      return new SequenceInputStream(Collections.enumeration(streams));
    }
  }

  private Deflated deflated() {
    byte[] block = line.repeat(BLOCK / line.length()).getBytes(StandardCharsets.UTF_8);
    byte[] packed = deflate(block);
    CRC32 checksum = new CRC32();
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    checksum.update(first);
    List<byte[]> bytes = new ArrayList<>(List.of(deflate(first)));
    long written = first.length;
    while (written < size) {
      bytes.add(packed);
      checksum.update(block);
      written += block.length;
    }
    // An empty block that says it is the last.
    bytes.add(new byte[] {3, 0});
    return new Deflated(bytes, checksum.getValue(), written);
  }

  /** As a block on its own, which looks back at nothing before it. */
  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int count = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
    while (count > 0) {
      packed.write(buffer, 0, count);
      count = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
    }
    deflater.end();
    return packed.toByteArray();
  }

  /** Writes it as a {@code .gz}. */
  public Path gzip(Path file) throws IOException {
    Deflated deflated = deflated();
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(GZIP);
      deflated.stream().transferTo(out);
      ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      out.write(end.putInt((int) deflated.checksum()).putInt((int) deflated.size()).array());
    }
    return file;
  }

  /** Writes it as an entry of a ZIP archive, which may hold others with their texts. */
  public Path zip(Path file, String entry, String... namesAndTexts) throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putArchiveEntry(new ZipArchiveEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
      }
      Deflated deflated = deflated();
      ZipArchiveEntry bomb = new ZipArchiveEntry(entry);
      bomb.setMethod(ZipEntry.DEFLATED);
      bomb.setSize(deflated.size());
      bomb.setCompressedSize(deflated.packed());
      bomb.setCrc(deflated.checksum());
      out.addRawArchiveEntry(bomb, deflated.stream());
    }
    return file;
  }
}
