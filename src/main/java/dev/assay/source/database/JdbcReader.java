package dev.assay.source.database;

import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.RelationReader;
import dev.assay.source.TableReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the databases of one vendor. */
final class JdbcReader implements RelationReader {
  private final Vendor vendor;
  private final Duration patience;

  /**
   * @param patience how long a query may take to its first row, and from one to the next
   */
  JdbcReader(Vendor vendor, Duration patience) {
    this.vendor = vendor;
    this.patience = patience;
  }

  @Override
  public void test(Login login) {
    reading(login, null, _ -> true);
  }

  @Override
  public List<FoundTable> tables(Login login) {
    return reading(login, null, vendor::tables);
  }

  @Override
  public Landing look(Login login, Relation relation) {
    List<Shape> shapes =
        reading(login, relation, connection -> vendor.shapes(connection, relation));
    List<Landing.Column> names = ColumnNames.of(shapes.stream().map(Shape::name).toList());
    List<Landing.Column> columns = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Landing.Column column = names.get(i);
      columns.add(new Landing.Column(column.header(), column.name(), shapes.get(i).type()));
    }
    return new Landing(new Format.DatabaseRows(), columns);
  }

  @Override
  public TableReader open(Login login, Relation relation, Landing landing, Optional<Since> since) {
    Connection connection = connect(login);
    Patience watch = null;
    try {
      vendor.begin(connection);
      Selection selection =
          Selection.of(vendor, relation, landing, vendor.shapes(connection, relation), since);
      PreparedStatement statement =
          connection.prepareStatement(
              selection.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
      statement.setFetchSize(vendor.fetchSize());
      if (selection.parameter().isPresent()) {
        statement.setObject(1, selection.parameter().get());
      }
      Refusals refusals = new Refusals(login, relation);
      watch = new Patience(statement, patience);
      ResultSet rows = watch.with(statement::executeQuery);
      return new JdbcTable(connection, statement, watch, rows, selection.cells(), refusals);
    } catch (SQLException e) {
      end(connection, watch);
      throw new Refusals(login, relation).whileReading(e);
    } catch (RuntimeException | Error e) {
      end(connection, watch);
      throw e;
    }
  }

  private static void end(Connection connection, Patience watch) {
    if (watch != null) {
      watch.close();
    }
    closeQuietly(connection);
  }

  private interface Read<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T reading(Login login, Relation relation, Read<T> read) {
    Connection connection = connect(login);
    try {
      vendor.begin(connection);
      return read.from(connection);
    } catch (SQLException e) {
      throw new Refusals(login, relation).of(e);
    } finally {
      closeQuietly(connection);
    }
  }

  private Connection connect(Login login) {
    try {
      Connection connection = vendor.connect(login);
      if (connection == null) {
        throw UserError.invalid(
            "No driver knows the address of the connection '" + login.connection().name() + "'.");
      }
      return connection;
    } catch (SQLException e) {
      throw new Refusals(login, null).of(e);
    }
  }

  /** Ends what was begun; that nothing was changed does not need anyone's consent. */
  static void closeQuietly(Connection connection) {
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException _) {
      // The connection is broken: there is nothing left to undo.
    }
    try {
      connection.close();
    } catch (SQLException _) {
      // Nor to close.
    }
  }
}
