package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.source.packed.Bomb;
import dev.assay.source.packed.Packed;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a file, it is one sentence, and what stood still stands. */
class FaultsTest {
  private static final long FIVE_GIGABYTES = 5L << 30;
  private static final String CSV = "id,amount\n1,2.50\n2,3.75\n3,1.00\n";

  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Adds a file and builds on it, lets it come to harm and hears what a sync says of it. */
  private String said(Path file, Harm harm) throws Exception {
    String source = caller.addPath(file, "?wait=60").is(201).text("/source/id");
    caller.buildAsSuggested(source);
    String before = bronze(caller, source);
    harm.come(file);
    Reply sync = caller.post("/api/sources/" + source + "/sync?wait=60");
    assertThat(sync.status()).isBetween(400, 499);
    assertThat(bronze(caller, source)).isEqualTo(before);
    assertThat(caller.sql("SELECT count(*) FROM silver_" + source + "_cleaned"))
        .containsExactly(List.of(3));
    assertThat(house.staging()).isEmpty();
    return sync.problem(sync.status());
  }

  private interface Harm {
    void come(Path file) throws Exception;
  }

  private static String bronze(Caller caller, String source) {
    return caller.sql("SELECT * FROM bronze_" + source + "_raw ORDER BY _row_no").toString();
  }

  @Test
  void aFileThatBecameAFolder() throws Exception {
    assertThat(
            said(
                file("orders.csv", utf8(CSV)),
                file -> {
                  Files.delete(file);
                  Files.createDirectory(file);
                }))
        .contains("orders.csv", "is a folder");
  }

  @Test
  void aFileThatBecameAPicture() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
    assertThat(said(file("orders.csv", utf8(CSV)), file -> Files.write(file, png)))
        .contains("orders.csv", "a PNG picture");
  }

  @Test
  void aFileThatIsEmptyNow() throws Exception {
    assertThat(said(file("orders.csv", utf8(CSV)), file -> Files.write(file, new byte[0])))
        .contains("orders.csv is empty");
  }

  @Test
  void aPackedFileThatWasCutOff() throws Exception {
    byte[] whole = Packed.as("gz", utf8(CSV));
    assertThat(
            said(
                file("orders.csv.gz", whole),
                file -> Files.write(file, Arrays.copyOf(whole, whole.length - 9))))
        .contains("orders.csv.gz is cut off");
  }

  @Test
  void anEndingThatIsWrong() throws Exception {
    // What a file is, its bytes say: a workbook called .csv is a workbook, a text called .xlsx one.
    caller.addPath(file("text.xlsx", utf8(CSV)), "?wait=60").is(201);
    assertThat(caller.sql("SELECT count(*), sum(amount::DECIMAL(9,2)) FROM bronze_text_raw"))
        .containsExactly(List.of(3, "7.25"));
    caller.addPath(workbook(folder.resolve("book.csv")), "?wait=60").is(201);
    assertThat(caller.sql("SELECT amount FROM bronze_book_raw ORDER BY id"))
        .containsExactly(List.of("2.5"), List.of("3.75"), List.of("1"));
    assertThat(
            caller.upload("/api/sources?wait=60", "notes.csv", "%PDF-1.7 and so on").problem(400))
        .contains("notes.csv", "a PDF document");
  }

  private static Path workbook(Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("orders");
      double[] amounts = {2.5, 3.75, 1};
      sheet.value(0, 0, "id");
      sheet.value(0, 1, "amount");
      for (int row = 1; row <= amounts.length; row++) {
        sheet.value(row, 0, row);
        sheet.value(row, 1, amounts[row - 1]);
      }
    }
    return file;
  }

  @Test
  void aWorkbookThatIsLockedNow() throws Exception {
    assertThat(said(workbook(folder.resolve("orders.xlsx")), FaultsTest::lock))
        .contains("orders.xlsx is protected by a password", "Save a copy without one");
  }

  private static void lock(Path file) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("sesame");
      try (OutputStream out = encryptor.getDataStream(files)) {
        Files.copy(file, out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        files.writeFilesystem(out);
      }
    }
  }

  @Test
  void anOldWorkbookThatIsLocked() throws Exception {
    Path file = folder.resolve("old.xls");
    Biff8EncryptionKey.setCurrentUserPassword("sesame");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      workbook.createSheet("a").createRow(0).createCell(0).setCellValue("hidden");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(upload(file)).contains("old.xls is protected by a password");
  }

  private String upload(Path file) throws Exception {
    String name = file.getFileName().toString();
    Reply reply = caller.upload("/api/sources?wait=60", name, Files.readAllBytes(file), Map.of());
    assertThat(reply.status()).isBetween(400, 499);
    return reply.problem(reply.status());
  }

  @Test
  void bombsOfFiveGigabytes() throws Exception {
    Bomb text = new Bomb("id,amount\n", "1,2.50\n", FIVE_GIGABYTES);
    Path zip = text.zip(folder.resolve("bomb.zip"), "orders.csv");
    assertThat(Files.size(zip)).isLessThan(20L << 20);
    assertThat(upload(zip)).contains("orders.csv swells", "zip bombs");
    assertThat(upload(text.gzip(folder.resolve("bomb.csv.gz"))))
        .contains("bomb.csv.gz swells", "zip bombs");
    Bomb sheet = new Bomb("<worksheet><sheetData>", "<x><y/></x>", FIVE_GIGABYTES);
    Path book =
        sheet.zip(
            folder.resolve("bomb.xlsx"),
            "xl/worksheets/sheet1.xml",
            "[Content_Types].xml",
            "<Types/>",
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                + " Target=\"xl/workbook.xml\"/></Relationships>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"b\" Type=\"x/worksheet\""
                + " Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"b\"/></sheets>"
                + "</workbook>");
    assertThat(upload(book)).contains("bomb.xlsx is damaged", "far more than a workbook has");
  }

  @Test
  void aBombThatIsSynced() throws Exception {
    Bomb text = new Bomb("id,amount\n", "1,2.50\n", FIVE_GIGABYTES);
    assertThat(said(file("orders.csv", utf8(CSV)), text::gzip)).contains("swells");
  }

  @Test
  void datesThatCountFrom1904() throws Exception {
    for (String ending : List.of("xls", "xlsx")) {
      byte[] book;
      try (var in = FaultsTest.class.getResourceAsStream("/workbooks/type-me." + ending)) {
        book = in.readAllBytes();
      }
      String source =
          caller.addPath(file("dates." + ending, book), "?wait=60").is(201).text("/source/id");
      // Four years and a day earlier in the other system.
      assertThat(bronze(caller, source)).contains("2016-01-01").doesNotContain("2011-12-31");
    }
  }

  @Test
  void aFileThatMayNotBeRead() throws Exception {
    Path workspace = folder.resolve("bound");
    Optional<Server> bound = Server.startWithoutPrivileges(workspace);
    assumeTrue(bound.isPresent(), "Root reads everything here, and setpriv is missing");
    try (Server server = bound.get()) {
      Path file = file("orders.csv", utf8(CSV));
      server.caller.addPath(file, "?wait=60").is(201);
      String before = bronze(server.caller, "orders");
      Files.write(file, utf8(CSV + "4,1.00\n"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
      assertThat(server.caller.post("/api/sources/orders/sync?wait=60").problem(422))
          .contains("orders.csv may not be read", "permissions");
      assertThat(bronze(server.caller, "orders")).isEqualTo(before);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      server.caller.post("/api/sources/orders/sync?wait=60").is(201);
      assertThat(server.caller.sql("SELECT count(*) FROM bronze_orders_raw"))
          .containsExactly(List.of(4));
    }
  }
}
