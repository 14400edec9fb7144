package dev.assay.source.json;

import dev.assay.source.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a JSON text in UTF-8 and without a byte order mark, whatever it is written in. */
final class JsonBytes {
  private static final int HEAD = 4;

  private JsonBytes() {}

  /** Reads all of {@code opened} as UTF-8. */
  static InputStream utf8(Content.Opened opened) throws IOException {
    byte[] head = opened.readNBytes(HEAD);
    Encoding encoding = encoding(head);
    InputStream whole =
        new SequenceInputStream(
            new ByteArrayInputStream(head, encoding.mark, head.length - encoding.mark), opened);
    if (encoding.charset.equals(StandardCharsets.UTF_8)) {
      return whole;
    }
    return new Transcoded(
        new InputStreamReader(
            whole,
            encoding
                .charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** The beginning of a file as text, whatever it is written in. */
  static String text(byte[] head) {
    Encoding encoding = encoding(head);
    return new String(head, encoding.mark, head.length - encoding.mark, encoding.charset);
  }

  /** {@code mark} is how many bytes the byte order mark takes. */
  private record Encoding(Charset charset, int mark) {}

  /** By the mark, else by the zeros around the first sign, which is ASCII in every JSON text. */
  private static Encoding encoding(byte[] bytes) {
    byte[] b = Arrays.copyOf(bytes, HEAD);
    if (b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (bytes.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
      return new Encoding(StandardCharsets.UTF_32LE, 4);
    }
    if (b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xFE && b[3] == (byte) 0xFF) {
      return new Encoding(StandardCharsets.UTF_32BE, 4);
    }
    if (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (bytes.length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == 0 && b[3] != 0) {
      return new Encoding(StandardCharsets.UTF_32BE, 0);
    }
    if (bytes.length >= 4 && b[0] != 0 && b[1] == 0 && b[2] == 0 && b[3] == 0) {
      return new Encoding(StandardCharsets.UTF_32LE, 0);
    }
    if (bytes.length >= 2 && b[0] == 0 && b[1] != 0) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    if (bytes.length >= 2 && b[0] != 0 && b[1] == 0) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    return new Encoding(StandardCharsets.UTF_8, 0);
  }

  /** Characters as UTF-8, a piece at a time. */
  private static final class Transcoded extends InputStream {
    private final Reader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer characters = CharBuffer.allocate(1 << 13).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).flip();
    private boolean ended;

    Transcoded(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int most = Math.min(length, bytes.remaining());
      bytes.get(into, offset, most);
      return most;
    }

    private boolean fill() throws IOException {
      while (!bytes.hasRemaining() && !ended) {
        characters.compact();
        ended = reader.read(characters) < 0;
        characters.flip();
        bytes.clear();
        encoder.encode(characters, bytes, ended);
        bytes.flip();
      }
      return bytes.hasRemaining();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
