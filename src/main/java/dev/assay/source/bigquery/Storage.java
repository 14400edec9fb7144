package dev.assay.source.bigquery;

import com.google.api.services.bigquery.model.TableReference;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.bigquery.storage.v1.BigQueryReadGrpc;
import com.google.cloud.bigquery.storage.v1.CreateReadSessionRequest;
import com.google.cloud.bigquery.storage.v1.DataFormat;
import com.google.cloud.bigquery.storage.v1.ReadRowsRequest;
import com.google.cloud.bigquery.storage.v1.ReadRowsResponse;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.auth.MoreCallCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The Storage Read API of one place; the caller closes it. */
final class Storage implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 256 << 20;
  private static final int SESSION_SECONDS = 60;
  private static final Metadata.Key<String> ROUTING =
      Metadata.Key.of("x-goog-request-params", Metadata.ASCII_STRING_MARSHALLER);

  private final ManagedChannel channel;
  private final Optional<CallCredentials> credentials;

  Storage(Place place, Optional<GoogleCredentials> credentials) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget("dns:///" + place.storage().orElseThrow())
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .keepAliveTime(60, TimeUnit.SECONDS);
    if (!place.encrypted()) {
      builder.usePlaintext();
    }
    this.channel = builder.build();
    this.credentials = credentials.map(MoreCallCredentials::from);
  }

  /** A session over one state of a table, in one stream, so that its rows have an order. */
  ReadSession session(String project, TableReference table, List<String> columns) {
    String path =
        "projects/"
            + table.getProjectId()
            + "/datasets/"
            + table.getDatasetId()
            + "/tables/"
            + table.getTableId();
    return stub("read_session.table=" + path)
        .withDeadlineAfter(SESSION_SECONDS, TimeUnit.SECONDS)
        .createReadSession(
            CreateReadSessionRequest.newBuilder()
                .setParent("projects/" + project)
                .setMaxStreamCount(1)
                .setReadSession(
                    ReadSession.newBuilder()
                        .setTable(path)
                        .setDataFormat(DataFormat.ARROW)
                        .setReadOptions(
                            ReadSession.TableReadOptions.newBuilder()
                                .addAllSelectedFields(columns)))
                .build());
  }

  /** The stream's batches from a row on. */
  Iterator<ReadRowsResponse> rows(String stream, long offset) {
    return stub("read_stream=" + stream)
        .readRows(ReadRowsRequest.newBuilder().setReadStream(stream).setOffset(offset).build());
  }

  private BigQueryReadGrpc.BigQueryReadBlockingStub stub(String routing) {
    Metadata headers = new Metadata();
    int equals = routing.indexOf('=') + 1;
    headers.put(
        ROUTING,
        routing.substring(0, equals)
            + URLEncoder.encode(routing.substring(equals), StandardCharsets.UTF_8));
    BigQueryReadGrpc.BigQueryReadBlockingStub stub =
        BigQueryReadGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    return credentials.map(stub::withCallCredentials).orElse(stub);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
