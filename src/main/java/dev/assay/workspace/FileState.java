package dev.assay.workspace;

import dev.assay.model.Origin;
import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What a file looks like from outside; one whose size, time and identity are unchanged is taken to
 * be unchanged.
 *
 * @param key the file system's identity of the file, or empty
 */
record FileState(Path path, long size, Instant modified, String key) {
  static FileState of(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw UserError.invalid(Sentences.FILE_FOLDER.with(path));
      }
      Object key = attributes.fileKey();
      return new FileState(
          path,
          attributes.size(),
          attributes.lastModifiedTime().toInstant(),
          key == null ? "" : key.toString());
    } catch (NoSuchFileException e) {
      throw UserError.notFound(Sentences.FILE_NOT_THERE.with(path));
    } catch (IOException e) {
      throw new UserError(UserError.Kind.INVALID, e, Sentences.FILE_NOT_READABLE.with(path));
    }
  }

  String fingerprint() {
    return size + " " + modified + " " + key;
  }

  Origin.File origin(Origin.File before) {
    return new Origin.File(
        before.path(), before.fileName(), before.uploaded(), size, modified, before.part());
  }
}
