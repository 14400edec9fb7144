package dev.assay.workspace;

import dev.assay.model.UserError;
import dev.assay.source.packed.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that were named at once: by their folder, by a pattern, or one by one.
 *
 * @param root the folder that all are in, as its real path
 * @param pattern which files of it are meant, as a glob that also tells those to come
 * @param files those that are there now, by name
 * @param name what they are called together
 */
record Several(Path root, String pattern, List<Path> files, String name) {
  private static final String SPECIAL = "*?[{";

  /** Every file of a folder that is not hidden; those of its folders are not. */
  static Several folder(Path folder) {
    Path root = real(folder);
    List<Path> files = FolderFiles.list(root, "*");
    if (files.isEmpty()) {
      throw UserError.notFound(
          "The folder "
              + folder
              + " holds no files. Name another, or a pattern such as '"
              + folder.resolve("**.csv")
              + "' for those in its folders.");
    }
    return new Several(root, "*", files, name(root));
  }

  /** Whether a path that is no file's is a pattern. */
  static boolean isPattern(Path path) {
    return path.toString().chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** What a pattern such as {@code exports/2024-*.csv} means. */
  static Several pattern(Path path) {
    Path absolute = path.toAbsolutePath();
    int first = 0;
    Path folder = absolute.getRoot();
    // A folder may be called as if it were a pattern.
    while (!isPattern(absolute.getName(first))
        || Files.isDirectory(folder.resolve(absolute.getName(first)))) {
      folder = folder.resolve(absolute.getName(first++));
    }
    String pattern = absolute.subpath(first, absolute.getNameCount()).toString().replace('\\', '/');
    if (!Files.isDirectory(folder)) {
      throw UserError.notFound("There is no folder " + folder + ". Check the path.");
    }
    Path root = real(folder);
    List<Path> files = FolderFiles.list(root, pattern);
    if (files.isEmpty()) {
      throw UserError.notFound("No file in " + folder + " matches '" + pattern + "'.");
    }
    String last = absolute.getFileName().toString();
    int end = 0;
    while (end < last.length() && SPECIAL.indexOf(last.charAt(end)) < 0) {
      end++;
    }
    String stem = last.substring(0, end).replaceAll("[^\\p{L}\\p{Nd}]+$", "");
    return new Several(root, pattern, files, stem.isEmpty() ? name(root) : stem);
  }

  /** Files named one by one: those alone are meant, unless they are all of their kind. */
  static Several named(List<Path> paths) {
    List<Path> files = paths.stream().map(Several::real).distinct().sorted().toList();
    Path root = files.getFirst().getParent();
    for (Path file : files) {
      while (!file.startsWith(root)) {
        root = root.getParent();
      }
    }
    Path shared = root;
    String first = files.getFirst().getFileName().toString();
    String ending = first.substring(Math.max(0, first.lastIndexOf('.')));
    String all = "*" + escaped(ending);
    boolean allOfThem = ending.startsWith(".") && FolderFiles.list(shared, all).equals(files);
    String pattern =
        allOfThem
            ? all
            : files.stream()
                .map(file -> escaped(shared.relativize(file).toString().replace('\\', '/')))
                .collect(Collectors.joining(",", "{", "}"));
    String stem = commonStem(files);
    return new Several(shared, pattern, files, stem.isEmpty() ? name(shared) : stem);
  }

  private static String commonStem(List<Path> files) {
    String common = Names.stem(files.getFirst().getFileName().toString());
    for (Path file : files) {
      String name = file.getFileName().toString();
      while (!name.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common.replaceAll("[^\\p{L}]+$", "");
  }

  /** What a pattern would take for more than a letter is taken for itself. */
  private static String escaped(String name) {
    return name.replaceAll("([*?\\[\\]{},\\\\])", "\\\\$1");
  }

  private static String name(Path root) {
    return root.getFileName() == null ? "files" : root.getFileName().toString();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw UserError.notFound("There is no file '" + path + "'. Check the path and try again.");
    }
  }
}
