package dev.assay.workspace;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.model.UserError;
import dev.assay.source.packed.FolderFiles;
import dev.assay.store.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds out which parts of an origin are to be read. */
final class Readings {
  private final Features features;

  Readings(Features features) {
    this.features = features;
  }

  /**
   * Something to be read.
   *
   * @param fingerprint as it was when it was looked at; null for a database
   */
  record Part(Origin origin, Landing landing, String fingerprint) {}

  /**
   * What is to be read, and whose rows go because of it.
   *
   * @param superseded loads whose files have changed or are gone; for a folder alone
   */
  record Found(List<Part> parts, List<Long> superseded) {}

  /** How an origin lands; of a folder its first file. */
  Landing look(Origin origin, DialectOverrides overrides) {
    return switch (origin) {
      case Origin.Folder folder -> features.look(files(folder).getFirst(), overrides);
      case Origin.File _, Origin.Database _ -> features.look(origin, overrides);
    };
  }

  /** The part of an origin that stands for the others. */
  Origin first(Origin origin) {
    return origin instanceof Origin.Folder folder ? files(folder).getFirst() : origin;
  }

  /** A file or a database is one part, read whole. */
  Found whole(Sources.Kept kept, Stages.Looked looked) {
    Origin origin = kept.source().origin();
    if (origin instanceof Origin.Folder folder) {
      return new Found(
          files(folder).stream().map(file -> part(file, kept.overrides())).toList(), List.of());
    }
    FileState now = Stages.state(kept.source());
    boolean fresh = looked != null && Objects.equals(looked.state(), now);
    Landing landing = fresh ? looked.landing() : features.look(origin, kept.overrides());
    Origin at = origin instanceof Origin.File file ? now.origin(file) : origin;
    return new Found(
        List.of(new Part(at, landing, now == null ? null : now.fingerprint())), List.of());
  }

  /**
   * What is known of earlier loads.
   *
   * @param loads all that were ever published
   * @param present those whose rows are in Bronze
   * @param restored those whose rows were superseded and came back
   */
  record Known(List<Load> loads, Collection<Long> present, Collection<Long> restored) {}

  /**
   * The files of a folder that are new or have changed.
   *
   * @param all whether unchanged files are read again too
   */
  Found changed(Sources.Kept kept, Origin.Folder folder, Known known, boolean all) {
    Map<String, Load> latest = new HashMap<>();
    known.loads().forEach(load -> latest.put(key(load.origin()), load));
    List<Part> parts = new ArrayList<>();
    Set<String> there = new HashSet<>();
    Set<String> changed = new HashSet<>();
    for (Origin.File file : files(folder)) {
      there.add(key(file));
      Load last = latest.get(key(file));
      String fingerprint = FileState.of(Path.of(file.path())).fingerprint();
      if (all || last == null || !isKnown(last, fingerprint, known.present())) {
        parts.add(part(file, kept.overrides()));
        changed.add(key(file));
      }
    }
    List<Long> superseded = new ArrayList<>();
    if (kept.settings().mode() == LoadMode.REPLACE) {
      for (Load load : known.loads()) {
        String key = key(load.origin());
        // What an undo has brought back stays, though its file is still away.
        boolean gone = !there.contains(key) && !known.restored().contains(load.loadId());
        if ((changed.contains(key) || gone) && known.present().contains(load.loadId())) {
          superseded.add(load.loadId());
        }
      }
    }
    return new Found(parts, superseded);
  }

  /** For each part's load the newest before it that has read the same. */
  static Map<Long, Long> earlier(List<Part> parts, List<Load> loads, long firstLoad) {
    Map<Long, Long> earlier = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String key = key(parts.get(i).origin());
      for (Load load : loads) {
        boolean hasRows = load.rowsLanded() != null && load.rowsLanded() > 0;
        if (load.undoneAt() == null && hasRows && key(load.origin()).equals(key)) {
          earlier.put(firstLoad + i, load.loadId());
        }
      }
    }
    return earlier;
  }

  /** One that was taken back stays away until it changes. */
  private static boolean isKnown(Load last, String fingerprint, Collection<Long> present) {
    boolean hasRows = last.rowsLanded() != null && last.rowsLanded() > 0;
    return fingerprint.equals(last.fingerprint())
        && (present.contains(last.loadId()) || !hasRows || last.undoneAt() != null);
  }

  private Part part(Origin.File file, DialectOverrides overrides) {
    FileState state = FileState.of(Path.of(file.path()));
    return new Part(state.origin(file), features.look(file, overrides), state.fingerprint());
  }

  private List<Origin.File> files(Origin.Folder folder) {
    Path path = Path.of(folder.path());
    List<Origin.File> files;
    if (Files.isDirectory(path)) {
      files =
          FolderFiles.list(path, folder.pattern()).stream()
              .map(file ->
                  new Origin.File(
                      file.toString(), path.relativize(file).toString(), false, 0, Instant.EPOCH))
              .toList();
    } else {
      String name = path.getFileName().toString();
      files =
          features.tables(path, name).stream()
              .filter(entry -> entry.schema() != null)
              .filter(entry -> FolderFiles.matches(entry.schema(), folder.pattern()))
              .map(entry ->
                  new Origin.File(
                      path.toString(),
                      name,
                      false,
                      0,
                      Instant.EPOCH,
                      new Origin.Part(entry.schema(), entry.name())))
              .toList();
    }
    if (files.isEmpty()) {
      throw UserError.notFound(
          "No file in "
              + folder.path()
              + " matches "
              + folder.pattern()
              + " any more. Put the files back, or remove the source.");
    }
    return files;
  }

  /** Which part of an origin a load has read. */
  static String key(Origin origin) {
    return switch (origin) {
      case Origin.File file ->
          file.path()
              + (file.part() == null
                  ? ""
                  : "\0" + file.part().entry() + "\0" + file.part().table());
      case Origin.Folder folder -> folder.label();
      case Origin.Database database -> database.label();
    };
  }
}
