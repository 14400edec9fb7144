package dev.assay.source.packed;

import dev.assay.source.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is not packed. */
final class PlainFile implements Content {
  private final Path path;
  private final String name;

  PlainFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
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
    return new FileStream(path);
  }

  @Override
  public Optional<Path> plain() {
    return Optional.of(path);
  }

  @Override
  public Path local() {
    return path;
  }

  @Override
  public void close() {
    // Nothing was made.
  }
}
