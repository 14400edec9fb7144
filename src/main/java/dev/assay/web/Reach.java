package dev.assay.web;

import dev.assay.model.Connection;
import dev.assay.model.Relation;
import dev.assay.workspace.Workspace;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** What may be read through a connection that is kept already, and by whom. */
final class Reach {
  private static final String GOOGLE = ".googleapis.com";
  private final Workspace workspace;
  private final Gate gate;

  Reach(Workspace workspace, Gate gate) {
    this.workspace = workspace;
    this.gate = gate;
  }

  /** Whether a file of the server's machine is opened or a driver of one's own loaded. */
  static boolean isThisMachine(Connection.System system, String host) {
    return switch (system) {
      case SQLITE, DUCKDB, OTHER -> true;
      case H2 -> host == null || host.isBlank();
      case POSTGRESQL, MYSQL, MARIADB, SQLSERVER, ORACLE, BIGQUERY -> false;
    };
  }

  /** Whether it is read as whoever runs the server: with Google's own credentials found there. */
  static boolean isAmbient(Connection.System system, String host, boolean hasSecret) {
    return system == Connection.System.BIGQUERY
        && !hasSecret
        && (host == null
            || host.isBlank()
            || host.strip().toLowerCase(Locale.ROOT).endsWith(GOOGLE));
  }

  /** Refuses whoever may not look at what there is. */
  void checkMayRead(Context ctx, String idOrName) {
    if (kept(idOrName).stream().anyMatch(kept -> isThisMachine(kept.system(), kept.host()))) {
      gate.checkMayReachThisMachine(ctx);
    }
  }

  /** As {@link #checkMayRead(Context, String)}; a query may ask for whatever its user may see. */
  void checkMayRead(Context ctx, String idOrName, Relation relation) {
    checkMayRead(ctx, idOrName);
    switch (relation) {
      case Relation.Table _ -> {}
      case Relation.Query _ -> {
        if (kept(idOrName).stream()
            .anyMatch(kept ->
                kept.hasSecret() || isAmbient(kept.system(), kept.host(), kept.hasSecret()))) {
          gate.checkMayQuery(ctx);
        }
      }
    }
  }

  /** Whichever may be meant: the strictest counts. */
  private List<Connection> kept(String idOrName) {
    return workspace.connections().stream()
        .filter(
            kept -> kept.id().equalsIgnoreCase(idOrName) || kept.name().equalsIgnoreCase(idOrName))
        .toList();
  }
}
