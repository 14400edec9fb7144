package dev.assay.workspace;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A workspace folder is one process's at a time: it has its lock, with its number in it. */
public final class WorkspaceLock implements AutoCloseable {
  static final String FILE = "lock";

  /** Folders that this process holds: opening and closing their lock once more would lose it. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private WorkspaceLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Takes the lock of a folder that exists; a conflict says who has it. */
  public static WorkspaceLock take(Path path) throws IOException {
    Path folder = path.toRealPath();
    if (!HELD.add(folder)) {
      throw taken(path, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new WorkspaceLock(folder, lock(path));
    } catch (IOException | RuntimeException e) {
      HELD.remove(folder);
      throw e;
    }
  }

  /**
   * Whether a process holds a folder now; one that died holds none, whatever it left behind.
   *
   * @param process its number
   */
  public static boolean isHeldBy(Path path, long process) throws IOException {
    Path file = path.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    if (HELD.contains(path.toRealPath())) {
      return process == ProcessHandle.current().pid();
    }
    // Shared, so that those who ask at the same time do not take one another for a holder.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return free == null && Files.readString(file).strip().equals(Long.toString(process));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      String holder = Files.readString(path.resolve(FILE)).strip();
      channel.close();
      throw taken(path, holder);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static UserError taken(Path path, String holder) {
    return UserError.conflict(
        "The workspace "
            + path
            + " is in use by "
            + (holder.isEmpty() ? "another process" : "process " + holder)
            + ". Wait until it has ended, or stop it, then try again.");
  }

  @Override
  public void close() throws IOException {
    // The lock first: whoever asks in between must not open and close the file beside it.
    channel.close();
    HELD.remove(folder);
  }
}
