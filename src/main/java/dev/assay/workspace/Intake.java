package dev.assay.workspace;

import dev.assay.model.Build;
import dev.assay.model.Connection;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How files, folders, patterns, uploads and databases become sources. */
final class Intake {
  private final Store store;
  private final Stages stages;
  private final Syncing syncing;
  private final UploadShelf shelf;
  private final FileIntake files;
  private final FolderIntake folders;
  private final RelationIntake relations;
  private final Newcomers newcomers;

  Intake(
      HeldFolder folder,
      Features features,
      Catalogue catalogue,
      Stages stages,
      Syncing syncing,
      Names names,
      Connections connections,
      UploadShelf shelf) {
    this.store = folder.store();
    this.stages = stages;
    this.syncing = syncing;
    this.shelf = shelf;
    this.newcomers = new Newcomers(store, catalogue, stages, syncing, names);
    this.files = new FileIntake(store, features, names, newcomers);
    this.folders = new FolderIntake(store, features, files, newcomers);
    this.relations = new RelationIntake(store, connections, newcomers);
  }

  List<Added> add(List<Path> paths, AddOptions options) {
    Map<String, Landing> landings = new LinkedHashMap<>();
    if (Boolean.TRUE.equals(options.together())
        && paths.size() > 1
        && paths.stream().allMatch(Files::isRegularFile)) {
      return folders.add(Several.named(paths), options, (file, one) -> file(file, one, landings));
    }
    Attempts attempts = new Attempts();
    for (Path path : paths) {
      String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
      attempts
          .attempt(name, () -> path(path, of(options, name, paths.size()), landings))
          .ifPresent(attempts::take);
    }
    return offered(attempts.all(), options, landings);
  }

  /** Nobody is offered what he has just said no to. */
  private static List<Added> offered(
      List<Added> added, AddOptions options, Map<String, Landing> landings) {
    return Boolean.FALSE.equals(options.together()) ? added : FolderIntake.offer(added, landings);
  }

  /** Of several the name is but the beginning of each. */
  static AddOptions of(AddOptions options, String fileName, int files) {
    if (options.name() == null || options.name().isBlank() || files == 1) {
      return options;
    }
    return new AddOptions(
        options.name().strip() + "_" + Names.stem(fileName),
        options.overrides(),
        options.tables(),
        options.together(),
        options.sync());
  }

  private List<Added> path(Path path, AddOptions options, Map<String, Landing> landings) {
    if (Files.isDirectory(path)) {
      return folders.add(Several.folder(path), options, (file, one) -> file(file, one, landings));
    }
    if (!Files.exists(path) && Several.isPattern(path)) {
      return folders.add(Several.pattern(path), options, (file, one) -> file(file, one, landings));
    }
    return file(path, options, landings);
  }

  private List<Added> file(Path path, AddOptions options, Map<String, Landing> landings) {
    Path real = real(path);
    Optional<Connection.System> database = DatabaseFiles.system(real);
    if (database.isPresent()) {
      return relations.addFile(database.get(), real, options);
    }
    return file(
        new FileIntake.Given(real, path.getFileName().toString(), false), options, landings);
  }

  private List<Added> file(
      FileIntake.Given given, AddOptions options, Map<String, Landing> landings) {
    if (Boolean.TRUE.equals(options.together())) {
      Optional<List<Added>> together = folders.archive(given, options);
      if (together.isPresent()) {
        return together.get();
      }
    }
    return files.add(given, options, landings);
  }

  List<Added> addUploads(List<Upload> uploads, AddOptions options) {
    if (Boolean.TRUE.equals(options.together()) && uploads.size() > 1) {
      return List.of(together(uploads, options));
    }
    Map<String, Landing> landings = new LinkedHashMap<>();
    Attempts attempts = new Attempts();
    for (Upload upload : uploads) {
      String name = upload.fileName();
      attempts
          .attempt(name, () -> upload(upload, of(options, name, uploads.size()), landings))
          .ifPresent(attempts::take);
    }
    return offered(attempts.all(), options, landings);
  }

