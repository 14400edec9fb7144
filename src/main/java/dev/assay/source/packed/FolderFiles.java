package dev.assay.source.packed;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The files of a folder that a pattern means.
 *
 * <p>{@code *.csv} means files in the folder itself, {@code **.csv} those in its folders too.
 * Hidden files are only meant where the pattern itself begins with a point.
 */
public final class FolderFiles {
  /** Deeper folders are not what somebody means who names a pattern. */
  private static final int DEEPEST = 32;

  private FolderFiles() {}

  /**
   * Absolute paths of the regular files in {@code folder}, sorted by name, none of them outside of
   * it. A file that may not be read is among them: opening it says so.
   *
   * @param folder absolute
   * @param pattern a glob such as {@code *.csv} or {@code 2024/*.csv.gz}
   */
  public static List<Path> list(Path folder, String pattern) {
    if (!Files.isDirectory(folder)) {
      throw UserError.notFound("There is no folder " + folder + ". Check the path.");
    }
    PathMatcher matcher = matcher(folder, pattern);
    boolean deep = pattern.contains("/") || pattern.contains("**");
    boolean hidden = pattern.startsWith(".") || pattern.contains("/.");
    List<Path> files = new ArrayList<>();
    try {
      Path root = folder.toRealPath();
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          deep ? DEEPEST : 1,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              boolean skipped = !path.equals(root) && !hidden && isHidden(path);
              return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
              if ((hidden || !isHidden(path))
                  && matcher.matches(root.relativize(path))
                  && isInside(root, path)) {
                files.add(folder.resolve(root.relativize(path)));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
              throw e;
            }
          });
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The folder " + folder + " could not be read: " + e.getMessage() + ".",
          e);
    }
    files.sort(Comparator.comparing(Path::toString));
    return files;
  }

  /** Whether a pattern means a file of an archive, by its name in there. */
  public static boolean matches(String entry, String pattern) {
    PathMatcher matcher = matcher(Path.of("."), pattern);
    try {
      // Only compared: nothing on the disk is looked at.
      return matcher.matches(Path.of(entry));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static PathMatcher matcher(Path folder, String pattern) {
    try {
      return folder.getFileSystem().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw UserError.invalid(
          "'" + pattern + "' is not a pattern of file names. Write one such as *.csv.");
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** A regular file, or a link to one that stays in the folder. */
  private static boolean isInside(Path root, Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    return !Files.isSymbolicLink(path) || path.toRealPath().startsWith(root);
  }
}
