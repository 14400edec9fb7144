package dev.assay.source.database;

import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.source.RecordBatch;
import dev.assay.source.RelationReader;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.TableReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A running database and how its tables are read, for the tests that every database passes. */
abstract class RelationReaderFixture {
  /** What a system may be unable to do. */
  enum Cannot {
    /** It has no users. */
    REFUSE_A_PASSWORD,
    /** It is a file, and nobody writes while it is read. */
    BE_WRITTEN_MEANWHILE,
    /** It ends a query by itself, by its own clock. */
    WAIT_FOR_EVER,
    /** Foreign keys point at primary keys alone. */
    HAVE_UNIQUE_KEYS,
    /** It has no foreign keys. */
    SAY_FOREIGN_KEYS,
    /** It would have to read all rows to count them. */
    COUNT
  }

  /** Where a test table lies. */
  abstract Relation.Table table(String name);

  /** The login to the running database. */
  abstract Login login();

  /** Runs statements as somebody who may write, and commits. */
  abstract void execute(String... statements) throws SQLException;

  abstract List<TypeCase> types();

  Set<Cannot> cannot() {
    return EnumSet.noneOf(Cannot.class);
  }

  /** A SELECT of the numbers from 1 to {@code count}. */
  abstract String numbers(int count);

  /** A query whose first row does not come. */
  String endless() {
    throw new IllegalStateException("Write one, or say so with Cannot.WAIT_FOR_EVER.");
  }

  /** A name that was not quoted, as the system keeps it. */
  String folded(String name) {
    return name;
  }

  String name(String name) {
    return '"' + name + '"';
  }

  /** A table as a query names it. */
  String inQuery(String table) {
    return table;
  }

  RelationReader reader() {
    return Databases.readers(Path.of("no-such-folder")).get(login().connection().system());
  }

  final List<List<String>> rows(Relation relation) {
    return rows(relation, Optional.empty());
  }

  final List<List<String>> since(String column, String value) {
    return rows(table("events"), Optional.of(new Since(column, value)));
  }

  final List<List<String>> rows(Relation relation, Optional<Since> since) {
    Landing landing = reader().look(login(), relation);
    int columns = landing.columns().size();
    List<List<String>> all = new ArrayList<>();
    try (TableReader rows = reader().open(login(), relation, landing, since)) {
      RecordBatch batch = new RecordBatch(columns, 64);
      while (rows.next(batch)) {
        for (int row = 0; row < batch.rows(); row++) {
          List<String> values = new ArrayList<>();
          for (int column = 0; column < columns; column++) {
            byte[] value = batch.value(row, column);
            values.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
          }
          all.add(values);
        }
        batch.clear();
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  static List<String> row(String... values) {
    return java.util.Arrays.asList(values);
  }

  static FoundTable found(List<FoundTable> tables, String name) {
    return tables.stream()
        .filter(table -> table.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow();
  }
}
