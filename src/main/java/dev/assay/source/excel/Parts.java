package dev.assay.source.excel;

import dev.assay.source.packed.ZipLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a zipped workbook by their paths, which ignore case, as {@code xl/workbook.xml}. */
final class Parts implements AutoCloseable {
  /** Parts that are held in memory, such as the list of sheets. */
  static final long SMALL = 64L << 20;

  /** Sheets and shared strings, which are not. */
  static final long LARGE = 16L << 30;

  private static final int BUFFER = 1 << 16;

  /** Bytes from which a part is worth a thread of its own. */
  private static final int MUCH = 4 << 20;

  private final String workbook;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

  Parts(String workbook, Path file) throws IOException {
    this.workbook = workbook;
    this.zip = ZipFile.builder().setPath(file).get();
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    if (ZipLayout.overlaps(all)) {
      zip.close();
      throw Damage.of(workbook, "its parts overlap, as those of zip bombs do");
    }
    for (ZipArchiveEntry entry : all) {
      entries.put(key(entry.getName()), entry);
    }
  }

  private static String key(String path) {
    String name = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    return name.startsWith("/") ? name.substring(1) : name;
  }

  boolean has(String path) {
    return entries.containsKey(key(path));
  }

  /** Whether the path of any part begins so; in lower case, such as {@code word/}. */
  boolean hasAny(String beginning) {
    return entries.keySet().stream().anyMatch(path -> path.startsWith(beginning));
  }

  /** How large a part is said to be when it is unpacked. */
  long size(String path) {
    return has(path) ? entries.get(key(path)).getSize() : 0;
  }

  /** Opens a part; fails where there is none. */
  PartStream open(String path, long most) throws IOException {
    ZipArchiveEntry entry = entries.get(key(path));
    if (entry == null) {
      throw Damage.of(workbook, "its part " + path + " is missing");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Damage.locked(workbook);
    }
    if (entry.getMethod() != ZipEntry.DEFLATED) {
      InputStream whole = zip.getInputStream(entry);
      return new PartStream(workbook, whole, entry::getCompressedSize, entry, most);
    }
    // The library inflates in steps of 512 bytes.
    Inflater inflater = new Inflater(true);
    InputStream inflated =
        new InflaterInputStream(zip.getRawInputStream(entry), inflater, BUFFER) {
          @Override
          public void close() throws IOException {
            super.close();
            inflater.end();
          }
        };
    InputStream ahead = entry.getSize() > MUCH ? new ReadAhead(inflated) : inflated;
    return new PartStream(workbook, ahead, inflater::getBytesRead, entry, most);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
