package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workspace.DemoOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintingTest {
  @Test
  void columnsAreAlignedAndFitTheTerminal() {
    Table table = new Table("NAME", ">ROWS");
    table.add("a very long name indeed", "1,000");
    table.add("b", "2");
    assertThat(table.lines(Integer.MAX_VALUE))
        .containsExactly(
            "NAME                      ROWS",
            "a very long name indeed  1,000",
            "b                            2");
    assertThat(table.lines(18))
        .containsExactly("NAME          ROWS", "a very lon…  1,000", "b                2");
  }

  @Test
  void whatAFileSaysCannotSteerTheTerminal() {
    Table table = new Table("A");
    table.add("\u001b[2Jgone\nline");
    assertThat(table.lines(80).getLast()).isEqualTo("␛[2Jgone␊line");
  }

  @Test
  void figuresAreSaidInWords() {
    assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Words.counted(1, "row")).isEqualTo("1 row");
    assertThat(Words.size(1_234)).isEqualTo("1.2 kB");
    assertThat(Words.duration(61_000L)).isEqualTo("1 min 1 s");
    assertThat(Words.percent(1, 1_000_000)).isEqualTo("<0.1%");
    assertThat(Words.percent(999_999, 1_000_000)).isEqualTo(">99.9%");
    assertThat(Words.percent(1, 4)).isEqualTo("25%");
  }

  @Test
  void theDemoIsTheSameEveryTimeAndHasEveryDefect(@TempDir Path folder) throws IOException {
    DemoOrders.write(folder.resolve("a.csv"), 20_000, 1);
    DemoOrders.write(folder.resolve("b.csv"), 20_000, 1);
    assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
    List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
    assertThat(lines.getFirst()).contains("email ,").contains(",,notes,notes");
    String text = String.join("\n", lines);
    for (String defect :
        List.of(
            "see invoice",
            "none given",
            "\\$\\d",
            "12\\.5%",
            "N/A",
            ",left,over",
            "2024-02-30",
            "\"\\$?\\d,\\d{3}\\.\\d{2}\"",
            ",\\d{2}\\.\\d{2}\\.202\\d,",
            ",0\\d{4},",
            "\"\\d+\"x,")) {
      assertThat(Pattern.compile(defect).matcher(text).find()).as(defect).isTrue();
    }
    assertThat(lines.stream().distinct().count()).isLessThan(lines.size());
  }
}
