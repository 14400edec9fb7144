package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.TableReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL that encrypts, with a certificate that nobody vouches for. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    server = EmbeddedPostgres.start();
    try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      Path data;
      try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
        row.next();
        data = Path.of(row.getString(1));
      }
      pem(data.resolve("server.crt"), "CERTIFICATE", keys.getCertificate("server").getEncoded());
      pem(data.resolve("server.key"), "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded());
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /** Readable for its owner alone, else the server does not take the key. */
  private static void pem(Path file, String what, byte[] encoded) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    Path folder = file.getParent();
    Files.setAttribute(file, "unix:uid", Files.getAttribute(folder, "unix:uid"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"DISABLE, false", "PREFER, true", "REQUIRE, true"})
  void isEncryptedAsAskedFor(Tls tls, String encrypted) throws Exception {
    Relation query = new Relation.Query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    RelationReader reader = reader();
    Login login = login(tls);
    RecordBatch batch = new RecordBatch(1, 10);
    try (TableReader rows =
        reader.open(login, query, reader.look(login, query), Optional.empty())) {
      assertThat(rows.next(batch)).isTrue();
    }
    assertThat(new String(batch.value(0, 0), StandardCharsets.UTF_8)).isEqualTo(encrypted);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedWhereItIsChecked() {
    assertThatThrownBy(() -> reader().test(login(Tls.VERIFY)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("with TLS 'verify'")
        .hasNoCause();
  }

  private static RelationReader reader() {
    return Databases.readers(Path.of("none")).get(Connection.System.POSTGRESQL);
  }

  private static Login login(Tls tls) {
    return Connections.server(
        Connection.System.POSTGRESQL, server.getPort(), "postgres", "postgres", "x", tls);
  }
}
