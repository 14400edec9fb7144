package dev.assay.bronze;

import static dev.assay.bronze.LandingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DialectOverrides;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalformedLinesTest {
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
  void shortAndLongRowsLandAndAreListedWithTheirLine() throws Exception {
    Landed landed = fixture.land("a,b,c\n1,2,3\n4,5\n6,7,8,9\n,,\n");
    assertThat(landed)
        .isEqualTo(new Landed(4, 4, 0, Map.of("too_few_cells", 1L, "too_many_cells", 1L)));
    assertThat(fixture.cells())
        .containsExactly(
            row("1", "2", "3"), row("4", "5", null), row("6", "7", "8,9"), row(null, null, null));
    assertThat(fixture.rowNumbers()).containsExactly(2L, 3L, 4L, 5L);
    assertThat(fixture.malformed())
        .containsExactly(row(3L, "too_few_cells", "4,5"), row(4L, "too_many_cells", "6,7,8,9"));
    assertThat(fixture.engine.query("SELECT * FROM malformed WHERE _line_no = 3").rows())
        .containsExactly(
            row(7L, 3L, "too_few_cells: It has 2 of 3 cells.", "cell 3 taken as missing", "4,5"));
  }

  @Test
  void aQuoteThatNothingClosesCostsItsOwnRow() throws Exception {
    fixture.land("a,b\n1,x\n2,\"open\n3,\"y\"\n4,z\n");
    assertThat(fixture.cells())
        .containsExactly(row("1", "x"), row("2", "open"), row("3", "y"), row("4", "z"));
    assertThat(fixture.malformed()).containsExactly(row(3L, "unclosed_quote", "2,\"open"));
  }

  @Test
  void aQuoteThatIsOpenAtTheEndOfTheFileCostsItsOwnRow() throws Exception {
    fixture.land("a,b\n1,x\n2,\"open\n3,y\n4,z");
    assertThat(fixture.cells())
        .containsExactly(row("1", "x"), row("2", "open"), row("3", "y"), row("4", "z"));
    assertThat(fixture.malformed()).containsExactly(row(3L, "unclosed_quote", "2,\"open"));
  }

  @Test
  void aQuoteThatIsOpenAfterAMultiLineCellCostsTheWholeRow() throws Exception {
    fixture.land("a,b,c\n1,x,y\n2,\"two\nlines\",\"open\n3,\"y\",z\n");
    assertThat(fixture.cells())
        .containsExactly(row("1", "x", "y"), row("2", "two\nlines", "open"), row("3", "y", "z"));
    assertThat(fixture.malformed())
        .containsExactly(row(3L, "unclosed_quote", "2,\"two\nlines\",\"open"));
  }

  @Test
  void textAfterAClosingQuoteCostsItsOwnRow() throws Exception {
    fixture.land("a,b\n1,x\n\"2\"nd,y\n3,z\n");
    assertThat(fixture.cells()).containsExactly(row("1", "x"), row("2nd", "y"), row("3", "z"));
    assertThat(fixture.malformed()).containsExactly(row(3L, "text_after_quote", "\"2\"nd,y"));
  }

  @Test
  void blankLinesAreListedWhereTheTableHasSeveralColumns() throws Exception {
    Landed landed = fixture.land("a,b\n1,2\n\n3,4\n\n");
    assertThat(landed).isEqualTo(new Landed(4, 2, 2, Map.of("blank_line", 2L)));
    assertThat(fixture.malformed())
        .containsExactly(row(3L, "blank_line", ""), row(5L, "blank_line", ""));
  }

  @Test
  void blankLinesAreMissingValuesWhereTheTableHasOneColumn() throws Exception {
    Landed landed = fixture.land("name\nann\n\n\"\"\nbob\n");
    assertThat(landed.rowsMalformed()).isZero();
    assertThat(fixture.cells())
        .containsExactly(row("ann"), row((Object) null), row(""), row("bob"));
    assertThat(fixture.rowNumbers()).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void titlesAboveTheTableAreListed() throws Exception {
    Landed landed =
        fixture.land("Sales of May\n\nid,amount,city\n1,2.50,Oslo\n2,3.75,Rome\n3,1,Cork\n");
    assertThat(fixture.dialect().skipLines()).isEqualTo(2);
    assertThat(fixture.names()).containsExactly("id", "amount", "city");
    assertThat(landed).isEqualTo(new Landed(5, 3, 2, Map.of("before_table", 2L)));
    assertThat(fixture.rowNumbers()).containsExactly(4L, 5L, 6L);
  }

  @Test
  void invalidBytesLateInALargeFileCostTheirRowOnly() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("id,name\n".getBytes(StandardCharsets.UTF_8));
    int rows = 1_000_100;
    for (int i = 1; i <= rows; i++) {
      out.writeBytes((i + ",n").getBytes(StandardCharsets.UTF_8));
      if (i == 1_000_000) {
        out.write(0xFF);
        out.write(0xE9);
      }
      out.write('\n');
    }
    Landed landed = fixture.land(fixture.file(out.toByteArray()));
    assertThat(landed).isEqualTo(new Landed(rows, rows - 1, 1, Map.of("invalid_encoding", 1L)));
    assertThat(fixture.engine.query("SELECT _line_no, _reason, _raw FROM malformed").rows())
        .containsExactly(
            row(
                1_000_001L,
                "invalid_encoding: Byte 10 (0xFF) is not UTF-8; _raw is hex.",
                "313030303030302c6effe9"));
  }

  @Test
  void aRowOfFiftyMegabytesLands() throws Exception {
    String large = "x".repeat(50_000_000);
    Landed landed = fixture.land("a,b\n1,2\n3," + large + "\n5,6\n");
    assertThat(landed).isEqualTo(new Landed(3, 3, 0, Map.of()));
    assertThat(fixture.rows("SELECT a, length(b)"))
        .containsExactly(row("1", 1L), row("3", 50_000_000L), row("5", 1L));
  }

  @Test
  void aRowOfSeventyMegabytesCostsItselfOnly() throws Exception {
    String large = "x".repeat(70_000_000);
    Landed landed = fixture.land("a,b\n1,2\n3," + large + "\r\n5,6\n");
    assertThat(landed).isEqualTo(new Landed(3, 2, 1, Map.of("too_long", 1L)));
    assertThat(fixture.cells()).containsExactly(row("1", "2"), row("5", "6"));
    assertThat(fixture.engine.query("SELECT _line_no, _reason, length(_raw) FROM malformed").rows())
        .containsExactly(
            row(
                3L,
                "too_long: A line of 70000002 bytes is longer than the 67108864 that can be landed; _raw is its beginning.",
                65_536L));
  }

  @Test
  void everyLineMayBeMalformed() throws Exception {
    Landed landed =
        fixture.land(
            fixture.file("a,b\n" + "1,2,3,4,5,6,7\n".repeat(300_000), StandardCharsets.UTF_8),
            new DialectOverrides(null, null, null, null, 1, null));
    assertThat(landed.rowsRead()).isEqualTo(300_000);
    assertThat(landed.balances()).isTrue();
  }
}
