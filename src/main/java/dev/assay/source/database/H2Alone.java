package dev.assay.source.database;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.List;
import java.util.ServiceLoader;

/**
 * H2 without the parts that run what a file brings along: a linked table connects as soon as its
 * file is opened, and an address of H2 may hold SQL and Java. H2 itself has no switch for that.
 */
final class H2Alone extends URLClassLoader {
  private static final List<String> LEFT_OUT =
      List.of("org.h2.table.TableLink", "org.h2.util.SourceCompiler");

  private static final Driver DRIVER = load();

  private H2Alone(URL jar) {
    super("h2-alone", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  private static Driver load() {
    // Never closed: it loads classes as long as anybody reads.
    H2Alone loader =
        new H2Alone(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation());
    return ServiceLoader.load(Driver.class, loader).iterator().next();
  }

  static Driver driver() {
    return DRIVER;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (String left : LEFT_OUT) {
      if (name.startsWith(left)) {
        throw new ClassNotFoundException(name + " is left out");
      }
    }
    return super.findClass(name);
  }
}
