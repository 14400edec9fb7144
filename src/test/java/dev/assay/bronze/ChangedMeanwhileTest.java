package dev.assay.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Work;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.Readers;
import dev.assay.source.packed.Packed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that changes while it is read lands not at all: half of its rows would be of another. */
class ChangedMeanwhileTest {
  private static final int ROWS = 60_000;

  @TempDir Path folder;

  /** What somebody else does to a file. */
  private enum Change {
    APPENDED {
      @Override
      void come(Path file) throws IOException {
        Files.write(file, new byte[] {'9', '\n'}, StandardOpenOption.APPEND);
      }
    },
    CUT {
      @Override
      void come(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() - 1000);
        }
      }
    },
    REPLACED {
      @Override
      void come(Path file) throws IOException {
        Path other = Files.copy(file, file.resolveSibling("other"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      }
    },
    DELETED {
      @Override
      void come(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract void come(Path file) throws IOException;
  }

  @ParameterizedTest
  @CsvSource({
    "orders.csv, APPENDED",
    "orders.csv, CUT",
    "orders.csv, REPLACED",
    "orders.csv, DELETED",
    "orders.csv.gz, APPENDED",
    "orders.csv.gz, REPLACED",
    "orders.zip, REPLACED",
    "orders.jsonl, APPENDED",
    "orders.jsonl, CUT",
    "orders.json, REPLACED",
    "orders.xlsx, APPENDED",
    "orders.xlsx, REPLACED",
    "orders.parquet, REPLACED",
  })
  void nothingLandsAndOneSentenceSaysWhy(String name, Change change) throws Exception {
    Path file = write(folder.resolve(name));
    AtomicBoolean changed = new AtomicBoolean();
    Work work =
        new Work(_ -> {
          if (!changed.getAndSet(true)) {
            try {
              change.come(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    try (DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2)) {
      Step.Land step = step(file);
      assertThatThrownBy(() -> land(engine, step, work))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "The file "
                  + name
                  + " changed while it was read. Sync it again when it is complete.");
      assertThat(changed).isTrue();
      assertThat(engine.columns("bronze")).isEmpty();
      assertThat(engine.columns("malformed")).isEmpty();
    }
  }

  @Test
  void aFileThatChangedAfterItWasLookedAtDoesNotLand() throws Exception {
    Path file = write(folder.resolve("orders.csv"));
    Step.Land step = step(file);
    Files.writeString(file, "another;file\n1;2\n");
    try (DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2)) {
      assertThatThrownBy(() -> land(engine, step, Work.unwatched()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("changed while it was read");
    }
  }

  @Test
  void aFileThatIsLeftAloneLands() throws Exception {
    Path file = write(folder.resolve("orders.csv"));
    try (DuckDbEngine engine = DuckDbEngine.open(null, "1GB", 2)) {
      assertThat(land(engine, step(file), Work.unwatched()).rowsLanded()).isEqualTo(ROWS);
    }
  }

  private static Step.Land step(Path file) throws IOException {
    Origin.File origin =
        new Origin.File(
            file.toString(),
            file.getFileName().toString(),
            false,
            Files.size(file),
            Files.getLastModifiedTime(file).toInstant());
    Landing landing = Readers.origins().look(origin, DialectOverrides.NONE);
    Source source = new Source("orders", "orders", "orders", origin, LandingFixture.NOW);
    return new Step.Land(source, landing, "bronze", "malformed");
  }

  private static Landed land(DuckDbEngine engine, Step.Land step, Work work) {
    return new Lander(engine, Readers.origins()).land(step, 1, LandingFixture.NOW, work).getFirst();
  }

  /** Noise, so that no packing makes it so small that it is read at once. */
  private static Path write(Path file) throws Exception {
    String name = file.getFileName().toString();
    if (name.endsWith("xlsx")) {
      return workbook(file);
    }
    if (name.endsWith("parquet")) {
      return parquet(file);
    }
    String csv = text(name.contains("json"));
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    if (name.endsWith("zip")) {
      return Packed.zip(file, "orders.csv", csv);
    }
    if (name.endsWith(".json")) {
      String array = "[" + csv.strip().replace("\n", ",\n") + "]";
      return Files.writeString(file, array);
    }
    return Files.write(file, name.endsWith("gz") ? Packed.as("gz", bytes) : bytes);
  }

  private static String text(boolean json) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder(json ? "" : "id,noise\n");
    for (int i = 0; i < ROWS; i++) {
      String noise = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      text.append(
          json
              ? "{\"id\":" + i + ",\"noise\":\"" + noise + "\"}\n"
              : i + "," + noise + noise + "\n");
    }
    return text.toString();
  }

  private static Path workbook(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("orders");
      sheet.value(0, 0, "id");
      sheet.value(0, 1, "noise");
      Random random = new Random(5);
      for (int row = 1; row <= ROWS; row++) {
        sheet.value(row, 0, row);
        sheet.value(row, 1, random.nextDouble());
      }
    }
    return file;
  }

  private static Path parquet(Path file) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT i AS id, random() AS noise FROM range("
              + ROWS
              + ") t(i)) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    return file;
  }
}
