package dev.assay.source.packed;

import dev.assay.model.UserError;
import dev.assay.source.Sentences;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP archive, read by its list of contents. */
final class ZipArchive implements Closeable {
  /** Every entry is read on its own, so that more of them would only take time. */
  private static final int MOST_ENTRIES = 10_000;

  /** Documents that are ZIP files have one of these; a damaged one may have lost the others. */
  static final Set<String> OF_DOCUMENTS =
      Set.of(
          "[content_types].xml",
          "mimetype",
          "xl/workbook.xml",
          "xl/workbook.bin",
          "word/document.xml",
          "ppt/presentation.xml",
          "meta-inf/manifest.xml",
          "index/document.iwa");

  /** What archivers and file managers add on their own. */
  private static final Set<String> BYSTANDERS = Set.of("__macosx", "thumbs.db", "desktop.ini");

  private final ZipFile zip;
  private final CountedChannel channel;
  private final String fileName;

  private ZipArchive(ZipFile zip, CountedChannel channel, String fileName) {
    this.zip = zip;
    this.channel = channel;
    this.fileName = fileName;
  }

  static ZipArchive open(Path path, String fileName) throws IOException {
    CountedChannel channel = new CountedChannel(path);
    try {
      ZipFile zip =
          ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
      return new ZipArchive(zip, channel, fileName);
    } catch (IOException | RuntimeException e) {
      channel.close();
      if (channel.failed()) {
        throw e;
      }
      throw new UserError(UserError.Kind.INVALID, e, Sentences.ZIP_DAMAGED.with(fileName));
    }
  }

  CountedChannel channel() {
    return channel;
  }

  /** Whether it is a workbook or another document that happens to be packed. */
  boolean isDocument() {
    return Collections.list(zip.getEntries()).stream()
        .map(entry -> entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT))
        .anyMatch(OF_DOCUMENTS::contains);
  }

  /**
   * Fails where its files share bytes, or come to more than an archive of its size can hold: each
   * of them alone may be within the limits.
   */
  void check(UnpackingLimits limits) throws IOException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (ZipLayout.overlaps(entries)) {
      throw UserError.invalid(Sentences.ZIP_OVERLAPS.with(fileName));
    }
    if (ZipLayout.swells(entries, channel.size(), limits)) {
      throw UserError.invalid(Sentences.ZIP_SWELLS.with(fileName, limits.ratio()));
    }
  }

  /** The names of its files, in its order, without those that nobody put there on purpose. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!entry.isDirectory() && !entry.isUnixSymlink() && !isBystander(entry.getName())) {
        names.add(entry.getName());
      }
    }
    if (names.size() > MOST_ENTRIES) {
      throw UserError.invalid(Sentences.ZIP_TOO_MANY.with(fileName, names.size(), MOST_ENTRIES));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw UserError.invalid(Sentences.ZIP_SAME_NAME.with(fileName, name));
      }
    }
    return names;
  }

  private static boolean isBystander(String name) {
    for (String part : name.split("[/\\\\]", -1)) {
      if (part.startsWith(".") && !part.equals(".") && !part.equals("..")) {
        return true;
      }
      if (BYSTANDERS.contains(part.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** The packed size of one of its files; fails where that cannot be read. */
  long size(String name) {
    ZipArchiveEntry entry = entry(name);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw UserError.invalid(Sentences.ZIP_LOCKED.with(fileName));
    }
    if (!zip.canReadEntryData(entry)) {
      throw UserError.invalid(Sentences.ZIP_OTHER_PACKING.with(fileName, name));
    }
    return entry.getCompressedSize();
  }

  /** The bytes of one of its files, checked against the sum that the archive holds. */
  InputStream unpack(String name) throws IOException {
    ZipArchiveEntry entry = entry(name);
    channel.restart();
    CheckedInputStream checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
    return new InputStream() {
      private long left = entry.getSize();

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = checked.read(into, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
          // The whole archive was checked by what it says of its files.
          throw new IOException(name + " is longer than the archive says.");
        }
        if (read < 0 && checked.getChecksum().getValue() != entry.getCrc()) {
          throw new IOException("The checksum of " + name + " differs.");
        }
        return read;
      }

      @Override
      public void close() throws IOException {
        checked.close();
      }
    };
  }

  private ZipArchiveEntry entry(String name) {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      List<String> names = names();
      throw UserError.notFound(
          "There is no "
              + name
              + " in "
              + fileName
              + ". It holds "
              + String.join(", ", names.subList(0, Math.min(5, names.size())))
              + (names.size() > 5 ? ", …." : "."));
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
