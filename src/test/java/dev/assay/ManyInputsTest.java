package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli;
import dev.assay.cli.Program;
import dev.assay.cli.Terminal;
import dev.assay.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line over many tables and files at once, on the real thing. */
class ManyInputsTest {
  @TempDir Path folder;
  private String piped = "";
  private String out;
  private String err;

  @BeforeEach
  void files() throws IOException {
    try (var in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("chinook.sqlite"));
    }
    Files.writeString(folder.resolve("orders.csv"), "id,amount\n1,2.50\n2,3.50\n");
    Files.writeString(folder.resolve("people.csv"), "id;name\n1;Ann\n2;Bob\n");
    Files.writeString(folder.resolve("empty.csv"), "");
  }

  private int assay(String... arguments) {
    var outBytes = new ByteArrayOutputStream();
    var errBytes = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            false,
            false,
            200,
            "./assay");
    int code = new Cli(new Piped(), terminal, folder).run(arguments);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** The program itself, but for what is piped in. */
  private final class Piped implements Program {
    private final Program program = Main.here();

    @Override
    public Workspace open(Path workspace) {
      return program.open(workspace);
    }

    @Override
    public Server serve(Workspace workspace, Path path, int port, long mostUploadBytes) {
      return program.serve(workspace, path, port, mostUploadBytes);
    }

    @Override
    public InputStream input() {
      return new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.empty();
    }
  }

  @Test
  void oneCommandRunsAllTablesOfADatabase() {
    assertThat(assay("run", "chinook.sqlite")).as(err).isZero();
    assertThat(out.lines()).hasSizeLessThanOrEqualTo(25);
    assertThat(out)
        .containsPattern("chinook_track +ready +3,503 +ready +3,503 +ready")
        .containsPattern("chinook_playlist_track +ready +8,715 +ready")
        .containsPattern("chinook_invoice_line +ready +2,240 +ready")
        .contains("Next: ./assay ask");
    assertThat(assay("sources", "--json")).isZero();
    assertThat(out.split("\"origin_id\":\"chinook\"|\"origin_id\" : \"chinook\"", -1)).hasSize(12);
  }

  @Test
  void oneBadFileAmongSeveralIsSaidAndLeavesTheOthers() {
    assertThat(assay("run", "orders.csv", "empty.csv", "people.csv", "gone.csv")).isEqualTo(2);
    assertThat(out).contains("orders", "people").doesNotContain("empty");
    assertThat(out.lines()).hasSizeLessThanOrEqualTo(25);
    assertThat(err)
        .contains("2 of 4 failed:", "empty.csv: The file empty.csv is empty", "gone.csv: There is");
  }

  @Test
  void aKnownDatabaseIsOneSentence() {
    assertThat(assay("add", "chinook.sqlite")).isZero();
    assertThat(assay("add", "chinook.sqlite", "orders.csv")).isZero();
    assertThat(out.lines().filter(line -> line.contains("known"))).hasSize(1);
    assertThat(out).startsWith("11 tables are known");
  }

  @Test
  void whatIsPipedInIsASource() throws IOException {
    piped = "id,amount\n1,2.50\n2,3.50\n";
    assertThat(assay("run", "-", "--name", "piped")).as(err).isZero();
    assertThat(out).containsPattern("Silver ready +2 rows");
    assertThat(assay("run", "-", "--name", "piped")).as(err).isZero();
    assertThat(out).contains("This very file is known as 'piped'");
    try (var uploads = Files.list(folder.resolve("assay-workspace/uploads"))) {
      assertThat(uploads).hasSize(1);
    }
    piped = "";
    assertThat(assay("run", "-")).isEqualTo(2);
    assertThat(err).contains("stdin.csv is empty");
  }

  @Test
  void aPreviewLandsNothingAndShowsWhatAnotherReadingWouldDo() {
    assertThat(assay("preview", "people.csv")).as(err).isZero();
    assertThat(out).contains("Delimiter ;", "Ann", "Nothing has landed");
    assertThat(assay("preview", "people.csv", "--delimiter", ",")).as(err).isZero();
    assertThat(out).contains("id;name", "1;Ann").contains("assay add people.csv --delimiter ,");
    assertThat(assay("preview", "people.csv", "--delimiter", ";", "--no-header")).isZero();
    assertThat(out).contains("assay add people.csv --delimiter ';' --no-header");
    assertThat(assay("sources")).isZero();
    assertThat(out).contains("No sources yet");
  }
}
