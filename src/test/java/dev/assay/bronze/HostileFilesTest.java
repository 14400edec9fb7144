package dev.assay.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DialectOverrides;
import dev.assay.model.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever the bytes are, they land with nothing lost or are refused with a sentence. */
class HostileFilesTest {
  private static final String TABLE =
      """
      id;name;when;note
      1;"Ann ""A"" Smith";2024-01-05;"two
      lines"
      2;Bob;2024-01-06;'x'
      3;Zo\u00eb;2024-01-07;"a;b"
      """;

  private LandingFixture fixture;
  private Path folder;

  @BeforeProperty
  void open() throws Exception {
    folder = Files.createTempDirectory("hostile");
    fixture = new LandingFixture(folder);
  }

  @AfterProperty
  void close() throws Exception {
    fixture.close();
    Files.deleteIfExists(folder.resolve("data.csv"));
    Files.delete(folder);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void bytesOfAnyKindLandOrAreRefused(@ForAll byte[] bytes) throws Exception {
    landsOrIsRefused(bytes);
  }

  @Property(tries = 250, shrinking = ShrinkingMode.BOUNDED)
  void signsInAnyOrderLandOrAreRefused(@ForAll("signs") List<String> signs) throws Exception {
    landsOrIsRefused(String.join("", signs).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 80)
  void aFileCutAnywhereLandsOrIsRefused(@ForAll("cuts") int length) throws Exception {
    byte[] whole = TABLE.repeat(3).getBytes(StandardCharsets.UTF_8);
    landsOrIsRefused(Arrays.copyOf(whole, length));
    landsOrIsRefused(Arrays.copyOf(TABLE.repeat(3).getBytes(StandardCharsets.UTF_16LE), length));
  }

  @Example
  void aZeroByteIsAValueLikeOthersWhereTheyAreFew() throws Exception {
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(i -> i + (i % 100 == 50 ? ",a\0b\n" : ",ab\n"))
            .collect(Collectors.joining());
    Landed landed = fixture.land("id,name\n" + rows);
    assertThat(landed.rowsRead()).isEqualTo(1_000);
    assertThat(landed.balances()).isTrue();
  }

  @Example
  void oneLineWithoutEndIsLeftOutAndNeedsNoMemory() throws Exception {
    byte[] line = new byte[80_000_000];
    Arrays.fill(line, (byte) 'x');
    for (int i = 0; i < line.length; i += 7) {
      line[i] = ',';
    }
    Landed landed = fixture.land(fixture.file(line));
    assertThat(landed.rowsLanded()).isZero();
    assertThat(landed.malformedByReason()).containsOnlyKeys("too_long");
  }

  @Example
  void aQuoteThatNothingClosesInALargeFileCostsItsRow() throws Exception {
    String rows =
        IntStream.range(0, 300_000)
            .mapToObj(i -> i + (i == 100 ? ",\"ann\n" : ",ann\n"))
            .collect(Collectors.joining());
    Landed landed = fixture.land("id,name\n" + rows);
    assertThat(landed.rowsLanded()).isEqualTo(300_000);
    assertThat(fixture.malformed())
        .containsExactly(LandingFixture.row(102L, "unclosed_quote", "100,\"ann"));
    assertThat(fixture.rows("SELECT name").stream().distinct())
        .containsExactly(LandingFixture.row("ann"));
  }

  private void landsOrIsRefused(byte[] bytes) throws Exception {
    Path file = fixture.file(bytes);
    try {
      Landed landed = fixture.land(file, DialectOverrides.NONE);
      assertThat(landed.balances()).isTrue();
      assertThat(fixture.rowNumbers()).doesNotHaveDuplicates().hasSize((int) landed.rowsLanded());
    } catch (UserError refused) {
      assertThat(refused.getMessage()).endsWith(".");
    }
  }

  @Provide
  Arbitrary<List<String>> signs() {
    return Arbitraries.of(
            ",",
            ";",
            "\t",
            "|",
            " ",
            "  ",
            ":",
            "::",
            "\"",
            "\"\"",
            "'",
            "`",
            "\\",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "1",
            "2024-01-05",
            "x",
            "name",
            "\u00e9",
            "\u65e5",
            "\u0000",
            "\uFEFF",
            "sep=")
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(1, TABLE.length() * 3);
  }
}
