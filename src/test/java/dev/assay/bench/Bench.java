package dev.assay.bench;

import dev.assay.advice.SilverAdvisor;
import dev.assay.bronze.Lander;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Json;
import dev.assay.model.Landing;
import dev.assay.model.Ledger;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.page.PageBench;
import dev.assay.profile.EditedColumn;
import dev.assay.profile.Profiler;
import dev.assay.silver.Accountant;
import dev.assay.silver.RecipeCheck;
import dev.assay.silver.SilverPlanner;
import dev.assay.source.Readers;
import dev.assay.sql.Dialect;
import dev.assay.sql.DuckDbDialect;
import dev.assay.sql.LandingSql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * {@code ./assay bench
 * [bronze|detection|profile|silver|ask|memory|start|excel|databases|quality|questions|table-questions|edited|replay|page
 * …] [--rows N] [--rounds N]}: what Assay does beside raw DuckDB doing the same, on a generated
 * file of orders (12 columns, 105 bytes a row).
 *
 * <p>Both sides have 1 GB of memory and two threads. Figures are medians after a warm-up; only the
 * ratios mean anything.
 */
public final class Bench {
  private static final String MEMORY = "1GB";
  private static final int THREADS = 2;
  static final String METADATA =
      "1::BIGINT AS _load_id, now()::TIMESTAMP AS _loaded_at, 'x.csv' AS _source_file, ";
  private static final List<String> COLUMNS =
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

  private final Path folder;
  private final long rows;
  private final int rounds;

