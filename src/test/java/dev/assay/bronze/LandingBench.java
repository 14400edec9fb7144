package dev.assay.bronze;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.bench.OrdersFile;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.source.Detection;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Prints how long landing takes beside the engine's own {@code read_csv} with the same hash, both
 * unordered, into a file, with a checkpoint. Arguments: megabytes (1000), rounds (3).
 */
public final class LandingBench {
  private static final String MEMORY = "1GB";
  private static final int THREADS = 2;
  private static final int BYTES_PER_ROW = 105;

  private LandingBench() {}

  public static void main(String[] arguments) throws Exception {
    long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path folder = Files.createTempDirectory("assay-bench");
    try {
      Path csv =
          OrdersFile.write(folder.resolve("orders.csv"), megabytes * 1_000_000 / BYTES_PER_ROW, 42);
      System.out.printf("%,d bytes%n", Files.size(csv));
      for (int round = 1; round <= rounds; round++) {
        Cost theirs = cost(() -> readCsv(csv, folder.resolve("theirs.duckdb")));
        Cost ours = cost(() -> land(csv, folder.resolve("ours.duckdb")));
        System.out.printf(
            "round %d: landing %s, read_csv %s, ratio %.2f wall, %.2f CPU%n",
            round, ours, theirs, ours.wall() / theirs.wall(), ours.cpu() / theirs.cpu());
      }
    } finally {
      deleteAll(folder);
    }
  }

  private interface Timed {
    void run() throws Exception;
  }

  /** Seconds on the clock, and of all processors: the latter also holds on a busy machine. */
  private record Cost(double wall, double cpu) {
    @Override
    public String toString() {
      return String.format("%.2f s (%.2f CPU-s)", wall, cpu);
    }
  }

  private static Cost cost(Timed timed) throws Exception {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    timed.run();
    return new Cost((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
  }

  private static void land(Path csv, Path database) throws Exception {
    Files.deleteIfExists(database);
    try (DuckDbEngine engine = DuckDbEngine.open(database, MEMORY, THREADS)) {
      Landing landing = Detection.detect(csv, DialectOverrides.NONE);
      Source source =
          new Source(
              "orders",
              "orders",
              "orders",
              new Origin.File(csv.toString(), "orders.csv", false, Files.size(csv), Instant.now()),
              Instant.now());
      Step.Land step = new Step.Land(source, landing, "bronze", "malformed");
      Landed landed = new Lander(engine).land(step, 1, Instant.now(), Work.unwatched());
      engine.checkpoint();
      if (!landed.balances()) {
        throw new IllegalStateException(landed.toString());
      }
    }
  }

  private static void readCsv(Path csv, Path database) throws SQLException, IOException {
    Files.deleteIfExists(database);
    Properties properties = new Properties();
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("threads", Integer.toString(THREADS));
    properties.setProperty("preserve_insertion_order", "false");
    List<String> names =
        List.of(
            "order_id",
            "customer_id",
            "customer_name",
            "email",
            "order_date",
            "status",
            "product",
            "quantity",
            "unit_price",
            "amount",
            "city",
            "country");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + database, properties);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE bronze AS SELECT *, "
              + LandingSql.rowHash(names)
              + " AS _row_hash FROM read_csv('"
              + csv
              + "', all_varchar=true, header=true)");
      statement.execute("CHECKPOINT");
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
