package dev.assay.source.bigquery;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.IntervalUnit;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/** The values of one field in a batch of Arrow. */
sealed interface ArrowVector {
  /** A value as {@link Values} takes it. */
  Object value(Column column, int row);

  /** Which rows have a value; null where all have. */
  record Presence(ByteBuffer bits) {
    static Presence of(boolean anyMissing, ByteBuffer bits) {
      return new Presence(anyMissing && bits.capacity() > 0 ? bits : null);
    }

    boolean misses(int row) {
      return bits != null && !isSet(bits, row);
    }
  }

  /** Reads a scalar that is there. */
  interface Scalar {
    String at(int row);
  }

  /** Values of one fixed size. */
  record Fixed(Presence presence, Scalar scalar) implements ArrowVector {
    @Override
    public Object value(Column column, int row) {
      return presence.misses(row) ? null : scalar.at(row);
    }
  }

  /** Texts in UTF-8. */
  record Text(Presence presence, Bounds bounds, ByteBuffer data) implements ArrowVector {
    byte[] utf8(int row) {
      return presence.misses(row) ? null : bounds.bytes(data, row);
    }

    @Override
    public Object value(Column column, int row) {
      byte[] bytes = utf8(row);
      if (bytes == null) {
        return null;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return column.kind() == Column.Kind.INTERVAL ? Values.interval(text) : text;
    }
  }

  /** Bytes of any length. */
  record Binary(Presence presence, Bounds bounds, ByteBuffer data) implements ArrowVector {
    @Override
    public Object value(Column column, int row) {
      return presence.misses(row) ? null : Values.hex(bounds.bytes(data, row));
    }
  }

  /** Arrays; a missing one is an empty one to BigQuery. */
  record Array(Presence presence, Bounds bounds, ArrowVector items) implements ArrowVector {
    @Override
    public Object value(Column column, int row) {
      List<Object> values = new ArrayList<>();
      if (!presence.misses(row)) {
        Column element = column.element();
        for (int i = bounds.from(row); i < bounds.from(row + 1); i++) {
          values.add(items.value(element, i));
        }
      }
      return values;
    }
  }

  /** Structures, and ranges, which are structures of two. */
  record Structure(Presence presence, List<ArrowVector> fields) implements ArrowVector {
    @Override
    public Object value(Column column, int row) {
      if (presence.misses(row)) {
        return null;
      }
      if (column.kind() == Column.Kind.RANGE) {
        Column end = new Column("", column.bound(), false, List.of(), null, "");
        return Values.range(
            (String) fields.get(0).value(end, row), (String) fields.get(1).value(end, row));
      }
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        values.add(fields.get(i).value(column.fields().get(i), row));
      }
      return values;
    }
  }

  /** Where the values of varying length begin; each ends where the next begins. */
  record Bounds(ByteBuffer offsets, boolean wide) {
    int from(int row) {
      return wide
          ? Math.toIntExact(offsets.getLong(row * Long.BYTES))
          : offsets.getInt(row * Integer.BYTES);
    }

    byte[] bytes(ByteBuffer data, int row) {
      int from = from(row);
      byte[] bytes = new byte[from(row + 1) - from];
      data.get(from, bytes);
      return bytes;
    }
  }

  /** Takes the parts of a field, and of those inside of it, from a batch. */
  static ArrowVector of(Field field, ArrowSchema.Parts parts) {
    boolean anyMissing = parts.anyMissing();
    byte type = field.typeType();
    if (type == Type.Null) {
      return new Fixed(new Presence(null), _ -> null);
    }
    Presence presence = Presence.of(anyMissing, parts.buffer());
    return switch (type) {
      case Type.Utf8, Type.LargeUtf8 ->
          new Text(presence, bounds(parts, type == Type.LargeUtf8), parts.buffer());
      case Type.Binary, Type.LargeBinary ->
          new Binary(presence, bounds(parts, type == Type.LargeBinary), parts.buffer());
      case Type.List, Type.LargeList ->
          new Array(presence, bounds(parts, type == Type.LargeList), of(field.children(0), parts));
      case Type.Struct_ -> {
        List<ArrowVector> fields = new ArrayList<>();
        for (int i = 0; i < field.childrenLength(); i++) {
          fields.add(of(field.children(i), parts));
        }
        yield new Structure(presence, fields);
      }
      default -> new Fixed(presence, scalar(field, parts.buffer()));
    };
  }

  private static Bounds bounds(ArrowSchema.Parts parts, boolean wide) {
    return new Bounds(parts.buffer(), wide);
  }

