package dev.assay.workspace;

import dev.assay.model.Connection;
import dev.assay.model.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what a workspace takes of the machine that it is on. */
final class MachineReport {
  private final Path folder;

  MachineReport(Path folder) {
    this.folder = folder;
  }

  Machine machine() {
    return new Machine(
        version(),
        folder.toString(),
        bytes(folder, "warehouse.duckdb"),
        bytes(folder.resolve("uploads"), ""),
        Memory.limit(),
        Runtime.getRuntime().availableProcessors(),
        Arrays.stream(Connection.System.values())
            .filter(system -> system != Connection.System.OTHER)
            .toList(),
        drivers());
  }

  private static String version() {
    String version = MachineReport.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static long bytes(Path within, String beginning) {
    try (Stream<Path> files = Files.walk(within)) {
      return files
          .filter(file -> within.relativize(file).toString().startsWith(beginning))
          .mapToLong(MachineReport::size)
          .sum();
    } catch (IOException | UncheckedIOException _) {
      // A file may go while it is looked at.
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException _) {
      return 0;
    }
  }

  private List<String> drivers() {
    Path drivers = folder.resolve("drivers");
    if (!Files.isDirectory(drivers)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(drivers)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }
}
