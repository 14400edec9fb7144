package dev.assay.source.database;

import dev.assay.model.Connection;
import dev.assay.model.Connection.System;
import dev.assay.model.Connection.Tls;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Secret;

/** Connections as a user would describe them. */
final class Connections {
  private Connections() {}

  static Login server(
      System system, int port, String database, String user, String password, Tls tls) {
    return new Login(
        new Connection(
            "test", "test", system, "localhost", port, database, user, tls, null, null, true),
        new Secret(password));
  }

  static Login file(System system, String path) {
    return new Login(
        new Connection("test", "test", system, null, null, path, null, null, null, null, false),
        Secret.NONE);
  }

  static Login other(String driver, String url, String user, String password) {
    return new Login(
        new Connection(
            "test", "test", System.OTHER, null, null, null, user, null, driver, url, true),
        new Secret(password));
  }
}
