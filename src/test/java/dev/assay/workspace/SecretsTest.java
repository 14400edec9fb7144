package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.UserError;
import dev.assay.store.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  private Path key() {
    return folder.resolve("secrets.key");
  }

  @Test
  void aSecretComesBackInThisProcessAndInTheNext() {
    String kept = new Secrets(folder).encrypt("shop", "pass wörd");
    assertThat(kept).doesNotContain("pass");
    assertThat(new Secrets(folder).decrypt("shop", kept)).isEqualTo("pass wörd");
  }

  @Test
  void theSameSecretIsNeverKeptTheSameWay() {
    Secrets secrets = new Secrets(folder);
    assertThat(secrets.encrypt("shop", "a")).isNotEqualTo(secrets.encrypt("shop", "a"));
  }

  @Test
  void theKeyIsMadeWhenItIsNeededForItsOwnerAlone() throws IOException {
    Secrets secrets = new Secrets(folder);
    assertThat(key()).doesNotExist();
    secrets.encrypt("shop", "a");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(key());
    }
  }

  @Test
  void aSecretThatIsMovedToAnotherConnectionIsRefused() {
    Secrets secrets = new Secrets(folder);
    String kept = secrets.encrypt("shop", "a");
    assertThatThrownBy(() -> secrets.decrypt("evil", kept))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("secret of the connection 'evil' cannot be read");
  }

  @Test
  void aLostKeyIsOneSentenceAndNoNewKey() throws IOException {
    String kept = new Secrets(folder).encrypt("shop", "a");
    Files.delete(key());
    assertThatThrownBy(() -> new Secrets(folder).decrypt("shop", kept))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("secrets.key is missing: put that file back");
    assertThat(key()).doesNotExist();
  }

  @Test
  void anotherKeyIsOneSentence() throws IOException {
    String kept = new Secrets(folder).encrypt("shop", "a");
    Files.delete(key());
    new Secrets(folder).encrypt("other", "b");
    assertThatThrownBy(() -> new Secrets(folder).decrypt("shop", kept))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not the one that it was encrypted with");
  }

  @Test
  void aDamagedKeyIsOneSentence() throws IOException {
    String kept = new Secrets(folder).encrypt("shop", "a");
    Files.writeString(key(), "{}");
    assertThatThrownBy(() -> new Secrets(folder).decrypt("shop", kept))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void aConnectionWhoseKeyIsLostCanBeForgotten() throws IOException {
    try (HeldFolder held = HeldFolder.take(folder)) {
      Connection connection =
          new Connection(
              "shop",
              "Shop",
              Connection.System.POSTGRESQL,
              "localhost",
              null,
              "shop",
              "ann",
              null,
              null,
              null,
              true);
      String kept = held.secrets().encrypt("shop", "a");
      held.store().connections().insert(new Connections.Kept(connection, kept), Instant.now());
      assertThat(held.login("Shop").secret().text()).isEqualTo("a");
      assertThat(held.login("shop").toString()).doesNotContain("text=a");
    }
    Files.delete(key());
    try (HeldFolder held = HeldFolder.take(folder)) {
      assertThatThrownBy(() -> held.login("shop")).hasMessageContaining("put that file back");
      new dev.assay.workspace.Connections(held, null, new Names(held.store())).disconnect("Shop");
      assertThat(held.store().connections().all()).isEmpty();
    }
  }
}
