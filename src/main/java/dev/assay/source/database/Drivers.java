package dev.assay.source.database;

import dev.assay.model.UserError;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The drivers in the jars of a folder, apart from Assay's own classes and libraries. */
final class Drivers {
  private final Path folder;
  private List<URL> loaded = List.of();
  private List<Driver> drivers = List.of();

  Drivers(Path folder) {
    this.folder = folder;
  }

  /**
   * The driver for an address.
   *
   * @param className null for whichever takes it
   */
  Driver find(String className, String url) throws SQLException {
    List<String> names = new ArrayList<>();
    for (Driver driver : all()) {
      names.add(driver.getClass().getName());
      if (className == null ? driver.acceptsURL(url) : names.getLast().equals(className)) {
        return driver;
      }
    }
    throw UserError.invalid(
        "No driver "
            + (className == null ? "for this address" : className)
            + " in "
            + folder
            + ", which has "
            + (names.isEmpty() ? "none" : String.join(", ", names))
            + ": put its jar there.");
  }

  /** Looks at the folder anew, so that a jar that was just put there is found. */
  private synchronized List<Driver> all() {
    List<URL> jars = jars();
    if (!jars.equals(loaded)) {
      // Never closed: a driver loads classes as long as it has connections.
      URLClassLoader loader =
          new URLClassLoader(
              "drivers", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
      List<Driver> found = new ArrayList<>();
      Iterator<Driver> services = ServiceLoader.load(Driver.class, loader).iterator();
      while (true) {
        try {
          if (!services.hasNext()) {
            break;
          }
          found.add(services.next());
        } catch (ServiceConfigurationError _) {
          // One jar that lacks a part does not keep the others from being found.
        }
      }
      loaded = jars;
      drivers = found;
    }
    return drivers;
  }

  private List<URL> jars() {
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path file : files) {
          jars.add(file.toUri().toURL());
        }
      } catch (IOException e) {
        throw new UserError(
            UserError.Kind.MACHINE, "The folder " + folder + " could not be read.", e);
      }
    }
    jars.sort(java.util.Comparator.comparing(URL::toString));
    return jars;
  }
}
