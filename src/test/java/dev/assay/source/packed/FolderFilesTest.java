package dev.assay.source.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pattern means files of its folder and nothing beyond it. */
class FolderFilesTest {
  @TempDir Path outer;
  private Path folder;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectories(outer.resolve("in"));
    Files.createDirectories(folder.resolve("2024/q1"));
    Files.createDirectories(folder.resolve(".old"));
    Files.createDirectories(folder.resolve("folder.csv"));
    for (String name :
        new String[] {
          "b.csv", "a.csv", "c.txt", ".d.csv", "2024/e.csv", "2024/q1/f.csv", ".old/g.csv"
        }) {
      Files.writeString(folder.resolve(name), name);
    }
    Files.writeString(outer.resolve("secret.csv"), "secret");
    Files.createSymbolicLink(folder.resolve("out.csv"), outer.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("same.csv"), folder.resolve("a.csv"));
    Files.createSymbolicLink(folder.resolve("away"), outer);
    Files.createSymbolicLink(folder.resolve("dead.csv"), folder.resolve("nowhere"));
  }

  @Test
  void filesAreSortedByNameAndLinksOutOfTheFolderAreNotFollowed() {
    assertThat(names("*.csv")).containsExactly("a.csv", "b.csv", "same.csv");
    assertThat(names("*.{csv,txt}")).containsExactly("a.csv", "b.csv", "c.txt", "same.csv");
    assertThat(names("../*.csv")).isEmpty();
    assertThat(names("away/*.csv")).isEmpty();
    assertThat(names("*.xlsx")).isEmpty();
  }

  @Test
  void foldersInsideAreMeantWhereThePatternSaysSo() {
    assertThat(names("2024/*.csv")).containsExactly("2024/e.csv");
    assertThat(names("**.csv"))
        .containsExactly("2024/e.csv", "2024/q1/f.csv", "a.csv", "b.csv", "same.csv");
    assertThat(names(".*.csv")).containsExactly(".d.csv");
  }

  @Test
  void aWrongFolderOrPatternIsSaidInOneSentence() {
    assertThatThrownBy(() -> FolderFiles.list(folder, "[a.csv"))
        .isInstanceOf(UserError.class)
        .hasMessage("'[a.csv' is not a pattern of file names. Write one such as *.csv.");
    assertThatThrownBy(() -> FolderFiles.list(folder.resolve("a.csv"), "*"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no folder ");
  }

  @Test
  void filesOfAnArchiveAreMeantByTheirNames() {
    assertThat(FolderFiles.matches("2024/e.csv", "2024/*.csv")).isTrue();
    assertThat(FolderFiles.matches("2024/e.csv", "*.csv")).isFalse();
    assertThat(FolderFiles.matches("a\0b.csv", "*.csv")).isFalse();
  }

  private List<String> names(String pattern) {
    return FolderFiles.list(folder, pattern).stream()
        .map(path -> folder.relativize(path).toString())
        .toList();
  }
}
