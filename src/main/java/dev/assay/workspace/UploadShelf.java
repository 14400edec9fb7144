package dev.assay.workspace;

import com.github.luben.zstd.ZstdOutputStream;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files whose only copies are here. Each is kept compressed unless it is packed already, under
 * a name that begins with the SHA-256 of its content, so that the same file is known again. Of a
 * source whose file is replaced the last two stay.
 */
final class UploadShelf {
  private static final int KEPT = 2;
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final int LEVEL = 3;
  private static final int BUFFER = 1 << 16;

  /**
   * What shrinks more than this stays as it is: unpacking it again would look like a bomb. The same
   * limit as for any packed file, with room to spare.
   */
  private static final int MOST_SHRUNK = 100;

  /** Signatures of what is packed already: gzip, zstd, bzip2, xz, ZIP and workbooks, Parquet. */
  private static final List<String> PACKED =
      List.of("1f8b08", "28b52ffd", "425a68", "fd377a585a00", "504b0304", "504b0506", "50415231");

  private final Path folder;
  private final Store store;

  UploadShelf(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  /** Where files arrive and stay. */
  Path folder() {
    return folder;
  }

  /** A file on the shelf, with the SHA-256 of what was uploaded. */
  record Kept(Path path, String fileName, String hash) {}

  /** Takes an upload's file, which moves from where it arrived. */
  Kept keep(Upload upload) {
    Path squeezed = null;
    try {
      Path arrived = upload.stored();
      squeezed = Files.createTempFile(folder, "squeezed-", ".zst");
      String hash = isPacked(arrived) ? copy(arrived, null) : squeeze(arrived, squeezed);
      long before = Files.size(arrived);
      long after = Files.size(squeezed);
      boolean worthIt = after > 0 && after < before && before / after < MOST_SHRUNK;
      String name =
          hash
              + "-"
              + UUID.randomUUID().toString().substring(0, 8)
              + "-"
              + upload.fileName().replaceAll("[^\\w.-]", "_");
      Path path = folder.resolve(worthIt ? name + ".zst" : name);
      Files.move(worthIt ? squeezed : arrived, path, StandardCopyOption.ATOMIC_MOVE);
      if (worthIt) {
        Files.delete(arrived);
      }
      return new Kept(path, upload.fileName(), hash);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          e,
          Sentences.UPLOAD_NOT_KEPT.with(upload.fileName(), e.getMessage()));
    } finally {
      delete(squeezed);
    }
  }

  private static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = HexFormat.of().formatHex(in.readNBytes(6));
      return PACKED.stream().anyMatch(head::startsWith);
    }
  }

  /** Where there is no room for a second copy, not even a smaller one, the first will do. */
  private static String squeeze(Path arrived, Path squeezed) throws IOException {
    try {
      return copy(arrived, squeezed);
    } catch (IOException e) {
      Files.write(squeezed, new byte[0]);
      return copy(arrived, null);
    }
  }

  /** Hashes a file and squeezes it into another unless that is null. */
  private static String copy(Path from, Path into) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
        OutputStream out = into == null ? OutputStream.nullOutputStream() : squeezing(into)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static OutputStream squeezing(Path into) throws IOException {
    ZstdOutputStream out = new ZstdOutputStream(Files.newOutputStream(into), LEVEL);
    out.setChecksum(true);
    return out;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Whether a source was made of a file with this content. */
  static boolean holds(Source source, String hash) {
    return copy(source.origin())
        .map(Path::getFileName)
        .filter(name -> name.toString().startsWith(hash + "-"))
        .isPresent();
  }

  /** Where our only copy of an origin is. */
  private static Optional<Path> copy(Origin origin) {
    return origin instanceof Origin.File file && file.uploaded()
        ? Optional.of(Path.of(file.path()))
        : Optional.empty();
  }

  /** A folder of its own for uploads that become one source. */
  Path together(List<Kept> kept) {
    Path own = folder.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectory(own);
      for (Kept one : kept) {
        // What is packed is known by its bytes, so that rows can say the name that their file had.
        Path place = own.resolve(one.fileName());
        for (int number = 2; Files.exists(place); number++) {
          place = own.resolve(number + "_" + one.fileName());
        }
        Files.move(one.path(), place);
      }
      return own;
    } catch (IOException e) {
      delete(own);
      throw new UserError(
          UserError.Kind.MACHINE, "The uploads cannot be kept: " + e.getMessage() + ".", e);
    }
  }

  /** The copies that are kept for a source alone or with others. */
  Set<Path> copies(Source source) {
    Set<Path> copies = new LinkedHashSet<>();
    for (Load load : store.loads().of(source.id())) {
      if (load.rowsLanded() != null) {
        copy(load.origin()).ifPresent(copies::add);
      }
    }
    copy(source.origin())
        .ifPresent(path -> {
          copies.remove(path);
          copies.add(path);
        });
    if (source.origin() instanceof Origin.Folder together
        && Path.of(together.path()).startsWith(folder)) {
      copies.add(Path.of(together.path()));
    }
    return copies;
  }

  /** Deletes those of a source's copies that came before the last two and serve no other source. */
  void tidy(Source source) {
    List<Path> copies = new ArrayList<>(copies(source));
    drop(copies.subList(0, Math.max(0, copies.size() - KEPT)), source.id());
  }

  /** Deletes copies that no source needs but the one called so, or null. */
  void drop(Iterable<Path> copies, String but) {
    Set<Path> needed = new LinkedHashSet<>();
    for (Sources.Kept kept : store.sources().all()) {
      if (!kept.source().id().equals(but)) {
        List<Path> all = new ArrayList<>(copies(kept.source()));
        needed.addAll(all.subList(Math.max(0, all.size() - KEPT), all.size()));
      }
    }
    for (Path copy : copies) {
      if (!needed.contains(copy) && copy.startsWith(folder)) {
        delete(copy);
      }
    }
  }

  /** Deletes what a process that ended in the middle has left behind and no source was made of. */
  void sweep() {
    Instant old = Instant.now().minus(FORGOTTEN);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> forgotten = new ArrayList<>();
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          forgotten.add(file);
        }
      }
      drop(forgotten, null);
    } catch (IOException e) {
      System.getLogger(UploadShelf.class.getName())
          .log(System.Logger.Level.WARNING, "The uploads could not be looked through", e);
    }
  }

  /** The work is done; a left-over copy only takes space. */
  static void delete(Path copy) {
    if (copy == null || !Files.exists(copy)) {
      return;
    }
    try (Stream<Path> all = Files.walk(copy)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.getLogger(UploadShelf.class.getName())
          .log(System.Logger.Level.WARNING, "The upload " + copy + " could not be deleted", e);
    }
  }
}
