package dev.assay.source.packed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file packed into one, such as {@code orders.csv.gz}. */
final class SqueezedFile extends UnpackedContent {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final String fileName;
  private final Packing packing;

  SqueezedFile(Path path, String fileName, Packing packing, UnpackingLimits limits)
      throws IOException {
    super(path, fileName, packing.nameInside(fileName), limits);
    this.path = path;
    this.fileName = fileName;
    this.packing = packing;
  }

  @Override
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Opened open() throws IOException {
    FileStream file = new FileStream(path, this::checkUnchanged);
    return new UnpackedStream(
        () -> packing.unpack(new BufferedInputStream(file, BUFFER)),
        file,
        new UnpackedStream.Packed(
            fileName, file::consumed, file::ended, file::failed, this::checkUnchanged),
        limits());
  }
}
