package dev.assay.source.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import dev.assay.source.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are opened as their user means them, however they are packed. */
class PackedFilesTest {
  private static final PackedFiles FILES = new PackedFiles();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
  void aPackedFileIsReadAsWhatIsInIt(String suffix) throws Exception {
    byte[] bytes = noise(2_000_000);
    Path file = write("orders.csv." + suffix, Packed.as(suffix, bytes));
    try (Content content = open(file)) {
      assertThat(content.name()).isEqualTo("orders.csv");
      assertThat(content.size()).isEqualTo(Files.size(file));
      assertThat(content.plain()).isEmpty();
      try (Content.Opened opened = content.open()) {
        assertThat(opened.readNBytes(1000)).hasSize(1000);
        long early = opened.consumed();
        opened.readAllBytes();
        assertThat(early).isLessThan(opened.consumed());
        assertThat(opened.consumed()).isEqualTo(content.size());
      }
      assertThat(bytes(content)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
  void partsPackedOneAfterTheOtherAreOneFile(String suffix) throws Exception {
    byte[] first = noise(70_000);
    byte[] second = "1,2\n".getBytes(StandardCharsets.UTF_8);
    byte[] packed = Packed.concatenated(Packed.as(suffix, first), Packed.as(suffix, second));
    try (Content content = open(write("parts", packed))) {
      assertThat(content.name()).isEqualTo("parts");
      assertThat(bytes(content)).isEqualTo(Packed.concatenated(first, second));
    }
  }

  @Test
  void aPackingIsKnownByItsBytesAndNotByItsName() throws Exception {
    try (Content text = open(write("text.gz", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        Content begins = open(write("x", "BZh9 is a code\n".getBytes(StandardCharsets.UTF_8)));
        Content packed = open(write("packed.csv", Packed.as("gz", new byte[] {'a', '\n'})))) {
      assertThat(text.plain()).isPresent();
      assertThat(begins.plain()).isPresent();
      assertThat(packed.name()).isEqualTo("packed.csv");
      assertThat(bytes(packed)).asString().isEqualTo("a\n");
    }
  }

  @Test
  void theFilesOfAnArchiveAreThoseThatSomebodyPutThere() throws Exception {
    Path zip =
        Packed.zip(
            folder.resolve("data.bin"),
            "2024/",
            "",
            "2024/b.csv",
            "b\n2\n",
            "a.csv",
            "a\n1\n",
            "__MACOSX/._a.csv",
            "x",
            ".DS_Store",
            "x",
            ".git/config",
            "x",
            "Thumbs.db",
            "x",
            "../../out.csv",
            "c\n3\n");
    assertThat(FILES.entries(zip, "data.bin"))
        .containsExactly("2024/b.csv", "a.csv", "../../out.csv");
    try (Content content = FILES.open(zip, "data.bin", "../../out.csv")) {
      assertThat(content.name()).isEqualTo("../../out.csv");
      assertThat(bytes(content)).asString().isEqualTo("c\n3\n");
      assertThat(content.local().normalize().getParent())
          .isEqualTo(Path.of(System.getProperty("java.io.tmpdir")).normalize());
    }
    assertRefused(
        () -> FILES.open(zip, "data.bin", null),
        "data.bin holds 3 files. Name one of them, such as 2024/b.csv.");
    assertRefused(
        () -> FILES.open(zip, "data.bin", "c.csv"),
        "There is no c.csv in data.bin. It holds 2024/b.csv, a.csv, ../../out.csv.");
  }

  @Test
  void anArchiveOfOneFileNeedsNoNameAndProgressIsThatFilesOwn() throws Exception {
    Path zip = Packed.zip(folder.resolve("one.zip"), "a.csv", "a,b\n1,2\n".repeat(50_000));
    try (Content content = FILES.open(zip, "one.zip", null);
        Content.Opened opened = content.open()) {
      assertThat(FILES.entries(zip, "one.zip")).containsExactly("a.csv");
      assertThat(content.name()).isEqualTo("a.csv");
      assertThat(opened.readAllBytes()).hasSize(400_000);
      assertThat(content.size()).isLessThan(Files.size(zip));
      assertThat(opened.consumed()).isEqualTo(content.size());
    }
  }

  @Test
  void whatIsPackedInsideAnArchiveStaysPacked() throws Exception {
    Path inner = Packed.zip(folder.resolve("inner.zip"), "a.csv", "a\n1\n");
    String bytes = new String(Files.readAllBytes(inner), StandardCharsets.ISO_8859_1);
    Path outer = Packed.zip(folder.resolve("outer.zip"), "inner.zip", bytes);
    assertThat(FILES.entries(outer, "outer.zip")).containsExactly("inner.zip");
    try (Content content = FILES.open(outer, "outer.zip", "inner.zip")) {
      assertThat(bytes(content)).asString(StandardCharsets.UTF_8).isEqualTo(bytes);
    }
  }

  @Test
  void documentsThatHappenToBeZipFilesAreFilesAsTheyAre() throws Exception {
    Path workbook =
        Packed.zip(folder.resolve("book"), "xl/workbook.xml", "x", "[Content_Types].xml", "x");
    Path sheet = Packed.zip(folder.resolve("sheet"), "mimetype", "x", "content.xml", "x");
    byte[] whole = Files.readAllBytes(workbook);
    Path broken = write("broken", java.util.Arrays.copyOf(whole, whole.length - 40));
    for (Path file : new Path[] {workbook, sheet, broken}) {
      assertThat(FILES.entries(file, "x")).isEmpty();
      try (Content content = open(file)) {
        assertThat(content.plain()).contains(file);
        assertThat(content.local()).isEqualTo(file);
      }
    }
  }

  @Test
  void aTemporaryCopyIsPrivateAndGoesAwayAtTheEnd() throws Exception {
    Path copy;
    try (Content content = open(write("a.csv.gz", Packed.as("gz", noise(1000))))) {
      copy = content.local();
      assertThat(content.local()).isEqualTo(copy);
      assertThat(copy).hasBinaryContent(noise(1000));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
    }
    assertThat(copy).doesNotExist();
  }

  @Test
  void whatIsNoFileIsSaidInOneSentence() {
    assertRefused(
        () -> open(folder.resolve("gone.csv")), "There is no file gone.csv. Check the path.");
    assertRefused(() -> FILES.open(folder, "sub", null), "sub is a folder. Name a file in it.");
    assertRefused(
        () -> FILES.open(Path.of("/dev/zero"), "zero", null),
        "zero is a pipe or a device. Save what comes out of it first.");
    assertRefused(
        () -> FILES.open(write("a.csv", new byte[] {'a'}), "a.csv", "b.csv"),
        "a.csv is no archive, so there is no b.csv in it. Sync it again.");
    assertRefused(
        () -> open(Packed.zip(folder.resolve("empty.zip"), "folder/", "")),
        "empty.zip is an archive without any file: pack it anew, and add it again.");
    assertRefused(
        () -> open(write("file.zip", HexFormat.of().parseHex("504b030414000000080066696c65"))),
        "file.zip is a ZIP archive that is cut off or damaged. Get it once more and try again.");
  }

  private Content open(Path file) {
    return FILES.open(file, file.getFileName().toString(), null);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] bytes(Content content) throws IOException {
    try (Content.Opened opened = content.open()) {
      return opened.readAllBytes();
    }
  }

  /** Bytes that hardly pack. */
  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable opening, String sentence) {
    assertThatThrownBy(opening).isInstanceOf(UserError.class).hasMessage(sentence);
  }
}
