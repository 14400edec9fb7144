package dev.assay.workspace;

import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the tables of one file become sources: one where it is one table, else one each. */
final class FileIntake {
  private final Store store;
  private final Features features;
  private final Names names;
  private final Newcomers newcomers;

  FileIntake(Store store, Features features, Names names, Newcomers newcomers) {
    this.store = store;
    this.features = features;
    this.names = names;
    this.newcomers = newcomers;
  }

  /**
   * A file to be added.
   *
   * @param path where it is
   * @param fileName what its owner calls it
   * @param uploaded whether the workspace keeps the only copy
   */
  record Given(Path path, String fileName, boolean uploaded) {
    String realPath() {
      return uploaded ? null : path.toString();
    }

    Origin.File origin(Origin.Part part) {
      return new Origin.File(path.toString(), fileName, uploaded, 0, Instant.EPOCH, part);
    }
  }

  /**
   * Adds the tables of a file; one that cannot be added leaves the others.
   *
   * @param landings takes how each new source lands, by its id
   */
  List<Added> add(Given given, AddOptions options, Map<String, Landing> landings) {
    List<FoundTable> found = features.tables(given.path(), given.fileName());
    List<FoundTable> chosen =
        options.tables() == null
            ? found
            : FoundParts.among(found, options.tables(), given.fileName());
    List<Sources.Kept> known =
        given.uploaded() ? List.of() : store.sources().allByPath(given.realPath());
    Group group = group(given, found, chosen, options, known);
    Attempts attempts = new Attempts();
    List<Newcomers.Made> all = new ArrayList<>();
    for (FoundTable table : chosen) {
      Origin.Part part = found.size() == 1 ? null : FoundParts.part(table);
      String label = part == null ? given.fileName() : given.fileName() + " › " + part.label();
      attempts
          .attempt(label, () -> add(given, table, part, group, options, found, known))
          .ifPresent(made -> {
            attempts.take(made.added());
            all.add(made);
            if (made.landing() != null && (part == null || part.table() == null)) {
              landings.put(made.added().source().id(), made.landing());
            }
          });
    }
    List<Added> added = new ArrayList<>(attempts.all());
    String knownAmong = chosen.size() == 1 ? null : Newcomers.knownAmong(all);
    added.set(0, Notes.with(added.getFirst(), Notes.join(knownAmong, gone(given, found, known))));
    return added;
  }

  /**
   * What tables of one file share.
   *
   * @param id of their origin, null where the file is but one table
   * @param name that theirs begin with
   * @param chosen those that are taken
   */
  private record Group(String id, String name, List<FoundTable> chosen, boolean named) {}

  private Group group(
      Given given,
      List<FoundTable> found,
      List<FoundTable> chosen,
      AddOptions options,
      List<Sources.Kept> known) {
    boolean named = options.name() != null && !options.name().isBlank();
    String name = named ? options.name().strip() : Names.stem(given.fileName());
    String id =
        found.size() == 1
            ? null
            : known.isEmpty() ? names.freeGroup(name) : known.getFirst().source().originId();
    return new Group(id, name, chosen, named);
  }

  private Newcomers.Made add(
      Given given,
      FoundTable table,
      Origin.Part part,
      Group group,
      AddOptions options,
      List<FoundTable> found,
      List<Sources.Kept> known) {
    boolean first = table == found.getFirst();
    for (Sources.Kept kept : known) {
      if (kept.source().origin() instanceof Origin.File file && isIt(file.part(), table, first)) {
        String what = file.part() == null ? "This file" : "'" + file.part().label() + "'";
        return newcomers.sync(kept, options, group.chosen().size() == 1 ? what : null);
      }
    }
    boolean alone = part == null || (group.chosen().size() == 1 && group.named());
    return newcomers.add(
        new Newcomers.Wanted(
            alone ? group.name() : group.name() + "_" + ownName(table, group.chosen()),
            group.id(),
            given.origin(part),
            given.realPath(),
            options.overrides(),
            table.foreignKeys(),
            options.sync(),
            table.note()));
  }

  /** A source of the whole file is what its first table is: that is how it is read. */
  private static boolean isIt(Origin.Part known, FoundTable table, boolean first) {
    return known == null ? first : known.equals(FoundParts.part(table));
  }

  private static String ownName(FoundTable table, List<FoundTable> chosen) {
    if (table.schema() == null) {
      return table.name();
    }
    String stem = Names.stem(table.schema());
    boolean shared =
        chosen.stream()
            .anyMatch(other ->
                !other.schema().equals(table.schema())
                    && Names.stem(other.schema()).equalsIgnoreCase(stem));
    String entry = shared ? table.schema() : stem;
    return table.name() == null ? entry : entry + "_" + table.name();
  }

  /** Tables that were sources and are no longer there keep what was landed. */
  private static String gone(Given given, List<FoundTable> found, List<Sources.Kept> known) {
    Set<Origin.Part> there = new HashSet<>(found.stream().map(FoundParts::part).toList());
    List<String> gone =
        known.stream()
            .map(Sources.Kept::source)
            .filter(source ->
                source.origin() instanceof Origin.File file
                    && file.part() != null
                    && !there.contains(file.part()))
            .map(source -> "'" + source.id() + "'")
            .toList();
    return gone.isEmpty()
        ? null
        : "What "
            + String.join(", ", gone)
            + (gone.size() == 1 ? " was" : " were")
            + " read from is no longer in "
            + given.fileName()
            + (gone.size() == 1 ? ": it stays" : ": they stay")
            + " as landed before.";
  }

  /** Opening what a stranger sent as a database would do whatever its makers thought of. */
  static UserError noUpload(String fileName) {
    return new UserError(UserError.Kind.FORBIDDEN, Sentences.UPLOADED_DATABASE.with(fileName));
  }
}
