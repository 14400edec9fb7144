package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.FoundTable;
import dev.assay.model.UserError;
import dev.assay.source.packed.Overlapping;
import dev.assay.source.packed.Packed;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are broken, locked, bombed or none at all get one sentence. */
class HostileWorkbooksTest {
  @TempDir private Path folder;

  private static void isRefused(Path file, String... words) {
    assertThatThrownBy(() -> Workbooks.read(file, null))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(words);
    assertThatThrownBy(() -> Workbooks.tables(file)).isInstanceOf(UserError.class);
  }

  /** Every variant is a table or a refusal; anything else that is thrown fails the test. */
  @ParameterizedTest
  @Timeout(300)
  @ValueSource(strings = {"deaths.xlsx", "type-me.xls"})
  void changedAndCutBytesGiveATableOrASentence(String name) throws Exception {
    byte[] whole;
    try (var in = HostileWorkbooksTest.class.getResourceAsStream("/workbooks/" + name)) {
      whole = in.readAllBytes();
    }
    Random random = new Random(7);
    int tables = 0;
    int refusals = 0;
    for (int variant = 0; variant < 400; variant++) {
      byte[] bytes = whole.clone();
      if (variant % 5 == 0) {
        bytes = Arrays.copyOf(bytes, 16 + random.nextInt(bytes.length - 16));
      } else {
        for (int i = 0; i <= random.nextInt(1 + variant / 20); i++) {
          bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
        }
      }
      Path file = Files.write(folder.resolve(name), bytes);
      try {
        for (FoundTable table : Workbooks.tables(file)) {
          Workbooks.read(file, table.name());
        }
        tables++;
      } catch (UserError e) {
        refusals++;
        assertThat(e.getMessage()).contains(name);
      }
    }
    assertThat(tables).isPositive();
    assertThat(refusals).isPositive();
  }

