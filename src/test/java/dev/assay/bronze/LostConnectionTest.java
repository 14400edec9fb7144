package dev.assay.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Connection;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.source.ConnectionLost;
import dev.assay.source.Origins;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import dev.assay.source.database.Databases;
import dev.assay.source.delimited.DelimitedText;
import dev.assay.source.packed.PackedFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A server that ends our connection in the middle of a pull costs time, never a row. */
@TestInstance(Lifecycle.PER_CLASS)
class LostConnectionTest {
  private static final long ROWS = 100_000;
  private static final Relation TABLE = new Relation.Table("public", "orders");

  private final DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2);
  private final AtomicInteger ended = new AtomicInteger();
  private EmbeddedPostgres server;
  private Origins origins;

  @BeforeAll
  void start() throws Exception {
    server = EmbeddedPostgres.start();
    try (var connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders AS SELECT i AS id, 'row ' || i AS name FROM generate_series(1, "
              + ROWS
              + ") i");
    }
    Connection stored =
        new Connection(
            "shop",
            "shop",
            Connection.System.POSTGRESQL,
            "localhost",
            server.getPort(),
            "postgres",
            "postgres",
            Connection.Tls.DISABLE,
            null,
            null,
            false);
    origins =
        new Origins(
            new PackedFiles(),
            List.of(new DelimitedText()),
            Databases.readers(Path.of("none")),
            _ -> new Login(stored, Secret.NONE));
  }

  @AfterAll
  void stop() throws Exception {
    engine.close();
    server.close();
  }

  @AfterEach
  void forget() {
    ended.set(0);
  }

  @Test
  void everyRowLandsOnceThoughTheConnectionIsCut() {
    Landed landed = land(new Work(_ -> endOurs(1)));
    assertThat(ended.get()).as("connections that were cut").isEqualTo(1);
    assertThat(landed.balances()).isTrue();
    assertThat(
            engine.query("SELECT count(*), count(DISTINCT id), sum(id::BIGINT) FROM bronze").rows())
        .containsExactly(List.of(ROWS, ROWS, ROWS * (ROWS + 1) / 2));
  }

  @Test
  void aServerThatKeepsCuttingLeavesNothingBehind() {
    assertThatThrownBy(() -> land(new Work(_ -> endOurs(Integer.MAX_VALUE))))
        .isInstanceOf(ConnectionLost.class)
        .hasMessageContaining("postgresql://localhost");
    assertThat(ended.get()).isEqualTo(3);
    assertThat(engine.columns("bronze")).isEmpty();
  }

  @Test
  void waitingForAnotherTryCanBeCancelled() {
    AtomicReference<Work> work = new AtomicReference<>();
    work.set(
        new Work(_ -> {
          endOurs(1);
          // Asked for while the next try is waited for.
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(300);
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
                work.get().cancel();
              });
        }));
    assertThatThrownBy(() -> land(work.get())).isInstanceOf(Work.Cancelled.class);
    assertThat(engine.columns("bronze")).isEmpty();
  }

  private Landed land(Work work) {
    Origin origin = new Origin.Database("shop", "postgresql://localhost", TABLE);
    Landing landing = origins.look(origin, dev.assay.model.DialectOverrides.NONE);
    Source source = new Source("orders", "orders", "orders", origin, Instant.EPOCH);
    Step.Land step = new Step.Land(source, landing, "bronze", "malformed");
    return new Lander(engine, origins).land(step, 1, Instant.EPOCH, work).getFirst();
  }

  /** Ends our own connection, as an administrator or a restart would; at most so many times. */
  private void endOurs(int most) {
    if (ended.get() >= most) {
      return;
    }
    try (var connection = connection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'Assay' AND state = 'idle in transaction'")) {
      while (rows.next()) {
        ended.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private java.sql.Connection connection() throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
  }
}
