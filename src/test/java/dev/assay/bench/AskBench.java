package dev.assay.bench;

import dev.assay.App;
import dev.assay.model.Answer;
import dev.assay.model.DialectOverrides;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.LocalWorkspace;
import dev.assay.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a question costs beside the SQL that answers it: alone, first after a start, in a crowd. */
final class AskBench {
  private static final long ROWS = 100_000;
  private static final int ASKERS = 50;
  private static final Duration MOST_CROWDED = Duration.ofMinutes(1);
  private static final String FIRST = "Total amount by status";

  private final Path folder;
  private final int rounds;

  private AskBench(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  static void run(Path folder, int rounds) throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("asking"));
    Path csv = OrdersFile.write(folder.resolve("asked.csv"), ROWS, 42);
    AskBench bench = new AskBench(workspace, rounds);
    bench.build(csv);
    double[] first = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      first[i] = bench.firstAnswer();
    }
    Bench.figure("First question after a start", Contest.median(first), "s", 1.5);
    bench.warm();
    bench.crowd();
    // What ./assay ask does in a process of its own; there is no promise, only a figure to keep.
    double cold = new Processes(workspace).seconds(rounds, "ask", FIRST);
    System.out.printf("%-34s %7.2f s%n", "assay ask, cold", cold);
  }

  private void build(Path csv) {
    App app = App.open(folder);
    try (Workspace workspace = app.workspace()) {
      var added = workspace.add(List.of(csv), AddOptions.named("asked", DialectOverrides.NONE));
      await(workspace, added.getFirst().build().id());
      await(workspace, workspace.buildSilver("asked", workspace.suggestSilver("asked")).id());
      await(workspace, workspace.buildGold("asked", workspace.suggestGold("asked")).id());
      GoldTable written =
          new GoldTable(
              "written",
              null,
              null,
              "SELECT city, date_trunc('month', order_date) AS month, product, SUM(quantity) AS pieces,"
                  + " COUNT(quantity) AS counted FROM silver_asked_cleaned GROUP BY ALL",
              null,
              null,
              null,
              null);
      await(workspace, workspace.buildGold("asked", new GoldRecipe(List.of(written))).id());
    }
  }

  private static void await(Workspace workspace, String build) {
    var ended = workspace.await(build, Duration.ofMinutes(3), _ -> {});
    if (!ended.status().equals("ready")) {
      throw new IllegalStateException("The build failed: " + ended.error());
    }
  }

  /** Seconds of the first question, asked as soon as the workspace was opened. */
  private double firstAnswer() throws Exception {
    App app = App.open(folder);
    try (LocalWorkspace workspace = (LocalWorkspace) app.workspace()) {
      workspace.startSchedules();
      return Contest.seconds(() -> workspace.ask("Number of orders by city", "asked"));
    }
  }

  private void warm() throws Exception {
    App app = App.open(folder);
    try (LocalWorkspace workspace = (LocalWorkspace) app.workspace()) {
      workspace.startSchedules();
      // A question that was asked before is at hand, so each of these differs in its number.
      beyond(app, workspace, "typed Gold", i -> "top " + (2 + i) + " status by total amount");
      beyond(app, workspace, "written Gold", i -> "top " + (2 + i) + " city by total quantity");
      double[] again = new double[50];
      workspace.ask(FIRST, "asked");
      for (int i = 0; i < again.length; i++) {
        again[i] = 1e3 * Contest.seconds(() -> workspace.ask(FIRST, "asked"));
      }
      System.out.printf("%-34s %7.2f ms%n", "The same question again", Contest.median(again));
    }
  }

  private interface Numbered {
    String question(int number);
  }

  private void beyond(App app, Workspace workspace, String what, Numbered numbered) {
    int warming = 20;
    double[] beyond = new double[60];
    for (int i = -warming; i < beyond.length; i++) {
      String question = numbered.question(i + warming);
      long start = System.nanoTime();
      Answer answer = workspace.ask(question, "asked");
      long asked = System.nanoTime() - start;
      if (answer.layer() != Layer.GOLD) {
        throw new IllegalStateException(question + " was not answered by Gold: " + answer.reason());
      }
      start = System.nanoTime();
      app.folder().engine().query(answer.sql());
      if (i >= 0) {
        beyond[i] = (asked - (System.nanoTime() - start)) / 1e6;
      }
    }
    Bench.figure("Ask on " + what + " beyond its SQL", Contest.median(beyond), "ms", 30);
  }

  /** Fifty who ask one after the other while Silver and Gold are built again and again. */
  private void crowd() throws Exception {
    App app = App.open(folder);
    try (LocalWorkspace workspace = (LocalWorkspace) app.workspace()) {
      workspace.startSchedules();
      var recipe = workspace.suggestSilver("asked");
      List<String> questions =
          List.of(FIRST, "Number of orders by city", "top 3 product by total amount");
      questions.forEach(question -> workspace.ask(question, "asked"));
      AtomicBoolean done = new AtomicBoolean();
      var times = new ConcurrentLinkedQueue<Double>();
      List<Future<?>> askers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(ASKERS)) {
        for (int i = 0; i < ASKERS; i++) {
          int number = i;
          askers.add(
              threads.submit(() -> {
                for (int n = number; !done.get(); n++) {
                  String question = questions.get(n % questions.size());
                  long start = System.nanoTime();
                  workspace.ask(question, "asked");
                  times.add((System.nanoTime() - start) / 1e6);
                  // People read an answer before they ask again.
                  Thread.sleep(200);
                }
                return null;
              }));
        }
        try {
          long end = System.nanoTime() + MOST_CROWDED.toNanos();
          for (int i = 0; i < rounds && System.nanoTime() < end; i++) {
            await(workspace, workspace.buildSilver("asked", recipe).id());
          }
        } finally {
          // Whatever becomes of the builds, those who ask must come to an end.
          done.set(true);
        }
        for (Future<?> asker : askers) {
          asker.get();
        }
      }
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      double median = sorted[sorted.length / 2];
      double late = sorted[(int) (sorted.length * 0.99)];
      System.out.printf(
          "%-34s %7d answers, no error, median %.1f ms, p99 %.1f ms, longest %.1f ms%n",
          ASKERS + " askers during rebuilds",
          sorted.length,
          median,
          late,
          Arrays.stream(sorted).max().orElse(0));
      Bench.figure("  p99 by median", late / median, "", 10);
    }
  }
}
