package dev.assay.quality.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.quality.tables.AskedTable.Half;
import dev.assay.quality.tables.TableQuestions.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What answers over real tables promise, on one table in four. */
class TableQuestionsTest {
  @TempDir Path folder;

  @Test
  void answersOverTablesAreRightOrCarryTheirCaveat() {
    List<AskedTable> tables = AskedTable.all().stream().filter(t -> t.sampled(4)).toList();
    List<Outcome> outcomes = TableQuestions.ask(folder, tables);
    for (Half half : Half.values()) {
      System.out.println(
          TableScore.of(outcomes.stream().filter(o -> o.table().half() == half).toList())
              .line(half.name()));
    }
    TableScore score = TableScore.of(outcomes);
    System.out.println(score.line("all"));
    assertThat(score.asked()).isGreaterThanOrEqualTo(60);
    // So few answers that one wrong one is below 0.95; the benchmark judges all tables.
    assertThat(score.plain() - score.plainRight()).isLessThanOrEqualTo(1);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.80);
    assertThat(score.coverage()).isGreaterThanOrEqualTo(0.25);
  }
}
