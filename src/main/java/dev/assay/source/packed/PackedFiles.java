package dev.assay.source.packed;

import dev.assay.model.UserError;
import dev.assay.source.Containers;
import dev.assay.source.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens files on the disk. */
public final class PackedFiles implements Containers {
  @Override
  public List<String> entries(Path file, String fileName) {
    return List.of();
  }

  @Override
  public Content open(Path file, String fileName, String entry) {
    if (!Files.exists(file)) {
      throw UserError.notFound("There is no file " + fileName + ". Check the path.");
    }
    if (Files.isDirectory(file)) {
      throw UserError.invalid(fileName + " is a folder. Name a file in it.");
    }
    if (!Files.isReadable(file)) {
      throw UserError.invalid("The file " + fileName + " may not be read. Change its permissions.");
    }
    return new PlainFile(file, fileName);
  }
}
