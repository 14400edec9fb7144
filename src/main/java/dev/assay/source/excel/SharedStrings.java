package dev.assay.source.excel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that a workbook keeps once for all its sheets. They are read as far as they are asked
 * for and kept as they come, one behind another: 64 MB of them in memory, the rest in a temporary
 * file; of the places only every eighth is known (a byte per text). Cells that have the same text
 * share its bytes, as far as texts were asked for lately.
 */
final class SharedStrings implements AutoCloseable {
  private static final int PAGE = 1 << 22;
  private static final int PAGES_IN_MEMORY = 16;
  private static final int STRIDE = 8;
  private static final int MOST = 1 << 28;

  /** Texts that were asked for lately: short ones by their numbers, and behind them a long one. */
  private static final int RECENT = 1 << 10;

  private static final int SHORT = 1 << 12;

  private final String workbook;
  private final Xml xml;
  private final CellText text = new CellText();
  private final List<ByteBuffer> pages = new ArrayList<>();
  private final byte[][] recent = new byte[RECENT + 1][];
  private final int[] recentNumbers = new int[RECENT + 1];
  private long[] places = new long[1024];
  private int count;
  private long end;
  private boolean complete;
  private Path file;
  private FileChannel channel;

  /** {@code xml} is null where the workbook has no such part. */
  SharedStrings(String workbook, Xml xml) {
    this.workbook = workbook;
    this.xml = xml;
    this.complete = xml == null;
  }

  /** The text with a number from 0, in UTF-8; nobody may change it. */
  byte[] get(int index) throws IOException {
    int slot = index & (RECENT - 1);
    if (recent[slot] != null && recentNumbers[slot] == index) {
      return recent[slot];
    }
    if (recent[RECENT] != null && recentNumbers[RECENT] == index) {
      return recent[RECENT];
    }
    byte[] utf8 = find(index);
    int kept = utf8.length > SHORT ? RECENT : slot;
    recent[kept] = utf8;
    recentNumbers[kept] = index;
    return utf8;
  }

  private byte[] find(int index) throws IOException {
    while (index >= count && !complete) {
      read();
    }
    if (index < 0 || index >= count) {
      throw Damage.of(workbook, "it has no text with the number " + index);
    }
    long place = places[index / STRIDE];
    for (int i = index % STRIDE; i > 0; i--) {
      place = after(place);
    }
    byte[] utf8 = new byte[length(place)];
    page(place).get((int) (place % PAGE) + Integer.BYTES, utf8);
    return utf8;
  }

  private void read() throws IOException {
    while (xml.nextStart()) {
      if (xml.is("si")) {
        text.clear();
        xml.richText(text);
        add(text.unescape().utf8());
        return;
      }
    }
    complete = true;
  }

  private void add(byte[] utf8) throws IOException {
    int needed = utf8.length + Integer.BYTES;
    if (needed > PAGE || count == MOST) {
      throw Damage.of(workbook, "it has more texts than a workbook can have");
    }
    // A text lies on one page; what it leaves free is marked by a length below zero.
    int free = (int) (PAGE - end % PAGE);
    if (!pages.isEmpty() && free < PAGE && free < needed) {
      if (free >= Integer.BYTES) {
        page(end).putInt((int) (end % PAGE), -1);
      }
      end += free;
    }
    if (end / PAGE == pages.size()) {
      pages.add(newPage());
    }
    if (count % STRIDE == 0) {
      if (count / STRIDE == places.length) {
        places = Arrays.copyOf(places, places.length * 2);
      }
      places[count / STRIDE] = end;
    }
    ByteBuffer page = page(end);
    page.putInt((int) (end % PAGE), utf8.length);
    page.put((int) (end % PAGE) + Integer.BYTES, utf8);
    end += needed;
    count++;
  }

  private long after(long place) {
    long next = place + Integer.BYTES + length(place);
    int free = (int) (PAGE - next % PAGE);
    return free < Integer.BYTES || length(next) < 0 ? next + free : next;
  }

  private int length(long place) {
    return page(place).getInt((int) (place % PAGE));
  }

  private ByteBuffer page(long place) {
    return pages.get((int) (place / PAGE));
  }

  private ByteBuffer newPage() throws IOException {
    if (pages.size() < PAGES_IN_MEMORY) {
      return ByteBuffer.allocate(PAGE);
    }
    if (channel == null) {
      file = Files.createTempFile("assay-texts", null);
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    long at = (long) (pages.size() - PAGES_IN_MEMORY) * PAGE;
    // Written before it is mapped: on a full disk a write fails with a sentence, a mapping kills.
    ByteBuffer zeros = ByteBuffer.allocate(PAGE);
    while (zeros.hasRemaining()) {
      channel.write(zeros, at + zeros.position());
    }
    return channel.map(FileChannel.MapMode.READ_WRITE, at, PAGE);
  }

  @Override
  public void close() throws IOException {
    pages.clear();
    try (FileChannel texts = channel) {
      if (xml != null) {
        xml.close();
      }
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
