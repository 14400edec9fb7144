package dev.assay.source.bigquery;

import com.google.cloud.bigquery.storage.v1.ArrowRecordBatch;
import com.google.cloud.bigquery.storage.v1.ArrowSchema;
import com.google.cloud.bigquery.storage.v1.BigQueryReadGrpc;
import com.google.cloud.bigquery.storage.v1.CreateReadSessionRequest;
import com.google.cloud.bigquery.storage.v1.DataFormat;
import com.google.cloud.bigquery.storage.v1.ReadRowsRequest;
import com.google.cloud.bigquery.storage.v1.ReadRowsResponse;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import com.google.cloud.bigquery.storage.v1.ReadStream;
import com.google.protobuf.ByteString;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The Storage Read API over plain gRPC, with the rows of {@link StrictServer} as pyarrow wrote them
 * in two batches, of three rows and of one; it fails as it is told to.
 */
final class StrictStorage extends BigQueryReadGrpc.BigQueryReadImplBase implements AutoCloseable {
  private static final String STREAM = "projects/p/locations/eu/sessions/s/streams/0";

  final List<Long> offsets = new ArrayList<>();
  private final Server server;

  /** Why the next sessions are refused. */
  final Deque<Status> refusals = new ArrayDeque<>();

  /** How the next streams break after their first batch. */
  final Deque<Status> breaks = new ArrayDeque<>();

  StrictStorage() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(this)
            .build()
            .start();
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  private static ByteString resource(String name) {
    try (InputStream in = StrictStorage.class.getResourceAsStream("/bigquery/" + name)) {
      return ByteString.readFrom(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void createReadSession(
      CreateReadSessionRequest request, StreamObserver<ReadSession> answer) {
    ReadSession asked = request.getReadSession();
    if (!request.getParent().equals("projects/" + StrictServer.PROJECT)
        || !asked.getTable().matches("projects/[^/]+/datasets/(d/tables/every|_temp/tables/anon)")
        || asked.getDataFormat() != DataFormat.ARROW
        || request.getMaxStreamCount() != 1) {
      answer.onError(Status.INVALID_ARGUMENT.withDescription(request.toString()).asException());
      return;
    }
    if (!refusals.isEmpty()) {
      answer.onError(refusals.pop().asException());
      return;
    }
    answer.onNext(
        ReadSession.newBuilder()
            .setName("projects/p/locations/eu/sessions/s")
            .setEstimatedRowCount(4)
            .setArrowSchema(ArrowSchema.newBuilder().setSerializedSchema(resource("schema.arrow")))
            .addStreams(ReadStream.newBuilder().setName(STREAM))
            .build());
    answer.onCompleted();
  }

  @Override
  public synchronized void readRows(
      ReadRowsRequest request, StreamObserver<ReadRowsResponse> answer) {
    offsets.add(request.getOffset());
    if (!request.getReadStream().equals(STREAM)) {
      answer.onError(Status.NOT_FOUND.asException());
      return;
    }
    if (request.getOffset() == 0) {
      answer.onNext(batch("rows-1-3.arrow", 3));
    } else if (request.getOffset() != 3) {
      answer.onError(Status.OUT_OF_RANGE.asException());
      return;
    }
    if (!breaks.isEmpty()) {
      answer.onError(breaks.pop().asException());
      return;
    }
    answer.onNext(batch("row-4.arrow", 1));
    answer.onCompleted();
  }

  private static ReadRowsResponse batch(String name, int rows) {
    return ReadRowsResponse.newBuilder()
        .setRowCount(rows)
        .setArrowRecordBatch(ArrowRecordBatch.newBuilder().setSerializedRecordBatch(resource(name)))
        .build();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
