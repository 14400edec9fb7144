package dev.assay.workspace;

import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many files become one source where they have one header, else a source each. */
final class FolderIntake {
  /** So many are looked at before they are taken for alike; landing looks at each. */
  private static final int LOOKED_AT = 64;

  private static final int MOST_NAMED = 6;

  private final Store store;
  private final Features features;
  private final FileIntake files;
  private final Newcomers newcomers;

  FolderIntake(Store store, Features features, FileIntake files, Newcomers newcomers) {
    this.store = store;
    this.features = features;
    this.files = files;
    this.newcomers = newcomers;
  }

  /** Whatever is done with one file of several. */
  interface One {
    List<Added> add(Path file, AddOptions options);
  }

  /** Adds the files of a folder or a pattern; {@code one} adds those that are sources each. */
  List<Added> add(Several several, AddOptions options, One one) {
    Origin.Folder origin = new Origin.Folder(several.root().toString(), several.pattern());
    Optional<Sources.Kept> known = store.sources().findByPath(origin.label());
    if (known.isPresent() && !Boolean.FALSE.equals(options.together())) {
      return List.of(newcomers.sync(known.get(), options, "This folder").added());
    }
    String why = "";
    if (!Boolean.FALSE.equals(options.together())) {
      Optional<String> difference = difference(several.files(), options.overrides());
      if (difference.isEmpty()) {
        return List.of(together(several.name(), origin, origin.label(), options));
      }
      why = "These files became a source each: " + difference.get();
      if (Boolean.TRUE.equals(options.together())) {
        throw UserError.invalid(
            "These files cannot be one source: "
                + difference.get()
                + " Name those with one header by a pattern, or leave 'together' out.");
      }
    }
    List<Added> added = each(several, options, one);
    if (!why.isEmpty()) {
      List<Added> noted = new ArrayList<>(added);
      noted.set(0, Notes.with(added.getFirst(), why));
      return noted;
    }
    return added;
  }

  private Added together(String name, Origin.Folder origin, String path, AddOptions options) {
    boolean named = options.name() != null && !options.name().isBlank();
    return newcomers
        .add(
            new Newcomers.Wanted(
                named ? options.name().strip() : name,
                null,
                origin,
                path,
                options.overrides(),
                List.of(),
                options.sync(),
                null))
        .added();
  }

  private static List<Added> each(Several several, AddOptions options, One one) {
    Attempts attempts = new Attempts();
    for (Path file : several.files()) {
      String name = file.getFileName().toString();
      attempts
          .attempt(name, () -> one.add(file, Intake.of(options, name, several.files().size())))
          .ifPresent(attempts::take);
    }
    return attempts.all();
  }

  /** Adds uploads that lie in a folder of their own as one source; throws where they differ. */
  Added uploads(Several several, AddOptions options) {
    Optional<String> difference = difference(several.files(), options.overrides());
    if (difference.isPresent()) {
      throw UserError.invalid("These files cannot be one source: " + difference.get());
    }
    return together(
        several.name(),
        new Origin.Folder(several.root().toString(), several.pattern()),
        null,
        options);
  }

  /** Adds the files of an archive as one source; empty where it holds but one file. */
  Optional<List<Added>> archive(FileIntake.Given archive, AddOptions options) {
    List<FoundTable> found = features.tables(archive.path(), archive.fileName());
    if (found.size() == 1 || found.getFirst().schema() == null) {
      return Optional.empty();
    }
    Origin.Folder origin = new Origin.Folder(archive.path().toString(), "**");
    Optional<Sources.Kept> known = store.sources().findByPath(origin.label());
    if (known.isPresent() && !archive.uploaded()) {
      return Optional.of(List.of(newcomers.sync(known.get(), options, "This archive").added()));
    }
    List<Seen> seen = new ArrayList<>();
    for (FoundTable table : sample(found)) {
      seen.add(seen(archive.origin(FoundParts.part(table)), table.schema(), options.overrides()));
    }
    Optional<String> difference = difference(seen);
    if (difference.isPresent()) {
      throw UserError.invalid("These files cannot be one source: " + difference.get());
    }
    return Optional.of(
        List.of(
            together(
                Names.stem(archive.fileName()),
                origin,
                archive.uploaded() ? null : origin.label(),
                options)));
  }

