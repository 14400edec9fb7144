package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Connection;
import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.source.RelationReader.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against SQLite files. */
class SqliteTest extends RelationReaderContract {

  @TempDir static Path folder;

  @Override
  void execute(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Path file() {
    return folder.resolve("test.sqlite");
  }

  @Override
  Login login() {
    if (!Files.exists(file())) {
      try {
        execute();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return Connections.file(Connection.System.SQLITE, file().toString());
  }

  @Override
  Set<Cannot> cannot() {
    return EnumSet.of(Cannot.REFUSE_A_PASSWORD);
  }

  @Override
  Relation.Table table(String name) {
    return new Relation.Table(null, name);
  }

  @Override
  String numbers(int count) {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + count
        + ") SELECT i FROM n";
  }

  @Override
  String endless() {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
  }

  @Override
  List<TypeCase> types() {
    return List.of(
        TypeCase.of("INTEGER", "-9223372036854775808", "-9223372036854775808"),
        TypeCase.of("INTEGER", "'007x'", "007x"),
        TypeCase.of("INTEGER", "x'00ff'", "00ff"),
        TypeCase.of("INTEGER", "1.5", "1.5"),
        TypeCase.of("REAL", "1", "1.0"),
        TypeCase.of("REAL", "0.1 + 0.2", "0.30000000000000004"),
        TypeCase.of("REAL", "9e999", "Infinity"),
        TypeCase.of("REAL", "1e300", "1e+300"),
        TypeCase.of("REAL", "123456789012345680.0", "1.2345678901234568e+17"),
        TypeCase.of("NUMERIC(12,2)", "'1.50'", "1.5"),
        TypeCase.of("TEXT", "'00123'", "00123"),
        TypeCase.of("TEXT", "'𝄞 «ü»'", "𝄞 «ü»"),
        TypeCase.of("VARCHAR(20)", "12", "12"),
        TypeCase.of("BLOB", "x'CAFE'", "cafe"),
        TypeCase.of("BLOB", "'text'", "text"),
        TypeCase.of("DATETIME", "'2024-01-02 03:04:05.678'", "2024-01-02 03:04:05.678"),
        TypeCase.of("DATE", "1704067200", "1704067200"),
        TypeCase.of("BOOLEAN", "1", "1"),
        TypeCase.of("", "7", "7", null),
        TypeCase.of("whatever you say", "'x'", "x"));
  }

  @Test
  void everyValueHasATypeOfItsOwn() throws SQLException {
    execute(
        "CREATE TABLE mixed (v)",
        "INSERT INTO mixed VALUES (1), (1.0), ('1'), (x'31'), (NULL), (''), (5000000000)");
    assertThat(rows(table("mixed")).stream().map(List::getFirst))
        .containsExactly("1", "1.0", "1", "31", null, "", "5000000000");
  }

  @Test
  void textThatIsNoUtf8KeepsItsBytes() throws SQLException {
    execute(
        "CREATE TABLE latin (v TEXT)",
        "INSERT INTO latin VALUES (CAST(x'4DFC6C6C6572' AS TEXT)), ('M\u00FCller \uFFFD')");
    assertThat(rows(table("latin")))
        .containsExactly(row("\\x4dfc6c6c6572"), row("M\u00FCller \uFFFD"));
  }

  @Test
  void readsAllOfChinook() throws Exception {
    Path chinook = Path.of(SqliteTest.class.getResource("/chinook/Chinook_Sqlite.sqlite").toURI());
    Login login = Connections.file(Connection.System.SQLITE, chinook.toString());
    List<FoundTable> tables = reader().tables(login);
    Map<String, Long> rows = new HashMap<>();
    int references = 0;
    for (FoundTable table : tables) {
      assertThat(table.exact()).isTrue();
      rows.put(table.name(), table.rows());
      references += table.foreignKeys().size();
    }
    assertThat(rows)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("Album", 347L),
                Map.entry("Artist", 275L),
                Map.entry("Customer", 59L),
                Map.entry("Employee", 8L),
                Map.entry("Genre", 25L),
                Map.entry("Invoice", 412L),
                Map.entry("InvoiceLine", 2240L),
                Map.entry("MediaType", 5L),
                Map.entry("Playlist", 18L),
                Map.entry("PlaylistTrack", 8715L),
                Map.entry("Track", 3503L)));
    assertThat(references).isEqualTo(11);
    FoundTable both = found(tables, "PlaylistTrack");
    assertThat(both.primaryKey()).containsExactly("PlaylistId", "TrackId");
    assertThat(both.foreignKeys())
        .containsExactlyInAnyOrder(
            new FoundTable.ForeignKey(List.of("TrackId"), null, "Track", List.of("TrackId")),
            new FoundTable.ForeignKey(
                List.of("PlaylistId"), null, "Playlist", List.of("PlaylistId")));
  }
}
