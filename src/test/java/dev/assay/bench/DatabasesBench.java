package dev.assay.bench;

import dev.assay.bronze.Lander;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.Connection.System;
import dev.assay.model.Connection.Tls;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.source.Origins;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;
import dev.assay.source.database.Databases;
import dev.assay.source.delimited.DelimitedText;
import dev.assay.source.packed.PackedFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * 500,000 orders pulled from PostgreSQL and from SQLite.
 *
 * <p>Ours is a whole landing: rows read, hashed, written and compacted. Theirs is the bare driver
 * fetching the same rows with {@code getString}, and then DuckDB making the same table, hash
 * included, out of a CSV file of them.
 */
final class DatabasesBench {
  private static final long ROWS = 500_000;
  private static final String TABLE =
      "CREATE TABLE orders (order_id bigint, customer_id text, customer_name text, email text,"
          + " order_date text, status text, product text, quantity text, unit_price text,"
          + " amount text, city text, country text)";

  private final Path folder;
  private final int rounds;

  DatabasesBench(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  void run() throws Exception {
    Path csv = OrdersFile.write(folder.resolve("pulled.csv"), ROWS, 42);
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      fillPostgres(url, csv);
      Login login = login(System.POSTGRESQL, "localhost", server.getPort(), "postgres", "postgres");
      java.lang.System.out.println(
          contest("PostgreSQL pull : driver + DuckDB", login, "public", url, csv).run(rounds));
    }
    Path file = folder.resolve("orders.sqlite");
    String url = "jdbc:sqlite:" + file;
    fillSqlite(url, csv);
    Login login = login(System.SQLITE, null, null, file.toString(), null);
    java.lang.System.out.println(
        contest("SQLite pull : driver + DuckDB", login, null, url, csv).run(rounds));
  }

  private Contest contest(String name, Login login, String schema, String url, Path csv) {
    return new Contest(
        name,
        1.3,
        () -> land(login, new Relation.Table(schema, "orders")),
        () -> {
          fetch(url);
          Bench.readCsv(csv, folder.resolve("theirs.duckdb"), Bench.METADATA);
        });
  }

  private void land(Login login, Relation relation) throws Exception {
    Path file = folder.resolve("ours.duckdb");
    Files.deleteIfExists(file);
    Origins origins =
        new Origins(
            new PackedFiles(), List.of(new DelimitedText()), Databases.readers(folder), _ -> login);
    Origin origin = new Origin.Database("bench", "bench", relation);
    Landing landing = origins.look(origin, DialectOverrides.NONE);
    Source source = new Source("orders", "orders", "orders", origin, Instant.EPOCH);
    try (DuckDbEngine engine = DuckDbEngine.open(file, "1GB", 2)) {
      long landed =
          new Lander(engine, origins)
              .land(
                  new Step.Land(source, landing, "bronze", "malformed"),
                  1,
                  Instant.EPOCH,
                  Work.unwatched())
              .getFirst()
              .rowsLanded();
      if (landed != ROWS) {
        throw new IllegalStateException(landed + " rows landed");
      }
      engine.checkpoint();
    }
  }

  private static void fetch(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(2_000);
        long length = 0;
        try (ResultSet rows = statement.executeQuery("SELECT * FROM orders")) {
          while (rows.next()) {
            for (int i = 1; i <= 12; i++) {
              String value = rows.getString(i);
              length += value == null ? 0 : value.length();
            }
          }
        }
        if (length == 0) {
          throw new IllegalStateException("nothing was fetched");
        }
      }
    }
  }

  private static void fillPostgres(String url, Path csv) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        Reader text = Files.newBufferedReader(csv)) {
      statement.execute(TABLE);
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY orders FROM STDIN WITH (FORMAT csv, HEADER)", text);
      statement.execute("VACUUM ANALYZE orders");
    }
  }

  private static void fillSqlite(String url, Path csv) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
          var records = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(csv)) {
        boolean header = true;
        for (var line : records) {
          if (!header) {
            for (int i = 0; i < 12; i++) {
              insert.setString(i + 1, line.getField(i));
            }
            insert.executeUpdate();
          }
          header = false;
        }
      }
      connection.commit();
    }
  }

  private static Login login(
      System system, String host, Integer port, String database, String user) {
    return new Login(
        new dev.assay.model.Connection(
            "b", "b", system, host, port, database, user, Tls.DISABLE, null, null, false),
        Secret.NONE);
  }
}
