package dev.assay.source.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.Readers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "id,name\\n1,ann\\n2,bob ~ , ~ \" ~ true",
        "id;price\\n1;2,50\\n2;3,75 ~ ; ~ \" ~ true",
        "id\\tnote\\n1\\ta, b\\n2\\tc ~ TAB ~ \" ~ true",
        "id|note|when\\n1|x|2024-01-01 10:00:00\\n2|y|2024-01-02 11:30:00 ~ | ~ \" ~ true",
        "root:x:0:0:root:/root:/bin/bash\\nman:x:6:12:man:/var/man:/usr/sbin/nologin\\nlp:x:7:7:lp:/var/lp:/bin/sh"
            + " ~ : ~ \" ~ false",
        "id,note\\n1,'a, b'\\n2,'c, d' ~ , ~ ' ~ true",
        "when\\n10:00:00\\n11:30:00 ~ , ~ \" ~ true",
        "name\\nDoe, John\\nRoe, Jane ~ ; ~ \" ~ true",
        "size\\tname\\n5\" a\\t\"one\\n6\\t\"two\\n7\\t\"three\\n8\\tfour ~ TAB ~ NONE ~ true",
        "address;city\\n\"1, High St\";Oslo\\n\"2, Low St\";Rome ~ ; ~ \" ~ true",
        "country,2019,2020,2021\\nDE,1.5,2.5,3.5\\nFR,2.5,3.5,4.5 ~ , ~ \" ~ true",
        "1,Ann,3.5\\n2,Bob,4.5\\n3,Eve,5.5 ~ , ~ \" ~ false"
      })
  void delimiterQuoteAndHeaderAreFoundByLooking(
      String text, String delimiter, String quote, boolean header) throws Exception {
    CsvDialect dialect =
        (CsvDialect) detect(text.replace("\\n", "\n").replace("\\t", "\t")).format();
    assertThat(dialect.delimiter()).isEqualTo(delimiter.equals("TAB") ? "\t" : delimiter);
    assertThat(dialect.quote()).isEqualTo(quote.equals("NONE") ? null : quote.charAt(0));
    assertThat(dialect.hasHeader()).isEqualTo(header);
    assertThat(dialect.confidence()).isBetween(0.3, 1.0);
  }

  @Test
  void namesWithACommaAreOneColumn() throws Exception {
    assertThat(detect("name\nDoe, John\nRoe, Jane\n").columns())
        .containsExactly(new Landing.Column("name", "name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "89504e470d0a1a0a0000000d49484452; a PNG picture; copy its table into a CSV"
            + " or Excel file, and add that",
        "255044462d312e370a25e2e3cfd3; a PDF document; export the table as CSV or Excel, and add"
            + " that file",
        "53514c69746520666f726d617420330010000101; an SQLite database; end its name in .sqlite, and"
            + " add it again",
        "0001020304050607aabbccddeeff0000010305; binary data; choose a CSV, Excel, JSON or Parquet"
            + " file"
      })
  void binaryFilesAreRefusedWithWhatTheyLookLikeAndWhatToDo(String hex, String kind, String advice)
      throws Exception {
    Path file = Files.write(folder.resolve("data"), HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> Readers.detect(file, DialectOverrides.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage("The file data is no table but looks like " + kind + ": " + advice + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\""})
  void theFirstLineThatExcelWritesDecidesTheDelimiter(String first) throws Exception {
    Landing landing = detect(first + "\na,b;c,d\n1,5;2,5\n3,5;4,5\n");
    assertThat(landing.columns())
        .containsExactly(new Landing.Column("a,b", "a,b"), new Landing.Column("c,d", "c,d"));
    CsvDialect dialect = (CsvDialect) landing.format();
    assertThat(dialect.delimiter()).isEqualTo(";");
    assertThat(dialect.skipLines()).isEqualTo(1);
    assertThat(dialect.headerRows()).isEqualTo(1);
  }

  @Test
  void theUserKnowsBetterThanTheFirstLineThatExcelWrites() throws Exception {
    assertThat(
            headers(
                "sep=;\na,b;c,d\n1,2;3,4\n",
                new DialectOverrides(null, ",", null, null, null, null)))
        .containsExactly("a", "b;c", "d");
  }

  @Test
  void everyPartCanBeDecidedAlone() throws Exception {
    String text = "title\nx;'y;z'\nu;v\\;w\n1;2\n";
    assertThat(headers(text, new DialectOverrides(null, null, '\'', null, null, 1)))
        .containsExactly("x", "y;z");
    assertThat(headers(text, new DialectOverrides(null, "y", null, null, 1, 1)))
        .containsExactly("x;'", ";z'");
    assertThat(
            headers(text, new DialectOverrides(null, ";", DialectOverrides.NONE_SUCH, null, 1, 1)))
        .containsExactly("x", "'y", "z'");
    assertThat(headers(text, new DialectOverrides(null, ";", '\'', '\\', 2, 1)))
        .containsExactly("x u", "y;z v;w");
    assertThat(headers(text, new DialectOverrides(null, null, '\'', null, 0, 1)))
        .containsExactly("", "");
    assertThat(
            headers("h\u00e9,b\n1,2\n", new DialectOverrides("ISO-8859-1", null, null, null, 1, 0)))
        .containsExactly("h\u00c3\u00a9", "b");
  }

  @Test
  void whatIsClearHasNoRunnerUpAndWhatIsNotHasLessConfidence() throws Exception {
    CsvDialect clear =
        (CsvDialect)
            detect("id,name,born\n1,Ann,2001-02-03\n2,Bob,1999-12-31\n3,Eve,1987-06-05\n").format();
    assertThat(clear.runnerUp()).isNull();
    assertThat(clear.confidence()).isGreaterThan(0.9);
    CsvDialect unclear = (CsvDialect) detect("1,2;3,4\n5,6;7,8\n9,1;2,3\n").format();
    assertThat(unclear.runnerUp().delimiter() + unclear.delimiter()).isIn(",;", ";,");
    assertThat(unclear.confidence()).isLessThan(0.85);
    assertThat(unclear.runnerUp().confidence()).isBetween(0.01, unclear.confidence());
  }

  private List<String> headers(String text, DialectOverrides overrides) throws Exception {
    Path file = Files.writeString(folder.resolve("data.csv"), text, StandardCharsets.UTF_8);
    return Readers.detect(file, overrides).columns().stream().map(Landing.Column::header).toList();
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws Exception {
    assertRefused(folder.resolve("gone.csv"), "There is no file gone.csv. Check the path.");
    assertRefused(
        Files.createDirectory(folder.resolve("sub")), "sub is a folder. Name a file in it.");
    assertRefused(
        Files.createFile(folder.resolve("void.csv")),
        "The file void.csv is empty (0 bytes): save or export it anew, and add it again.");
    assertRefused(
        Files.writeString(folder.resolve("blank.csv"), "\n\r\n\n"),
        "The file blank.csv has only blank lines: save or export it anew, and add it again.");
    assertRefused(
        Files.write(folder.resolve("mark.csv"), HexFormat.of().parseHex("efbbbf")),
        "The file mark.csv has only blank lines: save or export it anew, and add it again.");
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatThrownBy(() -> Readers.detect(file, DialectOverrides.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage(sentence);
  }

  private Landing detect(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("data.csv"), text, StandardCharsets.UTF_8);
    return Readers.detect(file, DialectOverrides.NONE);
  }
}
