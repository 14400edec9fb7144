package dev.assay.source.packed;

import dev.assay.model.UserError;
import dev.assay.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Something that is packed on the disk. */
abstract sealed class UnpackedContent implements Content permits SqueezedFile, ZipEntryContent {
  private static final int BUFFER = 1 << 16;

  private final Path packed;
  private final String packedName;
  private final String name;
  private final UnpackingLimits limits;
  private final FileState state;
  private Path copy;

  /**
   * @param packedName what messages call the packed file
   * @param name what is in it
   */
  UnpackedContent(Path packed, String packedName, String name, UnpackingLimits limits)
      throws IOException {
    this.packed = packed;
    this.packedName = packedName;
    this.name = name;
    this.limits = limits;
    this.state = FileState.of(packed);
  }

  @Override
  public final String name() {
    return name;
  }

  final UnpackingLimits limits() {
    return limits;
  }

  @Override
  public final Optional<Path> plain() {
    return Optional.empty();
  }

  @Override
  public final synchronized Path local() throws IOException {
    if (copy == null) {
      // The name is the machine's own choice and only its owner may read it.
      Path file = Files.createTempFile("assay-", ".unpacked");
      try (InputStream in = open();
          OutputStream out = Files.newOutputStream(file)) {
        copy(in, out);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      copy = file;
    }
    return copy;
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long copied = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      copied += read;
      if (copied > limits.copy()) {
        throw UserError.invalid(
            name
                + " unpacks to more than "
                + limits.copy()
                + " bytes, too much for a temporary copy. Unpack it and add what was in it.");
      }
      out.write(buffer, 0, read);
    }
  }

  final void checkUnchanged() {
    state.check(packed, packedName);
  }

  @Override
  public final synchronized void close() {
    if (copy != null) {
      try {
        Files.deleteIfExists(copy);
        copy = null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    checkUnchanged();
  }
}
