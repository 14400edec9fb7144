package dev.assay.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whose a folder is, and keeping others out of it where the file system knows of them. */
public final class Ownership {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private Ownership() {}

  /**
   * Whether a folder is this user's and nobody else may have put anything into it: only its owner
   * may write there, or it is still empty.
   */
  public static boolean isOursAlone(Path folder) {
    try {
      UserPrincipal user = user();
      return Files.getOwner(folder).equals(user)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)
          && (!mayOthersWrite(folder) || isEmpty(folder));
    } catch (UnsupportedOperationException _) {
      // A file system without owners has no others either.
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Whether a file or folder belongs to whoever runs this process. */
  static boolean isOurs(Path path) throws IOException {
    try {
      return Files.getOwner(path).equals(user());
    } catch (UnsupportedOperationException _) {
      return true;
    }
  }

  /** Takes a file or folder of ours from everybody else. */
  static void makePrivate(Path path) throws IOException {
    if (!isPosix(path)) {
      return;
    }
    Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
    mode.addAll(Files.getPosixFilePermissions(path));
    if (mode.removeAll(OF_OTHERS) && isOurs(path)) {
      Files.setPosixFilePermissions(path, mode);
    }
  }

  static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean mayOthersWrite(Path folder) throws IOException {
    if (!isPosix(folder)) {
      return false;
    }
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
    return mode.contains(PosixFilePermission.GROUP_WRITE)
        || mode.contains(PosixFilePermission.OTHERS_WRITE);
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** As the file system knows this user: a container may have no name for it. */
  private static UserPrincipal user() throws IOException {
    Path own = Files.createTempFile("assay-", ".owner");
    try {
      return Files.getOwner(own);
    } finally {
      Files.delete(own);
    }
  }
}
