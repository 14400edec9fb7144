package dev.assay.source.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import dev.assay.source.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bombs, damage and locks cost the user one sentence and the machine next to nothing. */
class HostilePackingTest {
  private static final UnpackingLimits SMALL = new UnpackingLimits(200, 1 << 20, 4 << 20, 2 << 20);

  @TempDir Path folder;

  @Test
  void aBombIsPutOutAfterItsFirst64Mebibytes() throws Exception {
    Path bomb = folder.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 600; i++) {
        out.write(zeros);
      }
    }
    long[] read = {0};
    assertThatThrownBy(() -> read[0] = count(new PackedFiles(), bomb, read))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "bomb.csv.gz swells to more than 200 times its size, as zip bombs do. If you trust it,"
                + " unpack it and add what was in it.");
    assertThat(read[0]).isBetween(64L << 20, 150L << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst", "bz2", "xz", "zip"})
  void everyPackingIsBounded(String suffix) throws Exception {
    Path bomb = folder.resolve("bomb." + suffix);
    if (suffix.equals("zip")) {
      Packed.zip(bomb, "a.csv", "0".repeat(3 << 20));
    } else {
      Files.write(bomb, Packed.as(suffix, new byte[3 << 20]));
    }
    assertThatThrownBy(() -> count(new PackedFiles(SMALL), bomb, new long[1]))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("swells to more than 200 times its size");
  }

  @Test
  void filesThatShareTheirBytesAreRefusedAsAWhole() throws Exception {
    String[] names = IntStream.range(0, 50).mapToObj(i -> i + ".csv").toArray(String[]::new);
    Path zip = Overlapping.zip(folder.resolve("a.zip"), "a,b\n".repeat(9), names);
    assertThatThrownBy(() -> new PackedFiles().entries(zip, "a.zip"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "a.zip holds files that overlap, as zip bombs do. If you trust it, unpack it and add"
                + " what was in it.");
    assertThatThrownBy(() -> new PackedFiles().open(zip, "a.zip", "7.csv"))
        .isInstanceOf(UserError.class);
    Path one = Overlapping.zip(folder.resolve("one.zip"), "a,b\n", "a.csv");
    assertThat(count(new PackedFiles(), one, new long[1])).isEqualTo(4);
  }

  @Test
  void manySmallBombsAreOneBombAndABombAmongOthersIsRefusedAlone() throws Exception {
    String swelling = "0".repeat(900_000);
    String[] many = new String[40];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = i + ".csv";
      many[i + 1] = swelling;
    }
    Path zip = Packed.zip(folder.resolve("many.zip"), many);
    assertThatThrownBy(() -> new PackedFiles(SMALL).entries(zip, "many.zip"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "many.zip holds files that swell to more than 200 times its size, as zip bombs do.");
    Path two =
        Packed.zip(folder.resolve("two.zip"), "bomb.csv", swelling.repeat(4), "a.csv", "a\n");
    assertThat(new PackedFiles(SMALL).entries(two, "two.zip")).hasSize(2);
    try (Content content = new PackedFiles(SMALL).open(two, "two.zip", "a.csv");
        Content.Opened opened = content.open()) {
      assertThat(opened.readAllBytes()).hasSize(2);
    }
  }

  @Test
  void anHonestArchiveOfManyFilesIsTaken() throws Exception {
    StringBuilder rows = new StringBuilder("id,day,amount\n");
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      rows.append(i).append(",2024-01-01,").append(random.nextInt(9_000)).append('\n');
    }
    String[] files = new String[4_000];
    for (int i = 0; i < files.length; i += 2) {
      files[i] = "2024/" + i + ".csv";
      files[i + 1] = rows.toString();
    }
    Path zip = Packed.zip(folder.resolve("honest.zip"), files);
    assertThat(new PackedFiles(SMALL).entries(zip, "honest.zip")).hasSize(2_000);
  }

  @Test
  void aFileThatIsLongerThanItsArchiveSaysIsDamaged() throws Exception {
    Path zip = Packed.zip(folder.resolve("a.zip"), "a.csv", "a,b\n".repeat(100));
    byte[] bytes = Files.readAllBytes(zip);
    // The last entry of the list of contents: its size stands 24 bytes behind its beginning.
    int list = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    bytes[list + 24] = 9;
    bytes[list + 25] = 0;
    Files.write(zip, bytes);
    assertThatThrownBy(() -> count(new PackedFiles(), zip, new long[1]))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("a.zip › a.csv is damaged");
  }

  @Test
  void aTotalAndTheSizeOfACopyAreBoundedToo() throws Exception {
    byte[] noise = PackedFilesTest.noise(5 << 20);
    Path large = Files.write(folder.resolve("large.gz"), Packed.as("gz", noise));
    assertThatThrownBy(() -> count(new PackedFiles(SMALL), large, new long[1]))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("large.gz unpacks to more than 4194304 bytes.");
    Path medium =
        Files.write(folder.resolve("medium.gz"), Packed.as("gz", Arrays.copyOf(noise, 3 << 20)));
    try (Content content = new PackedFiles(SMALL).open(medium, "medium.gz", null)) {
      assertThatThrownBy(content::local)
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith(
              "medium unpacks to more than 2097152 bytes, too much for a temporary copy.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
  void aFileThatWasCutOffSaysSo(String suffix) throws Exception {
    byte[] whole = Packed.as(suffix, PackedFilesTest.noise(200_000));
    for (int length : new int[] {12, 5_000, whole.length - 3}) {
      Path cut = Files.write(folder.resolve("cut." + suffix), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> count(new PackedFiles(), cut, new long[1]))
          .as("%s of %s bytes", suffix, length)
          .isInstanceOf(UserError.class)
          .hasMessage(
              "cut."
                  + suffix
                  + " is cut off: its packed data ends too early. Get the whole file and try"
                  + " again.");
    }
  }

  @ParameterizedTest
  @CsvSource({"gz,INVALID", "bz2,INVALID", "xz,INVALID"})
  void damagedBytesNeverComeOutAsData(String suffix, UserError.Kind kind) throws Exception {
    byte[] packed = Packed.as(suffix, PackedFilesTest.noise(200_000));
    packed[packed.length / 2] ^= 0x55;
    Path file = Files.write(folder.resolve("damaged." + suffix), packed);
    assertThatThrownBy(() -> count(new PackedFiles(), file, new long[1]))
        .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.kind()).isEqualTo(kind))
        .hasMessageStartingWith("damaged." + suffix + " is ");
  }

  @Test
  void anArchiveWhoseFileIsDamagedSaysWhichOne() throws Exception {
    Path zip = Packed.zip(folder.resolve("a.zip"), "a.csv", "a,b\n", "b.csv", "c,d\n".repeat(9));
    byte[] bytes = Files.readAllBytes(zip);
    // The names of central entries come last, so the first one found is the local header.
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("b.csv");
    bytes[name + 7] ^= 0x10;
    Files.write(zip, bytes);
    assertThatThrownBy(
            () -> {
              try (Content content = new PackedFiles().open(zip, "a.zip", "b.csv");
                  Content.Opened opened = content.open()) {
                opened.readAllBytes();
              }
            })
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("a.zip › b.csv is ");
  }

  @Test
  void aLockedArchiveAsksForNoPasswordButSaysWhatToDo() throws Exception {
    Path zip = Packed.zip(folder.resolve("locked.zip"), "a.csv", "a,b\n");
    byte[] bytes = Files.readAllBytes(zip);
    for (int i = 0; i < bytes.length - 10; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] < 5) {
        bytes[i + (bytes[i + 2] == 3 ? 6 : 8)] |= 1;
      }
    }
    Files.write(zip, bytes);
    assertThatThrownBy(() -> new PackedFiles().open(zip, "locked.zip", "a.csv"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "locked.zip is locked with a password. Unpack it with the password and add what was in"
                + " it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst", "bz2", "xz", "zip"})
  void nothingButASentenceComesOfBytesChangedAtRandom(String suffix) throws Exception {
    Path file = folder.resolve("fuzzed." + suffix);
    byte[] whole;
    if (suffix.equals("zip")) {
      whole = Files.readAllBytes(Packed.zip(file, "a.csv", "a,b\n".repeat(99), "b.csv", "c\n"));
    } else {
      whole = Packed.as(suffix, "a,b\n1,2\n".repeat(500).getBytes());
    }
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] changed = whole.clone();
      for (int change = 0; change <= i % 4; change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      Files.write(file, changed);
      try {
        for (String entry : new PackedFiles().entries(file, "fuzzed")) {
          try (Content content = new PackedFiles().open(file, "fuzzed", entry);
              Content.Opened opened = content.open()) {
            opened.readAllBytes();
          }
        }
        if (!suffix.equals("zip")) {
          count(new PackedFiles(), file, new long[1]);
        }
      } catch (UserError error) {
        assertThat(error.kind()).isIn(UserError.Kind.INVALID, UserError.Kind.NOT_FOUND);
        assertThat(error.getMessage()).startsWith("fuzzed").endsWith(".");
      }
    }
  }

  private static long count(PackedFiles files, Path file, long[] counted) throws IOException {
    String name = file.getFileName().toString();
    try (Content content = files.open(file, name, null);
        Content.Opened opened = content.open()) {
      byte[] buffer = new byte[1 << 16];
      for (int read = opened.read(buffer); read >= 0; read = opened.read(buffer)) {
        counted[0] += read;
      }
    }
    return counted[0];
  }
}
