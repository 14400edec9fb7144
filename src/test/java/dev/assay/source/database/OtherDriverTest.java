package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.TableReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver's jar that a user put into a folder, loaded apart from Assay's own libraries. */
class OtherDriverTest {
  @TempDir Path folder;

  @Test
  void readsThroughAJarThatWasPutThere() throws Exception {
    Path file = folder.resolve("data");
    String url = "jdbc:h2:file:" + file;
    try (var connection = H2Test.connect(url, "sa", "pw");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
      statement.execute(
          "CREATE TABLE child (id INTEGER REFERENCES parent (id), price NUMERIC(6,2),"
              + " name VARCHAR(9), raw VARBINARY(9), list INTEGER ARRAY, ratio REAL)");
      statement.execute("INSERT INTO parent VALUES (1)");
      statement.execute("INSERT INTO child VALUES (1, 1.5, '', X'00FF', ARRAY[1, 2], 0.1)");
    }
    Files.copy(h2(), folder.resolve("driver.jar"));
    Login login = Connections.other("org.h2.Driver", url, "sa", "pw");
    RelationReader reader = reader();
    reader.test(login);
    FoundTable child = RelationReaderContract.found(reader.tables(login), "child");
    assertThat(child.foreignKeys())
        .containsExactly(
            new FoundTable.ForeignKey(List.of("ID"), "PUBLIC", "PARENT", List.of("ID")));
    Relation relation = new Relation.Table("PUBLIC", "CHILD");
    Landing landing = reader.look(login, relation);
    assertThat(landing.columns().get(1).type()).isEqualTo("NUMERIC(6,2)");
    RecordBatch batch = new RecordBatch(landing.columns().size(), 10);
    try (TableReader rows = reader.open(login, relation, landing, Optional.empty())) {
      rows.next(batch);
    }
    List<String> values =
        java.util.stream.IntStream.range(0, batch.columns())
            .mapToObj(i -> new String(batch.value(0, i), StandardCharsets.UTF_8))
            .toList();
    assertThat(values).containsExactly("1", "1.50", "", "00ff", "[1,2]", "0.1");
  }

  @Test
  void findsTheDriverThatTakesTheAddress() throws Exception {
    Files.copy(h2(), folder.resolve("driver.jar"));
    var driver = new Drivers(folder).find(null, "jdbc:h2:mem:x");
    assertThat(driver.getClass().getName()).isEqualTo("org.h2.Driver");
    assertThat(driver.getClass()).as("not Assay's own").isNotSameAs(org.h2.Driver.class);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> reader().test(Connections.other("a.b.C", "jdbc:c:x", "u", "pw")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("No driver a.b.C")
        .hasMessageContaining("put its jar there");
    assertThatThrownBy(() -> reader().test(Connections.other("a.b.C", "ldap://x", "u", "pw")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("begins with jdbc:");
  }

  private RelationReader reader() {
    return Databases.readers(folder).get(Connection.System.OTHER);
  }

  private static Path h2() throws URISyntaxException {
    return Path.of(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
