package dev.assay.workspace;

import dev.assay.model.Connection;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How tables and queries of databases become sources, together with what refers to what. */
final class RelationIntake {
  private final Store store;
  private final Connections connections;
  private final Newcomers newcomers;

  RelationIntake(Store store, Connections connections, Newcomers newcomers) {
    this.store = store;
    this.connections = connections;
    this.newcomers = newcomers;
  }

  /** Adds relations of a stored connection; null for all of its tables. */
  List<Added> add(String connection, List<Relation> relations, AddOptions options) {
    return add(connections.stored(connection), relations, options);
  }

  /** Adds the tables of a database that is a file, through a connection of its own. */
  List<Added> addFile(Connection.System system, Path file, AddOptions options) {
    boolean known = connections.all().stream().anyMatch(c -> file.toString().equals(c.database()));
    Connection connection = connections.toFile(system, file);
    try {
      List<Relation> relations =
          options.tables() == null
              ? null
              : ChosenTables.among(connections.tables(connection.id()), options.tables());
      return add(connection, relations, options);
    } catch (UserError nothing) {
      if (!known) {
        connections.disconnect(connection.id());
      }
      throw nothing;
    }
  }

  private List<Added> add(Connection connection, List<Relation> relations, AddOptions options) {
    boolean needed =
        relations == null || relations.stream().anyMatch(Relation.Table.class::isInstance);
    List<FoundTable> found = needed ? connections.tables(connection.id()) : List.of();
    Choice choice = relations == null ? all(found, connection) : new Choice(relations, null);
    Attempts attempts = new Attempts();
    List<Newcomers.Made> all = new ArrayList<>();
    for (Relation relation : choice.relations()) {
      String name = name(connection, relation, choice.relations(), options);
      attempts
          .attempt(
              connection.address() + " › " + relation.label(),
              () -> add(connection, relation, name, found, options, choice.relations().size() > 1))
          .ifPresent(made -> {
            attempts.take(made.added());
            all.add(made);
          });
    }
    List<Added> added = new ArrayList<>(attempts.all());
    String known = choice.relations().size() == 1 ? null : Newcomers.knownAmong(all);
    added.set(0, Notes.with(added.getFirst(), Notes.join(known, choice.note())));
    return added;
  }

  private record Choice(List<Relation> relations, String note) {}

  /** Views show what tables hold, so they are taken only where there is nothing else. */
  private static Choice all(List<FoundTable> found, Connection connection) {
    List<FoundTable> tables =
        found.stream().filter(table -> table.kind() != FoundTable.Kind.VIEW).toList();
    List<FoundTable> views =
        found.stream().filter(table -> table.kind() == FoundTable.Kind.VIEW).toList();
    if (found.isEmpty()) {
      throw UserError.invalid(Sentences.CONNECTION_WITHOUT_TABLES.with(connection.address()));
    }
    if (tables.isEmpty() || views.isEmpty()) {
      return new Choice(found.stream().<Relation>map(ChosenTables::relation).toList(), null);
    }
    List<String> names = views.stream().map(view -> ChosenTables.relation(view).label()).toList();
    return new Choice(
        tables.stream().<Relation>map(ChosenTables::relation).toList(),
        (names.size() == 1 ? "A view was" : names.size() + " views were")
            + " left out, which can be named as tables are: "
            + String.join(", ", names.subList(0, Math.min(5, names.size())))
            + (names.size() > 5 ? ", …" : "")
            + ".");
  }

  private Newcomers.Made add(
      Connection connection,
      Relation relation,
      String name,
      List<FoundTable> found,
      AddOptions options,
      boolean all) {
    Optional<Sources.Kept> known =
        store.sources().all().stream()
            .filter(kept ->
                kept.source().origin() instanceof Origin.Database database
                    && database.connection().equals(connection.id())
                    && database.relation().equals(relation))
            .findFirst();
    List<FoundTable.ForeignKey> foreignKeys =
        found.stream()
            .filter(table -> ChosenTables.relation(table).equals(relation))
            .findFirst()
            .map(FoundTable::foreignKeys)
            .orElse(List.of());
    if (known.isPresent()) {
      store.sources().remember(known.get().source().id(), foreignKeys);
      return newcomers.sync(known.get(), options, all ? null : "'" + relation.label() + "'");
    }
    return newcomers.add(
        new Newcomers.Wanted(
            name,
            connection.id(),
            new Origin.Database(connection.id(), connection.address(), relation),
            null,
            DialectOverrides.NONE,
            foreignKeys,
            options.sync(),
            null));
  }

  /** One table is called as it is; of several, each after their connection and itself. */
  private static String name(
      Connection connection, Relation relation, List<Relation> all, AddOptions options) {
    boolean named = options.name() != null && !options.name().isBlank();
    String own =
        switch (relation) {
          case Relation.Table table when sameName(table, all) ->
              table.schema() + "_" + table.name();
          case Relation.Table table -> table.name();
          case Relation.Query _ -> connection.name() + "_query";
        };
    if (all.size() == 1) {
      return named ? options.name().strip() : own;
    }
    return (named ? options.name().strip() : connection.name()) + "_" + own;
  }

  private static boolean sameName(Relation.Table table, List<Relation> all) {
    return all.stream()
            .filter(other ->
                other instanceof Relation.Table t && t.name().equalsIgnoreCase(table.name()))
            .count()
        > 1;
  }
}
