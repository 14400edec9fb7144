package dev.assay.bronze;

import static dev.assay.bronze.LandingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.DialectOverrides;
import dev.assay.model.UserError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
  private static final String TABLE = "id,name\n1,\"José, ñandú\"\n2,Zoë\n3,Garçon\n";

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
  @CsvSource({
    "UTF-8, false, UTF-8",
    "UTF-8, true, UTF-8",
    "UTF-16LE, false, UTF-16LE",
    "UTF-16LE, true, UTF-16LE",
    "UTF-16BE, false, UTF-16BE",
    "UTF-16BE, true, UTF-16BE",
    "UTF-32LE, true, UTF-32LE",
    "windows-1252, false, windows-1252",
    "ISO-8859-1, false, windows-1252"
  })
  void theEncodingIsFoundByLooking(String charset, boolean marked, String found) throws Exception {
    Charset written = Charset.forName(charset);
    fixture.land(fixture.file((marked ? "\uFEFF" : "") + TABLE, written));
    assertThat(fixture.dialect().charset()).isEqualTo(found);
    assertThat(fixture.names()).containsExactly("id", "name");
    assertThat(fixture.cells())
        .containsExactly(row("1", "José, ñandú"), row("2", "Zoë"), row("3", "Garçon"));
  }

  @Test
  void russianIsReadInItsOwnEncoding() throws Exception {
    String text = "Быстрая коричневая лиса прыгает через ленивую собаку";
    String table = "код;описание\n" + ("1;" + text + "\n").repeat(20);
    fixture.land(fixture.file(table, Charset.forName("windows-1251")));
    assertThat(fixture.names()).containsExactly("код", "описание");
    assertThat(fixture.cells()).contains(row("1", text));
  }

  @Test
  void theSameTableHasTheSameHashesInAnyEncodingAndDialect() throws Exception {
    fixture.land(TABLE);
    var hashes = fixture.rows("SELECT _row_hash");
    fixture.land(fixture.file(TABLE, StandardCharsets.UTF_16LE));
    assertThat(fixture.rows("SELECT _row_hash")).isEqualTo(hashes);
    fixture.land("id;name\r\n\"1\";\"José, ñandú\"\r\n\"2\";\"Zoë\"\r\n\"3\";\"Garçon\"\r\n");
    assertThat(fixture.rows("SELECT _row_hash")).isEqualTo(hashes);
  }

  @Test
  void bytesThatWindows1252DoesNotHaveCostTheirRow() throws Exception {
    byte[] bytes = "id,name\n1,José\n2,a?b\n3,Zoë\n".getBytes(StandardCharsets.ISO_8859_1);
    bytes["id,name\n1,José\n2,a".length()] = (byte) 0x81;
    fixture.land(
        fixture.file(bytes), new DialectOverrides("windows-1252", null, null, null, null, null));
    assertThat(fixture.cells()).containsExactly(row("1", "José"), row("3", "Zoë"));
    assertThat(fixture.malformed()).containsExactly(row(3L, "invalid_encoding", "322c618162"));
  }

  @Test
  void halfAPairOfUtf16CostsItsRow() throws Exception {
    byte[] bytes = "id,name\n1,a\n2,?\n3,b\n".getBytes(StandardCharsets.UTF_16LE);
    int at = "id,name\n1,a\n2,".length() * 2;
    bytes[at] = 0x00;
    bytes[at + 1] = (byte) 0xD8;
    fixture.land(fixture.file(bytes));
    assertThat(fixture.cells()).containsExactly(row("1", "a"), row("3", "b"));
    assertThat(fixture.malformed()).hasSize(1);
    assertThat((String) fixture.malformed().getFirst().get(2)).startsWith("32002c00");
  }

  @Test
  void anUnknownEncodingIsRefusedInOneSentence() throws Exception {
    Path file = fixture.file(TABLE, StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> fixture.land(file, new DialectOverrides("klingon", null, null, null, null, null)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "There is no encoding 'klingon'. Use one such as UTF-8, windows-1252 or UTF-16LE.");
  }
}
