package dev.assay.source;

import dev.assay.model.Connection;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens whatever rows come from: the one door to all readers. */
public final class Origins {
  private static final int HEAD = 1 << 12;

  private final Containers containers;
  private final List<FileFormat> formats;
  private final Map<Connection.System, RelationReader> systems;
  private final Function<String, RelationReader.Login> logins;

  /**
   * @param formats asked in turn whether a file is theirs; the last takes every text
   * @param logins a stored connection with its secret, by its id
   */
  public Origins(
      Containers containers,
      List<FileFormat> formats,
      Map<Connection.System, RelationReader> systems,
      Function<String, RelationReader.Login> logins) {
    this.containers = containers;
    this.formats = List.copyOf(formats);
    this.systems = Map.copyOf(systems);
    this.logins = logins;
  }

  /** The reader of a kind of database. */
  public RelationReader system(Connection.System system) {
    RelationReader reader = systems.get(system);
    if (reader == null) {
      throw UserError.invalid("Assay cannot read " + system.text() + ".");
    }
    return reader;
  }

  /** The tables that a file holds, those of an archive's files with the entry as their schema. */
  public List<FoundTable> tables(Path file, String fileName) {
    List<FoundTable> found = new ArrayList<>();
    List<String> entries = containers.entries(file, fileName);
    if (entries.isEmpty()) {
      try (Content content = containers.open(file, fileName, null)) {
        return format(content).tables(content);
      }
    }
    UserError first = null;
    for (String entry : entries) {
      try (Content content = containers.open(file, fileName, entry)) {
        format(content).tables(content).forEach(table -> found.add(in(entry, table)));
      } catch (UserError broken) {
        first = first == null ? broken : first;
        found.add(unreadable(entry, broken));
      }
    }
    if (first != null && entries.size() == 1) {
      throw first;
    }
    return found;
  }

  private static FoundTable in(String entry, FoundTable table) {
    return new FoundTable(
        entry,
        table.name(),
        table.name() == null ? FoundTable.Kind.ENTRY : table.kind(),
        table.rows(),
        table.exact(),
        table.primaryKey(),
        table.foreignKeys(),
        table.note());
  }

  /** One broken file of an archive leaves the others: whoever takes it learns why it is none. */
  private static FoundTable unreadable(String entry, UserError broken) {
    return new FoundTable(
        entry, null, FoundTable.Kind.ENTRY, null, false, List.of(), List.of(), broken.getMessage());
  }

  /** How an origin is landed. */
  public Landing look(Origin origin, DialectOverrides overrides) {
    return switch (origin) {
      case Origin.File file -> {
        try (Content content = content(file)) {
          yield format(content).look(content, table(file), overrides);
        }
      }
      case Origin.Database database -> {
        RelationReader.Login login = logins.apply(database.connection());
        yield system(login.connection().system()).look(login, database.relation());
      }
      case Origin.Folder _ -> throw UserError.invalid("A folder is looked at file by file.");
    };
  }

  /**
   * Opens the records of an origin that is no delimited text.
   *
   * @param malformed takes what in a file is no record; a database has no such thing
   */
  public TableReader open(
      Origin origin,
      Landing landing,
      Optional<RelationReader.Since> since,
      Malformed.Sink malformed) {
    return switch (origin) {
      case Origin.File file -> {
        Content content = content(file);
        try {
          if (format(content) instanceof FileFormat.OfRecords records) {
            yield records.open(content, table(file), landing, malformed);
          }
          throw UserError.conflict(Sentences.FILE_OTHER_KIND_NOW.with(file.label()));
        } catch (RuntimeException | Error e) {
          content.close();
          throw e;
        }
      }
      case Origin.Database database -> {
        RelationReader.Login login = logins.apply(database.connection());
        yield system(login.connection().system()).open(login, database.relation(), landing, since);
      }
      case Origin.Folder _ -> throw UserError.invalid("A folder is read file by file.");
    };
  }

  /** The bytes of a file origin; the caller closes them. */
  public Content content(Origin.File file) {
    String entry = file.part() == null ? null : file.part().entry();
    return containers.open(Path.of(file.path()), file.fileName(), entry);
  }

  private static String table(Origin.File file) {
    return file.part() == null ? null : file.part().table();
  }

  private FileFormat format(Content content) {
    byte[] head;
    try (Content.Opened opened = content.open()) {
      head = opened.readNBytes(HEAD);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          e,
          Sentences.FILE_UNREADABLE.with(content.name(), e.getMessage()));
    }
    return formats.stream()
        .filter(format -> format.recognises(head, content.name()))
        .findFirst()
        .orElseThrow(() -> UserError.invalid(Sentences.FILE_UNKNOWN_KIND.with(content.name())));
  }
}
