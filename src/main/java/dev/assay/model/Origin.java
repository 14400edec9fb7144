package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Where the rows of a source come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Origin.File.class, name = "file"),
  @JsonSubTypes.Type(value = Origin.Folder.class, name = "folder"),
  @JsonSubTypes.Type(value = Origin.Database.class, name = "database")
})
public sealed interface Origin {
  /** What people call it: a file's name, a database's address. */
  String label();

  /**
   * A table in a file.
   *
   * @param path absolute path; inside the workspace's {@code uploads/} for an uploaded file
   * @param fileName the name the user gave it, stored in {@code _source_file}
   * @param uploaded whether the workspace keeps the only copy
   * @param size bytes when last read
   * @param modified modification time when last read
   * @param part which of the file's tables it is, null where the whole file is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record File(
      String path, String fileName, boolean uploaded, long size, Instant modified, Part part)
      implements Origin {
    /** A file that is one table. */
    public File(String path, String fileName, boolean uploaded, long size, Instant modified) {
      this(path, fileName, uploaded, size, modified, null);
    }

    @Override
    public String label() {
      return part == null ? fileName : fileName + " › " + part.label();
    }
  }

  /**
   * One table of a file that holds several.
   *
   * @param entry the file inside an archive, or null
   * @param table the sheet of a workbook, or the number from 1 of a table in a text; null where
   *     there is but one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(String entry, String table) {
    public String label() {
      return entry == null ? table : table == null ? entry : entry + " › " + table;
    }
  }

  /**
   * Files with one header, each of which is a load of its own.
   *
   * @param path absolute path of the folder, or of the archive whose entries the files are
   * @param pattern which files of it are meant, as a glob
   */
  record Folder(String path, String pattern) implements Origin {
    @Override
    public String label() {
      return path + "/" + pattern;
    }
  }

  /**
   * A table or a query of a database or a warehouse.
   *
   * @param connection the id of the stored connection
   * @param address what people call the connection, without any secret
   */
  record Database(String connection, String address, Relation relation) implements Origin {
    @Override
    public String label() {
      return address + " › " + relation.label();
    }
  }
}
