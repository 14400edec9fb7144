package dev.assay.source.packed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A ZIP archive by hand, in which all files are the same packed bytes under names of their own. */
public final class Overlapping {
  private Overlapping() {}

  /** Writes an archive whose list of contents leads to one and the same place. */
  public static Path zip(Path file, String text, String... names) throws IOException {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    CRC32 checksum = new CRC32();
    checksum.update(plain);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
      out.write(plain);
    }
    byte[] first = names[0].getBytes(StandardCharsets.UTF_8);
    int listAt = 30 + first.length + packed.size();
    int listSize = 0;
    for (String name : names) {
      listSize += 46 + name.getBytes(StandardCharsets.UTF_8).length;
    }
    ByteBuffer zip = ByteBuffer.allocate(listAt + listSize + 22).order(ByteOrder.LITTLE_ENDIAN);
    zip.putInt(0x04034b50).putShort((short) 20);
    about(zip, checksum, packed.size(), plain.length, first.length);
    zip.put(first).put(packed.toByteArray());
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
      about(zip, checksum, packed.size(), plain.length, bytes.length);
      // No comment, the first disk, no attributes, and the place that all share.
      zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(0);
      zip.put(bytes);
    }
    zip.putInt(0x06054b50).putInt(0);
    zip.putShort((short) names.length).putShort((short) names.length);
    zip.putInt(listSize).putInt(listAt).putShort((short) 0);
    return Files.write(file, zip.array());
  }

  private static void about(ByteBuffer zip, CRC32 checksum, int packed, int plain, int name) {
    zip.putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) checksum.getValue());
    zip.putInt(packed).putInt(plain).putShort((short) name).putShort((short) 0);
  }
}
