package dev.assay.source.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader.Cost;
import dev.assay.source.RelationReader.Secret;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.TableReader;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no emulator does: refusals, quotas, pages, bills, and types at their bounds. */
class BigQueryByTheBookTest {
  private static final Relation.Table EVERY = new Relation.Table("d", "every");
  private static final Relation.Query QUERY = new Relation.Query("SELECT * FROM d.every");

  private StrictServer server;
  private StrictStorage storage;

  @BeforeEach
  void start() throws IOException {
    server = new StrictServer();
    storage = new StrictStorage();
  }

  @AfterEach
  void stop() {
    server.close();
    storage.close();
  }

  private static BigQuery rest(String... environment) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return new BigQuery(variables);
  }

  private BigQuery streams(String... environment) {
    List<String> all = new ArrayList<>(List.of(Limits.STORAGE, storage.address()));
    all.addAll(Arrays.asList(environment));
    return rest(all.toArray(String[]::new));
  }

  private static final List<List<String>> ROWS =
      List.of(
          Arrays.asList(
              "57896044618658097711785492504343953926.34992332820282019728792003956564819967",
              "1.5",
              "1-2 3 4:5:6.7",
              "0001-01-01 00:00:00+00",
              "0001-01-01 00:00:00",
              "23:59:59.999999",
              "0001-01-01",
              "true",
              "0.1",
              "-9223372036854775808",
              "",
              "",
              "[2024-01-01, UNBOUNDED)",
              "[{\"price\":1.5,\"tags\":[\"a\",\"b\\\"\"],\"note\":{\"x\":[1]}},"
                  + "{\"price\":null,\"tags\":[],\"note\":null}]"),
          Arrays.asList(
              "-57896044618658097711785492504343953926.34992332820282019728792003956564819967",
              "-0.000000001",
              "-0-1 -2 -0:0:1.5",
              "9999-12-31 23:59:59.999999+00",
              "2024-03-31 02:30:00.1",
              "00:00:00",
              "9999-12-31",
              "false",
              "NaN",
              "9223372036854775807",
              "«ü» 𝄞",
              "00ff",
              "[UNBOUNDED, 2024-01-01)",
              "[]"),
          Arrays.asList(
              "0",
              "100",
              "0-0 0 0:0:0",
              "1969-12-31 23:59:59.5+00",
              "2024-01-01 00:00:00",
              "12:30:00.12",
              "1970-01-01",
              "true",
              "-Infinity",
              "0",
              "a\nb",
              "61",
              "[2024-01-01, 2024-02-01)",
              "[{\"price\":2,\"tags\":[\"c\"],\"note\":null}]"),
          Arrays.asList(
              null, null, null, null, null, null, null, null, null, null, null, null, null, "[]"));

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
    storage.close();
    assertThat(rows(streams(), EVERY)).as("and where nothing answers").isEqualTo(ROWS);
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
  void saysWhatItWouldBill() {
    server.bytes = 123_456_789;
    assertThat(rest().cost(server.login(), EVERY)).contains(new Cost(123_456_789));
    assertThat(rest().cost(server.login(), QUERY)).contains(new Cost(123_456_789));
    assertThat(server.jobsRun()).as("a forecast runs nothing").isZero();
  }

  @Test
  void refusesToBillMoreThanIsAllowed() {
    server.bytes = 10_000_000_001L;
    assertThatThrownBy(() -> rows(rest(), QUERY))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Reading a query would bill 10 GB, more than the 10 GB that one reading may cost: read"
                + " less of it with a query, or raise ASSAY_BIGQUERY_MOST_BYTES.");
    assertThatThrownBy(() -> rows(streams(), EVERY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ASSAY_BIGQUERY_MOST_BYTES");
    assertThat(server.jobsRun()).isZero();
    assertThat(rows(rest(), EVERY)).as("pages of a table cost nothing").isEqualTo(ROWS);
    assertThat(rows(rest(Limits.MOST_BYTES, "20000000000"), QUERY)).isEqualTo(ROWS);
  }

  @Test
  void bigQueryItselfStopsAtTheSameBytes() {
    Landing landing = rest().look(server.login(), QUERY);
    server.seen.clear();
    rows(rest(Limits.MOST_BYTES, "5000"), QUERY, landing, Optional.empty());
    assertThat(server.seen)
        .filteredOn(seen -> seen.path().equals("/jobs"))
        .extracting(
            seen -> seen.body().at("/configuration/query/maximumBytesBilled").asText("none"))
        .containsExactly("none", "5000");
  }

  @Test
  void aNumberOfBytesThatIsNoneIsRefused() {
    assertThatThrownBy(() -> rest(Limits.MOST_BYTES, "10 GB").cost(server.login(), EVERY))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "ASSAY_BIGQUERY_MOST_BYTES is a number of bytes such as 10000000000, not '10 GB'.");
  }

  @Test
  void whatIsNoSelectIsNotRun() {
    for (String type : List.of("SCRIPT", "INSERT", "EXPORT_DATA", "CREATE_TABLE")) {
      server.statementType = type;
      assertThatThrownBy(() -> rows(rest(), QUERY))
          .isInstanceOf(UserError.class)
          .hasMessage("A query is one SELECT: this one would do more than read.");
    }
    assertThat(server.jobsRun()).isZero();
  }

  @Test
  void readsOnThroughAParameter() {
    Landing landing = rest().look(server.login(), EVERY);
    rows(rest(), EVERY, landing, Optional.of(new Since("at", "2024-01-15 13:45:00.1+00")));
    rows(rest(), EVERY, landing, Optional.of(new Since("raw", "00ff")));
    rows(rest(), QUERY, landing, Optional.of(new Since("word", "x' OR 1=1 --")));
    assertThat(server.seen)
        .filteredOn(seen -> seen.body().at("/configuration/query/maximumBytesBilled").isTextual())
        .extracting(seen ->
            seen.body().at("/configuration/query/query").asText()
                + " | "
                + seen.body()
                    .at("/configuration/query/queryParameters/0/parameterType/type")
                    .asText()
                + " "
                + seen.body()
                    .at("/configuration/query/queryParameters/0/parameterValue/value")
                    .asText())
        .containsExactly(
            "SELECT * FROM `strict-project`.`d`.`every` WHERE `at` >= @since"
                + " | TIMESTAMP 2024-01-15 13:45:00.1+00",
            "SELECT * FROM `strict-project`.`d`.`every` WHERE `raw` >= @since | BYTES AP8=",
            "SELECT * FROM (SELECT * FROM d.every\n) AS relation WHERE `word` >= @since"
                + " | STRING x' OR 1=1 --");
    assertThatThrownBy(() -> rows(rest(), EVERY, landing, Optional.of(new Since("items", "1"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no order to read on in");
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
  void aServerWithoutTlsIsNotSpokenToInPlainTextUnasked() {
    assertThatThrownBy(() -> rest().test(server.login(Secret.NONE, Tls.PREFER)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("TLS");
    assertThat(server.seen).isEmpty();
  }

  @Test
  void noKeyIsUsedWithHostsThatAreNotGoogles() {
    assertThatThrownBy(() -> rest().test(server.login(new Secret("{}"), Tls.DISABLE)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("for Google's hosts alone");
    assertThat(server.seen).isEmpty();
  }

  private List<List<String>> rows(BigQuery reader, Relation relation) {
    return rows(reader, relation, reader.look(server.login(), relation), Optional.empty());
  }

  private List<List<String>> rows(
      BigQuery reader, Relation relation, Landing landing, Optional<Since> since) {
    List<List<String>> all = new ArrayList<>();
    int columns = landing.columns().size();
    try (TableReader rows = reader.open(server.login(), relation, landing, since)) {
      RecordBatch batch = new RecordBatch(columns, 3);
      while (rows.next(batch)) {
        for (int row = 0; row < batch.rows(); row++) {
          List<String> values = new ArrayList<>();
          for (int column = 0; column < columns; column++) {
            byte[] value = batch.value(row, column);
            values.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
          }
          all.add(values);
        }
        batch.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