  private static Scalar scalar(Field field, ByteBuffer data) {
    return switch (field.typeType()) {
      case Type.Bool -> row -> Boolean.toString(isSet(data, row));
      case Type.Int -> integer(((Int) field.type(new Int())).bitWidth(), data);
      case Type.FloatingPoint ->
          ((FloatingPoint) field.type(new FloatingPoint())).precision() == Precision.DOUBLE
              ? row -> Values.floating(data.getDouble(row * Double.BYTES))
              : row ->
                  Values.floating(
                      Double.parseDouble(Float.toString(data.getFloat(row * Float.BYTES))));
      case Type.Decimal -> {
        Decimal decimal = (Decimal) field.type(new Decimal());
        int width = decimal.bitWidth() / Byte.SIZE;
        int scale = decimal.scale();
        yield row -> Values.decimal(new BigDecimal(whole(data, row * width, width), scale));
      }
      case Type.FixedSizeBinary -> {
        int width = ((FixedSizeBinary) field.type(new FixedSizeBinary())).byteWidth();
        yield row -> {
          byte[] bytes = new byte[width];
          data.get(row * width, bytes);
          return Values.hex(bytes);
        };
      }
      case Type.Date ->
          ((org.apache.arrow.flatbuf.Date) field.type(new org.apache.arrow.flatbuf.Date())).unit()
                  == DateUnit.DAY
              ? row -> LocalDate.ofEpochDay(data.getInt(row * Integer.BYTES)).toString()
              : row ->
                  LocalDate.ofEpochDay(Math.floorDiv(data.getLong(row * Long.BYTES), 86_400_000L))
                      .toString();
      case Type.Time -> {
        Time time = (Time) field.type(new Time());
        long nanos = nanos(time.unit());
        yield time.bitWidth() == Integer.SIZE
            ? row -> Values.time(LocalTime.ofNanoOfDay(data.getInt(row * Integer.BYTES) * nanos))
            : row -> Values.time(LocalTime.ofNanoOfDay(data.getLong(row * Long.BYTES) * nanos));
      }
      case Type.Timestamp -> moment((Timestamp) field.type(new Timestamp()), data);
      case Type.Interval -> interval((Interval) field.type(new Interval()), data);
      default -> throw unknown(field);
    };
  }

  private static Scalar integer(int bits, ByteBuffer data) {
    return switch (bits) {
      case Byte.SIZE -> row -> Byte.toString(data.get(row));
      case Short.SIZE -> row -> Short.toString(data.getShort(row * Short.BYTES));
      case Integer.SIZE -> row -> Integer.toString(data.getInt(row * Integer.BYTES));
      default -> row -> Long.toString(data.getLong(row * Long.BYTES));
    };
  }

  private static Scalar moment(Timestamp type, ByteBuffer data) {
    long nanos = nanos(type.unit());
    long perSecond = 1_000_000_000L / nanos;
    boolean zoned = type.timezone() != null;
    return row -> {
      long value = data.getLong(row * Long.BYTES);
      long second = Math.floorDiv(value, perSecond);
      int fraction = (int) (Math.floorMod(value, perSecond) * nanos);
      return zoned
          ? Values.moment(second, fraction)
          : Values.dateTime(LocalDateTime.ofEpochSecond(second, fraction, ZoneOffset.UTC));
    };
  }

  private static Scalar interval(Interval type, ByteBuffer data) {
    return switch (type.unit()) {
      case IntervalUnit.YEAR_MONTH -> row -> Values.interval(data.getInt(row * 4), 0, 0);
      case IntervalUnit.DAY_TIME ->
          row -> Values.interval(0, data.getInt(row * 8), data.getInt(row * 8 + 4) * 1_000_000L);
      default ->
          row ->
              Values.interval(
                  data.getInt(row * 16), data.getInt(row * 16 + 4), data.getLong(row * 16 + 8));
    };
  }

  private static long nanos(short unit) {
    return switch (unit) {
      case TimeUnit.SECOND -> 1_000_000_000L;
      case TimeUnit.MILLISECOND -> 1_000_000L;
      case TimeUnit.MICROSECOND -> 1_000L;
      default -> 1L;
    };
  }

  /** A two's complement number whose bytes begin with the least. */
  private static BigInteger whole(ByteBuffer data, int at, int width) {
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[width - 1 - i] = data.get(at + i);
    }
    return new BigInteger(bytes);
  }

  private static boolean isSet(ByteBuffer bits, int row) {
    return (bits.get(row >> 3) >> (row & 7) & 1) == 1;
  }

  private static IllegalArgumentException unknown(Field field) {
    return new IllegalArgumentException(
        "Arrow's type " + Type.name(field.typeType()) + " of " + field.name() + " is not known.");
  }
}
