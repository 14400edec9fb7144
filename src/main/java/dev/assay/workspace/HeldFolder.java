package dev.assay.workspace;

import dev.assay.engine.DuckDbEngine;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader;
import dev.assay.store.Connections;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A workspace folder that this process holds, with its warehouse and its metadata open.
 *
 * <p>Inside: {@code warehouse.duckdb}, {@code metadata.sqlite}, {@code uploads/} (files whose only
 * copy is here), {@code spill/} (what does not fit in memory), {@code token} (whoever can read it
 * may name local paths), {@code lock} (the process that holds it), {@code reserve} (room to record
 * that the disk is full), {@code secrets.key} (what connections' secrets are encrypted with).
 */
public final class HeldFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String TOKEN = "token";

  private final Path path;
  private final FileChannel channel;
  private final String token;
  private final DuckDbEngine engine;
  private final Store store;
  private final Secrets secrets;

  private HeldFolder(
      Path path, FileChannel channel, String token, DuckDbEngine engine, Store store) {
    this.path = path;
    this.channel = channel;
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
      createPrivate(path.resolve("uploads"));
      FileChannel channel = lock(path);
      try {
        return open(path, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
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
  private static HeldFolder open(Path path, FileChannel channel) throws IOException {
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
      return new HeldFolder(path, channel, token, engine.join(), store);
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
    return path.resolve("uploads");
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
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      String holder = Files.readString(path.resolve(LOCK)).strip();
      channel.close();
      throw UserError.conflict(
          "The workspace "
              + path
              + " is in use by "
              + (holder.isEmpty() ? "another process" : "process " + holder)
              + ". Wait until it has ended, or stop it, then try again.");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static String token(Path path) throws IOException {
    Path file = path.resolve(TOKEN);
    if (Files.exists(file)) {
      String token = Files.readString(file).strip();
      if (!token.isEmpty()) {
        return token;
      }
      Files.delete(file);
    }
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

  /** A mode where the file system knows modes. */
  static FileAttribute<?>[] only(Path path, String mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
