package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFolderTest {
  @TempDir private Path parent;

  @Test
  void isMadePrivateAndKeepsItsToken() throws IOException {
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
      assertThat(again.token()).isEqualTo(token);
    }
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
