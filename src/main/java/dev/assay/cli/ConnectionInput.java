package dev.assay.cli;

import dev.assay.model.Connection;
import dev.assay.model.FoundTable;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.ChosenTables;
import dev.assay.workspace.NewConnection;
import dev.assay.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A database that a command names, by its address or by the name of a stored connection. */
final class ConnectionInput {
  static final String PASSWORD = "ASSAY_PASSWORD";
  private final Session session;
  private final Path here;
  private final OriginOptions wished;

  ConnectionInput(Session session, Path here, OriginOptions wished) {
    this.session = session;
    this.here = here;
    this.wished = wished;
  }

  /** Whether nothing was said of which tables to take. */
  boolean onlyLists() {
    return !wished.all
        && wished.query == null
        && (wished.tables == null || wished.tables.isEmpty());
  }

  private record Place(String connection, String schema) {}

  List<Added> add(String input, AddOptions options) {
    Place place = place(input);
    Workspace workspace = session.workspaceOrNew();
    if (wished.query != null) {
      return workspace.addRelations(
          place.connection(), List.of(new Relation.Query(wished.query)), options);
    }
    if (wished.all && place.schema() == null) {
      return workspace.addRelations(place.connection(), null, options);
    }
    List<FoundTable> found = tables(place);
    List<Relation> relations =
        wished.all
            ? found.stream().<Relation>map(ChosenTables::relation).toList()
            : ChosenTables.among(found, wished.tables);
    return workspace.addRelations(place.connection(), relations, options);
  }

  /** Shows what there is to take, and the command that takes it. */
  void list(String input) {
    Place place = place(input);
    List<FoundTable> found = tables(place);
    if (session.json()) {
      session.printJson(found);
      return;
    }
    TablesPrinter.print(session, found);
    String add = "assay add " + (place.schema() == null ? place.connection() : input);
    session.say("Nothing was added yet.");
    session.say("Take some:  " + session.command(add + " --table NAME"));
    session.say("Take all:   " + session.command(add + " --all"));
  }

  private List<FoundTable> tables(Place place) {
    return session.workspaceOrNew().tables(place.connection()).stream()
        .filter(table -> place.schema() == null || place.schema().equals(table.schema()))
        .toList();
  }

  private Place place(String input) {
    if (!ConnectionAddress.is(input)) {
      return new Place(input, null);
    }
    ConnectionAddress address = ConnectionAddress.parse(input, here);
    List<Connection> known = session.workspaceOrNew().connections();
    Optional<Connection> same = known.stream().filter(address::isThatOf).findFirst();
    if (same.isPresent()) {
      boolean renewed = wished.keyFile != null || environmentPassword(address).isPresent();
      if (renewed) {
        connect(address, same.get().name(), wished.tls == null ? same.get().tls() : wished.tls);
      }
      return new Place(same.get().id(), address.schema());
    }
    String wanted = address.name();
    String name = wanted;
    for (int number = 2; isTaken(name, known); number++) {
      name = wanted + "_" + number;
    }
    Connection.Tls tls =
        wished.tls == null && address.host() != null ? Connection.Tls.PREFER : wished.tls;
    Connection made = connect(address, name, tls);
    session.note("Connected to " + made.address() + ", kept as '" + made.id() + "'.");
    return new Place(made.id(), address.schema());
  }

  /** Said on purpose, so it counts even where a password is kept already: it may have changed. */
  private Optional<String> environmentPassword(ConnectionAddress address) {
    return address.user() == null
        ? Optional.empty()
        : session.program().environment(PASSWORD).filter(password -> !password.isEmpty());
  }

  private Connection connect(ConnectionAddress address, String name, Connection.Tls tls) {
    return session
        .workspaceOrNew()
        .connect(
            new NewConnection(
                name,
                address.system(),
                address.host(),
                address.port(),
                address.database(),
                address.user(),
                secret(address),
                tls,
                null,
                null));
  }

  private static boolean isTaken(String name, List<Connection> known) {
    return known.stream()
        .anyMatch(one -> one.id().equalsIgnoreCase(name) || one.name().equalsIgnoreCase(name));
  }

  private String secret(ConnectionAddress address) {
    if (wished.keyFile != null) {
      try {
        return Files.readString(here.resolve(wished.keyFile));
      } catch (IOException e) {
        throw new UserError(
            UserError.Kind.INVALID,
            "The key file '" + wished.keyFile + "' cannot be read: check its path.",
            e);
      }
    }
    if (address.user() == null) {
      return null;
    }
    return session
        .program()
        .environment(PASSWORD)
        .or(() -> session.program().password("Password of " + address.user() + ": "))
        .filter(password -> !password.isEmpty())
        .orElse(null);
  }
}
