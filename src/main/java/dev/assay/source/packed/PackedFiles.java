package dev.assay.source.packed;

import dev.assay.model.UserError;
import dev.assay.source.Containers;
import dev.assay.source.Content;
import dev.assay.source.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Opens files on the disk: plain ones, {@code .gz}, {@code .zst}, {@code .bz2}, {@code .xz} and ZIP
 * archives, each known by its bytes. What is packed inside something packed stays as it is.
 */
public final class PackedFiles implements Containers {
  private static final int FIRST_ENTRY = 1 << 12;

  private final UnpackingLimits limits;

  public PackedFiles() {
    this(UnpackingLimits.USUAL);
  }

  public PackedFiles(UnpackingLimits limits) {
    this.limits = limits;
  }

  @Override
  public List<String> entries(Path file, String fileName) {
    try {
      if (!isArchive(file, fileName)) {
        return List.of();
      }
      try (ZipArchive archive = ZipArchive.open(file, fileName)) {
        archive.check(limits);
        return archive.names();
      }
    } catch (IOException e) {
      throw unreadable(fileName, e);
    }
  }

  @Override
  public Content open(Path file, String fileName, String entry) {
    try {
      if (isArchive(file, fileName)) {
        return inArchive(file, fileName, entry);
      }
      if (entry != null) {
        throw UserError.conflict(
            fileName + " is no archive, so there is no " + entry + " in it. Sync it again.");
      }
      Packing packing = Packing.of(head(file, Packing.HEAD));
      return switch (packing) {
        case NONE, ZIP, EMPTY_ZIP -> new PlainFile(file, fileName);
        case GZIP, ZSTD, BZIP2, XZ -> new SqueezedFile(file, fileName, packing, limits);
      };
    } catch (IOException e) {
      throw unreadable(fileName, e);
    }
  }

  private Content inArchive(Path file, String fileName, String entry) throws IOException {
    try (ZipArchive archive = ZipArchive.open(file, fileName)) {
      archive.check(limits);
      String name = entry == null ? only(archive.names(), fileName) : entry;
      return new ZipEntryContent(file, fileName, name, archive.size(name), limits);
    }
  }

  private static String only(List<String> names, String fileName) {
    if (names.isEmpty()) {
      throw UserError.invalid(Sentences.ZIP_EMPTY.with(fileName));
    }
    if (names.size() > 1) {
      throw UserError.invalid(
          fileName
              + " holds "
              + names.size()
              + " files. Name one of them, such as "
              + names.getFirst()
              + ".");
    }
    return names.getFirst();
  }

  private static boolean isArchive(Path file, String fileName) throws IOException {
    check(file, fileName);
    return switch (Packing.of(head(file, Packing.HEAD))) {
      case NONE, GZIP, ZSTD, BZIP2, XZ -> false;
      case EMPTY_ZIP -> true;
      case ZIP -> !isDocument(file, fileName);
    };
  }

  private static boolean isDocument(Path file, String fileName) throws IOException {
    try (ZipArchive archive = ZipArchive.open(file, fileName)) {
      return archive.isDocument();
    } catch (UserError e) {
      // What is left of a broken document is still a document: its reader says what ails it.
      String head = new String(head(file, FIRST_ENTRY), StandardCharsets.ISO_8859_1);
      String folded = head.toLowerCase(Locale.ROOT);
      // The type of an OpenDocument file stands unpacked behind its part's name.
      if (ZipArchive.OF_DOCUMENTS.stream()
          .map(part -> part.equals("mimetype") ? "mimetypeapplication/" : part)
          .anyMatch(folded::contains)) {
        return true;
      }
      throw e;
    }
  }

  private static byte[] head(Path file, int length) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(length);
    }
  }

  private static void check(Path file, String fileName) {
    if (!Files.exists(file)) {
      throw UserError.notFound(Sentences.FILE_MISSING.with(fileName));
    }
    if (Files.isDirectory(file)) {
      throw UserError.invalid(Sentences.FILE_IS_FOLDER.with(fileName));
    }
    if (!Files.isRegularFile(file)) {
      // It is read more than once, which a pipe cannot be.
      throw UserError.invalid(
          fileName + " is a pipe or a device. Save what comes out of it first.");
    }
    if (!Files.isReadable(file)) {
      throw UserError.invalid(Sentences.FILE_FORBIDDEN.with(fileName));
    }
  }

  private static UserError unreadable(String fileName, IOException e) {
    return new UserError(
        UserError.Kind.MACHINE, e, Sentences.FILE_UNREADABLE.with(fileName, e.getMessage()));
  }
}
