package dev.assay.pollution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dirty files are recovered by detection alone. Prints which pollutions cost most; what was not
 * recovered lies in {@code target/pollution}, each file with its truth and what it became.
 */
class PollutionTest {
  /** A file that takes longer hangs; the usual one takes a fiftieth of a second. */
  private static final int PATIENCE_SECONDS = 20;

  private static final double WANTED = 0.985;
  private static final int SHOWN = 45;

  /** Where the files lie that were not recovered whole. */
  private static final Path KEPT = Path.of("target/pollution");

  @TempDir Path folder;

  /** A file, what it became and why it failed, or null. */
  private record Outcome(PollutedFile file, Score score, String failure) {}

  @Test
  void dirtyFilesAreRecoveredWithNoOptionGiven() throws Exception {
    List<PollutedFile> files = PollutedFile.all();
    assertThat(files).hasSizeGreaterThanOrEqualTo(500);
    empty(KEPT);
    List<Outcome> outcomes = land(files, KEPT);
    System.out.println(report(outcomes));

    assertThat(outcomes.stream().map(Outcome::failure).filter(failure -> failure != null))
        .as("crashes and hangs")
        .isEmpty();
    assertThat(mean(outcomes, Score::header)).as("mean F1 of headers").isGreaterThan(WANTED);
    assertThat(mean(outcomes, Score::record)).as("mean F1 of records").isGreaterThan(WANTED);
    assertThat(mean(outcomes, Score::cell)).as("mean F1 of cells").isGreaterThan(WANTED);
  }

  @Test
  void cleanTablesNeedNoRecovery() throws Exception {
    List<PollutedFile> clean =
        PollutedFile.all().stream().filter(file -> file.pollutions().isEmpty()).toList();
    assertThat(clean).hasSizeGreaterThanOrEqualTo(12);
    for (Outcome outcome : land(clean, folder)) {
      assertThat(outcome.score()).as(outcome.file().name()).isEqualTo(new Score(1, 1, 1));
    }
  }

  private static void empty(Path folder) throws Exception {
    Files.createDirectories(folder);
    try (Stream<Path> left = Files.list(folder)) {
      for (Path path : left.toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Outcome> land(List<PollutedFile> files, Path folder) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    Landings landings = new Landings();
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    for (PollutedFile file : files) {
      Path path = folder.resolve(file.name().replaceAll("[^\\p{Alnum}]+", "_") + ".csv");
      Path beside = path.resolveSibling(path.getFileName() + ".txt");
      Files.write(path, file.bytes());
      Landings used = landings;
      Future<Landings.Landed> landing = thread.submit(() -> used.land(path));
      try {
        Landings.Landed landed = landing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Score score = Score.of(file.truth(), landed.header(), landed.records());
        outcomes.add(new Outcome(file, score, null));
        keepWhereWrong(path, beside, file, landed, score);
      } catch (ExecutionException e) {
        outcomes.add(new Outcome(file, Score.NOTHING, file.name() + ": " + e.getCause()));
      } catch (TimeoutException _) {
        outcomes.add(new Outcome(file, Score.NOTHING, file.name() + ": hangs"));
        landing.cancel(true);
        // The thread and its engine are lost with the file.
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        landings = new Landings();
      }
    }
    thread.shutdown();
    landings.close();
    return outcomes;
  }

  private static void keepWhereWrong(
      Path path, Path beside, PollutedFile file, Landings.Landed landed, Score score)
      throws Exception {
    if (score.mean() == 1) {
      Files.delete(path);
      return;
    }
    StringBuilder text = new StringBuilder(score + "\n" + landed.dialect() + "\n\nLANDED\n");
    text.append(landed.header()).append('\n');
    landed.records().forEach(row -> text.append(row).append('\n'));
    text.append("\nTRUTH, with other readings that are right\n");
    text.append(file.truth().header()).append('\n');
    file.truth().records().forEach(row -> text.append(row).append('\n'));
    Files.writeString(beside, text);
  }

  private static String report(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    text.append(outcomes.size()).append(" files\n").append(title("pollution"));
    text.append(line("all", outcomes));
    text.append(line("clean", of(outcomes, 0)));
    text.append(line("one pollution", of(outcomes, 1)));
    text.append(line("two pollutions", of(outcomes, 2)));
    text.append("\nThe pollutions that cost most, alone\n").append(title("pollution"));
    worst(of(outcomes, 1)).forEach(text::append);
    text.append("\nThe pollutions that cost most, in pairs\n").append(title("pollution"));
    worst(of(outcomes, 2)).forEach(text::append);
    return text.toString();
  }

  private static List<Outcome> of(List<Outcome> outcomes, int pollutions) {
    return outcomes.stream()
        .filter(outcome -> outcome.file().pollutions().size() == pollutions)
        .toList();
  }

  private static List<String> worst(List<Outcome> outcomes) {
    Map<String, List<Outcome>> by = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      for (Pollution pollution : outcome.file().pollutions()) {
        by.computeIfAbsent(pollution.name(), _ -> new ArrayList<>()).add(outcome);
      }
    }
    return by.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> mean(entry.getValue(), Score::mean)))
        .limit(SHOWN)
        .filter(entry -> mean(entry.getValue(), Score::mean) < 1)
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String title(String what) {
    return String.format(
        Locale.ROOT, "%-50s %5s %7s %7s %7s%n", what, "files", "header", "record", "cell");
  }

  private static String line(String name, List<Outcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "%-50s %5d %7.3f %7.3f %7.3f%n",
        name,
        outcomes.size(),
        mean(outcomes, Score::header),
        mean(outcomes, Score::record),
        mean(outcomes, Score::cell));
  }

  private static double mean(List<Outcome> outcomes, ToDoubleFunction<Score> part) {
    return outcomes.stream()
        .map(Outcome::score)
        .mapToDouble(part)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(1);
  }
}
