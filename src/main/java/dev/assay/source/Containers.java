package dev.assay.source;

import java.nio.file.Path;
import java.util.List;

/** Files that may be packed, alone or with others. */
public interface Containers {
  /**
   * The files in an archive that are not folders, hidden or the archiver's own; empty where the
   * file is no archive of files.
   */
  List<String> entries(Path file, String fileName);

  /**
   * Opens a file, unpacked where it is packed.
   *
   * @param fileName what messages call it
   * @param entry which file of an archive, else null
   */
  Content open(Path file, String fileName, String entry);
}
