package dev.assay.bench;

import dev.assay.quality.tables.AskedTable;
import dev.assay.quality.tables.AskedTable.Half;
import dev.assay.quality.tables.TableQuestions;
import dev.assay.quality.tables.TableQuestions.Outcome;
import dev.assay.quality.tables.TableScore;
import java.nio.file.Path;
import java.util.List;

/**
 * How questions over real tables are answered, as figures and, for the development half, in full.
 */
public final class TableQuestionsBench {
  private TableQuestionsBench() {}

  /**
   * {@code main FOLDER} keeps the workspace in a folder and tells what became of each question of
   * the development half.
   */
  public static void main(String[] arguments) {
    List<Outcome> outcomes = run(Path.of(arguments[0]));
    for (Outcome outcome : outcomes) {
      if (outcome.table().half() == Half.DEVELOPMENT) {
        System.out.println(told(outcome));
      }
    }
    print(outcomes);
  }

  static List<Outcome> run(Path folder) {
    return TableQuestions.ask(folder, AskedTable.all());
  }

  static void print(List<Outcome> outcomes) {
    for (Half half : Half.values()) {
      List<Outcome> own = outcomes.stream().filter(o -> o.table().half() == half).toList();
      System.out.println(TableScore.of(own).line(half.name().toLowerCase().replace('_', ' ')));
    }
    TableScore all = TableScore.of(outcomes);
    System.out.println(all.line("all"));
    Bench.atLeast("Table answers without caveat", all.plainPrecision(), 0.95);
    Bench.atLeast("Table answers", all.precision(), 0.80);
    Bench.atLeast("Table questions answered", all.coverage(), 0.30);
  }

  private static String told(Outcome outcome) {
    var answer = outcome.answer();
    String mark =
        answer.status().equals("answered") ? (outcome.right() ? "RIGHT" : "WRONG") : "-----";
    return mark
        + (answer.warnings() == null || answer.warnings().isEmpty() ? "  " : "? ")
        + outcome.question().id()
        + " "
        + outcome.table().name()
        + " | "
        + outcome.question().text()
        + " | "
        + outcome.question().truth()
        + " | "
        + (answer.status().equals("answered")
            ? outcome.values() + " " + answer.interpretation()
            : answer.sentence())
        + (answer.warnings() == null ? "" : " ! " + answer.warnings());
  }
}