  private Bench(Path folder, long rows, int rounds) {
    this.folder = folder;
    this.rows = rows;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> names =
        new ArrayList<>(
            List.of(
                "bronze",
                "profile",
                "silver",
                "ask",
                "memory",
                "start",
                "excel",
                "databases",
                "detection",
                "quality",
                "questions",
                "edited",
                "replay",
                "page",
                "table-questions"));
    long rows = 9_500_000;
    int rounds = 5;
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--rows" -> rows = Long.parseLong(arguments[++i]);
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        default -> asked.add(arguments[i]);
      }
    }
    if (!asked.isEmpty()) {
      names.retainAll(asked);
    }
    Path folder = Files.createTempDirectory("assay-bench");
    try {
      new Bench(folder, rows, rounds).run(names);
    } finally {
      deleteAll(folder);
    }
    // Threads of libraries may linger.
    System.exit(0);
  }

  private void run(List<String> names) throws Exception {
    if (names.remove("quality")) {
      QualityBench.run(List.of());
    }
    if (names.remove("questions")) {
      for (String set :
          List.of(
              "suite",
              "heldout",
              "heldout-2",
              "heldout-3",
              "heldout-4",
              "heldout-5",
              "heldout-6",
              "heldout-7",
              "heldout-8",
              "heldout-9",
              "heldout-10",
              "heldout-11",
              "heldout-12",
              "others",
              "round-a",
              "round-b",
              "round-c",
              "round-d",
              "round-e",
              "round-f")) {
        dev.assay.ask.suite.QuestionSuite.run("/ask/" + set + ".txt", System.out);
      }
    }
    if (names.remove("detection")) {
      DetectionBench.run(folder);
    }
    if (names.remove("table-questions")) {
      TableQuestionsBench.print(TableQuestionsBench.run(folder.resolve("tables")));
    }
    if (names.remove("excel")) {
      ExcelBench.run(folder, rounds);
    }
    if (names.remove("databases")) {
      new DatabasesBench(folder, rounds).run();
    }
    if (names.remove("replay")) {
      ReplayBench.run(folder, rows, rounds);
    }
    if (names.remove("ask")) {
      AskBench.run(folder, rounds);
    }
    if (names.remove("page")) {
      page();
    }
    if (names.isEmpty()) {
      return;
    }
    Path csv = OrdersFile.write(folder.resolve("orders.csv"), rows, 42);
    System.out.printf("%,d rows, %,d bytes, %d rounds%n", rows, Files.size(csv), rounds);
    if (names.contains("bronze")) {
      System.out.println(bronze(csv, "Bronze : read_csv, same but _row_no", METADATA).run(rounds));
      System.out.println(bronze(csv, "  : read_csv with md5 and no more", "").run(rounds));
    }
    if (names.contains("profile") || names.contains("silver") || names.contains("edited")) {
      layers(csv, names);
    }
    Processes processes = new Processes(folder.resolve("workspace"));
    if (names.contains("memory")) {
      long peak = processes.peakOfRun(csv);
      figure("Peak memory of the whole run", peak, "MB", 1_500);
      figure("Memory gained by an upload", processes.gainOfUpload(csv), "MB", 64);
    }
    if (names.contains("start")) {
      Processes fresh = new Processes(folder.resolve("fresh"));
      System.out.printf("%-34s %7.2f s%n", "java -version", Processes.javaVersion(rounds));
      figure("Server's first answer", fresh.firstAnswer(rounds), "s", 1.0);
      figure("assay status", processes.seconds(rounds, "status"), "s", 1.2);
    }
  }

  /** A million rows, whatever is asked for of the others. */
  private void page() throws IOException {
    Path csv = OrdersFile.write(folder.resolve("sold.csv"), 1_000_000, 42);
    try (PageBench page = new PageBench(folder.resolve("page"), csv)) {
      figure("First view", PageBench.median(rounds, page::firstView), "ms", 1_000);
      atLeast("Frames a second over 1 M rows", PageBench.median(rounds, page::framesPerSecond), 50);
    }
  }

  static void figure(String name, double value, String unit, double limit) {
    System.out.printf(
        "%-34s %7.2f %s   promised %.2f   %s%n",
        name, value, unit, limit, value <= limit ? "held" : "NOT HELD");
  }

  static void atLeast(String name, double value, double promised) {
    System.out.printf(
        "%-34s %8.4f   promised %.3f   %s%n",
        name, value, promised, value >= promised ? "held" : "NOT HELD");
  }

  private void layers(Path csv, List<String> names) throws Exception {
    Path warehouse = folder.resolve("warehouse.duckdb");
    land(csv, warehouse, "bronze_orders_raw");
    try (DuckDbEngine engine = DuckDbEngine.open(warehouse, MEMORY, THREADS)) {
      if (names.contains("profile")) {
        System.out.println(
            profile(engine, csv, "Suggestion : SUMMARIZE", "SUMMARIZE bronze_orders_raw")
                .run(rounds));
        System.out.println(
            profile(
                    engine,
                    csv,
                    "  : SUMMARIZE of the file's columns",
                    "SUMMARIZE SELECT " + String.join(", ", COLUMNS) + " FROM bronze_orders_raw")
                .run(rounds));
      }
      if (names.contains("silver")) {
        System.out.println(silver(engine, csv).run(rounds));
      }
      if (names.contains("edited")) {
        edited(engine, csv);
      }
    }
  }

  private Contest bronze(Path csv, String name, String metadata) {
    return new Contest(
        name,
        1.1,
        () -> land(csv, folder.resolve("ours.duckdb"), "bronze"),
        () -> readCsv(csv, folder.resolve("theirs.duckdb"), metadata));
  }

  private static Source source(Path csv) throws IOException {
    return new Source(
        "orders",
        "orders",
        "orders",
        new Origin.File(csv.toString(), "orders.csv", false, Files.size(csv), Instant.EPOCH),
        Instant.EPOCH);
  }

  private static void land(Path csv, Path database, String table) throws Exception {
    Files.deleteIfExists(database);
    try (DuckDbEngine engine = DuckDbEngine.open(database, MEMORY, THREADS)) {
      Landing landing = Readers.detect(csv, DialectOverrides.NONE);
      Step.Land step = new Step.Land(source(csv), landing, table, table + "_malformed");
      new Lander(engine, Readers.origins()).land(step, 1, Instant.EPOCH, Work.unwatched());
      engine.checkpoint();
    }
  }

  static void readCsv(Path csv, Path database, String metadata) throws SQLException, IOException {
    Files.deleteIfExists(database);
    Properties properties = new Properties();
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("threads", Integer.toString(THREADS));
    properties.setProperty("preserve_insertion_order", "false");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + database, properties);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE bronze AS SELECT "
              + metadata
              + "*, "
              + LandingSql.rowHash(COLUMNS)
              + " AS _row_hash FROM read_csv('"
              + csv
              + "', all_varchar=true, header=true)");
      statement.execute("CHECKPOINT");
    }
  }

  private Contest profile(DuckDbEngine engine, Path csv, String name, String summarize)
      throws Exception {
    Source source = source(csv);
    Dialect dialect = new DuckDbDialect();
    return new Contest(
        name,
        2.5,
        () -> {
          Profiler profiler = new Profiler(engine, dialect);
          Profile profile = profiler.measure(source.bronzeTable(), null, Work.unwatched());
          new SilverAdvisor(engine, dialect, profiler).suggest(source, profile, Work.unwatched());
        },
        () -> engine.query(summarize));
  }

  /** Columns of the suggestion measured one at a time, as an editor does after each change. */
  private void edited(DuckDbEngine engine, Path csv) throws Exception {
    Dialect dialect = new DuckDbDialect();
    Source source = source(csv);
    Profiler profiler = new Profiler(engine, dialect);
    Profile profile = profiler.measure(source.bronzeTable(), null, Work.unwatched());
    SilverRecipe recipe =
        new SilverAdvisor(engine, dialect, profiler).suggest(source, profile, Work.unwatched());
    RecipeCheck check =
        new RecipeCheck(dialect, (_, _) -> null, (_, _) -> Optional.empty(), _ -> Optional.empty());
    var bronze = engine.columns(source.bronzeTable()).orElseThrow();
    SilverSpec spec = check.check(source, new SilverRecipe(recipe.columns(), null), bronze);
    EditedColumn measuring = new EditedColumn(engine, dialect);
    for (int i = 0; i < spec.columns().size(); i++) {
      var profiled = profile.columns().get(i);
      double repeated = (double) profiled.count() / Math.max(1, profiled.distinct());
      double[] seconds = new double[rounds];
      for (int round = -1; round < rounds; round++) {
        long start = System.nanoTime();
        measuring.measure(spec, spec.columns().get(i), repeated, Work.unwatched());
        if (round >= 0) {
          seconds[round] = (System.nanoTime() - start) / 1e9;
        }
      }
      figure("Edited " + profiled.name(), Contest.median(seconds), "s", 1.0);
    }
  }

  private Contest silver(DuckDbEngine engine, Path csv) throws Exception {
    Source source = source(csv);
    Dialect dialect = new DuckDbDialect();
    Accountant accountant = new Accountant(engine, dialect);
    RecipeCheck check =
        new RecipeCheck(dialect, (_, _) -> null, (_, _) -> Optional.empty(), _ -> Optional.empty());
    SilverRecipe recipe = Json.read(resource("silver-recipe.json"), SilverRecipe.class);
    BuildPlan plan =
        new SilverPlanner(check)
            .plan(source, recipe, engine.columns(source.bronzeTable()).orElseThrow());
    List<String> byHand = Arrays.asList(resource("silver-by-hand.sql").split(";\\s*"));
    return new Contest(
        "Silver with ledger : SQL by hand",
        1.3,
        () -> {
          Ledger ledger = null;
          for (Step step : plan.steps()) {
            for (String sql : dialect.statements(step)) {
              engine.execute(sql, Work.unwatched());
            }
            if (step instanceof Step.Account account) {
              ledger = accountant.account(account, Work.unwatched());
            } else if (step instanceof Step.Prove prove) {
              accountant.prove(prove, ledger, Work.unwatched());
            }
          }
          engine.checkpoint();
        },
        () -> {
          for (String sql : byHand) {
            engine.execute(sql, Work.unwatched());
          }
          engine.checkpoint();
        });
  }

  private static String resource(String name) throws IOException {
    try (var in = Bench.class.getResourceAsStream("/bench/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
