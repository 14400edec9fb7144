package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Where the rows of a source come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Origin.File.class, name = "file"))
public sealed interface Origin {
  /** What people call it: a file's name, a database's address. */
  String label();

  /**
   * A delimited text file.
   *
   * @param path absolute path; inside the workspace's {@code uploads/} for an uploaded file
   * @param fileName the name the user gave it, stored in {@code _source_file}
   * @param uploaded whether the workspace keeps the only copy
   * @param size bytes when last read
   * @param modified modification time when last read
   */
  record File(String path, String fileName, boolean uploaded, long size, Instant modified)
      implements Origin {
    @Override
    public String label() {
      return fileName;
    }
  }
}
