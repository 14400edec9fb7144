package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.App;
import dev.assay.model.Build;
import dev.assay.model.Load;
import dev.assay.model.SyncSettings;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Laws of loads, whatever comes after what. */
class LoadLawsTest {
  private static final String SOURCE = "data";

  private static Path folder;
  private static App app;
  private static Workspace workspace;

  /** A row; few numbers and texts, so that many are the same. */
  record Row(int number, String text) {
    @Override
    public String toString() {
      return number + "," + text;
    }
  }

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("load-laws");
    app = App.open(folder.resolve("workspace"));
    workspace = app.workspace();
  }

  @AfterContainer
  static void close() throws IOException {
    workspace.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @AfterTry
  void forget() {
    workspace.remove(SOURCE);
  }

  @Provide
  Arbitrary<List<List<Row>>> versions() {
    Arbitrary<Row> row =
        Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of("a", "b"))
            .as(Row::new);
    return row.list().ofMaxSize(8).list().ofMinSize(2).ofMaxSize(5);
  }

  /** After any snapshots Bronze is what the last one was. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void aSnapshotIsWhatTheOriginIs(@ForAll("versions") List<List<Row>> versions) throws IOException {
    begin(versions.getFirst(), LoadMode.SNAPSHOT, null);
    for (List<Row> version : versions.subList(1, versions.size())) {
      load(version);
      assertThat(bronze()).containsExactlyInAnyOrderElementsOf(texts(version));
      accounted();
    }
  }

  /** Files that grow, read by a cursor, leave what the last one has: no row twice, none lost. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void incrementalIsFull(@ForAll("versions") List<List<Row>> parts) throws IOException {
    List<Row> all = new ArrayList<>(parts.getFirst());
    begin(all, LoadMode.APPEND, "number");
    for (List<Row> part : parts.subList(1, parts.size())) {
      all.addAll(Math.min(all.size(), part.size() / 2), part);
      load(all);
      assertThat(bronze()).containsExactlyInAnyOrderElementsOf(texts(all));
      accounted();
    }
  }

  /** The same, though columns come and change places from file to file. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void incrementalIsFullWhateverTheColumnsDo(
      @ForAll("versions") List<List<Row>> parts, @ForAll boolean moved) throws IOException {
    List<Row> all = new ArrayList<>(parts.getFirst());
    begin(all, LoadMode.APPEND, "number");
    for (List<Row> part : parts.subList(1, parts.size())) {
      all.addAll(part);
      String header = moved ? "text,note,number\n" : "note,number,text\n";
      Files.delete(file());
      Files.writeString(
          file(),
          header
              + String.join(
                  "",
                  all.stream()
                      .map(row ->
                          moved
                              ? row.text() + ",n," + row.number() + "\n"
                              : "n," + row.number() + "," + row.text() + "\n")
                      .toList()));
      Build build = await(workspace.sync(SOURCE, new SyncWishes(false, true, false)));
      assertThat(build.status()).as(build.error()).isEqualTo("ready");
      assertThat(bronze()).containsExactlyInAnyOrderElementsOf(texts(all));
      accounted();
    }
  }

  /** What was taken back was never there. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void undoingGivesBackWhatWas(@ForAll("versions") List<List<Row>> versions, @ForAll LoadMode mode)
      throws IOException {
    begin(versions.getFirst(), mode, null);
    for (List<Row> version : versions.subList(1, versions.size())) {
      List<String> before = bronze();
      long loads = standing();
      load(version);
      if (standing() > loads) {
        await(workspace.undo(SOURCE, workspace.loads(SOURCE).getFirst().loadId()));
        assertThat(bronze()).containsExactlyElementsOf(before);
        assertThat(standing()).isEqualTo(loads);
      }
    }
  }

  private static void begin(List<Row> rows, LoadMode mode, String cursor) throws IOException {
    write(rows);
    await(workspace.add(List.of(file()), AddOptions.NONE).getFirst().build());
    SyncSettings now = workspace.settings(SOURCE);
    workspace.configure(
        SOURCE,
        new SyncSettings(
            mode, cursor, now.schedule(), now.watch(), now.downstream(), now.contract(), 1));
  }

  private static void load(List<Row> rows) throws IOException {
    write(rows);
    Build build = await(workspace.sync(SOURCE, new SyncWishes(false, true, false)));
    assertThat(build.status()).as(build.error()).isEqualTo("ready");
  }

  private static void write(List<Row> rows) throws IOException {
    Files.deleteIfExists(file());
    Files.writeString(
        file(),
        "number,text\n" + String.join("", texts(rows).stream().map(r -> r + "\n").toList()));
  }

  private static Path file() {
    return folder.resolve(SOURCE + ".csv");
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).toList();
  }

  private static List<String> bronze() {
    return workspace
        .sql("SELECT number || ',' || text FROM bronze_data_raw ORDER BY _load_id, _row_no")
        .rows()
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  private static long standing() {
    return workspace.loads(SOURCE).stream().filter(load -> load.undoneAt() == null).count();
  }

  private static void accounted() {
    for (Load load : workspace.loads(SOURCE)) {
      assertThat(load.rowsRead())
          .isEqualTo(load.rowsLanded() + load.rowsMalformed() + load.rowsKnown());
    }
  }

  private static Build await(Build build) {
    return workspace.await(build.id(), Duration.ofMinutes(1), _ -> {});
  }
}
