package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a running PostgreSQL. */
class PostgreSqlTest extends RelationReaderContract {
  private EmbeddedPostgres server;

  @BeforeAll
  void start() throws Exception {
    server = EmbeddedPostgres.builder().setServerConfig("password_encryption", "md5").start();
    execute(
        "CREATE ROLE reader LOGIN PASSWORD 'open sesame'",
        "GRANT USAGE ON SCHEMA public TO reader",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader",
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE TYPE pair AS (a int, b text)",
        "CREATE DOMAIN price AS numeric(12,2)",
        "CREATE DOMAIN tags AS text[]",
        "CREATE DOMAIN agreed AS boolean",
        "CREATE DOMAIN seal AS bytea",
        "CREATE EXTENSION IF NOT EXISTS hstore",
        "CREATE EXTENSION IF NOT EXISTS citext");
    trustNobody();
  }

  /** The embedded server takes everybody without a password until it is told not to. */
  private void trustNobody() throws SQLException, IOException {
    try (var connection = connection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW hba_file")) {
      row.next();
      java.nio.file.Files.writeString(
          java.nio.file.Path.of(row.getString(1)),
          """
          host all reader all md5
          local all all trust
          host all all all trust
          """);
    }
    execute("SELECT pg_reload_conf()");
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  private java.sql.Connection connection() throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
  }

