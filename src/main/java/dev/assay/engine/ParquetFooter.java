package dev.assay.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a Parquet file says of its columns, at its end. The engine cuts moments of 96 bits to
 * microseconds and makes decimals of more than 38 digits doubles: in a copy that calls them bytes
 * it hands out their bytes, from which their text is made here.
 */
final class ParquetFooter {
  private static final int MARK = 0x31524150;
  private static final int MOST = 64 << 20;
  private static final int MOST_DIGITS = 38;

  // Fields of the format's own structures.
  private static final int SCHEMA = 2;
  private static final int ROW_GROUPS = 4;
  private static final int CHUNKS = 1;
  private static final int CHUNK = 3;
  private static final int TYPE = 1;
  private static final int LENGTH = 2;
  private static final int CHILDREN = 5;
  private static final int CONVERTED = 6;
  private static final int SCALE = 7;
  private static final int PRECISION = 8;
  private static final int LOGICAL = 10;
  private static final int INT96 = 3;
  private static final int FIXED = 7;

  /** A column of the table itself whose text is made here, out of bytes in hex. */
  sealed interface Rendering {
    /** The type, as the engine would call it. */
    String type();

    String text(String hex);

    /** Nanoseconds of a day and a Julian day, the lowest bytes first. */
    record Moment() implements Rendering {
      @Override
      public String type() {
        return "TIMESTAMP_NS";
      }

      @Override
      public String text(String hex) {
        ByteBuffer bytes =
            ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() + Math.floorDiv(nanos, LocalTime.MAX.toNanoOfDay() + 1);
        LocalDate date = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
        LocalTime time =
            LocalTime.ofNanoOfDay(Math.floorMod(nanos, LocalTime.MAX.toNanoOfDay() + 1));
        String fraction = "%09d".formatted(time.getNano()).replaceFirst("0+$", "");
        return date
            + " %02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond())
            + (fraction.isEmpty() ? "" : "." + fraction);
      }
    }

    /** A whole number in two's complement, the highest byte first, and where its point is. */
    record Decimal(int precision, int scale) implements Rendering {
      @Override
      public String type() {
        return "DECIMAL(" + precision + "," + scale + ")";
      }

      @Override
      public String text(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        BigInteger whole = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        return new BigDecimal(whole, scale).toPlainString();
      }
    }
  }

  private final ThriftStruct struct;
  private final long length;
  private final Map<Integer, Rendering> renderings = new HashMap<>();
  private boolean changed;

  private ParquetFooter(ThriftStruct struct, long length) {
    this.struct = struct;
    this.length = length;
  }

  /** Reads it; null where there is none that can be read, which the engine will explain. */
  static ParquetFooter of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer end = read(channel, channel.size() - 8, 8);
      int size = end.getInt();
      if (end.getInt() != MARK || size <= 0 || size > MOST || size > channel.size() - 12) {
        return null;
      }
      long from = channel.size() - 8 - size;
      ParquetFooter footer = new ParquetFooter(ThriftStruct.read(read(channel, from, size)), from);
      footer.call();
      return footer;
    } catch (RuntimeException _) {
      // Any damage: nobody can say more of it than the engine.
      return null;
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // Reads on.
    }
    return bytes.flip();
  }

  /** Calls bytes what the engine would not read exactly. */
  private void call() {
    List<ThriftStruct> schema = struct.structs(SCHEMA);
    List<Boolean> moments = new ArrayList<>();
    int[] at = {1};
    for (int column = 0; at[0] < schema.size(); column++) {
      ThriftStruct element = schema.get(at[0]);
      boolean leaf = element.number(CHILDREN).orElse(0) == 0;
      if (leaf) {
        leaf(element, column, moments);
        at[0]++;
      } else {
        within(schema, at, moments);
      }
    }
    if (!changed) {
      return;
    }
    int[] next = {0};
    struct.changeAll(SCHEMA, _ -> schema.get(next[0]++));
    struct.changeAll(
        ROW_GROUPS,
        group -> {
          int[] leaf = {0};
          group.changeAll(
              CHUNKS,
              chunk -> {
                if (moments.get(leaf[0]++)) {
                  chunk.change(
                      CHUNK,
                      about -> {
                        about.number(TYPE, FIXED);
                        return about;
                      });
                }
                return chunk;
              });
          return group;
        });
  }

  private void leaf(ThriftStruct element, int column, List<Boolean> moments) {
    boolean moment = element.number(TYPE).orElse(-1) == INT96;
    moments.add(moment);
    if (moment) {
      element.number(TYPE, FIXED);
      element.number(LENGTH, 12);
      renderings.put(column, new Rendering.Moment());
      changed = true;
    } else if (isLong(element)) {
      renderings.put(
          column,
          new Rendering.Decimal(
              element.number(PRECISION).orElseThrow(), element.number(SCALE).orElse(0)));
      plain(element);
    }
  }

  /** Decimals within others become bytes in hex; moments there stay as the engine reads them. */
  private void within(List<ThriftStruct> schema, int[] at, List<Boolean> moments) {
    int children = schema.get(at[0]++).number(CHILDREN).orElse(0);
    for (int i = 0; i < children; i++) {
      ThriftStruct element = schema.get(at[0]);
      if (element.number(CHILDREN).orElse(0) > 0) {
        within(schema, at, moments);
        continue;
      }
      moments.add(false);
      if (isLong(element)) {
        plain(element);
      }
      at[0]++;
    }
  }

  private static boolean isLong(ThriftStruct element) {
    return element.number(PRECISION).orElse(0) > MOST_DIGITS;
  }

  private void plain(ThriftStruct element) {
    for (int field : new int[] {CONVERTED, SCALE, PRECISION, LOGICAL}) {
      element.remove(field);
    }
    changed = true;
  }

  /** Whether the engine would read something of the file inexactly. */
  boolean isInexact() {
    return changed;
  }

  /** By the column's place; columns that are not among them are the engine's. */
  Map<Integer, Rendering> renderings() {
    return renderings;
  }

  /** Writes the file anew, with what it should be called. */
  void write(Path file, Path to) throws IOException {
    byte[] bytes = struct.bytes();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long copied = 0; copied < length; ) {
        copied += in.transferTo(copied, length - copied, out);
      }
      ByteBuffer end =
          ByteBuffer.allocate(bytes.length + 8)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(bytes)
              .putInt(bytes.length)
              .putInt(MARK)
              .flip();
      while (end.hasRemaining()) {
        out.write(end);
      }
    }
  }
}
