package dev.assay.source.database;

import dev.assay.model.Connection.System;
import dev.assay.source.RelationReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The readers of all databases that are reached through a driver. */
public final class Databases {
  private Databases() {}

  /**
   * One reader per system.
   *
   * @param drivers the folder in which users put the jars of other drivers; need not exist
   */
  public static Map<System, RelationReader> readers(Path drivers) {
    return readers(drivers, Duration.ofSeconds(Address.SILENCE_SECONDS));
  }

  /** As {@link #readers(Path)}; {@code patience} is how long a row may be waited for. */
  static Map<System, RelationReader> readers(Path drivers, Duration patience) {
    Map<System, RelationReader> readers = new EnumMap<>(System.class);
    readers.put(System.POSTGRESQL, new JdbcReader(new PostgreSql(), patience));
    readers.put(System.MYSQL, new JdbcReader(new MariaDb(), patience));
    readers.put(System.MARIADB, new JdbcReader(new MariaDb(), patience));
    readers.put(System.SQLITE, new JdbcReader(new Sqlite(), patience));
    readers.put(System.SQLSERVER, new JdbcReader(new SqlServer(), patience));
    readers.put(System.ORACLE, new JdbcReader(new Oracle(), patience));
    readers.put(System.H2, new JdbcReader(new H2(), patience));
    readers.put(System.DUCKDB, new JdbcReader(new DuckDb(), patience));
    readers.put(System.OTHER, new JdbcReader(new OtherDriver(new Drivers(drivers)), patience));
    return readers;
  }
}
