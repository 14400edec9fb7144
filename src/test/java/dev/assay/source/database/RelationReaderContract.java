package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ConnectionLost;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.TableReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every database must keep, against the real thing; each lists what it cannot do. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RelationReaderContract extends RelationReaderFixture {
  @Test
  void saysNothingWhenItConnects() {
    reader().test(login());
  }

  @Test
  void everyTypeLandsAsTextThatLosesNothing() throws SQLException {
    String columns =
        String.join(
            ", ",
            IntStream.range(0, types().size())
                .mapToObj(i -> "c" + i + " " + types().get(i).declared())
                .toList());
    String values = String.join(", ", types().stream().map(TypeCase::literal).toList());
    String nulls = String.join(", ", types().stream().map(_ -> "NULL").toList());
    execute(
        "CREATE TABLE every_type (" + columns + ")",
        "INSERT INTO every_type VALUES (" + values + ")",
        "INSERT INTO every_type VALUES (" + nulls + ")");
    List<String> expected = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Relation relation = table("every_type");
    Landing landing = reader().look(login(), relation);
    List<List<String>> rows = rows(relation);
    List<List<String>> queried = rows(new Relation.Query("SELECT * FROM " + inQuery("every_type")));
    for (int i = 0; i < types().size(); i++) {
      TypeCase type = types().get(i);
      expected.add(type.declared() + ": " + type.text() + " (" + type.type() + ")");
      seen.add(
          type.declared()
              + ": "
              + rows.getFirst().get(i)
              + " ("
              + landing.columns().get(i).type()
              + ")");
    }
    assertThat(seen).containsExactlyElementsOf(expected);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).containsOnlyNulls();
    assertThat(queried).as("a query hands out the same").isEqualTo(rows);
  }

  @Test
  void missingIsNotEmpty() throws SQLException {
    execute(
        "CREATE TABLE missing (a VARCHAR(20), b VARCHAR(20), c VARCHAR(20))",
        "INSERT INTO missing VALUES ('', NULL, ' blanks ')");
    assertThat(rows(table("missing"))).containsExactly(row("", null, " blanks "));
  }

  @Test
  void listsTablesAndViewsWithTheirKeys() throws SQLException {
    execute(
        "CREATE TABLE parent (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (b, a))",
        "CREATE TABLE child (id INTEGER PRIMARY KEY, x INTEGER, y INTEGER,"
            + " FOREIGN KEY (y, x) REFERENCES parent (b, a))",
        "CREATE VIEW both_of_them AS SELECT x, y FROM child",
        "INSERT INTO parent VALUES (1, 2)",
        "INSERT INTO parent VALUES (1, 3)");
    List<FoundTable> tables = reader().tables(login());
    FoundTable parent = found(tables, "parent");
    assertThat(parent.kind()).isEqualTo(FoundTable.Kind.TABLE);
    assertThat(parent.primaryKey()).containsExactly(folded("b"), folded("a"));
    if (!cannot().contains(Cannot.COUNT)) {
      assertThat(parent.rows()).isEqualTo(2);
      assertThat(parent.exact()).isTrue();
    }
    assertThat(found(tables, "both_of_them").kind()).isEqualTo(FoundTable.Kind.VIEW);
    assertThat(tables.stream().map(FoundTable::schema))
        .allMatch(schema -> java.util.Objects.equals(schema, table("parent").schema()));
    if (!cannot().contains(Cannot.SAY_FOREIGN_KEYS)) {
      assertThat(found(tables, "child").foreignKeys())
          .containsExactly(
              new FoundTable.ForeignKey(
                  List.of(folded("y"), folded("x")),
                  table("parent").schema(),
                  folded("parent"),
                  List.of(folded("b"), folded("a"))));
    }
  }

  @Test
  void namesAreQuotedWhateverTheyHold() throws SQLException {
    String quote = name("").substring(0, 1);
    String table = "we" + "'" + "ird; --ta ble";
    execute(
        "CREATE TABLE "
            + name(table)
            + " ("
            + name("se lect")
            + " INTEGER, "
            + name("a" + quote + quote + "b")
            + " INTEGER)",
        "INSERT INTO " + name(table) + " VALUES (1, 2)");
    Landing landing = reader().look(login(), table(table));
    assertThat(landing.columns())
        .extracting(Landing.Column::header)
        .containsExactly("se lect", "a" + quote + "b");
    assertThat(rows(table(table))).containsExactly(row("1", "2"));
  }

  @Test
  void readsOnSinceAValue() throws SQLException {
    execute(
        "CREATE TABLE events (id INTEGER, happened TIMESTAMP NULL, name VARCHAR(10))",
        "INSERT INTO events VALUES (9, '2024-01-01 00:00:00', 'a')",
        "INSERT INTO events VALUES (10, '2024-01-02 00:00:00', 'b')",
        "INSERT INTO events VALUES (11, '2024-01-03 00:00:00', 'c')");
    List<List<String>> all = rows(table("events"));
    assertThat(since("id", "10")).containsExactlyElementsOf(all.subList(1, 3));
    assertThat(since("happened", all.get(2).get(1))).containsExactly(all.get(2));
    assertThat(since("name", "b")).containsExactlyElementsOf(all.subList(1, 3));
    Relation query =
        new Relation.Query("SELECT id, name FROM " + inQuery("events") + " -- all of them");
    assertThat(rows(query, Optional.of(new Since("id", "11")))).containsExactly(row("11", "c"));
    assertThatThrownBy(() -> since("nowhere", "1")).isInstanceOf(UserError.class);
  }

  @Test
  void aQueryIsOneSelectThatCannotWrite() throws SQLException {
    execute("CREATE TABLE precious (id INTEGER)", "INSERT INTO precious VALUES (1)");
    assertThat(rows(new Relation.Query("SELECT id, ';' AS mark FROM " + inQuery("precious") + ";")))
        .containsExactly(row("1", ";"));
    for (String attack :
        List.of(
            "DELETE FROM precious",
            "SELECT 1; DELETE FROM precious",
            "SELECT 1; COMMIT; DELETE FROM precious; COMMIT",
            "SELECT 1) AS q; COMMIT; DROP TABLE precious; SELECT * FROM (SELECT 1",
            "WITH x AS (DELETE FROM precious RETURNING *) SELECT * FROM x",
            "SELECT '\\'; COMMIT; DELETE FROM precious; SELECT '",
            "SELECT 1 /*! INTO OUTFILE '/tmp/x' */",
            "COMMIT",
            "",
            "DROP TABLE precious")) {
      assertThatThrownBy(() -> rows(new Relation.Query(attack)))
          .as(attack)
          .isInstanceOf(UserError.class);
    }
    assertThat(rows(table("precious"))).containsExactly(row("1"));
  }

  @Test
  void readsOneStateOfTheTable() throws Exception {
    if (cannot().contains(Cannot.BE_WRITTEN_MEANWHILE)) {
      return;
    }
    execute("CREATE TABLE growing (id INTEGER)", "INSERT INTO growing " + numbers(20_000));
    Relation relation = table("growing");
    Landing landing = reader().look(login(), relation);
    try (TableReader rows = reader().open(login(), relation, landing, Optional.empty())) {
      RecordBatch batch = new RecordBatch(1, 100);
      assertThat(rows.next(batch)).isTrue();
      execute("INSERT INTO growing " + numbers(500), "DELETE FROM growing WHERE id > 15000");
      long read = batch.rows();
      batch.clear();
      while (rows.next(batch)) {
        read += batch.rows();
        batch.clear();
      }
      assertThat(read).isEqualTo(20_000);
    }
  }

  @Test
  void isLeftInTheMiddleWithoutHarm() throws Exception {
    execute("CREATE TABLE left_alone (id INTEGER)", "INSERT INTO left_alone " + numbers(30_000));
    Relation relation = table("left_alone");
    Landing landing = reader().look(login(), relation);
    for (int i = 0; i < 3; i++) {
      try (TableReader rows = reader().open(login(), relation, landing, Optional.empty())) {
        assertThat(rows.next(new RecordBatch(1, 10))).isTrue();
      }
    }
    assertThat(rows(relation)).hasSize(30_000);
  }

  @Test
  void severalTablesAreReadAtOnce() throws Exception {
    execute(
        "CREATE TABLE one_side (id INTEGER)",
        "INSERT INTO one_side " + numbers(3_000),
        "CREATE TABLE other_side (id INTEGER)",
        "INSERT INTO other_side " + numbers(2_000));
    Relation one = table("one_side");
    Landing landing = reader().look(login(), one);
    try (TableReader rows = reader().open(login(), one, landing, Optional.empty())) {
      assertThat(rows.next(new RecordBatch(1, 10))).isTrue();
      assertThat(rows(table("other_side"))).hasSize(2_000);
    }
  }

  @Test
  void doesNotWaitForEver() {
    if (cannot().contains(Cannot.WAIT_FOR_EVER)) {
      return;
    }
    RelationReader hasty =
        Databases.readers(Path.of("no-such-folder"), Duration.ofMillis(300))
            .get(login().connection().system());
    Relation query = new Relation.Query(endless());
    Landing landing = hasty.look(login(), query);
    assertThatThrownBy(
            () -> {
              try (TableReader rows = hasty.open(login(), query, landing, Optional.empty())) {
                rows.next(new RecordBatch(1, 10));
              }
            })
        .isInstanceOf(UserError.class)
        .isNotInstanceOf(ConnectionLost.class)
        .hasMessageContaining("gave no row of a query for too long");
    assertThat(rows(new Relation.Query("SELECT 1 AS a"))).containsExactly(row("1"));
  }

  /** A query is a source as good as a table: its columns are named, typed and read in order. */
  @Test
  void aQueryMayJoinAndCount() throws SQLException {
    execute(
        "CREATE TABLE client (id INTEGER PRIMARY KEY, name VARCHAR(20))",
        "CREATE TABLE bill (id INTEGER PRIMARY KEY, client INTEGER, amount NUMERIC(8,2))",
        "INSERT INTO client VALUES (1, 'Ann')",
        "INSERT INTO client VALUES (2, 'Bob')",
        "INSERT INTO bill VALUES (1, 1, 2.25)",
        "INSERT INTO bill VALUES (2, 1, 1.50)");
    Relation query =
        new Relation.Query(
            """
            WITH paid AS (SELECT client, SUM(amount) AS total FROM %s GROUP BY client)
            SELECT c.name AS %s, p.total AS %s -- an outer join keeps Bob
            FROM %s c LEFT JOIN paid p ON p.client = c.id
            ORDER BY c.id DESC;
            """
                .formatted(inQuery("bill"), name("who"), name("how_much"), inQuery("client")));
    Landing landing = reader().look(login(), query);
    assertThat(landing.columns())
        .extracting(Landing.Column::header)
        .containsExactly("who", "how_much");
    assertThat(rows(query)).containsExactly(row("Bob", null), row("Ann", "3.75"));
  }

  /** A reference to a table of its own, and one to a key that is not the primary one. */
  @Test
  void foreignKeysMayPointAnywhere() throws SQLException {
    if (cannot().contains(Cannot.SAY_FOREIGN_KEYS) || cannot().contains(Cannot.HAVE_UNIQUE_KEYS)) {
      return;
    }
    execute(
        "CREATE TABLE staff (id INTEGER PRIMARY KEY, code VARCHAR(9) NOT NULL UNIQUE,"
            + " boss INTEGER, FOREIGN KEY (boss) REFERENCES staff (id))",
        "CREATE TABLE desk (id INTEGER PRIMARY KEY, owner VARCHAR(9), guest VARCHAR(9),"
            + " FOREIGN KEY (owner) REFERENCES staff (code),"
            + " FOREIGN KEY (guest) REFERENCES staff (code))");
    List<FoundTable> tables = reader().tables(login());
    assertThat(found(tables, "staff").foreignKeys()).containsExactly(toStaff("boss", "id"));
    assertThat(found(tables, "desk").foreignKeys())
        .containsExactlyInAnyOrder(toStaff("owner", "code"), toStaff("guest", "code"));
  }

  private FoundTable.ForeignKey toStaff(String column, String referenced) {
    return new FoundTable.ForeignKey(
        List.of(folded(column)),
        table("staff").schema(),
        folded("staff"),
        List.of(folded(referenced)));
  }

  @Test
  void saysWhichTableIsMissing() {
    assertThatThrownBy(() -> reader().look(login(), table("nowhere_at_all")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(folded("nowhere_at_all"))
        .hasMessageStartingWith("There is no ");
  }

  @Test
  void saysThatTheColumnsHaveChanged() throws SQLException {
    execute("CREATE TABLE changing (a INTEGER, b INTEGER)");
    Landing landing = reader().look(login(), table("changing"));
    execute("ALTER TABLE changing DROP COLUMN b");
    assertThatThrownBy(() -> reader().open(login(), table("changing"), landing, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Sync it again");
  }

  @Test
  void neverSaysTheSecret() {
    if (cannot().contains(Cannot.REFUSE_A_PASSWORD)) {
      return;
    }
    Login wrong = new Login(login().connection(), new Secret("s3cret-Pa55"));
    assertThatThrownBy(() -> reader().test(wrong))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("check the name and the password")
        .hasNoCause()
        .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret-Pa55"));
  }
}
