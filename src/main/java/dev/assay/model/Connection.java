package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A way to a database or a warehouse, without its secret.
 *
 * @param id short slug of its name, unique in the workspace
 * @param host null for a database that is a file, and for BigQuery itself
 * @param port null for the system's usual one
 * @param database the database, the service (Oracle), the project (BigQuery) or the file's path
 * @param user null where there is none
 * @param tls how the way is secured
 * @param driver the driver's class, for {@link System#OTHER} alone
 * @param url the driver's own address, for {@link System#OTHER} alone; it never comes from a caller
 *     without the workspace's token
 * @param hasSecret whether a password or a service account's key is kept, encrypted, beside it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Connection(
    String id,
    String name,
    System system,
    String host,
    Integer port,
    String database,
    String user,
    Tls tls,
    String driver,
    String url,
    boolean hasSecret) {

  /** What people call it: {@code postgresql://host/database}. */
  public String address() {
    return switch (system) {
      case SQLITE, DUCKDB -> database;
      case BIGQUERY -> "bigquery://" + database;
      case OTHER -> name;
      case H2 -> host == null ? database : "h2://" + at() + "/" + database;
      case POSTGRESQL, MYSQL, MARIADB, SQLSERVER, ORACLE ->
          system.text() + "://" + at() + (database == null ? "" : "/" + database);
    };
  }

  private String at() {
    return host + (port == null ? "" : ":" + port);
  }

  /** Systems that Assay knows to read. */
  public enum System {
    POSTGRESQL,
    MYSQL,
    MARIADB,
    SQLITE,
    SQLSERVER,
    ORACLE,
    H2,
    DUCKDB,
    BIGQUERY,
    /** Whatever a driver in the workspace's {@code drivers/} speaks to. */
    OTHER;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a connection is secured. */
  public enum Tls {
    /** Plain; for a server on this machine. */
    DISABLE,
    /** Encrypted where the server can. */
    PREFER,
    /** Encrypted or not at all; whoever the server is. */
    REQUIRE,
    /** Encrypted, and the server's certificate and name are checked. */
    VERIFY;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
