package dev.assay.source.database;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.List;
import java.util.ServiceLoader;

/**
 * H2 without the parts that run what a file or a server brings along: a linked table connects as
 * soon as its file is opened, a view may write files, and an address of H2 may hold SQL and Java.
 * H2 itself has no switch for that.
 */
final class H2Alone extends URLClassLoader {
  /** Beginnings of names; what stands in a file is run with the rights of whoever opens it. */
  private static final List<String> DISARMED =
      List.of(
          "org.h2.table.TableLink",
          "org.h2.util.SourceCompiler",
          "org.h2.expression.function.FileFunction",
          "org.h2.expression.function.CSVWriteFunction",
          "org.h2.expression.function.table.CSVReadFunction",
          "org.h2.expression.function.table.LinkSchemaFunction",
          "org.h2.command.dml.ScriptBase",
          "org.h2.command.dml.ScriptCommand",
          "org.h2.command.dml.RunScriptCommand",
          "org.h2.command.dml.BackupCommand");

  /** Names the classes that H2 may load by name and make objects of, which it asks only once. */
  private static final String ALLOWED = "h2.allowedClasses";

  private static final ClassDesc REFUSED = ClassDesc.of(SecurityException.class.getName());

  private static final Driver DRIVER = load();

  private H2Alone(URL jar) {
    super("h2-alone", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  private static Driver load() {
    // Never closed: it loads classes as long as anybody reads.
    H2Alone loader =
        new H2Alone(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation());
    String before = System.getProperty(ALLOWED);
    System.setProperty(ALLOWED, "none");
    try {
      Class.forName("org.h2.engine.SysProperties", true, loader);
      return ServiceLoader.load(Driver.class, loader).iterator().next();
    } catch (ClassNotFoundException e) {
      throw new LinkageError("H2 has no such class any more", e);
    } finally {
      if (before == null) {
        System.clearProperty(ALLOWED);
      } else {
        System.setProperty(ALLOWED, before);
      }
    }
  }

  static Driver driver() {
    return DRIVER;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (DISARMED.stream().noneMatch(name::startsWith)) {
      return super.findClass(name);
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] disarmed = disarmed(in.readAllBytes(), name);
      return defineClass(name, disarmed, 0, disarmed.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** All that the class can do is refuse; without the class, H2's parser could not be loaded. */
  private static byte[] disarmed(byte[] bytes, String name) {
    ClassFile file = ClassFile.of();
    return file.transformClass(
        file.parse(bytes),
        (made, element) -> {
          if (element instanceof MethodModel method
              && method.code().isPresent()
              && !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)) {
            made.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                code ->
                    code.new_(REFUSED)
                        .dup()
                        .loadConstant(name + " is left out")
                        .invokespecial(
                            REFUSED,
                            ConstantDescs.INIT_NAME,
                            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                        .athrow());
          } else {
            made.with(element);
          }
        });
  }
}
