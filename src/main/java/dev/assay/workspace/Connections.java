package dev.assay.workspace;

import dev.assay.model.Connection;
import dev.assay.model.FoundTable;
import dev.assay.model.Origin;
import dev.assay.model.Problem;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader;
import dev.assay.store.Connections.Kept;
import dev.assay.store.Sources;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ways to databases and warehouses: tested before they are kept, their secrets never shown. */
final class Connections {
  private static final int LONGEST_NAME = 80;

  private final HeldFolder folder;
  private final Features features;
  private final Names names;

  Connections(HeldFolder folder, Features features, Names names) {
    this.folder = folder;
    this.features = features;
    this.names = names;
  }

  List<Connection> all() {
    return folder.store().connections().all().stream().map(Kept::connection).toList();
  }

  /** By id or name; throws UserError that lists what there is. */
  RelationReader.Login login(String idOrName) {
    return folder.login(idOrName);
  }

  /**
   * Tests a connection and keeps it. One that is known by its name and leads to the same place gets
   * the new secret, so that a changed password is no reason to add its sources anew.
   */
  Connection connect(NewConnection wished) {
    String wanted = name(wished);
    boolean elsewhere =
        known(wanted).filter(kept -> !leadsTo(kept.connection(), wished)).isPresent();
    boolean named = wished.name() != null && !wished.name().isBlank();
    String name = elsewhere && !named ? names.freeGroup(wanted) : wanted;
    Optional<Kept> known = known(name);
    if (known.isPresent() && !leadsTo(known.get().connection(), wished)) {
      throw UserError.conflict(
          Sentences.CONNECTION_NAME_TAKEN.with(name, known.get().connection().address()));
    }
    String id = known.map(kept -> kept.connection().id()).orElseGet(() -> names.freeGroup(name));
    String secret = wished.secret() == null || wished.secret().isEmpty() ? null : wished.secret();
    Connection connection =
        new Connection(
            id,
            name,
            wished.system(),
            wished.host(),
            wished.port(),
            wished.database(),
            wished.user(),
            wished.tls(),
            wished.driver(),
            wished.url(),
            secret != null);
    features.test(new RelationReader.Login(connection, new RelationReader.Secret(secret)));
    Kept kept = new Kept(connection, secret == null ? null : folder.secrets().encrypt(id, secret));
    if (known.isPresent()) {
      folder.store().connections().replace(kept);
    } else {
      insert(kept);
    }
    return connection;
  }

  /** Two at once may have been given the same id: the later one fails and may be tried again. */
  private synchronized void insert(Kept kept) {
    if (known(kept.connection().id()).isPresent()) {
      throw UserError.conflict(
          "A connection '" + kept.connection().id() + "' was made just now: choose another name.");
    }
    folder.store().connections().insert(kept, Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  private Optional<Kept> known(String name) {
    return folder.store().connections().all().stream()
        .filter(kept ->
            kept.connection().name().equalsIgnoreCase(name)
                || kept.connection().id().equalsIgnoreCase(name))
        .findFirst();
  }

  private static boolean leadsTo(Connection known, NewConnection wished) {
    return known.system() == wished.system()
        && Objects.equals(known.host(), wished.host())
        && Objects.equals(known.port(), wished.port())
        && Objects.equals(known.database(), wished.database())
        && Objects.equals(known.user(), wished.user())
        && Objects.equals(known.url(), wished.url());
  }

  /** What it is called where nobody said so: its database, else its host, else its system. */
  private static String name(NewConnection wished) {
    List<Problem> problems = new ArrayList<>();
    if (wished.system() == null) {
      problems.add(new Problem("/system", Sentences.CONNECTION_SYSTEM_NEEDED.with()));
    }
    String name = wished.name() == null ? "" : wished.name().strip();
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      problems.add(new Problem("/name", Sentences.CONNECTION_NAME_LENGTH.with(LONGEST_NAME)));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    if (!name.isEmpty()) {
      return name;
    }
    if (wished.database() != null && wished.host() == null) {
      return Names.stem(wished.database());
    }
    return Objects.requireNonNullElse(
        wished.database(), Objects.requireNonNullElse(wished.host(), wished.system().text()));
  }

  /** The way to a database file, made where there is none yet. */
  Connection toFile(Connection.System system, Path file) {
    String database = file.toString();
    return all().stream()
        .filter(known ->
            known.system() == system && known.host() == null && database.equals(known.database()))
        .findFirst()
        .orElseGet(() -> {
          String stem = Names.stem(file.getFileName().toString()).replaceFirst("\\.mv$", "");
          String name = names.freeGroup(stem);
          return connect(
              new NewConnection(name, system, null, null, database, null, null, null, null, null));
        });
  }

  void disconnect(String idOrName) {
    Connection connection = stored(idOrName);
    List<String> users =
        folder.store().sources().all().stream()
            .map(Sources.Kept::source)
            .filter(source ->
                source.origin() instanceof Origin.Database database
                    && database.connection().equals(connection.id()))
            .map(source -> "'" + source.id() + "'")
            .toList();
    if (!users.isEmpty()) {
      throw UserError.conflict(
          "'"
              + connection.id()
              + "' is what "
              + String.join(", ", users.subList(0, Math.min(5, users.size())))
              + (users.size() > 5 ? " and " + (users.size() - 5) + " more sources are" : "")
              + (users.size() > 5 ? "" : users.size() == 1 ? " is" : " are")
              + " read through: remove these sources first.");
    }
    folder.store().connections().remove(connection.id());
  }

  /** Without its secret, so that one whose key is lost can still be forgotten. */
  Connection stored(String idOrName) {
    return folder
        .store()
        .connections()
        .find(idOrName)
        .map(Kept::connection)
        .orElseGet(() -> folder.login(idOrName).connection());
  }

  List<FoundTable> tables(String idOrName) {
    return features.tables(login(idOrName));
  }

  Optional<Long> cost(String idOrName, Relation relation) {
    return features.cost(login(idOrName), relation);
  }
}
