package dev.assay.bench;

import dev.assay.model.DialectOverrides;
import dev.assay.source.Readers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code ./assay bench detection}: what finding the dialect costs, whatever size the file has. */
final class DetectionBench {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 15;
  private static final int PROMISED = 150;

  private DetectionBench() {}

  static void run(Path folder) throws Exception {
    Path block = OrdersFile.write(folder.resolve("block.csv"), 9_000, 42);
    byte[] utf8 = Files.readAllBytes(block);
    byte[] windows = Files.readString(block).getBytes(Charset.forName("windows-1252"));
    for (int megabytes : new int[] {1, 100, 1_000}) {
      figure(grown(folder, utf8, megabytes), megabytes, "UTF-8");
      figure(grown(folder, windows, megabytes), megabytes, "windows-1252");
    }
    Files.delete(block);
  }

  private static void figure(Path file, int megabytes, String charset) throws Exception {
    double[] milliseconds = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      double seconds = Contest.seconds(() -> Readers.detect(file, DialectOverrides.NONE));
      if (i >= 0) {
        milliseconds[i] = seconds * 1_000;
      }
    }
    String name = String.format("Detection, %,d MB in %s", megabytes, charset);
    Bench.figure(name, Contest.median(milliseconds), "ms", PROMISED);
    Files.delete(file);
  }

  /** About so many megabytes of the same orders. */
  private static Path grown(Path folder, byte[] block, int megabytes) throws Exception {
    Path file = folder.resolve("grown.csv");
    Files.deleteIfExists(file);
    Files.createFile(file);
    for (long size = 0; size < megabytes * 1_000_000L - block.length / 2; size += block.length) {
      Files.write(file, block, StandardOpenOption.APPEND);
    }
    return file;
  }
}
