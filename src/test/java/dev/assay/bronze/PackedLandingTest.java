package dev.assay.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.Readers;
import dev.assay.source.packed.Packed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packed table lands as the plain one does. */
class PackedLandingTest {
  @TempDir Path folder;
  private LandingFixture fixture;

  @BeforeEach
  void open() {
    fixture = new LandingFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
  void everyRowOfAPackedFileLands(String suffix) throws Exception {
    byte[] table = table(60_000);
    Landed plain = fixture.land(Files.write(folder.resolve("orders.csv"), table));
    List<List<Object>> rows = fixture.rows("SELECT _row_no, _row_hash");
    Landed packed =
        fixture.land(Files.write(folder.resolve("orders.csv." + suffix), Packed.as(suffix, table)));
    assertThat(packed).isEqualTo(plain);
    assertThat(packed.rowsLanded()).isEqualTo(60_000);
    assertThat(fixture.names()).containsExactly("id", "amount", "note");
    assertThat(fixture.rows("SELECT _row_no, _row_hash")).isEqualTo(rows);
  }

  @Test
  void eachFileOfAnArchiveIsATable() throws Exception {
    Path zip =
        Packed.zip(
            folder.resolve("data.zip"), "a.csv", "x,y\n1,2\n3,4\n", "sub/b.csv", "p;q;r\n1;2;3\n");
    assertThat(Readers.origins().tables(zip, "data.zip"))
        .extracting(FoundTable::schema)
        .containsExactly("a.csv", "sub/b.csv");
    Origin.File origin =
        new Origin.File(
            zip.toString(),
            "data.zip",
            false,
            Files.size(zip),
            Files.getLastModifiedTime(zip).toInstant(),
            new Origin.Part("sub/b.csv", null));
    fixture.landing = Readers.origins().look(origin, DialectOverrides.NONE);
    Source source = new Source("b", "b", "b", origin, LandingFixture.NOW);
    new Lander(fixture.engine, Readers.origins())
        .land(
            new Step.Land(source, fixture.landing, "bronze", "malformed"),
            7,
            LandingFixture.NOW,
            Work.unwatched());
    assertThat(fixture.landing.columns())
        .extracting(Landing.Column::header)
        .containsExactly("p", "q", "r");
    assertThat(fixture.cells()).containsExactly(LandingFixture.row("1", "2", "3"));
    assertThat(fixture.rows("SELECT _source_file"))
        .containsExactly(LandingFixture.row("data.zip › sub/b.csv"));
  }

  @Test
  void aFileThatEndsTooEarlyLandsNothingAndSaysWhy() throws Exception {
    byte[] whole = Packed.as("gz", table(400_000));
    Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 1000));
    assertThatThrownBy(() -> fixture.land(cut))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "cut.csv.gz is cut off: its packed data ends too early. Get the whole file and try"
                + " again.");
    assertThat(fixture.engine.query("SELECT table_name FROM duckdb_tables()").rows()).isEmpty();
  }

  private static byte[] table(int rows) {
    StringBuilder text = new StringBuilder("id,amount,note\n");
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append(i * 7919 % 10_007).append(".5,\"note, ").append(i % 97);
      text.append("\"\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
