package dev.assay.source.packed;

import dev.assay.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file on the disk, counted; at their end the file must still be what it was. */
final class FileStream extends Content.Opened {
  private final InputStream stream;
  private final Runnable unchanged;
  private long consumed;
  private boolean ended;
  private IOException failure;

  /**
   * @param unchanged fails where the file has changed, which explains an early end best
   */
  FileStream(Path path, Runnable unchanged) throws IOException {
    this.unchanged = unchanged;
    this.stream = Files.newInputStream(path);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = stream.read(into, offset, length);
      consumed += Math.max(0, read);
      if (read < 0) {
        ended = true;
        unchanged.run();
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long consumed() {
    return consumed;
  }

  /** Whether somebody read up to its end and wanted more. */
  boolean ended() {
    return ended;
  }

  /** Whether the disk failed, so that nothing can be said of what it holds. */
  boolean failed() {
    return failure != null;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
