package dev.assay.bronze;

import static dev.assay.bronze.LandingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.Readers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON lands as it was written, whatever the file is called: here always {@code data.csv}. */
class JsonLandingTest {
  @TempDir Path folder;
  private LandingFixture bronze;

  @BeforeEach
  void open() {
    bronze = new LandingFixture(folder);
  }

  @AfterEach
  void close() {
    bronze.close();
  }

  @Test
  void numbersKeepTheFormInWhichTheyWereWritten() throws Exception {
    bronze.land("[{\"n\": 1.50}, {\"n\": 1e400}, {\"n\": 12345678901234567890}, {\"n\": -0.0}]");
    assertThat(bronze.cells())
        .containsExactly(row("1.50"), row("1e400"), row("12345678901234567890"), row("-0.0"));
  }

  @Test
  void numbersMayBeOfAnyLength() throws Exception {
    String digits = "1234567890".repeat(500);
    bronze.land(
        "[{\"n\": " + digits + "}, {\"n\": 0." + digits + "e-99999, \"o\": [" + digits + "]}]");
    assertThat(bronze.cells())
        .containsExactly(row(digits, null), row("0." + digits + "e-99999", "[" + digits + "]"));
  }

  /** Python writes these, though no standard has them. */
  @Test
  void whatIsNoNumberIsKeptAsItIsWritten() throws Exception {
    bronze.land("[{\"n\": NaN, \"o\": {\"x\": -Infinity}}, {\"n\": Infinity}]");
    assertThat(bronze.cells())
        .containsExactly(row("NaN", "{\"x\":-Infinity}"), row("Infinity", null));
    bronze.land("{\"n\": NaN}\n{\"n\": 1}\n");
    assertThat(bronze.cells()).containsExactly(row("NaN"), row("1"));
  }

  @Test
  void oddKeysAndSignsAreKept() throws Exception {
    bronze.land(
        "[{\"\": 1, \" a \": \"x\\u0000y\", \"a\\nb\": {\"k\": 1, \"k\": 2, \"\\u0000\": 3}}]");
    assertThat(bronze.landing.columns())
        .extracting(Landing.Column::header)
        .containsExactly("", " a ", "a\nb");
    assertThat(bronze.cells()).containsExactly(row("1", "x\0y", "{\"k\":1,\"k\":2,\"\\u0000\":3}"));
  }

  @Test
  void aLineThatIsNestedTooDeeplyCostsItselfAlone() throws Exception {
    String sound = "{\"a\": 1}\n{\"a\": 2}\n";
    bronze.land(sound + "{\"a\": " + "[".repeat(100_000) + "\n{\"a\": 3}\n");
    assertThat(bronze.cells()).containsExactly(row("1"), row("2"), row("3"));
    assertThat(bronze.landed.malformedByReason()).containsEntry("invalid_json", 1L);
  }

  @Test
  void valuesAreTextsAndNothingIsMistakenForAMissingOne() throws Exception {
    bronze.land(
        """
        [{"a": "", "b": null, "c": true, "d": "null", "e": "a\\nb\\t\\"c\\" 🦆"},
         {"b": false, "a": " x "}]
        """);
    assertThat(bronze.names()).containsExactly("a", "b", "c", "d", "e");
    assertThat(bronze.cells())
        .containsExactly(
            row("", null, "true", "null", "a\nb\t\"c\" 🦆"), row(" x ", "false", null, null, null));
  }

  @Test
  void nestedValuesBecomeCompactJsonWithTheirNumbersAsWritten() throws Exception {
    bronze.land(
        "[{\"o\": { \"x\" : 1.50 , \"y\" : [ 1e400, null, \"\\u00e9\\n\", {} ] }, \"l\": [ ]}]");
    assertThat(bronze.cells())
        .containsExactly(row("{\"x\":1.50,\"y\":[1e400,null,\"é\\n\",{}]}", "[]"));
  }

