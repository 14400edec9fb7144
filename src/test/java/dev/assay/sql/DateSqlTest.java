package dev.assay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.model.Cleaning.ParseDate;
import dev.assay.model.ColumnType;
import dev.assay.model.MonthLanguage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSqlTest {
  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open(null, "256MB", 2);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static String read(String raw, String type, ParseDate date) {
    String value = DateSql.value(date, ColumnType.parse(type), "text");
    String sql =
        "SELECT CAST(" + value + " AS VARCHAR) FROM (SELECT " + Quote.literal(raw) + " AS text)";
    return (String) engine.query(sql).rows().getFirst().getFirst();
  }

  private static String read(String raw, String type, String format) {
    return read(raw, type, new ParseDate(List.of(format)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      value = {
        "05/01/2021 | %d/%m/%Y | 2021-01-05 00:00:00",
        "05/01/21 | %d/%m/%Y | NULL",
        "05/01/0021 | %d/%m/%Y | NULL",
        "30/02/2021 | %d/%m/%Y | NULL",
        "01/13/2021 | %d/%m/%Y | NULL",
        "29/02/2023 | %d/%m/%Y | NULL",
        "29/02/2024 | %d/%m/%Y | 2024-02-29 00:00:00",
        "05/01/69 | %d/%m/%y | 1969-01-05 00:00:00",
        "05/01/68 | %d/%m/%y | 2068-01-05 00:00:00",
        "05-JAN-21 | %d-%b-%y | 2021-01-05 00:00:00",
        "2021-01-05 24:00 | %Y-%m-%d %H:%M | NULL",
        "2021-01-05 25:00 | %Y-%m-%d %H:%M | NULL",
        "2021-01-05 10:60 | %Y-%m-%d %H:%M | NULL",
        "2021-01-05 12:05 AM | %Y-%m-%d %I:%M %p | 2021-01-05 00:05:00",
        "2021-01-05 12:05 p.m. | %Y-%m-%d %I:%M %p | 2021-01-05 12:05:00",
        "2021-01-05 9:05PM | %Y-%m-%d %I:%M%p | 2021-01-05 21:05:00",
        "2021-01-05 13:05 PM | %Y-%m-%d %I:%M %p | NULL",
        "20210105 | %Y%m%d | 2021-01-05 00:00:00",
        "2021115 | %Y%m%d | NULL",
        "20210105T101500 | %Y%m%dT%H%M%S | 2021-01-05 10:15:00",
        "2021-01-05 10:15:00,123 | %Y-%m-%d %H:%M:%S,%f | 2021-01-05 10:15:00.123",
        "2021-W05-3 | %G-W%V-%u | 2021-02-03 00:00:00",
        "2020-W53-7 | %G-W%V-%u | 2021-01-03 00:00:00",
        "2021-W53-1 | %G-W%V-%u | NULL",
        "2021-W00-1 | %G-W%V-%u | NULL",
        "2021-W05 | %G-W%V | 2021-02-01 00:00:00",
        "2021-Q3 | %Y-Q%q | 2021-07-01 00:00:00",
        "2021-Q5 | %Y-Q%q | NULL",
        "2021-11 | %Y-%m | 2021-11-01 00:00:00",
        "1609459200 | epoch_seconds | 2021-01-01 00:00:00",
        "1609459200.25 | epoch_seconds | 2021-01-01 00:00:00.25",
        "5 | epoch_seconds | NULL",
        "1609459200123 | epoch_milliseconds | 2021-01-01 00:00:00.123",
        "1609459200 | epoch_milliseconds | NULL",
        "44197 | excel_serial | 2021-01-01 00:00:00",
        "44197.75 | excel_serial | 2021-01-01 18:00:00",
        "99999 | excel_serial | NULL",
        "2021年1月5日 | %Y年%m月%d日 | 2021-01-05 00:00:00"
      })
  void readsATextOfTheFormatsShapeAndNoOther(String raw, String format, String expected) {
    assertThat(DateFormat.problem(format)).isEmpty();
    assertThat(read(raw, "TIMESTAMP", format)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      value = {
        "2021-01-05T10:00:00+05:30 | %Y-%m-%dT%H:%M:%S%z | 2021-01-05 04:30:00+00",
        "2021-01-05T10:00:00-0530 | %Y-%m-%dT%H:%M:%S%z | 2021-01-05 15:30:00+00",
        "2021-01-05T10:00:00+05 | %Y-%m-%dT%H:%M:%S%z | 2021-01-05 05:00:00+00",
        "2021-01-05T10:00:00Z | %Y-%m-%dT%H:%M:%S%z | 2021-01-05 10:00:00+00",
        "2021-01-05T10:00:00+25:00 | %Y-%m-%dT%H:%M:%S%z | NULL",
        "2021-01-05 10:00 CET | %Y-%m-%d %H:%M %Z | 2021-01-05 09:00:00+00",
        "2021-01-05 10:00 utc | %Y-%m-%d %H:%M %Z | 2021-01-05 10:00:00+00",
        "2021-01-05 10:00 IST | %Y-%m-%d %H:%M %Z | NULL",
        "Tue, 05 Jan 2021 10:00:00 +0100 | %a, %d %b %Y %H:%M:%S %z | 2021-01-05 09:00:00+00",
        "05/Jan/2021:10:15:00 +0000 | %d/%b/%Y:%H:%M:%S %z | 2021-01-05 10:15:00+00",
        "1609459200 | epoch_seconds | 2021-01-01 00:00:00+00"
      })
  void readsInstants(String raw, String format, String expected) {
    assertThat(read(raw, "TIMESTAMPTZ", format)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      value = {
        "PT | 5 de março de 2021 | %d de %B de %Y | 2021-03-05",
        "FR | 1er août 2021 | %d %B %Y | 2021-08-01",
        "FR | 5 févr. 2021 | %d %B %Y | 2021-02-05",
        "FR | lundi 4 janvier 2021 | %A %d %B %Y | 2021-01-04",
        "DE | 5. März 2021 | %d. %B %Y | 2021-03-05",
        "DE | 5. MAERZ 2021 | %d. %B %Y | 2021-03-05",
        "IT | 5 GEN 2021 | %d %B %Y | 2021-01-05",
        "NL | 5 mrt. 2021 | %d %B %Y | 2021-03-05",
        "PL | 5 października 2021 | %d %B %Y | 2021-10-05",
        "PL | 5 lut 2021 | %d %B %Y | 2021-02-05",
        "CS | 5. září 2021 | %d. %B %Y | 2021-09-05",
        "SV | 5 augusti 2021 | %d %B %Y | 2021-08-05",
        "DA | 5. marts 2021 | %d. %B %Y | 2021-03-05",
        "NB | 5. desember 2021 | %d. %B %Y | 2021-12-05",
        "FI | 5. marraskuuta 2021 | %d. %B %Y | 2021-11-05",
        "RO | 5 noiembrie 2021 | %d %B %Y | 2021-11-05",
        "TR | 5 Ağustos 2021 | %d %B %Y | 2021-08-05",
        "TR | 5 KASIM 2021 | %d %B %Y | 2021-11-05",
        "RU | 5 май 2021 | %d %B %Y | 2021-05-05",
        "RU | 5 сентября 2021 | %d %B %Y | 2021-09-05",
        "UK | 5 лютий 2021 | %d %B %Y | 2021-02-05",
        "RU | 5 grudnia 2021 | %d %B %Y | NULL",
        "ES | 31 de septiembre de 2021 | %d de %B de %Y | NULL",
        "EN | September 5th, 2021 | %B %d, %Y | 2021-09-05",
        "EN | Sept. 5, 2021 | %B %d, %Y | 2021-09-05",
        "EN | 5 mrt 2021 | %d %B %Y | NULL"
      })
  void readsNamesOfMonths(MonthLanguage language, String raw, String format, String expected) {
    assertThat(read(raw, "DATE", new ParseDate(List.of(format), null, List.of(language))))
        .isEqualTo(expected);
  }

  @Test
  void aDayWithAnOffsetIsTheDayAndAmongInstantsItsMidnightThere() {
    assertThat(read("2024-02-05+01:00", "DATE", "%Y-%m-%d%z")).isEqualTo("2024-02-05");
    assertThat(read("2024-02-05Z", "DATE", "%Y-%m-%d%z")).isEqualTo("2024-02-05");
    assertThat(read("2024-02-30Z", "DATE", "%Y-%m-%d%z")).isEqualTo(null);
    assertThat(read("2024-02-05+01:00", "TIMESTAMPTZ", "%Y-%m-%d%z"))
        .isEqualTo("2024-02-04 23:00:00+00");
  }

  @Test
  void readsTwoDigitYearsFromTheirPivotOn() {
    ParseDate births = new ParseDate(List.of("%d/%m/%y"), 1931, List.of());
    assertThat(read("05/01/31", "DATE", births)).isEqualTo("1931-01-05");
    assertThat(read("05/01/30", "DATE", births)).isEqualTo("2030-01-05");
    ParseDate century = new ParseDate(List.of("%d/%m/%y"), 1900, List.of());
    assertThat(read("05/01/00", "DATE", century)).isEqualTo("1900-01-05");
    assertThat(read("05/01/99", "DATE", century)).isEqualTo("1999-01-05");
  }

  @Test
  void aMinusInADirectiveChangesNothingButTheDigits() {
    ParseDate births = new ParseDate(List.of("%-d/%-m/%-y"), 1931, List.of());
    assertThat(read("5/1/31", "DATE", births)).isEqualTo("1931-01-05");
    assertThat(read("5/1/2021", "DATE", "%-d/%-m/%-Y")).isEqualTo("2021-01-05");
    assertThat(DateFormat.hasZone("%Y-%m-%d %H:%M %-z")).isTrue();
    assertThat(DateFormat.hasTime("%Y-%m-%d %%H")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "31001, 1931-01-01",
        "30366, NULL",
        "32366, 1932-12-31",
        "24366, 2024-12-31",
        "31000, NULL"
      })
  void daysOfAYearOfTwoDigitsAreReadFromThePivotOn(String raw, String expected) {
    assertThat(read(raw, "DATE", new ParseDate(List.of("%y%j"), 1931, List.of())))
        .isEqualTo(expected);
  }

  @Test
  void aDayOfAYearIsInThatYear() {
    assertThat(read("2024-366 10:30", "TIMESTAMP", "%Y-%j %H:%M")).isEqualTo("2024-12-31 10:30:00");
    assertThat(read("2023-366", "DATE", "%Y-%j")).isNull();
    assertThat(read("2023-060", "DATE", "%Y-%j")).isEqualTo("2023-03-01");
  }

  @Test
  void losesNoTimeOfDay() {
    assertThat(read("05/01/2021 10:30 AM", "DATE", "%d/%m/%Y %I:%M %p")).isNull();
    assertThat(read("05/01/2021 12:00 AM", "DATE", "%d/%m/%Y %I:%M %p")).isEqualTo("2021-01-05");
    assertThat(read("2021-01-05 9:30", "DATE", "%Y-%m-%d %-H:%-M")).isNull();
    assertThat(read("2021-01-05 0:00", "DATE", "%Y-%m-%d %-H:%-M")).isEqualTo("2021-01-05");
    assertThat(read("2021-W05-3 09:30", "DATE", "%G-W%V-%u %H:%M")).isNull();
    assertThat(read("2021-W05-3 00:00", "DATE", "%G-W%V-%u %H:%M")).isEqualTo("2021-02-03");
    assertThat(read("44197.5", "DATE", "excel_serial")).isNull();
    assertThat(read("44197", "DATE", "excel_serial")).isEqualTo("2021-01-01");
    assertThat(read("9:05 pm", "TIME", "%I:%M %p")).isEqualTo("21:05:00");
  }

  @Test
  void refusesFormatsThatCannotBeMeant() {
    assertThat(DateFormat.problem("%d/%m")).asString().contains("it has no year");
    assertThat(DateFormat.problem("%Y-%m-%d %I:%M")).asString().contains("%I and %p");
    assertThat(DateFormat.problem("%y-%u")).asString().contains("%V and %u go with %G");
    assertThat(DateFormat.problem("%k")).asString().contains("is not a date directive");
    assertThat(DateFormat.problem("today")).asString().contains("it reads nothing");
  }
}
