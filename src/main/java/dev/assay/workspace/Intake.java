package dev.assay.workspace;

import dev.assay.build.Job;
import dev.assay.model.Build;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Layer;
import dev.assay.model.Origin;
import dev.assay.model.Slug;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How files and tables become sources. */
final class Intake {
  private static final int LONGEST_ID = 40;

  private final Store store;
  private final Catalogue catalogue;
  private final Stages stages;
  private final Syncing syncing;

  Intake(Store store, Catalogue catalogue, Stages stages, Syncing syncing) {
    this.store = store;
    this.catalogue = catalogue;
    this.stages = stages;
    this.syncing = syncing;
  }

  Added add(Path file, String name, DialectOverrides overrides) {
    Path path = real(file);
    Optional<Sources.Kept> known = store.sources().findByPath(path.toString());
    if (known.isPresent()) {
      return syncKnown(known.get().source(), name, overrides);
    }
    String fileName = file.getFileName().toString();
    return insert(path, path.toString(), fileName, name, overrides);
  }

  Added addUpload(Path stored, String fileName, String name, DialectOverrides overrides) {
    return insert(real(stored), null, fileName, name, overrides);
  }

  private Added syncKnown(Source source, String name, DialectOverrides overrides) {
    boolean reread = !overrides.equals(DialectOverrides.NONE);
    if (reread) {
      store.sources().override(source.id(), overrides);
    }
    Build build = reread ? syncing.land(source) : syncing.sync(source.id(), SyncWishes.NONE);
    String note =
        "This file is known as '"
            + source.name()
            + "': it was synced and keeps its recipes."
            + (name == null || name.equals(source.name())
                ? ""
                : " It was not renamed to '" + name + "'.");
    return new Added(catalogue.detail(source, null), build, note);
  }

  private Added insert(
      Path path, String realPath, String fileName, String name, DialectOverrides overrides) {
    // Looked at before anything is stored, so that a file that is no table changes nothing.
    Stages.Looked looked =
        stages.look(
            new Origin.File(path.toString(), fileName, realPath == null, 0, Instant.EPOCH),
            overrides);
    String wanted = name == null || name.isBlank() ? withoutExtension(fileName) : name.strip();
    Source source;
    synchronized (this) {
      String id = freeId(wanted);
      source =
          new Source(
              id,
              freeName(wanted, id),
              id,
              new Origin.File(
                  path.toString(),
                  fileName,
                  realPath == null,
                  looked.state().size(),
                  looked.state().modified()),
              Instant.now().truncatedTo(ChronoUnit.MICROS));
      store.atomically(() -> {
        store.sources().insert(source, realPath, overrides);
        store.layers().ensure(source.id(), Layer.BRONZE, source.bronzeTable());
      });
    }
    Build build = syncing.start(source, Job.Verb.REBUILD, looked);
    String note =
        source.name().equals(wanted)
            ? null
            : "The name '"
                + wanted
                + "' is taken, so this source is called '"
                + source.name()
                + "'.";
    return new Added(catalogue.detail(source, null), build, note);
  }

  private String freeId(String name) {
    String slug = slug(name);
    String id = slug;
    for (int number = 2; store.sources().find(id).isPresent() || clashes(id); number++) {
      String suffix = "_" + number;
      id = slug.substring(0, Math.min(slug.length(), LONGEST_ID - suffix.length())) + suffix;
    }
    return id;
  }

  /** A Gold table of another source may already have a name that this id would give. */
  private boolean clashes(String id) {
    Source made = new Source(id, id, id, null, Instant.EPOCH);
    return List.of(
            made.bronzeTable(),
            made.malformedTable(),
            made.silverTable(),
            made.rejectedTable(),
            made.duplicatesTable())
        .stream()
        .anyMatch(table -> store.layers().find(table).isPresent());
  }

  /** The name as given where it is free, else the id, which is. */
  private String freeName(String wanted, String id) {
    boolean taken =
        store.sources().all().stream()
            .map(Sources.Kept::source)
            .anyMatch(s -> s.name().equalsIgnoreCase(wanted) || s.id().equalsIgnoreCase(wanted));
    return taken ? id : wanted;
  }

  static String slug(String name) {
    String ascii =
        Slug.of(name, "source")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "_")
            .replaceAll("_{2,}", "_")
            .replaceAll("^_+", "");
    String cut = ascii.substring(0, Math.min(LONGEST_ID, ascii.length())).replaceAll("_+$", "");
    return cut.isEmpty() ? "source" : cut;
  }

  private static String withoutExtension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      throw UserError.notFound("There is no file '" + file + "'. Check the path and try again.");
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.INVALID,
          "The file '" + file + "' cannot be read. Check its permissions.",
          e);
    }
  }
}
