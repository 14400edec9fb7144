package dev.assay.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A stream that is read by a thread of its own, some blocks ahead of who wants it: a part is
 * inflated while the rows before are understood.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 17;
  private static final int AHEAD = 4;

  /** Bytes, or the end with what went wrong there, if anything did. */
  private record Block(byte[] bytes, int length, Throwable failure) {
    boolean isEnd() {
      return length < 0;
    }
  }

  private final InputStream stream;
  private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(AHEAD);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(AHEAD + 2);
  private final Thread reader;
  private Block current = new Block(new byte[0], 0, null);
  private int at;

  ReadAhead(InputStream stream) {
    this.stream = stream;
    for (int i = 0; i < AHEAD + 2; i++) {
      free.add(new byte[BLOCK]);
    }
    // Not a virtual one: whoever waits may sit in native code on the last carrier there is.
    this.reader = Thread.ofPlatform().daemon().name("read-ahead").start(this::readAll);
  }

  private void readAll() {
    try {
      Block block;
      do {
        block = fill(free.take());
        filled.put(block);
      } while (!block.isEnd());
    } catch (InterruptedException _) {
      // Nobody wants the rest.
      Thread.currentThread().interrupt();
    }
  }

  private Block fill(byte[] into) {
    try {
      return new Block(into, stream.read(into, 0, into.length), null);
    } catch (IOException | RuntimeException | Error e) {
      return new Block(into, -1, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == current.length()) {
      try {
        if (current.bytes().length == BLOCK) {
          free.add(current.bytes());
        }
        current = filled.take();
        at = 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while a workbook was read.");
      }
    }
    if (current.isEnd()) {
      switch (current.failure()) {
        case null -> {
          return -1;
        }
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(current.failure());
      }
    }
    int count = Math.min(length, current.length() - at);
    System.arraycopy(current.bytes(), at, into, offset, count);
    at += count;
    return count;
  }

  /** Waits for its thread, which must not meet a stream that has been closed. */
  @Override
  public void close() throws IOException {
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    stream.close();
  }
}
