package dev.assay.source.bigquery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * The columns of Arrow batches, as Arrow's specification of its messages lays them out (<a
 * href="https://arrow.apache.org/docs/format/Columnar.html">Columnar format</a>).
 *
 * <p>Arrow's own Java library would put every batch outside of the heap and needs the JVM opened
 * for that; to turn values into text, the bytes as they came are enough.
 */
final class ArrowSchema {
  private static final int CONTINUATION = 0xFFFFFFFF;

  private final List<Field> fields;

  private ArrowSchema(List<Field> fields) {
    this.fields = fields;
  }

  static ArrowSchema of(ByteBuffer bytes) {
    Message message = message(bytes.order(ByteOrder.LITTLE_ENDIAN));
    if (message.headerType() != MessageHeader.Schema) {
      throw new IllegalArgumentException("An Arrow schema was expected.");
    }
    Schema schema = (Schema) message.header(new Schema());
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < schema.fieldsLength(); i++) {
      fields.add(schema.fields(i));
    }
    return new ArrowSchema(fields);
  }

  /** Where a column is; names ignore case, as BigQuery's do. */
  int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("The stream lacks the column " + name + ".");
  }

  /** The values of one batch; they lie in {@code bytes} from now on. */
  ArrowBatch batch(ByteBuffer bytes) {
    ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
    Message message = message(little);
    if (message.headerType() != MessageHeader.RecordBatch) {
      throw new IllegalArgumentException("A batch of Arrow records was expected.");
    }
    RecordBatch batch = (RecordBatch) message.header(new RecordBatch());
    if (batch.compression() != null) {
      throw new IllegalArgumentException("Compressed Arrow was not asked for.");
    }
    Parts parts = new Parts(batch, little.slice().order(ByteOrder.LITTLE_ENDIAN));
    List<ArrowVector> vectors = new ArrayList<>();
    for (Field field : fields) {
      vectors.add(ArrowVector.of(field, parts));
    }
    return new ArrowBatch(Math.toIntExact(batch.length()), vectors);
  }

  /** Reads a message's head, and leaves the position where its body begins. */
  private static Message message(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length == CONTINUATION) {
      length = bytes.getInt();
    }
    ByteBuffer head = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return Message.getRootAsMessage(head);
  }

  /** The parts of a batch in the order in which its fields take them: each field before its own. */
  static final class Parts {
    private final RecordBatch batch;
    private final ByteBuffer body;
    private int node;
    private int buffer;

    private Parts(RecordBatch batch, ByteBuffer body) {
      this.batch = batch;
      this.body = body;
    }

    /** Whether the next field misses any value. */
    boolean anyMissing() {
      FieldNode next = batch.nodes(node++);
      return next.nullCount() > 0;
    }

    ByteBuffer buffer() {
      Buffer next = batch.buffers(buffer++);
      return body.slice(Math.toIntExact(next.offset()), Math.toIntExact(next.length()))
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
