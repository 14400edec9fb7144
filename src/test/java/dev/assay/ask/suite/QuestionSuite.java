package dev.assay.ask.suite;

import dev.assay.ask.Asker;
import dev.assay.ask.Catalog;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.sql.DuckDbDialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Questions in three languages with their truth as hand-written SQL, and how they are answered. */
public final class QuestionSuite {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2024-05-20T08:00:00Z"), ZoneOffset.UTC);

  /**
   * One question.
   *
   * @param truth SQL over the table, or null where it must be asked back or declined
   */
  record Question(String table, String text, String truth) {}

  /** One question as it was answered. */
  record Outcome(Question question, Answer answer, boolean right) {
    boolean answered() {
      return answer.status().equals("answered");
    }

    boolean caveat() {
      return answer.warnings() != null;
    }
  }

  /**
   * The ratios of a set of questions.
   *
   * @param clear of the answers without a caveat, how many are right
   * @param right of all answers, how many are right
   * @param coverage of the questions that have an answer, how many are answered
   */
  public record Score(int questions, int answered, double clear, double right, double coverage) {}

  private QuestionSuite() {}

  /** Asks the questions of a resource and prints what went wrong, then the ratios. */
  public static Score run(String resource, PrintStream out) {
    List<Outcome> outcomes = outcomes(resource);
    for (Outcome outcome : outcomes) {
      boolean wrong = outcome.answered() && !outcome.right();
      boolean missed = !outcome.answered() && outcome.question().truth() != null;
      if (wrong || missed) {
        out.println(
            (wrong ? outcome.caveat() ? "wrong, caveat  " : "WRONG          " : "not answered   ")
                + outcome.question().table()
                + ": "
                + outcome.question().text()
                + "\n    "
                + (wrong ? outcome.answer().interpretation() : outcome.answer().sentence()));
      }
    }
    Score score = score(outcomes);
    out.println(
        "%s: %d questions, %d answered, %d without caveat; without caveat %.3f right, all answered %.3f right, coverage %.3f"
            .formatted(
                resource,
                score.questions(),
                score.answered(),
                outcomes.stream().filter(o -> o.answered() && !o.caveat()).count(),
                score.clear(),
                score.right(),
                score.coverage()));
    return score;
  }

  private static Score score(List<Outcome> outcomes) {
    List<Outcome> answered = outcomes.stream().filter(Outcome::answered).toList();
    List<Outcome> clear = answered.stream().filter(outcome -> !outcome.caveat()).toList();
    List<Outcome> answerable =
        outcomes.stream().filter(outcome -> outcome.question().truth() != null).toList();
    return new Score(
        outcomes.size(),
        answered.size(),
        ratio(clear.stream().filter(Outcome::right).count(), clear.size()),
        ratio(answered.stream().filter(Outcome::right).count(), answered.size()),
        ratio(answerable.stream().filter(Outcome::answered).count(), answerable.size()));
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  static List<Outcome> outcomes(String resource) {
    List<Outcome> outcomes = new ArrayList<>();
    try (AskedTables tables = new AskedTables()) {
      Asker asker = new Asker(tables.engine, new DuckDbDialect());
      for (Question question : questions(resource)) {
        Catalog catalog = tables.catalog(question.table());
        Answer answer =
            asker.ask(new AskRequest(question.text(), null), _ -> List.of(catalog), NOW);
        boolean right =
            question.truth() == null
                ? !answer.status().equals("answered")
                : answer.status().equals("answered")
                    && SameFigures.in(
                        answer.rows().rows(),
                        tables
                            .engine
                            .query(
                                "WITH t AS (SELECT * FROM "
                                    + catalog.source().silverTable()
                                    + ") "
                                    + question.truth())
                            .rows());
        outcomes.add(new Outcome(question, answer, right));
      }
    }
    return outcomes;
  }

  static List<Question> questions(String resource) {
    List<Question> questions = new ArrayList<>();
    String table = null;
    for (String line : lines(resource)) {
      if (line.startsWith("@")) {
        table = line.substring(1).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] sides = line.split(" => ", 2);
        String[] texts = sides[0].split("\\|\\|");
        String[] truths = sides[1].split("~");
        for (int i = 0; i < texts.length; i++) {
          String truth = truths.length == 1 ? truths[0] : truths[i + 1];
          questions.add(
              new Question(
                  table, texts[i].strip(), truth.strip().equals("?") ? null : truth.strip()));
        }
      }
    }
    return questions;
  }

  private static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(QuestionSuite.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
