package dev.assay.ask;

import dev.assay.ask.llm.Checks;
import dev.assay.engine.Engine;
import dev.assay.model.Answer;
import dev.assay.model.Author;
import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs SQL that a language model wrote and says that it did. */
final class WrittenAnswer {
  private final List<Asked> asked;
  private final Engine.Reader reader;

  WrittenAnswer(List<Asked> asked, Engine.Reader reader) {
    this.asked = asked;
    this.reader = reader;
  }

  Answer answer(String question, Checks.Select select) {
    if (!ModelChecks.readable(asked).containsAll(select.tables())) {
      throw UserError.conflict("The tables have changed meanwhile; ask again.");
    }
    Checks.Select routed = routed(select);
    Rows rows = reader.read(routed.sql(), Engine.Limits.INTERACTIVE);
    String tables = String.join(", ", routed.tables());
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "The SQL was written by a language model"
            + (tables.isEmpty() ? "" : " and reads " + tables)
            + ": read it before you trust the figures.");
    if (rows.truncated()) {
      warnings.add("Only the first " + rows.rows().size() + " rows are shown.");
    }
    return new Answer(
        question,
        "answered",
        sentence(rows),
        List.of("as the SQL says"),
        Author.MODEL,
        layer(routed.tables()),
        tables,
        "No typed query could say it, so a language model wrote SQL over " + tables + ".",
        routed.sql(),
        null,
        rows,
        null,
        excluded(routed.tables()),
        null,
        null,
        null,
        new Answer.Confidence(
            "low",
            List.of("A language model wrote SQL, which nobody has checked for its meaning.")),
        null,
        null,
        null,
        null,
        warnings,
        null);
  }

  /** Where written SQL would run on Gold instead of Silver, were that proven. It is not. */
  private static Checks.Select routed(Checks.Select select) {
    return select;
  }

  private Layer layer(List<String> tables) {
    boolean gold =
        !tables.isEmpty()
            && asked.stream().noneMatch(one -> tables.contains(one.vocabulary().table()));
    return gold ? Layer.GOLD : Layer.SILVER;
  }

  /** Rows that the tables read leave out; null where that is not known of one. */
  private Long excluded(List<String> tables) {
    long excluded = 0;
    for (Asked one : asked) {
      boolean read =
          tables.contains(one.vocabulary().table())
              || one.catalog().gold().stream()
                  .anyMatch(gold -> tables.contains(gold.table().name()));
      if (read && one.catalog().excluded() == null) {
        return null;
      }
      excluded += read ? one.catalog().excluded() : 0;
    }
    return excluded;
  }

  private static String sentence(Rows rows) {
    if (rows.rows().isEmpty()) {
      return "No row fits the question.";
    }
    if (rows.rows().size() == 1 && rows.columns().size() == 1) {
      Object value = rows.rows().getFirst().getFirst();
      String name = rows.columns().getFirst().name().replace('_', ' ');
      return value == null
          ? "There is no value for " + name + "."
          : name.substring(0, 1).toUpperCase(Locale.ROOT)
              + name.substring(1)
              + " is "
              + value
              + ".";
    }
    return rows.rows().size() + (rows.rows().size() == 1 ? " row." : " rows.");
  }
}
