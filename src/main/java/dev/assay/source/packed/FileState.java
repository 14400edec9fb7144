package dev.assay.source.packed;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells a file from what it was: rows of which some are older than others are no state of it.
 *
 * @param key the file system's own name of it, such as its inode; null where it has none
 */
record FileState(long size, FileTime modified, Object key) {
  static FileState of(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileState(found.size(), found.lastModifiedTime(), found.fileKey());
  }

  /** Fails where the file is no longer the one that was seen. */
  void check(Path file, String name) {
    FileState now;
    try {
      now = of(file);
    } catch (IOException _) {
      now = null;
    }
    if (!equals(now)) {
      throw UserError.conflict(
          "The file " + name + " changed while it was read. Sync it again when it is complete.");
    }
  }
}