  /** What files differ in, as the end of a sentence; empty where they have one header. */
  private Optional<String> difference(List<Path> all, DialectOverrides overrides) {
    List<Seen> seen = new ArrayList<>();
    for (Path file : sample(all)) {
      String name = file.getFileName().toString();
      if (DatabaseFiles.system(file).isPresent()) {
        return Optional.of(name + " is a database.");
      }
      try {
        if (features.tables(file, name).size() > 1) {
          return Optional.of(name + " holds several tables.");
        }
      } catch (UserError broken) {
        return Optional.of(broken.getMessage());
      }
      seen.add(seen(new FileIntake.Given(file, name, false).origin(null), name, overrides));
    }
    return difference(seen);
  }

  /**
   * The header of a file.
   *
   * @param trouble why it has none, or null
   */
  private record Seen(String name, List<String> header, String trouble) {}

  private Seen seen(Origin.File file, String name, DialectOverrides overrides) {
    try {
      return new Seen(name, header(features.look(file, overrides)), null);
    } catch (UserError broken) {
      return new Seen(name, List.of(), broken.getMessage());
    }
  }

  private static Optional<String> difference(List<Seen> all) {
    for (Seen one : all) {
      if (one.trouble() != null) {
        return Optional.of(one.trouble());
      }
      Seen first = all.getFirst();
      if (!one.header().equals(first.header())) {
        return Optional.of(
            first.name()
                + " has the columns "
                + listed(first.header())
                + " and "
                + one.name()
                + " has "
                + listed(one.header())
                + ".");
      }
    }
    return Optional.empty();
  }

  private static String listed(List<String> header) {
    return String.join(", ", header.subList(0, Math.min(MOST_NAMED, header.size())))
        + (header.size() > MOST_NAMED ? ", … (" + header.size() + ")" : "");
  }

  static List<String> header(Landing landing) {
    return landing.columns().stream().map(Landing.Column::header).toList();
  }

  /** All of few, else some from the first to the last. */
  private static <T> List<T> sample(List<T> all) {
    if (all.size() <= LOOKED_AT) {
      return all;
    }
    List<T> some = new ArrayList<>();
    for (int i = 0; i < LOOKED_AT; i++) {
      some.add(all.get((int) ((long) i * (all.size() - 1) / (LOOKED_AT - 1))));
    }
    return some;
  }

  /** Says which of the files that became a source each could be one. */
  static List<Added> offer(List<Added> added, Map<String, Landing> landings) {
    List<Added> offered = new ArrayList<>(added);
    for (int i = 0; i < offered.size(); i++) {
      List<String> header = header(offered.get(i), landings);
      if (header.isEmpty()) {
        continue;
      }
      List<Integer> alike = new ArrayList<>();
      for (int j = 0; j < offered.size(); j++) {
        if (header(offered.get(j), landings).equals(header)) {
          alike.add(j);
        }
      }
      if (alike.size() > 1 && alike.getFirst() == i) {
        offered.set(i, Notes.with(offered.get(i), sentence(alike, added)));
      }
    }
    return offered;
  }

  private static List<String> header(Added added, Map<String, Landing> landings) {
    Landing landing = added.source() == null ? null : landings.get(added.source().id());
    return landing == null ? List.of() : header(landing);
  }

  private static String sentence(List<Integer> alike, List<Added> added) {
    List<String> names =
        alike.stream().limit(2).map(i -> added.get(i).source().origin().label()).toList();
    return String.join(alike.size() == 2 ? " and " : ", ", names)
        + (alike.size() > 2 ? " and " + (alike.size() - 2) + " more" : "")
        + " have one header: to keep them as one source, add them together (--together, or"
        + " together=true).";
  }
}
