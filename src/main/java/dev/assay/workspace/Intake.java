package dev.assay.workspace;

import dev.assay.build.Builds;
import dev.assay.build.Job;
import dev.assay.build.Stage;
import dev.assay.model.Build;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How files become sources and stay in step with them. */
final class Intake {
  private static final int LONGEST_ID = 40;

  private final Store store;
  private final Catalogue catalogue;
  private final Stages stages;
  private final Builds builds;

  Intake(Store store, Catalogue catalogue, Stages stages, Builds builds) {
    this.store = store;
    this.catalogue = catalogue;
    this.stages = stages;
    this.builds = builds;
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
    Build build = reread ? land(source) : sync(source.id());
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
    Stages.Looked looked = stages.look(path, fileName, overrides);
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
    Build build = start(source, Job.Verb.REBUILD, looked);
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

  /** Reads the file again where it has changed; what hangs on it and is not up to date is built. */
  Build sync(String idOrName) {
    Sources.Kept kept = catalogue.kept(idOrName);
    Source source = kept.source();
    boolean ready =
        catalogue.published(source, Layer.BRONZE).stream()
            .anyMatch(bronze -> bronze.status() == LayerStatus.READY);
    if (ready && Stages.state(source).fingerprint().equals(kept.fingerprint())) {
      return catchUp(source)
          .orElseGet(() -> builds.nothingToDo(source.id(), Layer.BRONZE, "unchanged"));
    }
    return land(source);
  }

  /** Builds what an interruption has left behind Bronze; empty when nothing is behind. */
  private Optional<Build> catchUp(Source source) {
    return Stream.of(Layer.SILVER, Layer.GOLD)
        .filter(layer -> catalogue.layers(source, layer).stream().anyMatch(Intake::behind))
        .findFirst()
        .map(first -> {
          Layer above = first == Layer.SILVER ? Layer.BRONZE : Layer.SILVER;
          String table = first == Layer.SILVER ? source.silverTable() : null;
          return builds.start(
              new Job(
                  source.id(), first, table, Job.Verb.REFRESH, () -> stages.below(source, above)));
        });
  }

  private static boolean behind(MedallionLayer layer) {
    return switch (layer.status()) {
      case STALE, ERROR -> true;
      case PENDING, BUILDING, READY -> false;
    };
  }

  /** Lands Bronze anew whether the file has changed or not. */
  Build land(Source source) {
    Stages.state(source);
    return start(source, Job.Verb.REFRESH, null);
  }

  private Build start(Source source, Job.Verb verb, Stages.Looked looked) {
    return builds.start(
        new Job(
            source.id(),
            Layer.BRONZE,
            source.bronzeTable(),
            verb,
            () -> {
              List<Stage> all = new ArrayList<>();
              all.add(stages.bronze(catalogue.kept(source.id()), looked));
              all.addAll(stages.below(source, Layer.BRONZE));
              return all;
            }));
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
