package dev.assay.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A structure in Thrift's compact protocol, in which Parquet describes its files. Fields that
 * nobody asks for keep their bytes, so that one can be changed and the others are as they were.
 */
final class ThriftStruct {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int INTEGER = 5;
  private static final int LONG = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int DEEPEST = 64;

  private record Field(int type, byte[] value) {}

  private final TreeMap<Integer, Field> fields = new TreeMap<>();

  private ThriftStruct() {}

  /** Reads one from where {@code in} is; fails with some exception where there is none. */
  static ThriftStruct read(ByteBuffer in) {
    ThriftStruct struct = new ThriftStruct();
    int id = 0;
    for (int head = in.get() & 0xFF; head != 0; head = in.get() & 0xFF) {
      id = head >> 4 == 0 ? (int) signed(varint(in)) : id + (head >> 4);
      int from = in.position();
      skip(in, head & 0xF, 0);
      byte[] value = new byte[in.position() - from];
      in.get(from, value);
      struct.fields.put(id, new Field(head & 0xF, value));
    }
    return struct;
  }

  private static void skip(ByteBuffer in, int type, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    switch (type) {
      case TRUE, FALSE -> {
        // A field's type is its value.
      }
      case BYTE -> in.get();
      case 4, INTEGER, LONG -> varint(in);
      case DOUBLE -> in.position(in.position() + Double.BYTES);
      case BINARY -> {
        int size = (int) varint(in);
        in.position(in.position() + size);
      }
      case LIST, SET -> {
        int head = in.get() & 0xFF;
        long size = head >> 4 == 0xF ? varint(in) : head >> 4;
        for (long i = 0; i < size; i++) {
          element(in, head & 0xF, depth);
        }
      }
      case MAP -> {
        long size = varint(in);
        int types = size == 0 ? 0 : in.get() & 0xFF;
        for (long i = 0; i < size; i++) {
          element(in, types >> 4, depth);
          element(in, types & 0xF, depth);
        }
      }
      case STRUCT -> {
        for (int head = in.get() & 0xFF; head != 0; head = in.get() & 0xFF) {
          if (head >> 4 == 0) {
            varint(in);
          }
          skip(in, head & 0xF, depth + 1);
        }
      }
      default -> throw new IllegalArgumentException("no type " + type);
    }
  }

  /** Booleans in a list have a byte each. */
  private static void element(ByteBuffer in, int type, int depth) {
    skip(in, type == TRUE || type == FALSE ? BYTE : type, depth + 1);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without end");
  }

  private static long signed(long zigzag) {
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  /** A whole number; empty where the field is missing. */
  Optional<Integer> number(int id) {
    return value(id).map(field -> (int) signed(varint(field)));
  }

  /** The structures of a list; none where the field is missing. */
  List<ThriftStruct> structs(int id) {
    List<ThriftStruct> structs = new ArrayList<>();
    value(id)
        .ifPresent(field -> {
          int head = field.get() & 0xFF;
          long size = head >> 4 == 0xF ? varint(field) : head >> 4;
          for (long i = 0; i < size; i++) {
            structs.add(read(field));
          }
        });
    return structs;
  }

  /** A structure within; empty where the field is missing. */
  Optional<ThriftStruct> struct(int id) {
    return value(id).map(ThriftStruct::read);
  }

  private Optional<ByteBuffer> value(int id) {
    return Optional.ofNullable(fields.get(id)).map(field -> ByteBuffer.wrap(field.value()));
  }

  void number(int id, int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (value << 1 ^ value >> 31) & 0xFFFF_FFFFL);
    fields.put(id, new Field(INTEGER, out.toByteArray()));
  }

  void remove(int id) {
    fields.remove(id);
  }

  /** Changes a structure within, where there is one. */
  void change(int id, UnaryOperator<ThriftStruct> change) {
    struct(id).ifPresent(inner -> fields.put(id, new Field(STRUCT, change.apply(inner).bytes())));
  }

  /** Changes all structures of a list, where there is one. */
  void changeAll(int id, UnaryOperator<ThriftStruct> change) {
    if (fields.containsKey(id)) {
      List<ThriftStruct> structs = structs(id);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(0xF0 | STRUCT);
      varint(out, structs.size());
      structs.forEach(struct -> out.writeBytes(change.apply(struct).bytes()));
      fields.put(id, new Field(LIST, out.toByteArray()));
    }
  }

  /** As it is written. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int last = 0;
    for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
      int step = entry.getKey() - last;
      last = entry.getKey();
      boolean near = step > 0 && step <= 15;
      out.write((near ? step << 4 : 0) | entry.getValue().type());
      if (!near) {
        varint(out, (long) last << 1);
      }
      out.writeBytes(entry.getValue().value());
    }
    out.write(0);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    for (; rest > 0x7F; rest >>>= 7) {
      out.write((int) (rest & 0x7F | 0x80));
    }
    out.write((int) rest);
  }
}
