package dev.assay.source.packed;

import dev.assay.source.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is not packed. */
final class PlainFile implements Content {
  private final Path path;
  private final String name;
  private final FileState state;

  PlainFile(Path path, String name) throws IOException {
    this.path = path;
    this.name = name;
    this.state = FileState.of(path);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return state.size();
  }

  @Override
  public Opened open() throws IOException {
    return new FileStream(path, this::close);
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
    state.check(path, name);
  }
}
