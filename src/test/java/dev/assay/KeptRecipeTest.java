package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli;
import dev.assay.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proposal that is accepted before Silver was ever built is kept, and the command says so. */
class KeptRecipeTest {
  @TempDir Path folder;
  private String out;

  private int assay(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false, false, 200, "./assay");
    int code = new Cli(Main.here(), terminal, folder).run(arguments);
    out = bytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void whatWaitsForTheFirstBuildIsSaidWithTheCommandThatRunsIt() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"), "id,email\n1,a@x.com\n2,b@x.com\n3,c@x.com\n4,d@x.com\n");
    String waits = "Kept; Silver goes by it once it is built: ./assay build silver people";
    assertThat(assay("add", "people.csv")).as(out).isZero();
    assertThat(assay("apply", "people", "mask-email")).as(out).isZero();
    assertThat(out).contains(waits);

    assertThat(assay("build", "silver", "people")).as(out).isZero();
    assertThat(assay("change", "people", "rename id to number", "--yes")).as(out).isZero();
    assertThat(out).doesNotContain(waits);
  }
}
