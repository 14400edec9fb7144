package dev.assay.source.delimited;

import dev.assay.source.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Brings a file in any encoding to UTF-8 as it is read.
 *
 * <p>A byte that the encoding does not allow comes out as 0xFF and its two halves as continuation
 * bytes: never valid UTF-8, never a delimiter or a line break, and never lost.
 */
final class Transcoder implements Utf8Source {
  private static final int CHUNK = 1 << 16;

  private final Content.Opened stream;
  private final Charset charset;
  private final CharsetDecoder decoder;

  /** Bytes refused at once: the decoder would also refuse the line break after half a pair. */
  private final int unit;

  private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private byte[] ready = new byte[0];
  private int readyAt;
  private boolean streamEnded;
  private boolean first = true;

  Transcoder(Content.Opened stream, Charset charset) {
    this.stream = stream;
    this.charset = charset;
    this.unit =
        charset.name().startsWith("UTF-16") ? 2 : charset.name().startsWith("UTF-32") ? 4 : 1;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (readyAt == ready.length) {
      if (streamEnded && !in.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, ready.length - readyAt);
    System.arraycopy(ready, readyAt, into, offset, count);
    readyAt += count;
    return count;
  }

  private void decode() throws IOException {
    fill();
    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK * 2);
    boolean more = true;
    while (more) {
      chars.clear();
      CoderResult result = decoder.decode(in, chars, streamEnded);
      encode(chars.flip(), out);
      if (result.isError()) {
        for (int i = 0; i < Math.min(result.length(), unit); i++) {
          mark(in.get(), out);
        }
      } else {
        more = result.isOverflow();
      }
    }
    ready = out.toByteArray();
    readyAt = 0;
  }

  private void fill() throws IOException {
    in.compact();
    int read = stream.readNBytes(in.array(), in.position(), in.remaining());
    streamEnded = read < in.remaining();
    in.position(in.position() + read).flip();
  }

  private void encode(CharBuffer text, ByteArrayOutputStream out) {
    if (first && text.hasRemaining()) {
      first = false;
      if (text.get(0) == '\uFEFF') {
        text.get();
      }
    }
    out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void mark(byte refused, ByteArrayOutputStream out) {
    out.write(0xFF);
    out.write(0x80 | (refused >> 4 & 0xF));
    out.write(0x80 | (refused & 0xF));
  }

  @Override
  public byte[] original(byte[] bytes, int from, int limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(limit - from);
    int at = from;
    while (at < limit) {
      int marked = Bytes.indexOf(bytes, (byte) 0xFF, at, limit);
      String text = new String(bytes, at, marked - at, StandardCharsets.UTF_8);
      out.writeBytes(text.getBytes(unmarked()));
      if (marked < limit) {
        out.write((bytes[marked + 1] & 0xF) << 4 | (bytes[marked + 2] & 0xF));
        marked += 3;
      }
      at = marked;
    }
    return out.toByteArray();
  }

  /** The encoding without the byte order mark that Java would write in front of every piece. */
  private Charset unmarked() {
    return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
  }

  @Override
  public long consumed() {
    return stream.consumed();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
