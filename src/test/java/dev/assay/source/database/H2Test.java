package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.source.RelationReader.Login;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an H2 server, and against a file. */
class H2Test extends RelationReaderContract {
  @TempDir static Path folder;
  private Server server;

  @BeforeAll
  void start() throws SQLException {
    server =
        Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString(), "-ifNotExists")
            .start();
    execute();
  }

  @AfterAll
  void stop() {
    server.stop();
  }

  @Override
  void execute(String... statements) throws SQLException {
    String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/test";
    try (var connection = connect(url, "owner", "open sesame");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static java.sql.Connection connect(String url, String user, String password) throws SQLException {
    Properties options = new Properties();
    options.setProperty("user", user);
    options.setProperty("password", password);
    return new org.h2.Driver().connect(url, options);
  }

  @Override
  Login login() {
    return Connections.server(
        Connection.System.H2, server.getPort(), "test", "owner", "open sesame", Tls.DISABLE);
  }

  @Override
  Relation.Table table(String name) {
    return new Relation.Table("PUBLIC", name.matches("[a-z_]+") ? folded(name) : name);
  }

  @Override
  String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  @Override
  String numbers(int count) {
    return "SELECT x FROM SYSTEM_RANGE(1, " + count + ")";
  }

  @Override
  String endless() {
    return "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b WHERE a.x + b.x = 0";
  }

  @Override
  List<TypeCase> types() {
    return List.of(
        TypeCase.of("TINYINT", "-128", "-128"),
        TypeCase.of("SMALLINT", "-32768", "-32768"),
        TypeCase.of("INTEGER", "2147483647", "2147483647"),
        TypeCase.of("BIGINT", "-9223372036854775808", "-9223372036854775808"),
        TypeCase.of("NUMERIC(12,2)", "1.5", "1.50"),
        TypeCase.of("DECFLOAT(20)", "1.50", "1.5"),
        TypeCase.of("REAL", "0.1", "0.1"),
        TypeCase.of("DOUBLE PRECISION", "1e300", "1e+300"),
        TypeCase.of("DOUBLE PRECISION", "'NaN'", "NaN"),
        TypeCase.of("BOOLEAN", "TRUE", "true"),
        TypeCase.of("CHARACTER(5)", "'a'", "a    "),
        TypeCase.of("CHARACTER VARYING(20)", "' «ü» 𝄞'", " «ü» 𝄞"),
        TypeCase.of("VARCHAR_IGNORECASE(9)", "'aB'", "aB"),
        TypeCase.of("CHARACTER LARGE OBJECT", "'long'", "long"),
        TypeCase.of("BINARY(3)", "X'00ffAB'", "00ffab"),
        TypeCase.of("BINARY VARYING(9)", "X''", ""),
        TypeCase.of("BINARY LARGE OBJECT", "X'cafe'", "cafe"),
        TypeCase.of("DATE", "'2024-02-29'", "2024-02-29"),
        TypeCase.of("DATE", "'-0043-03-15'", "-0043-03-15"),
        TypeCase.of("TIME(6)", "'23:59:59.000001'", "23:59:59.000001"),
        TypeCase.of("TIME(0) WITH TIME ZONE", "'12:00:00+05:30'", "12:00:00+05:30"),
        TypeCase.of(
            "TIMESTAMP(9)", "'2024-03-31 02:30:00.123456789'", "2024-03-31 02:30:00.123456789"),
        TypeCase.of(
            "TIMESTAMP(6) WITH TIME ZONE",
            "'2024-03-31 02:30:00.1+05:30'",
            "2024-03-30 21:00:00.1+00"),
        TypeCase.of(
            "INTERVAL YEAR TO MONTH",
            "INTERVAL '1-2' YEAR TO MONTH",
            "INTERVAL '1-2' YEAR TO MONTH"),
        TypeCase.of(
            "INTERVAL DAY TO SECOND",
            "INTERVAL '-3 04:05:06.7' DAY TO SECOND",
            "INTERVAL '-3 04:05:06.7' DAY TO SECOND"),
        TypeCase.of(
            "UUID",
            "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        TypeCase.of("ENUM('sad', 'ok')", "'ok'", "ok"),
        TypeCase.of("JSON", "JSON '{\"a\":1.50,\"b\":null}'", "{\"a\":1.50,\"b\":null}"),
        TypeCase.of("GEOMETRY", "'POINT (1 2.5)'", "POINT (1 2.5)"),
        TypeCase.of("INTEGER ARRAY", "ARRAY[1, NULL, 3]", "[1,null,3]"),
        TypeCase.of("NUMERIC(6,2) ARRAY[4]", "ARRAY[1.5, 2]", "[1.50,2.00]", "NUMERIC(6, 2) ARRAY"),
        TypeCase.of(
            "VARCHAR ARRAY",
            "ARRAY['a,b', 'q\"q', '']",
            "[\"a,b\",\"q\\\"q\",\"\"]",
            "CHARACTER VARYING ARRAY"),
        TypeCase.of(
            "ROW(a INTEGER, b VARCHAR(3))",
            "ROW(1, 'x')",
            "[1,\"x\"]",
            "ROW(\"A\" INTEGER, \"B\" CHARACTER VARYING(3))"),
        TypeCase.of("JAVA_OBJECT", "X'aced'", "aced"));
  }

  @Test
  void readsAFileThatNobodyHolds() throws SQLException {
    Path file = folder.resolve("alone");
    try (var connection = connect("jdbc:h2:file:" + file, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a NUMERIC(6,2))");
      statement.execute("INSERT INTO t VALUES (1.5)");
    }
    Login login = Connections.file(Connection.System.H2, file + ".mv.db");
    assertThat(reader().tables(login)).hasSize(1);
    assertThat(reader().look(login, new Relation.Table("PUBLIC", "T")).columns()).hasSize(1);
  }

  /** A linked table connects as soon as its file is opened, and an address of H2 may run SQL. */
  @Test
  void doesNotFollowTheLinksOfAFile() throws SQLException {
    Path file = folder.resolve("linked");
    Path mark = folder.resolve("mark.csv");
    String inner =
        "jdbc:h2:mem:inner;DB_CLOSE_DELAY=-1;INIT=CALL CSVWRITE(''" + mark + "''\\,''SELECT 1'')";
    try (var connection = connect("jdbc:h2:mem:inner;DB_CLOSE_DELAY=-1", "sa", "");
        var outer = connect("jdbc:h2:file:" + file, "sa", "");
        Statement statement = connection.createStatement();
        Statement linking = outer.createStatement()) {
      statement.execute("CREATE TABLE there (a INTEGER)");
      linking.execute("CREATE TABLE here (a INTEGER)");
      linking.execute("CREATE LINKED TABLE link ('', '" + inner + "', 'sa', '', 'THERE')");
    }
    assertThat(mark).exists();
    mark.toFile().delete();
    Login login = Connections.file(Connection.System.H2, file.toString());
    assertThat(reader().tables(login)).extracting(FoundTable::name).containsExactly("HERE");
    assertThat(mark).doesNotExist();
  }
}
