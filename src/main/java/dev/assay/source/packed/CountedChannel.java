package dev.assay.source.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is read here and there, with a count of what was read. */
final class CountedChannel implements SeekableByteChannel {
  private final FileChannel channel;
  private long counted;
  private boolean failed;

  CountedChannel(Path path) throws IOException {
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  /** Bytes read since the last {@link #restart}. */
  long counted() {
    return counted;
  }

  void restart() {
    counted = 0;
  }

  boolean failed() {
    return failed;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    try {
      int read = channel.read(into);
      counted += Math.max(0, read);
      return read;
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    channel.position(to);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
