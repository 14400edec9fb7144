package dev.assay.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Connection;
import dev.assay.model.Json;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import dev.assay.workspace.NewConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection from structured fields: never an address with options, which several drivers turn
 * into code.
 *
 * @param secret the password or the service account's JSON key; {@code password} is the same
 * @param driver for {@code other} alone
 * @param url for {@code other} alone
 */
record ConnectionRequest(
    String name,
    Connection.System system,
    String host,
    Integer port,
    String database,
    String user,
    String secret,
    String password,
    Connection.Tls tls,
    String driver,
    String url) {
  private static final int HIGHEST_PORT = 65_535;

  /** Whether it would open a file of the server's machine or load a driver's code. */
  boolean reachesThisMachine() {
    if (driver != null || url != null || (host != null && host.startsWith("/"))) {
      return true;
    }
    return system != null && Reach.isThisMachine(system, host);
  }

  /** Whether it would ask as whoever runs the server. */
  boolean usesCredentialsOfThisMachine() {
    String key = secret == null ? password : secret;
    return system != null && Reach.isAmbient(system, host, key != null && !key.isBlank());
  }

  /** Every mistake is named at once. */
  NewConnection checked() {
    List<Problem> problems = new ArrayList<>();
    switch (system) {
      case null -> problems.add(new Problem("/system", "Give the field 'system'."));
      case POSTGRESQL, MYSQL, MARIADB, SQLSERVER, ORACLE -> {
        need("host", host, problems);
        onlyOther(problems);
      }
      case SQLITE, DUCKDB, H2 -> {
        need("database", database, problems);
        onlyOther(problems);
      }
      case BIGQUERY -> {
        need("database", database, problems);
        onlyOther(problems);
        serviceAccount(problems);
      }
      case OTHER -> need("url", url, problems);
    }
    // What else stands in a host's name could become an option of a driver.
    if (host != null && !host.matches("[\\p{Alnum}._:/\\-\\[\\]]*")) {
      problems.add(new Problem("/host", "Give host as a plain name or address."));
    }
    if (port != null && (port < 1 || port > HIGHEST_PORT)) {
      problems.add(new Problem("/port", "Give port as a whole number from 1 to 65535."));
    }
    if (secret != null && password != null) {
      problems.add(new Problem("/password", "Give either 'secret' or 'password', not both."));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return new NewConnection(
        name,
        system,
        blank(host),
        port,
        blank(database),
        blank(user),
        secret == null ? password : secret,
        tls,
        driver,
        url);
  }

  private void onlyOther(List<Problem> problems) {
    if (driver != null) {
      problems.add(new Problem("/driver", "A driver goes with the system 'other' alone."));
    }
    if (url != null) {
      problems.add(
          new Problem(
              "/url", "Give host, port and database; an url goes with the system 'other' alone."));
    }
  }

  /** Other kinds of credentials name files and addresses that the client would read. */
  private void serviceAccount(List<Problem> problems) {
    String key = secret == null ? password : secret;
    if (key == null || key.isBlank()) {
      return;
    }
    String type;
    try {
      type = Json.readRequest(key, JsonNode.class).path("type").asText();
    } catch (UserError _) {
      type = "";
    }
    if (!type.equals("service_account")) {
      problems.add(
          new Problem("/secret", "Give the whole JSON key of a service account as the secret."));
    }
  }

  private static void need(String field, String value, List<Problem> problems) {
    if (value == null || value.isBlank()) {
      problems.add(new Problem("/" + field, "Give the field '" + field + "'."));
    }
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** Without the secret, which must not get into a log. */
  @Override
  public String toString() {
    return "ConnectionRequest[" + name + ", " + system + "]";
  }
}
