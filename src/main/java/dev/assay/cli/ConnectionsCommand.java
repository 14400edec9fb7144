package dev.assay.cli;

import dev.assay.model.Connection;
import dev.assay.model.FoundTable;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists connections, shows their tables, forgets them. */
@Command(
    name = "connections",
    description = "Lists the connections to databases, shows one's tables, or forgets one.")
final class ConnectionsCommand extends Verb {
  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "list",
      paramLabel = "list|tables|remove",
      description = "What to do; else list.")
  String action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "A connection.")
  String name;

  @Override
  int run(Session session) {
    Workspace workspace = session.workspace();
    switch (action) {
      case "list" -> list(session, workspace.connections());
      case "tables" -> {
        List<FoundTable> found = workspace.tables(named());
        if (session.json()) {
          session.printJson(found);
        } else {
          TablesPrinter.print(session, found);
          session.say("Take some: " + session.command("assay add " + name + " --table NAME"));
        }
      }
      case "remove" -> {
        workspace.disconnect(named());
        session.note("Forgotten: " + name + ".");
      }
      default ->
          throw UserError.invalid(
              "'"
                  + action
                  + "' is nothing to do with connections: list, tables NAME or remove NAME.");
    }
    return 0;
  }

  private String named() {
    if (name == null) {
      throw UserError.invalid("Name a connection: assay connections " + action + " NAME");
    }
    return name;
  }

  private static void list(Session session, List<Connection> connections) {
    if (session.json()) {
      session.printJson(connections);
      return;
    }
    if (connections.isEmpty()) {
      session.say(
          "No connections yet. Make one with: "
              + session.command("assay add postgresql://user@host/database"));
      return;
    }
    Table table = new Table("CONNECTION", "ADDRESS", "USER", "SECRET", "TLS");
    for (Connection one : connections) {
      table.add(
          one.id(),
          one.address(),
          one.user() == null ? "" : one.user(),
          one.hasSecret() ? "kept" : "none",
          one.tls() == null ? "" : one.tls().text());
    }
    table.print(session.terminal());
  }
}
