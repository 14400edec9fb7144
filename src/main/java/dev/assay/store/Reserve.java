package dev.assay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Room on the disk, kept beside the metadata so that a full disk can still be recorded in it. */
final class Reserve {
  private static final int BYTES = 2 << 20;
  private final Path file;

  Reserve(Path file) {
    this.file = file;
  }

  /** Takes the room unless it is taken; a disk that has none is not a failure of its own. */
  synchronized void take() {
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[BYTES];
        // Noise, because some file systems store zeros in no room at all.
        new Random(BYTES).nextBytes(bytes);
        Files.write(file, bytes);
      }
    } catch (IOException e) {
      give();
    }
  }

  /** Lets others have the room. */
  synchronized void give() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(Reserve.class.getName())
          .log(System.Logger.Level.WARNING, "The reserve could not be given up", e);
    }
  }
}
