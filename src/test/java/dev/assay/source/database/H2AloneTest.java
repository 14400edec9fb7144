package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.RelationReader.Login;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an H2 file, or comes from an H2 server, is read and never run. */
class H2AloneTest {
  private static final Relation.Table TABLE = new Relation.Table("PUBLIC", "T");
  @TempDir private Path folder;

  private static RelationReader reader() {
    return Databases.readers(Path.of("no-such-folder")).get(Connection.System.H2);
  }

  private Login file(String... statements) throws SQLException {
    Path file = folder.resolve("data");
    try (var connection = H2Test.connect("jdbc:h2:file:" + file, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE plain (a INTEGER)");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return Connections.file(Connection.System.H2, file.toString());
  }

  private static int rows(Login login, Relation relation) throws IOException {
    RelationReader reader = reader();
    var landing = reader.look(login, relation);
    RecordBatch batch = new RecordBatch(landing.columns().size(), 100);
    try (var rows = reader.open(login, relation, landing, Optional.empty())) {
      rows.next(batch);
      return batch.rows();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW t AS SELECT FILE_WRITE('x', '%1$s/mark') AS a",
        "CREATE VIEW t AS SELECT \"FILE_WRITE\"('x', '%1$s/mark') AS a",
        "CREATE VIEW t AS SELECT CSVWRITE('%1$s/mark', 'SELECT 1') AS a",
        "CREATE VIEW t AS SELECT FILE_READ('%1$s/secret', NULL) AS a",
        "CREATE VIEW t AS SELECT * FROM CSVREAD('%1$s/secret')",
        "CREATE TABLE t (a CLOB DEFAULT FILE_READ('%1$s/secret', NULL))",
        "CREATE TABLE t (a CLOB, b CLOB GENERATED ALWAYS AS (FILE_READ('%1$s/secret', NULL)))"
      })
  void whatReachesForFilesOfThisMachineIsNotRun(String sql) throws Exception {
    Files.writeString(folder.resolve("secret"), "secret");
    Login login = file(sql.formatted(folder));
    Path mark = folder.resolve("mark");
    Files.deleteIfExists(mark);
    assertThat(reader().tables(login)).extracting(FoundTable::name).containsExactly("PLAIN");
    assertThatThrownBy(() -> rows(login, TABLE)).isInstanceOf(UserError.class);
    assertThat(rows(login, new Relation.Table("PUBLIC", "PLAIN"))).isZero();
    assertThat(mark).doesNotExist();
    assertThat(folder.resolve("data.trace.db")).doesNotExist();
  }

  /** H2 finds its functions by quoted names, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT \"FILE_READ\"('%1$s/secret')",
        "SELECT \"FILE_WRITE\"('x', '%1$s/mark')",
        "SELECT \"CSVWRITE\"('%1$s/mark', 'SELECT 1')",
        "SELECT * FROM \"CSVREAD\"('%1$s/secret')",
        "SELECT * FROM \"LINK_SCHEMA\"('x', '', 'jdbc:h2:mem:x;INIT=SELECT 1', 'sa', '', 'PUBLIC')"
      })
  void norIsItFromAQuery(String sql) throws Exception {
    Files.writeString(folder.resolve("secret"), "secret");
    Login login = file();
    assertThatThrownBy(() -> rows(login, new Relation.Query(sql.formatted(folder))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("would do more than read");
    assertThat(folder.resolve("mark")).doesNotExist();
  }

  @Test
  void everyOtherViewIsRead() throws Exception {
    Login login =
        file(
            "INSERT INTO plain VALUES (1), (2)",
            "CREATE VIEW t AS SELECT a, UPPER('x') AS b, CURRENT_DATE AS c FROM plain",
            "CREATE TABLE more (id IDENTITY, at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)");
    assertThat(rows(login, TABLE)).isEqualTo(2);
    assertThat(reader().tables(login)).hasSize(3);
  }

  @Test
  void aFunctionOfAFileIsNotCalled() throws Exception {
    Login login =
        file(
            "CREATE ALIAS boom FOR"
                + " 'java.lang.System.setProperty(java.lang.String, java.lang.String)'",
            "CREATE VIEW t AS SELECT boom('assay.boom', 'called') AS a");
    System.clearProperty("assay.boom");
    assertThatThrownBy(() -> rows(login, TABLE)).isInstanceOf(UserError.class);
    assertThat(System.getProperty("assay.boom")).isNull();
  }

  @Test
  void aFileWithTriggersIsRefused() throws Exception {
    Login login =
        file(
            "CREATE TABLE t (id INTEGER PRIMARY KEY)",
            "CREATE TRIGGER run BEFORE SELECT ON t CALL"
                + " 'org.h2.fulltext.FullText$FullTextTrigger'");
    assertThatThrownBy(() -> reader().tables(login))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("functions or triggers that would run here");
  }

  /** What a hostile server would send: it tells when it comes to life. */
  static final class Told implements Serializable {
    private static final long serialVersionUID = 1;
    static final AtomicInteger LIVES = new AtomicInteger();

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      LIVES.incrementAndGet();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JAVA_OBJECT ARRAY", "ROW(a JAVA_OBJECT, b INTEGER)", "JAVA_OBJECT ARRAY ARRAY"})
  void objectsOfAServerDoNotComeToLife(String type) throws Exception {
    for (Object object : List.of(new Told(), new ArrayList<>(List.of("alive")))) {
      Server server =
          Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString(), "-ifNotExists")
              .start();
      try (var connection =
              H2Test.connect("jdbc:h2:tcp://localhost:" + server.getPort() + "/o", "sa", "pw");
          Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE IF EXISTS t");
        statement.execute("CREATE TABLE t (a " + type + ")");
        String value =
            type.startsWith("ROW")
                ? "ROW(CAST(? AS JAVA_OBJECT), 1)"
                : type.endsWith("ARRAY ARRAY")
                    ? "ARRAY[ARRAY[CAST(? AS JAVA_OBJECT)]]"
                    : "ARRAY[CAST(? AS JAVA_OBJECT)]";
        try (var insert = connection.prepareStatement("INSERT INTO t VALUES (" + value + ")")) {
          insert.setObject(1, object, java.sql.Types.JAVA_OBJECT);
          insert.execute();
        }
        Login login =
            Connections.server(
                Connection.System.H2, server.getPort(), "o", "sa", "pw", Tls.DISABLE);
        int before = Told.LIVES.get();
        assertThatThrownBy(() -> rows(login, TABLE))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("Java objects");
        assertThat(Told.LIVES).hasValue(before);
      } finally {
        server.stop();
      }
    }
  }
}
