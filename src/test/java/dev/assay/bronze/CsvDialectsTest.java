package dev.assay.bronze;

import static dev.assay.bronze.LandingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.CsvDialect;
import dev.assay.model.Landing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, looked at by eye once; what was seen is pinned here. */
class CsvDialectsTest {
  private static final Path FOLDER = Path.of("src/test/resources");

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
  void spendingReportEndsInABlankLineAndARemark() throws Exception {
    Landed landed = fixture.land(FOLDER.resolve("csv-dialects/airedale.csv"));
    assertDialect(",", '"', null);
    assertThat(fixture.names())
        .containsExactly(
            "Department Family",
            "Entity",
            "Payment Date",
            "Expense Type",
            "Expense Area",
            "Supplier",
            "Transaction No.",
            "Amount");
    assertThat(landed.rowsLanded()).isEqualTo(53);
    assertThat(fixture.cells().getFirst())
        .containsExactly(
            "DEPARTMENT OF HEALTH",
            "AIREDALE NHS FOUNDATION TRUST",
            "16/07/2010",
            "COMPUTER SOFTWARE / LICENSE  FEES",
            "INFORMATION MANAGEMENT & TECHNOLOGY",
            "ACCENTURE PACS",
            "3003126885",
            "43,774.58");
    assertThat(fixture.malformed())
        .containsExactly(
            row(55L, "after_table", ""),
            row(56L, "after_table", "Report created October 10 - RX7 RWW,,,,,,,"));
  }

  @Test
  void filmsEscapeTheirCommasWithABackslash() throws Exception {
    Landed landed = fixture.land(FOLDER.resolve("csv-dialects/imdb.csv"));
    assertDialect(",", '"', '\\');
    assertThat(landed).isEqualTo(new Landed(100, 100, 0, java.util.Map.of()));
    assertThat(fixture.names()).hasSize(44).startsWith("fn", "tid", "title").endsWith("Western");
    assertThat(fixture.rows("SELECT title, wordsInTitle"))
        .contains(
            row(
                "Dr. Seltsam, oder wie ich lernte, die Bombe zu lieben (1964)",
                "dr seltsam oder wie ich lernte die bombe zu lieben"));
  }

  @Test
  void milkIsSeparatedByTabsAndHasHeadersThatOccurTwice() throws Exception {
    Landed landed = fixture.land(FOLDER.resolve("csv-dialects/milk.csv"));
    assertDialect("\t", '"', null);
    assertThat(landed).isEqualTo(new Landed(380, 380, 0, java.util.Map.of()));
    assertThat(fixture.names()).hasSize(23);
    assertThat(fixture.landing.columns().get(1)).isEqualTo(new Landing.Column("", "column_2"));
    assertThat(fixture.landing.columns().get(22))
        .isEqualTo(
            new Landing.Column(
                "INTERVENTION STOCKS Skimmed Milk Powder th. tonnes",
                "INTERVENTION STOCKS Skimmed Milk Powder th. tonnes_2"));
    assertThat(fixture.cells().getFirst())
        .startsWith("1987", null, "14718.2", null, "14718.2", "6813.1", "7857", "698.5");
    assertThat(fixture.cells().get(377).getFirst())
        .isEqualTo(
            "6) Please see the \"Information\" tab for the conversion factors which have been used to calculate these volumes.");
  }

  @Test
  void aFirstRowThatLooksLikeTheDataIsData() throws Exception {
    Landed landed = fixture.land(FOLDER.resolve("column-types/auto.csv"));
    assertThat(fixture.dialect().hasHeader()).isFalse();
    assertThat(fixture.names()).hasSize(26).startsWith("column_1", "column_2");
    assertThat(landed.rowsLanded()).isEqualTo(205);
    assertThat(fixture.cells().getFirst()).startsWith("3", "?", "alfa-romero").endsWith("13495");
    assertThat(fixture.rowNumbers()).startsWith(1L, 2L);
  }

  private void assertDialect(String delimiter, Character quote, Character escape) {
    CsvDialect dialect = fixture.dialect();
    assertThat(dialect.delimiter()).isEqualTo(delimiter);
    assertThat(dialect.quote()).isEqualTo(quote);
    assertThat(dialect.escape()).isEqualTo(escape);
    assertThat(dialect.hasHeader()).isTrue();
    assertThat(dialect.charset()).isEqualTo("UTF-8");
  }
}
