package dev.assay.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a file as its user means them: unpacked where the file is packed. */
public interface Content extends AutoCloseable {
  /** What messages call it, and what its kind may be guessed from: {@code orders.csv}. */
  String name();

  /** How many bytes {@link Opened#consumed} goes up to: the packed size where it is packed. */
  long size();

  /** Reads it from the beginning; may be called again and again. */
  Opened open() throws IOException;

  /** The file itself where it is not packed, for those who read here and there in it. */
  Optional<Path> plain();

  /**
   * A file with these bytes: itself where it is plain, else a private temporary copy that is
   * deleted when this is closed.
   */
  Path local() throws IOException;

  @Override
  void close();

  /** A stream that knows how far it is. */
  abstract class Opened extends InputStream {
    /** How many bytes of {@link Content#size} have been read. */
    public abstract long consumed();
  }
}
