package dev.assay.source.delimited;

import dev.assay.source.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds the encoding of a text file by looking at its bytes. */
final class Encodings {
  /** Bytes looked at from the beginning, where most files end. */
  private static final int HEAD = 1 << 23;

  /** Further places, evenly spread, and how many bytes are looked at in each. */
  private static final int PLACES = 16;

  private static final int PLACE = 1 << 18;

  /** Fewer invalid lines than one in so many are damage, not another encoding. */
  private static final long DAMAGE = 10_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final Charset MAC_CYRILLIC = Charset.forName("x-MacCyrillic");

  private Encodings() {}

  /**
   * An encoding and how sure it is.
   *
   * @param charset the IANA name
   * @param confidence from 0 to 1
   */
  record Found(String charset, double confidence) {}

  /** What the file is written in; UTF-8 where nothing speaks against it. */
  static Found detect(Content content) throws IOException {
    byte[] head;
    try (Content.Opened opened = content.open()) {
      head = opened.readNBytes(HEAD);
    }
    Found marked = byMarkOrZeros(head);
    if (marked != null) {
      return marked;
    }
    Census census = new Census();
    census.count(head, true);
    if (head.length == HEAD && content.plain().isPresent()) {
      countSpread(content.plain().get(), census);
    }
    return census.verdict();
  }

  private static void countSpread(Path file, Census census) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      for (int i = 1; i <= PLACES && size > HEAD; i++) {
        long at = HEAD + (size - HEAD) / (PLACES + 1) * i;
        census.count(read(channel, at, PLACE), false);
      }
    }
  }

  private static byte[] read(SeekableByteChannel channel, long from, int length)
      throws IOException {
    channel.position(from);
    ByteBuffer buffer =
        ByteBuffer.allocate((int) Math.min(length, Math.max(0, channel.size() - from)));
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // Reads on until the piece is whole.
    }
    return java.util.Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** What a byte order mark says, or the zeros of UTF-16; null when there is neither. */
  static Found byMarkOrZeros(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Found("UTF-8", 1);
    }
    if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return new Found("UTF-32LE", 1);
    }
    if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return new Found("UTF-32BE", 1);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Found("UTF-16LE", 1);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Found("UTF-16BE", 1);
    }
    return byZeros(head);
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Without a mark, UTF-16 shows by its delimiters and line breaks: every other byte is zero. */
  private static Found byZeros(byte[] head) {
    long even = 0;
    long odd = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    long pairs = head.length / 2;
    boolean enough = Math.max(even, odd) * 20 >= pairs && pairs > 1;
    if (!enough || Math.min(even, odd) * 4 > Math.max(even, odd)) {
      return null;
    }
    return new Found(odd > even ? "UTF-16LE" : "UTF-16BE", 0.9);
  }

  /** Counts what is and what is not UTF-8, and keeps the lines that are not. */
  private static final class Census {
    private static final int KEPT = 1 << 18;

    private final ByteArrayOutputStream strange = new ByteArrayOutputStream();
    private long lines;
    private long sequences;
    private long invalidLines;

    /** {@code whole} says that the piece does not begin in the middle of a line. */
    void count(byte[] bytes, boolean whole) {
      int at = whole ? 0 : next(bytes, 0);
      while (at < bytes.length) {
        int end = Bytes.lineBreak(bytes, at, bytes.length);
        boolean cut = end == bytes.length && bytes.length >= PLACE;
        if (!cut) {
          line(bytes, at, end);
        }
        at = end + 1;
      }
    }

    private static int next(byte[] bytes, int from) {
      return Bytes.lineBreak(bytes, from, bytes.length) + 1;
    }

    private void line(byte[] bytes, int from, int end) {
      lines++;
      int above = Bytes.firstAbove127(bytes, from, end);
      if (above == end) {
        return;
      }
      int invalid = Bytes.firstInvalidUtf8(bytes, above, end);
      for (int i = above; i < (invalid < 0 ? end : invalid); i++) {
        sequences += (bytes[i] & 0xC0) == 0xC0 ? 1 : 0;
      }
      if (invalid >= 0) {
        invalidLines++;
        if (strange.size() < KEPT) {
          strange.write(bytes, from, Math.min(end - from + 1, bytes.length - from));
        }
      }
    }

    Found verdict() {
      if (invalidLines == 0) {
        return new Found(StandardCharsets.UTF_8.name(), sequences > 0 ? 1 : 0.99);
      }
      if (sequences > 4 * invalidLines || invalidLines * DAMAGE < lines) {
        return new Found(StandardCharsets.UTF_8.name(), 0.8);
      }
      return guess(strange.toByteArray());
    }

    private static Found guess(byte[] bytes) {
      UniversalDetector detector = new UniversalDetector();
      detector.handleData(bytes);
      detector.dataEnd();
      String name = detector.getDetectedCharset();
      if (name == null || !Charset.isSupported(name)) {
        return new Found(WINDOWS.name(), 0.5);
      }
      Charset charset = Charset.forName(name);
      // What calls itself Latin-1 is Windows-1252, which has every letter of it and more.
      if (charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.UTF_8)) {
        return new Found(WINDOWS.name(), 0.7);
      }
      // On short texts the detector takes Windows for the old Mac; files of the latter are gone.
      return new Found(charset.equals(MAC_CYRILLIC) ? "windows-1251" : charset.name(), 0.7);
    }
  }
}
