package dev.assay.source.delimited;

import dev.assay.model.UserError;
import dev.assay.source.Content;
import dev.assay.source.Sentences;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * The bytes of a text file in UTF-8, without a byte order mark, whatever its encoding is.
 *
 * <p>What its encoding does not allow comes out as bytes that UTF-8 does not allow either, so it is
 * found in its row and nowhere else.
 */
sealed interface Utf8Source extends AutoCloseable permits Utf8Source.Plain, Transcoder {

  /** Reads at least one byte into {@code into}, or returns -1 at the end. */
  int read(byte[] into, int offset, int length) throws IOException;

  /** How many bytes of {@link Content#size} have been read. */
  long consumed();

  /** The bytes of the file that came out as {@code bytes[from, limit)}. */
  byte[] original(byte[] bytes, int from, int limit);

  @Override
  void close() throws IOException;

  static Utf8Source open(Content content, Charset charset) throws IOException {
    Content.Opened stream = content.open();
    boolean plain =
        charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    return plain ? new Plain(stream) : new Transcoder(stream, charset);
  }

  /** The encoding of that name, or a sentence for the user. */
  static Charset charset(String name) {
    try {
      Charset charset = Charset.forName(name.strip());
      if (charset.canEncode()) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      // Said below, once for both.
    }
    throw UserError.invalid(Sentences.ENCODING_UNKNOWN.with(name));
  }

  /** UTF-8 as it is. */
  final class Plain implements Utf8Source {
    private final Content.Opened stream;
    private boolean begun;

    Plain(Content.Opened stream) {
      this.stream = stream;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      boolean first = !begun;
      int read =
          first ? stream.readNBytes(into, offset, length) : stream.read(into, offset, length);
      if (read <= 0) {
        return -1;
      }
      begun = true;
      if (first && startsWithMark(into, offset, read)) {
        System.arraycopy(into, offset + 3, into, offset, read - 3);
        return read == 3 ? -1 : read - 3;
      }
      return read;
    }

    private static boolean startsWithMark(byte[] bytes, int at, int length) {
      return length >= 3
          && bytes[at] == (byte) 0xEF
          && bytes[at + 1] == (byte) 0xBB
          && bytes[at + 2] == (byte) 0xBF;
    }

    @Override
    public long consumed() {
      return stream.consumed();
    }

    @Override
    public byte[] original(byte[] bytes, int from, int limit) {
      return java.util.Arrays.copyOfRange(bytes, from, limit);
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
