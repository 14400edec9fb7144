package dev.assay.source.bigquery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader.Secret;
import dev.assay.source.TableReader;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no emulator does: refusals, quotas, pages, breaks, and types at their bounds. */
class BigQueryByTheBookTest extends AgainstStrictServers {
  @Test
  void bothWaysHandOutTheSameTexts() {
    assertThat(rows(rest(), EVERY)).isEqualTo(ROWS);
    assertThat(storage.offsets).isEmpty();
    assertThat(rows(streams(), EVERY)).isEqualTo(ROWS);
    assertThat(rows(streams(), QUERY)).isEqualTo(ROWS);
    assertThat(storage.offsets).containsExactly(0L, 0L);
    assertThat(rows(rest(), QUERY)).isEqualTo(ROWS);
  }

  @Test
  void columnsSayTheirTypesInFull() {
    Landing landing = rest().look(server.login(), EVERY);
    assertThat(landing.columns())
        .extracting(Landing.Column::type)
        .startsWith("BIGNUMERIC", "NUMERIC(38, 9)")
        .contains("STRING(20)", "RANGE<DATE>")
        .endsWith("ARRAY<STRUCT<price BIGNUMERIC, tags ARRAY<STRING>, note JSON>>");
    assertThat(rest().look(server.login(), QUERY)).isEqualTo(landing);
  }

  @Test
  void momentsWithMoreDigitsThanComeThroughAreRefused() {
    server.refine("at", 12);
    for (Relation relation : List.of(EVERY, QUERY)) {
      assertThatThrownBy(() -> rest().look(server.login(), relation))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "Column 'at' is TIMESTAMP(12), of which digits would be lost: read it with a query"
                  + " that casts it to STRING.");
    }
  }

  @Test
  void listsTheTablesOfEveryPage() {
    assertThat(rest().tables(server.login()))
        .containsExactly(
            new FoundTable(
                "d", "every", FoundTable.Kind.TABLE, 4L, true, List.of(), List.of(), null));
  }

  @Test
  void aStreamThatBreaksGoesOnWithoutDuplicates() {
    storage.breaks.add(Status.UNAVAILABLE);
    storage.breaks.add(Status.INTERNAL);
    assertThat(rows(streams(), EVERY)).isEqualTo(ROWS);
    assertThat(storage.offsets).containsExactly(0L, 3L, 3L);
  }

  @Test
  void aStreamThatStaysBrokenIsAConnectionLost() {
    for (int i = 0; i < 10; i++) {
      storage.breaks.add(Status.UNAVAILABLE);
    }
    assertThatThrownBy(() -> rows(streams(), EVERY)).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void restIsTheFallbackWhereStreamsAreNotPermitted() {
    storage.refusals.add(Status.PERMISSION_DENIED);
    assertThat(rows(streams(), EVERY)).isEqualTo(ROWS);
    assertThat(storage.offsets).isEmpty();
    storage.refusals.add(Status.UNIMPLEMENTED);
    assertThat(rows(streams(), QUERY)).isEqualTo(ROWS);
    BigQuery deserted = streams();
    storage.close();
    assertThat(rows(deserted, EVERY)).as("and where nothing answers").isEqualTo(ROWS);
  }

  @Test
  void whatPassesIsAskedAgain() {
    server.fail(
        "/data",
        new StrictServer.Fault(503, "backendError"),
        new StrictServer.Fault(403, "rateLimitExceeded"),
        new StrictServer.Fault(0, "cut"));
    assertThat(rows(rest(), EVERY)).isEqualTo(ROWS);
  }

  @Test
  void aQueryIsRunOnceHoweverOftenItIsSent() {
    BigQuery reader = rest();
    Landing landing = reader.look(server.login(), QUERY);
    server.loseTheAnswerToAJob();
    assertThat(rows(reader, QUERY, landing, Optional.empty())).isEqualTo(ROWS);
    assertThat(server.jobsRun()).isEqualTo(1);
  }

  @Test
  void whatStaysBrokenIsAConnectionLost() {
    StrictServer.Fault[] always = new StrictServer.Fault[20];
    Arrays.fill(always, new StrictServer.Fault(503, "backendError"));
    server.fail("/data", always);
    assertThatThrownBy(() -> rows(rest(), EVERY)).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void aTableThatChangesBetweenPagesIsReadAnew() throws IOException {
    Landing landing = rest().look(server.login(), EVERY);
    try (TableReader rows = rest().open(server.login(), EVERY, landing, Optional.empty())) {
      RecordBatch batch = new RecordBatch(landing.columns().size(), 1);
      assertThat(rows.next(batch)).isTrue();
      server.modified = "1700000000001";
      assertThatThrownBy(
              () -> {
                do {
                  batch.clear();
                } while (rows.next(batch));
              })
          .isInstanceOf(ConnectionLost.class)
          .hasMessage("d.every in bigquery://strict-project changed while it was read.");
    }
  }

  @Test
  void refusalsAreOneSentence() {
    refusal(401, "authError", "refuses the login: check the key");
    refusal(403, "accessDenied", "may not read d.every");
    refusal(403, "quotaExceeded", "has had its fill for now");
    refusal(400, "invalidQuery", "says of d.every: It was told to fail.");
    refusal(404, "notFound", "There is no d.every in bigquery://strict-project");
  }

  private void refusal(int status, String reason, String expected) {
    server.fail("/every", new StrictServer.Fault(status, reason));
    assertThatThrownBy(() -> rest().look(server.login(), EVERY))
        .isInstanceOf(UserError.class)
        .hasNoCause()
        .hasMessageContaining(expected)
        .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("\n"));
  }

  @Test
  void saysThatNothingAnswers() {
    server.close();
    assertThatThrownBy(() -> rest().test(server.login()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Nothing answers at 127.0.0.1:");
  }

  @Test
  void aServerWithoutTlsIsNotSpokenToInPlainTextUnasked() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket client = socket.accept()) {
              client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      assertThatThrownBy(() -> rest().test(StrictServer.login(socket.getLocalPort(), Tls.PREFER)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("TLS");
    }
  }

  @Test
  void rowsThatAreNoneAreRefused() {
    server.garble("0");
    assertThatThrownBy(() -> rows(rest(), EVERY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read: is it BigQuery?");
    storage.garbled = true;
    assertThatThrownBy(() -> rows(streams(), EVERY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read: is it BigQuery?");
  }

  @Test
  void noKeyIsUsedWithHostsThatAreNotGoogles() {
    assertThatThrownBy(() -> rest().test(server.login(new Secret("{}"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("for Google's hosts alone");
    assertThat(server.seen).isEmpty();
  }
}
