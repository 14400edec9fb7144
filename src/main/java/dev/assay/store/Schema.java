package dev.assay.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The shape of the metadata database, brought up to date by Flyway's migrations. */
final class Schema {
  /** The newest migration under {@code db/migration}; a test holds it to that. */
  static final int NEWEST = 6;

  // Held here: a logger that nobody holds forgets its level.
  private static final Logger CHATTER = Logger.getLogger("org.flywaydb");

  private Schema() {}

  /**
   * Migrates the database when it is behind. Flyway alone costs a third of a second, so it is
   * loaded only then.
   */
  static void bringUpToDate(DataSource source) throws SQLException {
    int version;
    try (Connection connection = source.getConnection()) {
      version = version(connection);
    }
    if (version < NEWEST) {
      CHATTER.setLevel(Level.WARNING);
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    }
  }

  /** The newest migration that has run; 0 for a new database. */
  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet known =
          statement.executeQuery(
              "SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'")) {
        if (!known.next()) {
          return 0;
        }
      }
      try (ResultSet newest =
          statement.executeQuery(
              "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success ="
                  + " 1")) {
        return newest.next() ? newest.getInt(1) : 0;
      }
    }
  }
}
