package dev.assay.workspace;

import dev.assay.model.Connection;

/**
 * A connection to be tested and kept.
 *
 * @param secret the password or the service account's JSON key; null where there is none. It is
 *     encrypted before it is stored and never handed out again
 */
public record NewConnection(
    String name,
    Connection.System system,
    String host,
    Integer port,
    String database,
    String user,
    String secret,
    Connection.Tls tls,
    String driver,
    String url) {
  @Override
  public String toString() {
    return "NewConnection[" + name + ", " + system + "]";
  }
}
