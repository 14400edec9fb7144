package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that lies in the home of whoever runs the server is not for its callers. */
class OwnCredentialsTest {
  private static final String FILE = "org.postgresql.pgpassfile";
  @TempDir private Path folder;

  @Test
  void postgreSqlIsNotShownWhatItsOwnFileOfPasswordsHolds() throws Exception {
    Path passwords =
        Files.createFile(
            folder.resolve("pgpass"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwords, "*:*:*:reader:open sesame\n");
    String before = System.getProperty(FILE);
    System.setProperty(FILE, passwords.toString());
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(3)).start()) {
      try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
          var statement = connection.createStatement()) {
        statement.execute("CREATE ROLE reader LOGIN PASSWORD 'open sesame'");
        try (var row = statement.executeQuery("SHOW hba_file")) {
          row.next();
          Files.writeString(
              Path.of(row.getString(1)),
              "host all reader all scram-sha-256\nhost all all all trust\n");
        }
        statement.execute("SELECT pg_reload_conf()");
      }
      RelationReader reader = Databases.readers(Path.of("none")).get(Connection.System.POSTGRESQL);
      int port = server.getPort();
      String url = "jdbc:postgresql://localhost:" + port + "/postgres?user=reader";
      assertThatCode(() -> DriverManager.getConnection(url).close())
          .as("the driver itself reads the file")
          .doesNotThrowAnyException();
      for (String none : new String[] {null, ""}) {
        var login =
            Connections.server(
                Connection.System.POSTGRESQL, port, "postgres", "reader", none, Tls.DISABLE);
        assertThatThrownBy(() -> reader.test(login)).isInstanceOf(UserError.class);
      }
      var right =
          Connections.server(
              Connection.System.POSTGRESQL, port, "postgres", "reader", "open sesame", Tls.DISABLE);
      assertThatCode(() -> reader.test(right)).doesNotThrowAnyException();
    } finally {
      if (before == null) {
        System.clearProperty(FILE);
      } else {
        System.setProperty(FILE, before);
      }
    }
  }
}
