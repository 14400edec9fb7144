package dev.assay.source.packed;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Where the files of a ZIP archive lie in it, and what they come to together. */
public final class ZipLayout {
  /** What stands before a file's packed bytes, apart from its name. */
  private static final int HEADER = 30;

  private ZipLayout() {}

  /**
   * Whether files share bytes of the archive, as the smallest of zip bombs do: no archiver lets
   * them, and each of them would be within bounds.
   */
  public static boolean overlaps(Collection<ZipArchiveEntry> entries) {
    List<ZipArchiveEntry> inOrder =
        entries.stream()
            .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
            .toList();
    long end = Long.MIN_VALUE;
    for (ZipArchiveEntry entry : inOrder) {
      if (entry.getLocalHeaderOffset() < end) {
        return true;
      }
      end = entry.getLocalHeaderOffset() + HEADER + Math.max(0, entry.getCompressedSize());
    }
    return false;
  }

  /**
   * Whether all files together swell more than one may. A file counts for no more than is taken
   * from it alone, so that a bomb among others is refused without them.
   *
   * @param archive bytes of the archive
   */
  static boolean swells(Collection<ZipArchiveEntry> entries, long archive, UnpackingLimits limits) {
    long most = limits.free() + archive * limits.ratio();
    return entries.stream().mapToLong(entry -> taken(entry, limits)).sum() > most;
  }

  private static long taken(ZipArchiveEntry entry, UnpackingLimits limits) {
    long allowed = Math.max(limits.free(), Math.max(0, entry.getCompressedSize()) * limits.ratio());
    return Math.clamp(entry.getSize(), 0, allowed);
  }
}