  /** Messy orders of a made-up shop; they are the same each time, so that they are known again. */
  Added sample() {
    Path made = shelf.folder().resolve(UUID.randomUUID() + "-orders.csv");
    try {
      DemoOrders.write(made, DemoOrders.ROWS, DemoOrders.SEED);
      return addUploads(List.of(new Upload(made, "orders.csv")), AddOptions.NONE).getFirst();
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The sample cannot be written: " + e.getMessage() + ". Make room and try again.",
          e);
    } finally {
      UploadShelf.delete(made);
    }
  }

  private List<Added> upload(Upload upload, AddOptions options, Map<String, Landing> landings) {
    refuseDatabase(upload);
    UploadShelf.Kept kept = shelf.keep(upload);
    List<Added> added = List.of();
    try {
      List<Sources.Kept> same = same(kept, options);
      if (!same.isEmpty()) {
        String what = same.size() == 1 ? "This very file" : null;
        List<Newcomers.Made> made =
            same.stream().map(known -> newcomers.sync(known, options, what)).toList();
        List<Added> all = new ArrayList<>(made.stream().map(Newcomers.Made::added).toList());
        if (what == null) {
          all.set(0, Notes.with(all.getFirst(), Newcomers.knownAmong(made)));
        }
        return all;
      }
      added = file(new FileIntake.Given(kept.path(), kept.fileName(), true), options, landings);
      return added;
    } finally {
      if (added.isEmpty()) {
        UploadShelf.delete(kept.path());
      }
    }
  }

  private static void refuseDatabase(Upload upload) {
    if (DatabaseFiles.system(upload.stored()).isPresent()) {
      throw FileIntake.noUpload(upload.fileName());
    }
  }

  /** The sources that were made of the same content by the same name, unless another is wished. */
  private List<Sources.Kept> same(UploadShelf.Kept kept, AddOptions options) {
    if (!options.overrides().isNone() || options.tables() != null || options.sync() != null) {
      return List.of();
    }
    return store.sources().all().stream()
        .filter(known ->
            UploadShelf.holds(known.source(), kept.hash())
                && known.source().origin() instanceof Origin.File file
                && file.fileName().equals(kept.fileName())
                && known.overrides().isNone()
                && (options.name() == null || options.name().equals(known.source().name())))
        .toList();
  }

  private Added together(List<Upload> uploads, AddOptions options) {
    uploads.forEach(Intake::refuseDatabase);
    List<UploadShelf.Kept> kept = uploads.stream().map(shelf::keep).toList();
    Path own = shelf.together(kept);
    Added added = null;
    try {
      String name = Names.stem(uploads.getFirst().fileName()).replaceAll("[^\\p{L}]+$", "");
      Several several = Several.folder(own);
      added =
          folders.uploads(
              new Several(several.root(), "*", several.files(), name.isEmpty() ? "uploads" : name),
              options);
      return added;
    } finally {
      if (added == null) {
        UploadShelf.delete(own);
      }
    }
  }

  /** Puts an upload in the place of the one before, for all tables that were read from that. */
  Build replace(Sources.Kept known, Upload upload, SyncWishes wishes) {
    Source source = known.source();
    if (!(source.origin() instanceof Origin.File before && before.uploaded())) {
      throw UserError.conflict(Sentences.NO_UPLOAD.with(source.id()));
    }
    refuseDatabase(upload);
    UploadShelf.Kept kept = shelf.keep(upload);
    if (UploadShelf.holds(source, kept.hash())) {
      UploadShelf.delete(kept.path());
      return syncing.sync(source.id(), wishes);
    }
    try {
      // What cannot be read at all takes no other file's place.
      stages.look(at(before, kept), known.overrides());
    } catch (UserError broken) {
      UploadShelf.delete(kept.path());
      throw broken;
    }
    List<Source> sisters =
        store.sources().all().stream()
            .map(Sources.Kept::source)
            .filter(other ->
                other.origin() instanceof Origin.File file && file.path().equals(before.path()))
            .toList();
    store.atomically(() ->
        sisters.forEach(
            sister -> store.sources().move(sister.id(), at((Origin.File) sister.origin(), kept))));
    Build build = null;
    for (Source sister : sisters) {
      Build started = syncing.sync(sister.id(), wishes);
      build = sister.id().equals(source.id()) ? started : build;
      shelf.tidy(store.sources().find(sister.id()).orElseThrow().source());
    }
    return build;
  }

  private static Origin.File at(Origin.File before, UploadShelf.Kept kept) {
    return new Origin.File(
        kept.path().toString(),
        kept.fileName(),
        true,
        before.size(),
        before.modified(),
        before.part());
  }

  List<Added> addRelations(String connection, List<Relation> wished, AddOptions options) {
    return relations.add(connection, wished, options);
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      throw UserError.notFound(Sentences.FILE_NOT_THERE.with(file));
    } catch (IOException e) {
      throw new UserError(UserError.Kind.INVALID, e, Sentences.FILE_NOT_READABLE.with(file));
    }
  }
}
