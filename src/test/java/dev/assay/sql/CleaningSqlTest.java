package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each step reads, and above all what it refuses to read. */
class CleaningSqlTest {
  private static final Engine ENGINE = DuckDbEngine.open(null, "256MB", 1);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static String read(String raw, String type, Cleaning... steps) {
    SilverSpec.Column column =
        new SilverSpec.Column(
            "v",
            "v",
            ColumnType.parse(type),
            List.of(steps),
            NullStrategy.KEEP_NULL,
            null,
            List.of(),
            Severity.REJECT,
            false);
    String sql =
        "SELECT CAST("
            + new DuckDbDialect().cast(column)
            + " AS VARCHAR) FROM (SELECT ?::VARCHAR AS v)";
    return (String) ENGINE.query(sql, raw).rows().getFirst().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "12, INTEGER, 12",
        "-7, INTEGER, -7",
        "+7, INTEGER, 7",
        "12.0, INTEGER, 12",
        "12.6, INTEGER, NULL",
        "1e3, INTEGER, NULL",
        "0x10, INTEGER, NULL",
        "1_000, INTEGER, NULL",
        "3000000000, INTEGER, NULL",
        "3000000000, BIGINT, 3000000000",
        ".5, INTEGER, NULL",
        "12.5, 'DECIMAL(5,2)', 12.50",
        "1.005, 'DECIMAL(5,2)', NULL",
        "1.500, 'DECIMAL(5,2)', 1.50",
        "1000.00, 'DECIMAL(5,2)', NULL",
        ".5, 'DECIMAL(5,2)', 0.50",
        "1e3, DOUBLE, 1000.0",
        "inf, DOUBLE, NULL",
        "nan, DOUBLE, NULL",
        "2024-02-29, DATE, 2024-02-29",
        "2023-02-29, DATE, NULL",
        "2024-01-15 10:00:00, DATE, NULL",
        "2024-01-15T10:00, TIMESTAMP, 2024-01-15 10:00:00",
        "2024-01-15T10:00:00+05:00, TIMESTAMP, NULL",
        "2024-01-15T10:00:00+05:00, TIMESTAMPTZ, 2024-01-15 05:00:00+00",
        "10:30, TIME, 10:30:00",
        "25:00, TIME, NULL",
        "TRUE, BOOLEAN, true",
        "1, BOOLEAN, NULL",
        "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11, UUID, a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
        "a0eebc99, UUID, NULL"
      })
  void castsStrictly(String raw, String type, String expected) {
    assertThat(read(raw, type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      delimiter = '|',
      value = {
        "1,234.50 | . | , | 1234.50",
        "12,34.5 | . | , | NULL",
        "1.234,50 | , | . | 1234.50",
        "1 234,5 | , | ' ' | 1234.50",
        "1'234 | . | '''' | 1234.00",
        "$1,234 | . | , | 1234.00",
        "-$5 | . | , | -5.00",
        "$ -5 | . | , | -5.00",
        "5 USD | . | , | 5.00",
        "(12) | . | , | -12.00",
        "12 oz. | . | , | 12.00",
        "12 OZ | . | , | 12.00",
        "1$2 | . | , | NULL",
        "12 kg | . | , | NULL"
      })
  void readsNumbersAsPeopleWriteThem(String raw, String decimal, String grouping, String expected) {
    Cleaning number =
        new Cleaning.ParseNumber(decimal, grouping, List.of("$", "usd", "oz", "oz."), true, 1);
    assertThat(read(raw, "DECIMAL(12,2)", new Cleaning.Trim(), number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      delimiter = '|',
      value = {
        "12,50-        | DECIMAL(12,2) | -12.50",
        "€ 12,50-      | DECIMAL(12,2) | -12.50",
        "-12,50-       | DECIMAL(12,2) | NULL",
        "1,25k         | INTEGER       | 1250",
        "1,2345k       | INTEGER       | NULL",
        "-3 Mio. €     | BIGINT        | -3000000",
        "1,005k        | DECIMAL(12,2) | 1005.00",
        "2,5bn         | BIGINT        | 2500000000",
        "2,5bn         | INTEGER       | NULL",
        "2,5b          | BIGINT        | NULL",
        "k             | INTEGER       | NULL",
        "€(5,25)       | DECIMAL(12,2) | -5.25",
        "950           | INTEGER       | 950"
      })
  void multipliesByWordsAndTakesAMinusBehindTheNumber(String raw, String type, String expected) {
    Cleaning number =
        new Cleaning.ParseNumber(
            ",",
            "",
            List.of("€"),
            true,
            1,
            true,
            Map.of("k", 1_000L, "mio.", 1_000_000L, "bn", 1_000_000_000L),
            false);
    assertThat(read(raw, type, new Cleaning.Trim(), number)).isEqualTo(expected);
  }

  @Test
  void readsGroupsOfIndiaOnlyWhereToldTo() {
    Cleaning lakhs =
        new Cleaning.ParseNumber(".", ",", List.of("₹"), false, 1, false, Map.of(), true);
    Cleaning thousands = new Cleaning.ParseNumber(".", ",", List.of("₹"), false, 1);
    assertThat(read("₹12,34,567.89", "DECIMAL(12,2)", lakhs)).isEqualTo("1234567.89");
    assertThat(read("₹567.89", "DECIMAL(12,2)", lakhs)).isEqualTo("567.89");
    assertThat(read("₹1,234,567", "DECIMAL(12,2)", lakhs)).isNull();
    assertThat(read("₹12,34,567.89", "DECIMAL(12,2)", thousands)).isNull();
  }

  @Test
  void readsAnySpaceAndAnyApostropheBetweenThousands() {
    Cleaning spaces = new Cleaning.ParseNumber(",", " ", List.of(), false, 1);
    Cleaning apostrophes = new Cleaning.ParseNumber(".", "'", List.of(), false, 1);
    for (String space : List.of(" ", "\u00a0", "\u2007", "\u2009", "\u202f")) {
      assertThat(read("1" + space + "234,5", "DECIMAL(9,1)", spaces)).isEqualTo("1234.5");
    }
    assertThat(read("1'234.5", "DECIMAL(9,1)", apostrophes)).isEqualTo("1234.5");
    assertThat(read("1’234.5", "DECIMAL(9,1)", apostrophes)).isEqualTo("1234.5");
  }

  @ParameterizedTest
  @CsvSource({"5-, -5", "5 -, -5", "12-, -12", "0.5-, -0.5"})
  void aMinusBehindANumberOfAnyLengthIsRead(String raw, String read) {
    Cleaning trailing =
        new Cleaning.ParseNumber(".", "", List.of(), false, 1, true, Map.of(), false);
    assertThat(read(raw, "DOUBLE", trailing)).isEqualTo(String.valueOf(Double.valueOf(read)));
  }

  @Test
  void dividesPercentagesExactly() {
    Cleaning percent = new Cleaning.ParseNumber(".", "", List.of("%"), false, 100);
    assertThat(read("12.5%", "DECIMAL(8,4)", percent)).isEqualTo("0.1250");
    assertThat(read("12.5", "DOUBLE", percent)).isEqualTo("0.125");
  }

  @Test
  void readsMixedDateFormatsAndRefusesTwoDigitYearsAsFour() {
    Cleaning dates = new Cleaning.ParseDate(List.of("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"));
    assertThat(read("2024-01-15", "DATE", dates)).isEqualTo("2024-01-15");
    assertThat(read("15/01/2024", "DATE", dates)).isEqualTo("2024-01-15");
    assertThat(read("Jan 15, 2024", "DATE", dates)).isEqualTo("2024-01-15");
    assertThat(read("15/01/24", "DATE", dates)).isNull();
    assertThat(read("31/02/2024", "DATE", dates)).isNull();
    assertThat(
            read(
                "2024-01-15T10:00:00Z",
                "TIMESTAMPTZ",
                new Cleaning.ParseDate(List.of("%Y-%m-%dT%H:%M:%S%z"))))
        .isEqualTo("2024-01-15 10:00:00+00");
    assertThat(read("15/01/2024 10:30", "DATE", new Cleaning.ParseDate(List.of("%d/%m/%Y %H:%M"))))
        .isNull();
    assertThat(read("15/01/2024 00:00", "DATE", new Cleaning.ParseDate(List.of("%d/%m/%Y %H:%M"))))
        .isEqualTo("2024-01-15");
  }

  @Test
  void cleansTexts() {
    assertThat(read("\u00a0 a b \t", "TEXT", new Cleaning.Trim())).isEqualTo("a b");
    assertThat(read("a   b", "TEXT", new Cleaning.CollapseSpaces())).isEqualTo("a b");
    assertThat(read("N/A", "TEXT", new Cleaning.NullTokens(List.of("n/a", "-")))).isNull();
    assertThat(read("it's", "TEXT", new Cleaning.Replace("'", "\""))).isEqualTo("it\"s");
    assertThat(read("NY", "TEXT", new Cleaning.MapValues(java.util.Map.of("NY", "New York"))))
        .isEqualTo("New York");
    assertThat(read("LA", "TEXT", new Cleaning.MapValues(java.util.Map.of("NY", "New York"))))
        .isEqualTo("LA");
    assertThat(read("a1b2", "TEXT", new Cleaning.RemovePattern("[0-9]"))).isEqualTo("ab");
    assertThat(read("Yes", "BOOLEAN", new Cleaning.ParseBoolean(List.of("yes"), List.of("no"))))
        .isEqualTo("true");
    assertThat(read("maybe", "BOOLEAN", new Cleaning.ParseBoolean(List.of("yes"), List.of("no"))))
        .isNull();
  }

  @Test
  void takesOffSignsBeyondAscii() {
    assertThat(
            read(
                "€ 1’234.50",
                "DECIMAL(9,2)",
                new Cleaning.ParseNumber(".", "’", List.of("€", "£"), false, 1)))
        .isEqualTo("1234.50");
    assertThat(
            read(
                "1.234,5 °C",
                "DECIMAL(9,1)",
                new Cleaning.ParseNumber(",", ".", List.of("°C"), false, 1)))
        .isEqualTo("1234.5");
  }
}