  @Test
  void aChangedValueIsNoticedByItsChecksum() throws Exception {
    Path file =
        new RawWorkbook()
            .sheet("a", "<row><c><v>12345</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    Path stored = folder.resolve("b.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(stored));
        var in = new java.util.zip.ZipFile(file.toFile())) {
      zip.setMethod(ZipOutputStream.STORED);
      for (ZipEntry entry : java.util.Collections.list(in.entries())) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setSize(bytes.length);
        copy.setCrc(entry.getCrc());
        zip.putNextEntry(copy);
        zip.write(bytes);
      }
    }
    assertThat(Workbooks.read(stored, null).rows()).isEqualTo(Workbooks.read(file, null).rows());
    String text = Files.readString(stored, StandardCharsets.ISO_8859_1);
    Files.writeString(stored, text.replace("12345", "92345"), StandardCharsets.ISO_8859_1);
    isRefused(stored, "b.xlsx is damaged", "checksum");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBombIsNotUnpacked(boolean inSheet) throws Exception {
    Path file = folder.resolve("bomb.xlsx");
    new RawWorkbook().sheet("a", "<row><c t=\"s\"><v>0</v></c></row>").write(file);
    Path bomb = folder.resolve("bomb2.xlsx");
    String part = inSheet ? "xl/worksheets/sheet0.xml" : "xl/sharedStrings.xml";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb));
        var in = new java.util.zip.ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(in.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          zip.write(in.getInputStream(entry).readAllBytes(), 0, 60);
          zip.write("><sheetData>".getBytes(StandardCharsets.UTF_8));
          byte[] tags = "<b/>".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 400; i++) {
            zip.write(tags);
          }
        } else {
          in.getInputStream(entry).transferTo(zip);
        }
      }
    }
    isRefused(bomb, "bomb2.xlsx");
  }

  @Test
  void entitiesAreNeverFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    RawWorkbook workbook = new RawWorkbook();
    workbook.prolog = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    workbook.sheet("a", "<row><c t=\"str\"><v>&x;</v></c></row>");
    isRefused(workbook.write(folder.resolve("a.xlsx")), "a.xlsx is damaged");
  }

  @Test
  void aPasswordIsAskedToBeTakenOff() throws Exception {
    String sentence = "is protected by a password. Save a copy without one and add that.";
    Path xls = folder.resolve("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("sesame");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      workbook.createSheet("a").createRow(0).createCell(0).setCellValue("hidden");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    isRefused(xls, "locked.xls", sentence);

    Path xlsx = folder.resolve("locked.xlsx");
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(xlsx)) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[64]), "EncryptionInfo");
      files.createDocument(new java.io.ByteArrayInputStream(new byte[64]), "EncryptedPackage");
      files.writeFilesystem(out);
    }
    isRefused(xlsx, "locked.xlsx", sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "xl/workbook.bin, binary workbook",
    "word/document.xml, a Word document.",
    "word/document2.xml, a Word document.",
    "visio/document.xml, Visio",
    "META-INF/container.xml, electronic book",
    "ppt/presentation.xml, PowerPoint",
    "META-INF/manifest.xml, OpenDocument",
    "Index/Document.iwa, iWork",
    "[Content_Types].xml, without a workbook"
  })
  void otherFilesAreNamed(String part, String word) throws Exception {
    Path file = folder.resolve("other.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      if (!part.startsWith("[")) {
        zip.putNextEntry(new ZipEntry(part));
      }
      zip.write('x');
    }
    isRefused(file, "other.xlsx", word, "Save the table as .xlsx or .csv");
  }

  @Test
  void aDocumentOfAnotherKindThatIsCutOffIsNoDamagedWorkbook() throws Exception {
    Path file = Packed.zip(folder.resolve("a.docx"), "[Content_Types].xml", "x", "word/a.xml", "x");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    isRefused(file, "The file a.docx is a Word document. Save the table as .xlsx or .csv");
  }

  @Test
  void anArchiveOfTablesStaysOneWhateverItIsCalled() throws Exception {
    Path file = Packed.zip(folder.resolve("a.xlsx"), "word/a.csv", "a\n1\n", "b.csv", "b\n2\n");
    assertThat(Workbooks.tables(file))
        .extracting(FoundTable::schema)
        .containsExactly("word/a.csv", "b.csv");
  }

  @Test
  void partsThatOverlapAreRefused() throws Exception {
    Path file =
        Overlapping.zip(folder.resolve("a.xlsx"), "<x/>", "xl/workbook.xml", "xl/styles.xml");
    isRefused(file, "a.xlsx is damaged (its parts overlap, as those of zip bombs do)");
  }

  @Test
  void aWorkbookWithoutAValueSaysSo() throws Exception {
    RawWorkbook workbook = new RawWorkbook().sheet("a", "").sheet("b", "<row><c s=\"0\"/></row>");
    isRefused(workbook.write(folder.resolve("a.xlsx")), "no sheet with a value");
  }

  @Test
  void aWorkbookIsKnownByItsBytesAlone() throws Exception {
    Path file =
        new RawWorkbook()
            .sheet("a", "<row><c t=\"str\"><v>x</v></c></row><row><c><v>1</v></c></row>")
            .write(folder.resolve("orders.csv"));
    assertThat(Workbooks.read(file, null).column(0)).containsExactly("1");
  }

  @Test
  void aTextThatManyCellsShareIsCountedForEachOfThem() throws Exception {
    RawWorkbook workbook = new RawWorkbook();
    workbook.strings = "<si><t>" + "x".repeat(1_000_000) + "</t></si>";
    workbook.sheet("a", "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(200) + "</row>");
    Path file = workbook.write(folder.resolve("a.xlsx"));
    assertThat(Files.size(file)).isLessThan(10_000);
    isRefused(file, "a.xlsx has more than 64 MiB of text in its row 1.", "Shorten");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row><c t=\"inlineStr\"><is>RUNS</is></c></row>",
        "<row><c t=\"str\"><v>TEXT</v></c></row>",
        "<row><c t=\"s\"><v>0</v></c></row>"
      })
  void aTextFarBeyondExcelsLimitIsRefused(String row) throws Exception {
    String text = "x".repeat(600_000);
    String runs = ("<r><t>" + text + "</t></r>").repeat(2);
    RawWorkbook workbook = new RawWorkbook();
    workbook.strings = "<si>" + runs + "</si>";
    workbook.sheet("a", row.replace("RUNS", runs).replace("TEXT", text + text));
    isRefused(
        workbook.write(folder.resolve("a.xlsx")),
        "a.xlsx has a cell with more than 1,048,576 characters, where Excel allows 32,767.");
  }

  @Test
  void cellsOfOneTextShareItsBytes() throws Exception {
    RawWorkbook workbook = new RawWorkbook();
    workbook.strings = "<si><t>x</t></si><si><t>" + "y".repeat(9_000) + "</t></si>";
    String cells = "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>";
    workbook.sheet("a", "<row>" + cells.repeat(2) + "</row>");
    areShared(XlsxWorkbook.open("a", workbook.write(folder.resolve("a.xlsx"))));

    Path old = folder.resolve("a.xls");
    try (HSSFWorkbook written = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(old)) {
      var row = written.createSheet("a").createRow(0);
      for (int i = 0; i < 4; i++) {
        row.createCell(i).setCellValue(i % 2 == 0 ? "x" : "y".repeat(9_000));
      }
      written.write(out);
    }
    areShared(XlsWorkbook.open("a", old));
  }

  private static void areShared(Workbook opened) throws Exception {
    try (Workbook workbook = opened;
        SheetRows rows = workbook.rows(workbook.sheets().getFirst())) {
      SheetRow row = new SheetRow();
      assertThat(rows.next(row)).isTrue();
      assertThat(row.value(0)).isEqualTo(new byte[] {'x'}).isSameAs(row.value(2));
      assertThat(row.value(1)).hasSize(9_000).isSameAs(row.value(3));
    }
  }

  @Test
  void aVeryLongFormatIsReadInItsBeginning() {
    assertThat(CellFormat.of("0-".repeat(200_000) + "0").kind()).isEqualTo(CellFormat.Kind.NUMBER);
    assertThat(CellFormat.of("[".repeat(400_000)).code()).hasSizeLessThan(2_000);
  }
}
