package dev.assay.web;

import static dev.assay.web.Requests.answer;
import static dev.assay.web.Requests.id;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.Relation;
import dev.assay.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /api/connections}: ways to databases and warehouses; a secret comes in and never out. */
final class ConnectionRoutes {
  private static final String CONNECTIONS = "/api/connections";
  private final Workspace workspace;
  private final Gate gate;
  private final Reach reach;

  ConnectionRoutes(Workspace workspace, Gate gate, Reach reach) {
    this.workspace = workspace;
    this.gate = gate;
    this.reach = reach;
  }

  void register(RoutesConfig routes) {
    routes.get(CONNECTIONS, ctx -> answer(ctx, workspace.connections()));
    routes.post(CONNECTIONS, this::connect);
    routes.delete(
        CONNECTIONS + "/{id}",
        ctx -> {
          workspace.disconnect(id(ctx));
          ctx.status(204);
        });
    routes.get(
        CONNECTIONS + "/{id}/tables",
        ctx -> {
          reach.checkMayRead(ctx, id(ctx));
          answer(ctx, workspace.tables(id(ctx)));
        });
    routes.post(
        CONNECTIONS + "/{id}/cost",
        ctx -> {
          Relation relation = Requests.body(ctx, Relation.class);
          reach.checkMayRead(ctx, id(ctx), relation);
          answer(ctx, new Cost(workspace.cost(id(ctx), relation).orElse(null)));
        });
  }

  private void connect(Context ctx) {
    ConnectionRequest request = Requests.body(ctx, ConnectionRequest.class);
    if (request.reachesThisMachine()) {
      gate.checkMayReachThisMachine(ctx);
    }
    if (request.usesCredentialsOfThisMachine()) {
      gate.checkMayUseCredentials(ctx);
    }
    var connection = workspace.connect(request.checked());
    ctx.status(201);
    answer(ctx, connection);
  }

  /**
   * What reading would be billed for.
   *
   * @param bytes null where nothing is billed by bytes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cost(Long bytes) {}
}
