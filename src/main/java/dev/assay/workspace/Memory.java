package dev.assay.workspace;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory the warehouse may take: {@code ASSAY_MEMORY} (such as {@code 4GB}), else a
 * quarter of the machine's, between 256 MB and 1 GB.
 */
final class Memory {
  private static final long MEBIBYTE = 1L << 20;

  private Memory() {}

  static String limit() {
    return limit(System.getenv("ASSAY_MEMORY"), machine());
  }

  static String limit(String wished, long machineBytes) {
    if (wished == null || wished.isBlank()) {
      return Math.clamp(machineBytes / 4 / MEBIBYTE, 256, 1024) + "MiB";
    }
    if (!wished.strip().matches("(?i)\\d+(\\.\\d+)?\\s*([KMGT]i?B)")) {
      throw UserError.invalid(
          "ASSAY_MEMORY is '" + wished + "', which is no size. Set it to one such as 4GB.");
    }
    return wished.strip();
  }

  /**
   * Read from the system's own file where there is one: the JVM's way takes much longer to load.
   */
  private static long machine() {
    try {
      Matcher total =
          Pattern.compile("MemTotal:\\s+(\\d+) kB")
              .matcher(Files.readString(Path.of("/proc/meminfo")));
      if (total.find()) {
        return Math.min(Long.parseLong(total.group(1)) * 1024, container());
      }
    } catch (IOException e) {
      // Not Linux.
    }
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 4096 * MEBIBYTE;
  }

  private static long container() throws IOException {
    Path limit = Path.of("/sys/fs/cgroup/memory.max");
    String text = Files.isReadable(limit) ? Files.readString(limit).strip() : "max";
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
  }
}
