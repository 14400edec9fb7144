package dev.assay.source.packed;

import java.io.IOException;
import java.nio.file.Path;

/** One file of a ZIP archive. Its name is only ever compared, never used as a path. */
final class ZipEntryContent extends UnpackedContent {
  private final Path path;
  private final String fileName;
  private final String entry;
  private final long size;

  /**
   * @param size packed bytes
   */
  ZipEntryContent(Path path, String fileName, String entry, long size, UnpackingLimits limits)
      throws IOException {
    super(path, fileName, entry, limits);
    this.path = path;
    this.fileName = fileName;
    this.entry = entry;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Opened open() throws IOException {
    ZipArchive archive = ZipArchive.open(path, fileName);
    CountedChannel channel = archive.channel();
    return new UnpackedStream(
        () -> archive.unpack(entry),
        archive,
        new UnpackedStream.Packed(
            fileName + " › " + entry,
            () -> Math.min(size, channel.counted()),
            () -> false,
            channel::failed,
            this::checkUnchanged),
        limits());
  }
}
