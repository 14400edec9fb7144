package dev.assay.bronze;

import dev.assay.engine.RowSource;
import dev.assay.model.UserError;
import dev.assay.source.Malformed;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What could not be landed, kept until its own table is made: in memory while it is little, else in
 * a temporary file, so that a file with nothing but bad lines needs no more memory than another.
 */
final class MalformedRows implements RowSource, Malformed.Sink, AutoCloseable {
  private static final int IN_MEMORY = 1 << 22;

  /** What became of a row that was not mended. */
  private static final String LEFT_OUT = "left out";

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private final Map<String, Long> byReason = new TreeMap<>();
  private DataOutputStream out = new DataOutputStream(memory);
  private Path file;
  private long count;
  private long leftOut;

  @Override
  public synchronized void accept(Malformed malformed) {
    byReason.merge(malformed.reason().code(), 1L, Long::sum);
    count++;
    leftOut += malformed.mended() == null ? 1 : 0;
    try {
      out.writeLong(malformed.line());
      write(malformed.reason().code() + ": " + malformed.detail());
      write(malformed.raw());
      write(malformed.mended() == null ? LEFT_OUT : malformed.mended());
      if (file == null && memory.size() > IN_MEMORY) {
        spill();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Rows that did not land. */
  synchronized long leftOut() {
    return leftOut;
  }

  /** Whether there is nothing to tell. */
  synchronized boolean isEmpty() {
    return count == 0;
  }

  /** Rows by reason code. */
  synchronized Map<String, Long> byReason() {
    return Map.copyOf(byReason);
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void spill() throws IOException {
    file = Files.createTempFile("assay-malformed", null);
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    memory.writeTo(out);
    memory.reset();
  }

  private static UserError failed(IOException e) {
    return new UserError(
        UserError.Kind.MACHINE,
        "The temporary folder cannot take the lines that are no rows: "
            + e.getMessage()
            + ". Free some space and run the build again; nothing has changed.",
        e);
  }

  @Override
  public List<Column> columns() {
    return List.of(
        new Column("_line_no", Kind.WHOLE_NUMBER),
        new Column("_reason", Kind.TEXT),
        new Column("_action", Kind.TEXT),
        new Column("_raw", Kind.TEXT));
  }

  @Override
  public Part open() {
    return new Reading();
  }

  /** All threads share one stream: the first that comes takes the next rows. */
  private final class Reading implements Part {
    @Override
    public int next(Chunk chunk) throws IOException {
      return take(chunk);
    }
  }

  private DataInputStream in;
  private long taken;

  private synchronized int take(Chunk chunk) throws IOException {
    if (in == null) {
      out.flush();
      InputStream bytes =
          file == null
              ? new ByteArrayInputStream(memory.toByteArray())
              : new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      in = new DataInputStream(bytes);
    }
    int most = (int) Math.min(chunk.capacity(), count - taken);
    long[] lines = new long[most];
    byte[][] reasons = new byte[most][];
    byte[][] raws = new byte[most][];
    byte[][] actions = new byte[most][];
    int rows = 0;
    for (long bytes = 0; rows < most && bytes < IN_MEMORY; rows++) {
      lines[rows] = in.readLong();
      reasons[rows] = in.readNBytes(in.readInt());
      raws[rows] = in.readNBytes(in.readInt());
      actions[rows] = in.readNBytes(in.readInt());
      bytes += raws[rows].length;
    }
    taken += rows;
    if (rows > 0) {
      chunk.wholeNumbers(0, lines, rows);
      chunk.text(1, Arrays.copyOf(reasons, rows));
      chunk.text(2, Arrays.copyOf(actions, rows));
      chunk.text(3, Arrays.copyOf(raws, rows));
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      if (in != null) {
        in.close();
      }
      if (file != null) {
        out.close();
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The table is made or given up; a temporary file left behind harms nobody.
    }
  }
}
