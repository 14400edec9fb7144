package dev.assay.model;

import java.util.List;

/**
 * What a workspace runs on.
 *
 * @param version of Assay
 * @param folder where everything is kept
 * @param warehouseBytes what the tables take on the disk
 * @param uploadBytes what the files take that were uploaded
 * @param memoryLimit what the warehouse may take of the memory, such as {@code 1024MiB}
 * @param threads that the warehouse works with
 * @param systems kinds of databases that can be read as they are
 * @param drivers jars that people have put into the workspace's folder for other databases
 */
public record Machine(
    String version,
    String folder,
    long warehouseBytes,
    long uploadBytes,
    String memoryLimit,
    int threads,
    List<Connection.System> systems,
    List<String> drivers) {
  public Machine {
    systems = List.copyOf(systems);
    drivers = List.copyOf(drivers);
  }
}