  @Test
  void columnsAreTheKeysOfAllRecordsWithWhatJsonSaysOfTheirValues() throws Exception {
    StringBuilder text = new StringBuilder("[{\"id\": 1}");
    for (int i = 2; i <= 50_000; i++) {
      text.append(",\n{\"id\": ").append(i == 7 ? "\"7\"" : i).append("}");
    }
    text.append(", {\"late\": [1], \"ID\": null}]");
    bronze.land(text.toString());
    assertThat(bronze.landing.columns())
        .containsExactly(
            new Landing.Column("id", "id", "string or number"),
            new Landing.Column("late", "late", "array"),
            new Landing.Column("ID", "ID_2", "null"));
    assertThat(bronze.landed.rowsLanded()).isEqualTo(50_001);
  }

  @Test
  void recordsAreFoundInsideADocument() throws Exception {
    Landed landed =
        bronze.land(
            """
            {"meta": {"count": 2, "tags": ["x", "y", "z"], "sources": [{"u": 1}]},
             "result": {"items": [{"id": 1}, {"id": 2}]}, "next": null}
            """);
    assertThat(bronze.landing.format()).isEqualTo(new Format.JsonRecords(false, "/result/items"));
    assertThat(bronze.cells()).containsExactly(row("1"), row("2"));
    assertThat(bronze.rowNumbers()).containsExactly(1L, 2L);
    assertThat(landed.rowsRead()).isEqualTo(2);
    assertThat(Readers.origins().tables(folder.resolve("data.csv"), "data.csv"))
        .extracting(FoundTable::name, FoundTable::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/meta/sources", 1L),
            org.assertj.core.groups.Tuple.tuple("/result/items", 2L));
  }

  @Test
  void aSingleObjectIsOneRow() throws Exception {
    bronze.land("{\"id\": 1, \"tags\": [\"a\", \"b\"]}");
    assertThat(bronze.cells()).containsExactly(row("1", "[\"a\",\"b\"]"));
  }

  @Test
  void aBrokenLineOfJsonLinesCostsItselfAlone() throws Exception {
    Landed landed =
        bronze.land(
            "{\"a\": 1}\r\n{\"a\": 2, \"ghost\": 1\r\n\r\n{\"a\": 3}\n{\"a\": 4}{\"a\": 5}\n{\"a\": 6}");
    assertThat(bronze.landing.format()).isEqualTo(new Format.JsonRecords(true, ""));
    assertThat(bronze.names()).containsExactly("a");
    assertThat(bronze.cells()).containsExactly(row("1"), row("3"), row("6"));
    assertThat(bronze.rowNumbers()).containsExactly(1L, 4L, 6L);
    assertThat(bronze.malformed())
        .containsExactly(
            row(2L, "invalid_json", "{\"a\": 2, \"ghost\": 1"),
            row(5L, "invalid_json", "{\"a\": 4}{\"a\": 5}"));
    assertThat(landed.rowsRead()).isEqualTo(5);
  }

