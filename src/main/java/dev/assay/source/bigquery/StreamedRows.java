package dev.assay.source.bigquery;

import com.google.cloud.bigquery.storage.v1.ReadRowsResponse;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Rows through the Storage Read API, in batches of Arrow. A stream that breaks goes on from the row
 * that it had come to: its session stays with one state of the table.
 */
final class StreamedRows implements TableReader {
  private static final int MOST_BREAKS = 3;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final Set<Status.Code> PASSING =
      Set.of(
          Status.Code.UNAVAILABLE,
          Status.Code.INTERNAL,
          Status.Code.ABORTED,
          Status.Code.UNKNOWN,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.RESOURCE_EXHAUSTED);

  private final Storage storage;
  private final Refusals refusals;
  private final ReadSession session;
  private final ArrowSchema schema;
  private final List<Column> columns;
  private final int[] order;
  private Iterator<ReadRowsResponse> stream = Collections.emptyIterator();
  private ArrowBatch batch;
  private int row;
  private long read;
  private int breaks;
  private boolean begun;
  private boolean ended;

  /**
   * @param columns as the landing has them
   */
  StreamedRows(Storage storage, Refusals refusals, ReadSession session, List<Column> columns) {
    this.storage = storage;
    this.refusals = refusals;
    this.session = session;
    this.schema =
        ArrowSchema.of(session.getArrowSchema().getSerializedSchema().asReadOnlyByteBuffer());
    this.columns = columns;
    this.order = columns.stream().mapToInt(column -> schema.indexOf(column.name())).toArray();
    // A table without rows has no stream.
    this.ended = session.getStreamsCount() == 0;
  }

  @Override
  public boolean next(RecordBatch rows) throws IOException {
    while (!ended && !rows.isFull()) {
      if (batch == null || row == batch.rows()) {
        advance();
        continue;
      }
      rows.begin(++read);
      for (int i = 0; i < order.length; i++) {
        rows.set(i, batch.text(order[i], columns.get(i), row));
      }
      row++;
    }
    return rows.rows() > 0;
  }

  private void advance() throws IOException {
    try {
      if (!begun) {
        stream = storage.rows(session.getStreams(0).getName(), read);
        begun = true;
      }
      if (!stream.hasNext()) {
        ended = true;
        return;
      }
      ReadRowsResponse response = stream.next();
      batch =
          schema.batch(
              response.getArrowRecordBatch().getSerializedRecordBatch().asReadOnlyByteBuffer());
      row = 0;
      breaks = 0;
    } catch (StatusRuntimeException e) {
      if (!PASSING.contains(e.getStatus().getCode()) || ++breaks > MOST_BREAKS) {
        throw refusals.lost();
      }
      Rest.pause(FIRST_PAUSE_MILLIS << breaks);
      begun = false;
    }
  }

  @Override
  public double progress() {
    long expected = session.getEstimatedRowCount();
    return ended ? 1 : expected == 0 ? 0 : Math.min(1, (double) read / expected);
  }

  @Override
  public void close() {
    ended = true;
    storage.close();
  }
}
