package dev.assay.bronze;

import static dev.assay.bronze.LandingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.BuildPlan;
import dev.assay.model.Change;
import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.source.Readers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
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

  @Test
  void valuesLandExactlyAsWritten() throws Exception {
    fixture.land("id,v,w\n00123, NA ,\"1,234.50\"\n1, \"y\" ,5\" nail\n2,\"\",\n");
    assertThat(fixture.cells())
        .containsExactly(
            row("00123", " NA ", "1,234.50"), row("1", " \"y\" ", "5\" nail"), row("2", "", null));
  }

  @Test
  void metadataComesFirstAndSaysWhereEachRowIsFrom() throws Exception {
    fixture.land("a,b\n1,2\n");
    assertThat(fixture.engine.columns("bronze").orElseThrow())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly(
            "_load_id BIGINT",
            "_row_no BIGINT",
            "_loaded_at TIMESTAMP",
            "_source_file VARCHAR",
            "_row_hash VARCHAR",
            "a VARCHAR",
            "b VARCHAR");
    assertThat(fixture.rows("SELECT _load_id, _row_no, _loaded_at, _source_file"))
        .containsExactly(row(7L, 2L, "2026-01-02 03:04:05.678901", "data.csv"));
    assertThat(fixture.engine.columns("malformed").orElseThrow())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly(
            "_load_id BIGINT",
            "_line_no BIGINT",
            "_reason VARCHAR",
            "_action VARCHAR",
            "_raw VARCHAR");
  }

  @Test
  void anyKindOfLineBreakEndsARow() throws Exception {
    fixture.land("a,b\r1,2\r\n3,4\n5,6\r7,8");
    assertThat(fixture.cells())
        .containsExactly(row("1", "2"), row("3", "4"), row("5", "6"), row("7", "8"));
    assertThat(fixture.rowNumbers()).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void rowNumbersAreThePhysicalLinesOfTheFile() throws Exception {
    fixture.land("a,b\n1,\"x\r\ny\nz\"\n2,w\n");
    assertThat(fixture.cells()).containsExactly(row("1", "x\r\ny\nz"), row("2", "w"));
    assertThat(fixture.rowNumbers()).containsExactly(2L, 5L);
  }

  @Test
  void duplicateBlankAndReservedHeadersGetNamesOfTheirOwn() throws Exception {
    fixture.land("id,ID,,email ,id_2,_row_no,id\n1,2,3,4,5,6,7\n");
    assertThat(fixture.landing.columns())
        .containsExactly(
            new Landing.Column("id", "id"),
            new Landing.Column("ID", "ID_3"),
            new Landing.Column("", "column_3"),
            new Landing.Column("email ", "email "),
            new Landing.Column("id_2", "id_2"),
            new Landing.Column("_row_no", "source_row_no"),
            new Landing.Column("id", "id_4"));
    assertThat(fixture.cells()).containsExactly(row("1", "2", "3", "4", "5", "6", "7"));
  }

  @Test
  void headerOnlyIsAnEmptyTableWithColumns() throws Exception {
    Landed landed = fixture.land("id,name\n");
    assertThat(landed).isEqualTo(new Landed(0, 0, 0, Map.of()));
    assertThat(fixture.names()).containsExactly("id", "name");
    assertThat(fixture.cells()).isEmpty();
  }

  @Test
  void tenThousandColumnsLand() throws Exception {
    String header =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String values =
        IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    Landed landed = fixture.land(header + "\n" + (values + "\n").repeat(3));
    assertThat(landed).isEqualTo(new Landed(3, 3, 0, Map.of()));
    assertThat(fixture.rows("SELECT c0, c4999, c9999")).containsOnly(row("0", "4999", "9999"));
  }

  @Test
  void aDelimiterAtTheEndOfEveryRowMakesNoColumn() throws Exception {
    for (String text :
        List.of("a,b\n1,2,\n3,4,\n5,6,\n", "a,b,\n1,2,\n3,4,\n5,6,\n", "a,b,\n1,2\n3,4\n5,6\n")) {
      Landed landed = fixture.land(text);
      assertThat(landed).isEqualTo(new Landed(3, 3, 0, Map.of()));
      assertThat(fixture.names()).containsExactly("a", "b");
      assertThat(fixture.cells()).containsExactly(row("1", "2"), row("3", "4"), row("5", "6"));
    }
  }

  @Test
  void everyPartOfTheDialectCanBeDecidedByTheUser() throws Exception {
    Path file = fixture.file("a|'b|c'|é\n1|2|3\n".getBytes(StandardCharsets.ISO_8859_1));
    fixture.land(file, new DialectOverrides("ISO-8859-15", "|", '\'', null, 0, null));
    assertThat(fixture.dialect())
        .isEqualTo(new CsvDialect("ISO-8859-15", "|", '\'', null, 0, 0, null, 1, null));
    assertThat(fixture.cells()).containsExactly(row("a", "b|c", "é"), row("1", "2", "3"));
    fixture.land(
        file, new DialectOverrides("ISO-8859-15", "|", DialectOverrides.NONE_SUCH, null, 0, null));
    assertThat(fixture.dialect().quote()).isNull();
    assertThat(fixture.malformed()).containsExactly(row(2L, "too_few_cells", "1|2|3"));
  }

  @Test
  void progressEndsAtTheEndOfTheFile() throws Exception {
    Path file = fixture.file("a,b\n" + "1,2\n".repeat(1_000_000), StandardCharsets.UTF_8);
    List<Double> seen = new CopyOnWriteArrayList<>();
    Landing landing = Readers.detect(file, DialectOverrides.NONE);
    new Lander(fixture.engine, Readers.origins())
        .land(LandingFixture.step(file, landing), 1, LandingFixture.NOW, new Work(seen::add));
    assertThat(seen).contains(1.0).allMatch(part -> part > 0 && part <= 1);
  }

  @Test
  void cancelledWorkLeavesNothingBehind() throws Exception {
    Path file = fixture.file("a,b\n" + "1,2\n".repeat(2_000_000), StandardCharsets.UTF_8);
    Landing landing = Readers.detect(file, DialectOverrides.NONE);
    Work[] work = new Work[1];
    work[0] = new Work(_ -> work[0].cancel());
    Lander lander = new Lander(fixture.engine, Readers.origins());
    Step.Land step = LandingFixture.step(file, landing);
    assertThatThrownBy(() -> lander.land(step, 1, LandingFixture.NOW, work[0]))
        .isInstanceOf(Work.Cancelled.class);
    assertThat(fixture.engine.columns("bronze")).isEmpty();
    assertThat(fixture.engine.columns("malformed")).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsSaidToBeGoneAndLeavesNothingBehind() throws Exception {
    Path file = fixture.file("a,b\n1,2\n", StandardCharsets.UTF_8);
    Landing landing = Readers.detect(file, DialectOverrides.NONE);
    Step.Land step = LandingFixture.step(file, landing);
    java.nio.file.Files.delete(file);
    Lander lander = new Lander(fixture.engine, Readers.origins());
    assertThatThrownBy(() -> lander.land(step, 1, LandingFixture.NOW, Work.unwatched()))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no file data.csv. Check the path.");
    assertThat(fixture.engine.columns("bronze")).isEmpty();
  }

  @Test
  void thePlanLandsAndThenPublishesBothTables() throws Exception {
    Path file = fixture.file("a,b\n1,2\n", StandardCharsets.UTF_8);
    Landing landing = Readers.detect(file, DialectOverrides.NONE);
    BuildPlan plan = BronzePlanner.plan(LandingFixture.step(file, landing).source(), landing);
    assertThat(plan.table()).isEqualTo("bronze_data_raw");
    assertThat(plan.steps().getLast())
        .isEqualTo(
            new Step.Publish(
                List.of(
                    new Change.Swap("assay_staging_bronze_data_raw", "bronze_data_raw"),
                    new Change.Swap(
                        "assay_staging_bronze_data_malformed", "bronze_data_malformed"))));
  }
}