  @Override
  void execute(String... statements) throws SQLException {
    try (var connection = connection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  Login login() {
    return Connections.server(
        Connection.System.POSTGRESQL,
        server.getPort(),
        "postgres",
        "reader",
        "open sesame",
        Tls.PREFER);
  }

  @Override
  Relation.Table table(String name) {
    return new Relation.Table("public", name);
  }

  @Override
  String numbers(int count) {
    return "SELECT generate_series(1, " + count + ")";
  }

  @Override
  String endless() {
    return "SELECT pg_sleep(60)";
  }

  @Override
  List<TypeCase> types() {
    return List.of(
        TypeCase.of("smallint", "-32768", "-32768"),
        TypeCase.of("integer", "2147483647", "2147483647"),
        TypeCase.of("bigint", "-9223372036854775808", "-9223372036854775808"),
        TypeCase.of("numeric", "'1.50'", "1.50"),
        TypeCase.of("numeric(12,2)", "1.5", "1.50"),
        TypeCase.of(
            "numeric(38,10)",
            "1234567890123456789012345678.0123456789",
            "1234567890123456789012345678.0123456789"),
        TypeCase.of("numeric", "'NaN'", "NaN"),
        TypeCase.of("price", "7", "7.00"),
        TypeCase.of("real", "0.1", "0.1"),
        TypeCase.of("real", "16777216", "1.6777216e+07"),
        TypeCase.of("double precision", "0.1::float8 + 0.2::float8", "0.30000000000000004"),
        TypeCase.of("double precision", "'NaN'", "NaN"),
        TypeCase.of("double precision", "'-Infinity'", "-Infinity"),
        TypeCase.of("double precision", "'1e300'", "1e+300"),
        TypeCase.of("money", "'1234.5'", "$1,234.50"),
        TypeCase.of("boolean", "true", "true"),
        TypeCase.of("boolean", "false", "false"),
        TypeCase.of("text", "E'two\\nlines, «ü» 𝄞'", "two\nlines, «ü» 𝄞"),
        TypeCase.of("character varying(10)", "' a '", " a "),
        TypeCase.of("character(5)", "'a'", "a    "),
        TypeCase.of("\"char\"", "'x'", "x"),
        TypeCase.of("name", "'n'", "n"),
        TypeCase.of("citext", "'MiXed'", "MiXed"),
        TypeCase.of("bytea", "'\\x00FFab'", "00ffab"),
        TypeCase.of("bytea", "''", ""),
        TypeCase.of("date", "'2024-02-29'", "2024-02-29"),
        TypeCase.of("date", "'0044-03-15 BC'", "0044-03-15 BC"),
        TypeCase.of("date", "'infinity'", "infinity"),
        TypeCase.of("date", "'5874897-12-31'", "5874897-12-31"),
        TypeCase.of("time without time zone", "'23:59:59.000001'", "23:59:59.000001"),
        TypeCase.of("time without time zone", "'24:00:00'", "24:00:00"),
        TypeCase.of("time with time zone", "'12:00:00.5+05:30'", "12:00:00.5+05:30"),
        TypeCase.of(
            "timestamp without time zone",
            "'2024-03-31 02:30:00.123456'",
            "2024-03-31 02:30:00.123456"),
        TypeCase.of(
            "timestamp(0) without time zone", "'2024-03-31 02:30:00'", "2024-03-31 02:30:00"),
        TypeCase.of("timestamp without time zone", "'-infinity'", "-infinity"),
        TypeCase.of(
            "timestamp with time zone",
            "'2024-03-31 02:30:00.1+05:30'",
            "2024-03-30 21:00:00.1+00"),
        TypeCase.of(
            "interval", "'1 year 2 mons -3 days 04:05:06.7'", "1 year 2 mons -3 days +04:05:06.7"),
        TypeCase.of(
            "uuid",
            "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        TypeCase.of("json", "'{\"a\": 1.50, \"a\":2}'", "{\"a\": 1.50, \"a\":2}"),
        TypeCase.of("jsonb", "'{\"b\": 1.50, \"a\": null}'", "{\"a\": null, \"b\": 1.50}"),
        TypeCase.of("jsonpath", "'$.a'", "$.\"a\""),
        TypeCase.of("xml", "'<a b=\"c\"/>'", "<a b=\"c\"/>"),
        TypeCase.of("integer[]", "'{1,NULL,3}'", "[1,null,3]"),
        TypeCase.of("integer[]", "'{{1,2},{3,4}}'", "[[1,2],[3,4]]"),
        TypeCase.of("numeric(6,2)[]", "'{1.5,2}'", "[1.50,2.00]"),
        TypeCase.of("text[]", "ARRAY['a,b', 'q\"q', '', NULL]", "[\"a,b\",\"q\\\"q\",\"\",null]"),
        TypeCase.of("boolean[]", "'{t,f}'", "[true,false]"),
        TypeCase.of("tags", "'{x,y}'", "[\"x\",\"y\"]"),
        TypeCase.of(
            "timestamp with time zone[]",
            "'{2024-01-01 00:00:00+01}'",
            "[\"2023-12-31T23:00:00+00:00\"]"),
        TypeCase.of("mood", "'ok'", "ok"),
        TypeCase.of("pair", "ROW(1, 'x y')", "(1,\"x y\")"),
        TypeCase.of("hstore", "'a=>1, b=>NULL'", "\"a\"=>\"1\", \"b\"=>NULL"),
        TypeCase.of("int4range", "'[1,5)'", "[1,5)"),
        TypeCase.of("tstzrange", "'[2024-01-01 00:00+01,)'", "[\"2023-12-31 23:00:00+00\",)"),
        TypeCase.of("int4multirange", "'{[1,3),[7,9)}'", "{[1,3),[7,9)}"),
        TypeCase.of("bit(5)", "B'00101'", "00101"),
        TypeCase.of("bit(1)", "B'1'", "1"),
        TypeCase.of("bit varying(8)", "B'001'", "001"),
        TypeCase.of("inet", "'192.168.0.1/24'", "192.168.0.1/24"),
        TypeCase.of("cidr", "'2001:db8::/32'", "2001:db8::/32"),
        TypeCase.of("macaddr", "'08-00-2b-01-02-03'", "08:00:2b:01:02:03"),
        TypeCase.of("macaddr8", "'08002b0102030405'", "08:00:2b:01:02:03:04:05"),
        TypeCase.of("point", "'(1,2.5)'", "(1,2.5)"),
        TypeCase.of("line", "'{1,2,3}'", "{1,2,3}"),
        TypeCase.of("lseg", "'[(0,0),(1,1)]'", "[(0,0),(1,1)]"),
        TypeCase.of("box", "'(2,2),(0,0)'", "(2,2),(0,0)"),
        TypeCase.of("path", "'((0,0),(1,1))'", "((0,0),(1,1))"),
        TypeCase.of("polygon", "'((0,0),(1,1),(1,0))'", "((0,0),(1,1),(1,0))"),
        TypeCase.of("circle", "'<(0,0),1.5>'", "<(0,0),1.5>"),
        TypeCase.of("tsvector", "'a:1 b:2'", "'a':1 'b':2"),
        TypeCase.of("tsquery", "'a & b'", "'a' & 'b'"),
        TypeCase.of("oid", "4294967295", "4294967295"),
        TypeCase.of("regclass", "'pg_class'", "pg_class"),
        TypeCase.of("pg_lsn", "'16/B374D848'", "16/B374D848"),
        TypeCase.of("xid", "'7'", "7"),
        TypeCase.of("tid", "'(0,1)'", "(0,1)"),
        TypeCase.of("cid", "'7'", "7"),
        TypeCase.of("xid8", "'18446744073709551615'", "18446744073709551615"),
        TypeCase.of("pg_snapshot", "'10:20:10,14'", "10:20:10,14"),
        TypeCase.of("regtype", "'integer'", "integer"),
        TypeCase.of("regproc", "'now'", "now"),
        TypeCase.of("oidvector", "'1 2'", "1 2"),
        TypeCase.of("int2vector", "'1 2'", "1 2"),
        TypeCase.of("refcursor", "'c'", "c"),
        TypeCase.of("agreed", "true", "true"),
        TypeCase.of("seal", "'\\x00FF'", "00ff"),
        TypeCase.of("int8range", "'(1,5]'", "[2,6)"),
        TypeCase.of("numrange", "'(1.50,2.5]'", "(1.50,2.5]"),
        TypeCase.of(
            "tsrange",
            "'[2024-01-01,2024-01-02)'",
            "[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")"),
        TypeCase.of("daterange", "'empty'", "empty"),
        TypeCase.of("nummultirange", "'{[1.0,2.0]}'", "{[1.0,2.0]}"),
        TypeCase.of("time(3) without time zone", "'12:00:00.1239'", "12:00:00.124"),
        TypeCase.of("interval year", "'3 years'", "3 years"),
        TypeCase.of("numeric", "'1e-20'", "0.00000000000000000001"),
        TypeCase.of("real", "'1e-45'", "1e-45"),
        TypeCase.of("double precision", "'-0'", "-0"),
        TypeCase.of("bigint[]", "'{9223372036854775807}'", "[9223372036854775807]"),
        TypeCase.of("double precision[]", "'{NaN,0.1,1e300}'", "[\"NaN\",0.1,1e+300]"),
        TypeCase.of("numeric[]", "'{1.50,NaN}'", "[1.50,\"NaN\"]"),
        TypeCase.of("bytea[]", "ARRAY['\\x00ff'::bytea]", "[\"\\\\x00ff\"]"),
        TypeCase.of("date[]", "'{2024-02-29,infinity}'", "[\"2024-02-29\",\"infinity\"]"),
        TypeCase.of("mood[]", "'{ok,sad}'", "[\"ok\",\"sad\"]"),
        TypeCase.of("pair[]", "ARRAY[ROW(1, 'x')::pair]", "[{\"a\":1,\"b\":\"x\"}]"),
        TypeCase.of("jsonb[]", "ARRAY['{\"a\": 1.50}'::jsonb]", "[{\"a\": 1.50}]"),
        TypeCase.of("uuid[]", "'{}'", "[]"));
  }

  @Test
  void twoColumnsOfAQueryMayHaveOneName() {
    assertThat(rows(new Relation.Query("SELECT 1 AS a, 2 AS a, 3")))
        .containsExactly(row("1", "2", "3"));
  }

  @Test
  void saysWhatIsWrong() throws SQLException {
    execute("CREATE TABLE secret_one (a int)", "REVOKE ALL ON secret_one FROM reader");
    assertThat(said(login().connection(), "postgres", server.getPort(), Tls.REQUIRE))
        .contains("TLS 'require'");
    assertThat(said(login().connection(), "nowhere", server.getPort(), Tls.DISABLE))
        .startsWith("There is no database at postgresql://localhost:");
    assertThat(said(login().connection(), "postgres", 1, Tls.DISABLE))
        .startsWith("Nothing answers at postgresql://localhost:1/");
    assertThatThrownBy(() -> rows(table("secret_one"))).hasMessageContaining("grant SELECT");
    assertThatThrownBy(
            () -> reader().look(login(), new Relation.Query("SELECT frobnicate FROM pg_class")))
        .hasMessageContaining("frobnicate");
    Connection far =
        new Connection(
            "x",
            "x",
            Connection.System.POSTGRESQL,
            "no-such-host.invalid",
            null,
            "a",
            "u",
            null,
            null,
            null,
            true);
    assertThatThrownBy(() -> reader().test(new Login(far, Secret.NONE)))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no host no-such-host.invalid: check its name.");
  }

  private String said(Connection like, String database, int port, Tls tls) {
    Login login =
        Connections.server(like.system(), port, database, like.user(), "open sesame", tls);
    try {
      reader().test(login);
      return "nothing";
    } catch (UserError e) {
      return e.getMessage();
    }
  }
}
