package dev.assay.workspace;

import dev.assay.engine.DuckDbEngine;
import dev.assay.model.Json;
import dev.assay.model.ModelSettings;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader;
import dev.assay.store.Connections;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A workspace folder that this process holds, with its warehouse and its metadata open.
 *
 * <p>Inside: {@code warehouse.duckdb}, {@code metadata.sqlite}, {@code uploads/} (files whose only
 * copy is here), {@code spill/} (what does not fit in memory), {@code token} (whoever can read it
 * may name local paths), {@code lock} (the process that holds it), {@code reserve} (room to record
 * that the disk is full), {@code secrets.key} (what connections' secrets are encrypted with),
 * {@code semantic/} (what its tables are about, for people to edit).
 */
public final class HeldFolder implements AutoCloseable {
  private static final String TOKEN = "token";
  private static final String UPLOADS = "uploads";

  /** The setting that holds the language model. */
  static final String MODEL = "language_model";

  /** What a workspace has inside. A folder with more may be people's own. */
  private static final Set<String> INSIDE =
      Set.of(
          UPLOADS, TOKEN, WorkspaceLock.FILE, "spill", "reserve", "drivers", SemanticFiles.FOLDER);

  /** The same, by how its name begins: these have others beside them while they are written. */
  private static final List<String> BESIDE =
      List.of(
          "warehouse.duckdb",
          "metadata.sqlite",
          "secrets.key",
          "server.json",
          "assay.log",
          "open-page.html");

  private final Path path;
  private final WorkspaceLock lock;
  private final String token;
  private final DuckDbEngine engine;
  private final Store store;
  private final Secrets secrets;

  private HeldFolder(
      Path path, WorkspaceLock lock, String token, DuckDbEngine engine, Store store) {
    this.path = path;
    this.lock = lock;
    this.token = token;
    this.engine = engine;
    this.store = store;
    this.secrets = new Secrets(path);
  }

  /** Takes a folder, made when missing; a conflict says who holds it. */
  public static HeldFolder take(Path folder) {
    try {
      Path path = folder.toAbsolutePath().normalize();
      createPrivate(path);
      createPrivate(path.resolve(UPLOADS));
      WorkspaceLock lock = WorkspaceLock.take(path);
      try {
        tighten(path);
        return open(path, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The workspace "
              + folder
              + " cannot be used: "
              + e.getMessage()
              + ". Name another folder with --workspace, or mend its permissions.",
          e);
    }
  }

  /** Both databases load a native library, which takes long: they do it at the same time. */
  private static HeldFolder open(Path path, WorkspaceLock lock) throws IOException {
    CompletableFuture<DuckDbEngine> engine =
        CompletableFuture.supplyAsync(
            () ->
                DuckDbEngine.open(
                    path.resolve("warehouse.duckdb"),
                    Memory.limit(),
                    Runtime.getRuntime().availableProcessors()),
            task -> Thread.ofPlatform().daemon().name("open-warehouse").start(task));
    Store store = null;
    try {
      store = Store.open(path.resolve("metadata.sqlite"));
      String token = token(path);
      DuckDbEngine warehouse = engine.join();
      // Once more: both databases make their files as the machine's habit is.
      tighten(path);
      return new HeldFolder(path, lock, token, warehouse, store);
    } catch (IOException | RuntimeException e) {
      if (store != null) {
        store.close();
      }
      engine.whenComplete((opened, _) -> {
        if (opened != null) {
          opened.close();
        }
      });
      if (e instanceof CompletionException && e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  public Path uploads() {
    return path.resolve(UPLOADS);
  }

  /** The secret that lets its reader name local paths. */
  public String token() {
    return token;
  }

  public DuckDbEngine engine() {
    return engine;
  }

  public Store store() {
    return store;
  }

  Secrets secrets() {
    return secrets;
  }

  /** A stored connection with its secret, which is read when it is needed and kept nowhere else. */
  public RelationReader.Login login(String idOrName) {
    Connections.Kept kept =
        store.connections().find(idOrName).orElseThrow(() -> UserError.notFound(unknown(idOrName)));
    String id = kept.connection().id();
    RelationReader.Secret secret =
        kept.secret() == null
            ? RelationReader.Secret.NONE
            : new RelationReader.Secret(secrets.decrypt(id, kept.secret()));
    return new RelationReader.Login(kept.connection(), secret);
  }

  /** The language model as it is set up; {@link ModelSettings#NONE} where none is. */
  public ModelSettings modelSettings() {
    return store
        .settings()
        .find(MODEL)
        .map(kept -> Json.read(kept.value(), ModelSettings.class))
        .orElse(ModelSettings.NONE);
  }

  /** Its key, which is read when it is needed and kept nowhere else. */
  public Optional<String> modelKey() {
    return store
        .settings()
        .find(MODEL)
        .filter(kept -> kept.secret() != null)
        .map(kept -> {
          try {
            return secrets.decrypt(MODEL, kept.secret());
          } catch (UserError e) {
            throw new UserError(
                UserError.Kind.MACHINE,
                "The key of the language model cannot be read: give it again with 'assay model"
                    + " --key'.",
                e);
          }
        });
  }

  private String unknown(String connection) {
    List<String> known =
        store.connections().all().stream().map(kept -> kept.connection().id()).toList();
    return "There is no connection '"
        + connection
        + "'. "
        + (known.isEmpty()
            ? "Make one with: assay add postgresql://user@host/database"
            : "Connections are: " + String.join(", ", known) + ".");
  }

  @Override
  public void close() {
    try {
      engine.close();
      store.close();
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }

  /** A new one each time: an address that a browser remembers opens nothing afterwards. */
  private static String token(Path path) throws IOException {
    Path file = path.resolve(TOKEN);
    Files.deleteIfExists(file);
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    // Created with its mode, so that there is no moment in which others can read it.
    Files.createFile(file, only(path, "rw-------"));
    Files.writeString(file, token);
    return token;
  }

  private static void createPrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(folder, only(folder, "rwx------"));
  }

  /**
   * Keeps others out of a folder that was there before, as out of one that was made here. A folder
   * with other things in it is left as it is, because people may share it; what is the workspace's
   * is its owner's alone in any case.
   */
  private static void tighten(Path path) throws IOException {
    boolean shared = false;
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
      for (Path file : inside) {
        String name = file.getFileName().toString();
        boolean ours = INSIDE.contains(name) || BESIDE.stream().anyMatch(name::startsWith);
        shared |= !ours;
        if (ours && !Files.isSymbolicLink(file)) {
          Ownership.makePrivate(file);
        }
      }
    }
    if (!shared) {
      Ownership.makePrivate(path);
    }
  }

  /** A mode where the file system knows modes. */
  static FileAttribute<?>[] only(Path path, String mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