  @Test
  void aLineThatIsNoUtf8IsKeptAsHex() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"a\":\"x\"}\n{\"a\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE9);
    bytes.write("\"}\n{\"a\":\"y\"}\n".getBytes(StandardCharsets.UTF_8));
    bronze.land(bronze.file(bytes.toByteArray()));
    assertThat(bronze.cells()).containsExactly(row("x"), row("y"));
    assertThat(bronze.malformed())
        .containsExactly(row(2L, "invalid_encoding", "7b2261223a22e9227d"));
  }

  @Test
  void objectsOneAfterAnotherAreRecords() throws Exception {
    bronze.land("{\"a\": 1} {\"a\":\n 2}\n{\n\"b\": 3\n}");
    assertThat(bronze.cells()).containsExactly(row("1", null), row("2", null), row(null, "3"));
    assertThat(bronze.rowNumbers()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void theSecondValueOfAKeyIsListedAndNotLost() throws Exception {
    bronze.land("[{\"a\": 1, \"a\": \"two\"}]");
    assertThat(bronze.cells()).containsExactly(row("1"));
    assertThat(bronze.malformed()).containsExactly(row(1L, "duplicate_key", "\"two\""));
    assertThat(bronze.landed.rowsMalformed()).isZero();
  }

  @Test
  void elementsThatAreNoObjectsLandAsValues() throws Exception {
    bronze.land("[{\"a\": 1}, {\"a\": 2}, [3, 4], \"five\", null]");
    assertThat(bronze.names()).containsExactly("a", "value");
    assertThat(bronze.cells())
        .containsExactly(
            row("1", null), row("2", null), row(null, "[3,4]"), row(null, "five"), row(null, null));
  }

  @Test
  void halfACharacterIsWrittenAsItsEscape() throws Exception {
    bronze.land("[{\"a\": \"x\\ud83dy\", \"b\": {\"c\": \"\\udc00\"}, \"d\": \"\\ud83e\\udd86\"}]");
    assertThat(bronze.cells()).containsExactly(row("x\\ud83dy", "{\"c\":\"\\udc00\"}", "🦆"));
    assertThat(bronze.malformed())
        .extracting(List::getLast)
        .containsExactlyInAnyOrder("x\\ud83dy", "{\"c\":\"\\udc00\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void everyUnicodeEncodingIsReadWithAndWithoutItsMark(String charset) throws Exception {
    for (String mark : List.of("", "\uFEFF")) {
      for (String text :
          List.of("[{\"ä\": \"日本 🦆\"}, {\"ä\": 2}]", "{\"ä\": \"日本 🦆\"}\n{\"ä\": 2}\n")) {
        bronze.land(bronze.file(mark + text, Charset.forName(charset)));
        assertThat(bronze.names()).containsExactly("ä");
        assertThat(bronze.cells()).containsExactly(row("日本 🦆"), row("2"));
      }
    }
  }

  @Test
  void aBrokenDocumentIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> bronze.land("[{\"a\": 1},\n {\"a\": }]"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The JSON of data.csv is broken at line 2, column ")
        .hasMessageEndingWith("Mend it there.");
    assertThatThrownBy(() -> bronze.land("[{\"a\": 1},\n {\"a\": "))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void bombsAreRefusedInASentence() {
    assertThatThrownBy(() -> bronze.land("[{\"a\": " + "[".repeat(100_000)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nested more than 1,000 deep");
    StringBuilder wide = new StringBuilder("[{\"k\": 0");
    for (int i = 0; i < 10_001; i++) {
      wide.append(", \"k").append(i).append("\": 1");
    }
    assertThatThrownBy(() -> bronze.land(wide + "}]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("more than 10,000 different keys");
    assertThatThrownBy(() -> bronze.land("[]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no records");
  }

  @Test
  void aTextLongerThanARowMayBeIsRefusedInADocumentAndLeftOutOfLines() throws Exception {
    String huge = "x".repeat((1 << 26) + 10);
    assertThatThrownBy(() -> bronze.land("[{\"a\": \"" + huge + "\"}]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("64 MiB");
    bronze.land("{\"a\": 1}\n{\"a\": 2}\n{\"a\": \"" + huge + "\"}\n{\"a\": 3}\n");
    assertThat(bronze.cells()).containsExactly(row("1"), row("2"), row("3"));
    assertThat(bronze.landed.malformedByReason()).containsEntry("too_long", 1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[id],[name]\n1,x\n",
        "{a};{b}\n1;2\n",
        "[1,2],[3,4]\n[5,6],[7,8]\n",
        "{\"a\":1},x\n{\"a\":2},y\n",
        "\"a\",\"b\"\n\"1\",\"2\"\n",
        "true\nfalse\n"
      })
  void aTableWithBracketsIsNoJson(String text) throws Exception {
    Landing landing =
        Readers.detect(bronze.file(text, StandardCharsets.UTF_8), DialectOverrides.NONE);
    assertThat(landing.format()).isInstanceOf(CsvDialect.class);
  }
}
