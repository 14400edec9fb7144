package dev.assay.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard input becomes a private file, or nothing at all. */
class SpooledInputTest {
  @TempDir Path folder;

  @Test
  void whatComesInIsKeptWordForWordForItsOwnerAlone() throws Exception {
    Path file = SpooledInput.into(folder, input("a,b\n1,2\n"), 100);
    assertThat(file).hasParent(folder).hasContent("a,b\n1,2\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingStaysBehindWhenItFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the pipe broke");
          }
        };
    assertThatThrownBy(() -> SpooledInput.into(folder, broken, 100))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the pipe broke");
    assertThatThrownBy(() -> SpooledInput.into(folder, input("12345"), 4))
        .isInstanceOf(UserError.class)
        .hasMessage("More than 4 bytes came in on standard input. Save it as a file first.");
    assertThatThrownBy(() -> SpooledInput.into(folder, input(""), 4))
        .isInstanceOf(UserError.class)
        .hasMessage("Nothing came in on standard input. Pipe a file into it.");
    assertThat(folder).isEmptyDirectory();
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
