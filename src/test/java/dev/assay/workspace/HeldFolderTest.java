package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFolderTest {
  @TempDir private Path parent;

  @Test
  void isMadePrivateAndHasANewTokenEachTime() throws IOException {
    Path path = parent.resolve("assay-workspace");
    String token;
    try (HeldFolder held = HeldFolder.take(path)) {
      token = held.token();
      assertThat(token).hasSize(64);
      assertThat(mode(path)).isEqualTo("rwx------");
      assertThat(mode(path.resolve("token"))).isEqualTo("rw-------");
      assertThat(held.uploads()).isDirectory();
    }
    try (HeldFolder again = HeldFolder.take(path)) {
      assertThat(again.token()).hasSize(64).isNotEqualTo(token);
    }
  }

  @Test
  void aFolderThatWasThereBeforeIsMadePrivate() throws IOException {
    Path path = open(Files.createDirectory(parent.resolve("assay-workspace")), "rwxrwxr-x");
    try (HeldFolder _ = HeldFolder.take(path)) {
      assertThat(mode(path)).isEqualTo("rwx------");
    }
    open(path, "rwxr-xr-x");
    open(path.resolve("uploads"), "rwxrwxrwx");
    open(path.resolve("token"), "rw-r--r--");
    open(path.resolve("metadata.sqlite"), "rw-rw-rw-");
    Files.writeString(path.resolve("secrets.key"), "{}");
    open(path.resolve("secrets.key"), "rw-rw----");
    Files.writeString(path.resolve("assay.log"), "what happened");
    Files.writeString(path.resolve("server.json"), "{}");
    try (HeldFolder _ = HeldFolder.take(path)) {
      assertThat(mode(path)).isEqualTo("rwx------");
      assertThat(mode(path.resolve("uploads"))).isEqualTo("rwx------");
      for (String file : List.of("token", "secrets.key", "metadata.sqlite", "assay.log")) {
        assertThat(mode(path.resolve(file))).as(file).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aFolderWithOtherThingsInItStaysOpenButWhatIsOursDoesNot() throws IOException {
    Path path = open(Files.createDirectory(parent.resolve("shop")), "rwxr-xr-x");
    Path orders = open(Files.writeString(path.resolve("orders.csv"), "a\n"), "rw-r--r--");
    Path token = open(Files.writeString(path.resolve("token"), "abc"), "rw-r--r--");
    try (HeldFolder held = HeldFolder.take(path)) {
      assertThat(held.token()).hasSize(64);
      assertThat(mode(path)).isEqualTo("rwxr-xr-x");
      assertThat(mode(orders)).isEqualTo("rw-r--r--");
      assertThat(mode(token)).isEqualTo("rw-------");
      assertThat(mode(held.uploads())).isEqualTo("rwx------");
      assertThat(mode(path.resolve("warehouse.duckdb"))).isEqualTo("rw-------");
    }
  }

  private static Path open(Path path, String mode) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void isHeldByOneAndSaysByWhom() {
    Path path = parent.resolve("assay-workspace");
    try (HeldFolder _ = HeldFolder.take(path)) {
      assertThatThrownBy(() -> HeldFolder.take(path))
          .isInstanceOfSatisfying(
              UserError.class, e -> assertThat(e.kind()).isEqualTo(UserError.Kind.CONFLICT))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void memoryIsAQuarterOfTheMachineWithinBoundsUnlessToldOtherwise() {
    assertThat(Memory.limit(null, 2L << 30)).isEqualTo("512MiB");
    assertThat(Memory.limit(null, 64L << 30)).isEqualTo("1024MiB");
    assertThat(Memory.limit("", 256L << 20)).isEqualTo("256MiB");
    assertThat(Memory.limit("4GB", 2L << 30)).isEqualTo("4GB");
    assertThatThrownBy(() -> Memory.limit("much", 2L << 30)).hasMessageContaining("4GB");
  }

  @Test
  void idsAreShortAsciiSlugs() {
    assertThat(Names.slug("Order List 2024")).isEqualTo("order_list_2024");
    assertThat(Names.slug("2024 Orders")).isEqualTo("2024_orders");
    assertThat(Names.slug("Größe")).isEqualTo("gro_e");
    assertThat(Names.slug("заказы")).isEqualTo("source");
    assertThat(Names.slug("x".repeat(99))).hasSize(40);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
