package dev.assay.ask;

import dev.assay.ask.llm.Checks;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.model.Answer;
import dev.assay.model.Author;
import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs SQL that a language model wrote and says that it did. */
final class WrittenAnswer {
  private final List<Asked> asked;
  private final Where where;

  WrittenAnswer(List<Asked> asked, Where where) {
    this.asked = asked;
    this.where = where;
  }

  /** Answers by a SELECT that has passed all checks, in the words of {@code language}. */
  Answer answer(String question, Checks.Select select, Language language) {
    if (!ModelChecks.readable(asked).containsAll(select.tables())) {
      throw UserError.conflict("The tables have changed meanwhile; ask again.");
    }
    Optional<Routing.Route> gold = gold(select, language);
    Checks.Select routed =
        gold.map(route -> new Checks.Select(route.sql(), List.of(route.table()))).orElse(select);
    Rows rows = read(routed, gold);
    String tables = String.join(", ", routed.tables());
    List<String> warnings = new ArrayList<>();
    warnings.add(
        tables.isEmpty()
            ? Messages.say(language, "written.sql-alone")
            : Messages.say(language, "written.sql", tables));
    if (rows.truncated()) {
      warnings.add(Messages.say(language, "written.first-rows", rows.rows().size()));
    }
    return new Answer(
        question,
        "answered",
        sentence(rows, language),
        List.of(Messages.say(language, "written.as-sql")),
        Author.MODEL,
        layer(routed.tables()),
        tables,
        Messages.say(language, "written.because", String.join(", ", select.tables()))
            + gold.map(route -> " " + route.reason()).orElse(""),
        routed.sql(),
        null,
        rows,
        null,
        excluded(routed.tables()),
        null,
        gold.map(Routing.Route::cost).orElse(null),
        null,
        new Answer.Confidence("low", List.of(Messages.say(language, "written.unchecked"))),
        null,
        null,
        null,
        null,
        warnings,
        null);
  }

  /** The Gold table that is proven to say the same as SQL over one Silver table. */
  private Optional<Routing.Route> gold(Checks.Select select, Language language) {
    return asked.stream()
        .filter(one -> one.catalog().silver().isPresent())
        .filter(one -> select.tables().equals(List.of(one.catalog().silver().get().name())))
        .findFirst()
        .map(one ->
            where.routing().in(language).ofWritten(select.sql(), one.catalog(), where.reader()))
        .filter(route -> route.layer() == Layer.GOLD);
  }

  private Rows read(Checks.Select routed, Optional<Routing.Route> gold) {
    try {
      return where.reader().read(routed.sql(), Engine.Limits.INTERACTIVE);
    } catch (EngineException e) {
      throw gold.isPresent() ? new GoldFailed(gold.get().table(), e) : e;
    }
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

  private static String sentence(Rows rows, Language language) {
    if (rows.rows().isEmpty()) {
      return Messages.say(language, "no-row");
    }
    if (rows.rows().size() == 1 && rows.columns().size() == 1) {
      Object value = rows.rows().getFirst().getFirst();
      String name = rows.columns().getFirst().name().replace('_', ' ');
      String said = Messages.say(language, "value-is", name, value);
      return value == null
          ? Messages.say(language, "written.no-value", name)
          : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
    }
    int many = rows.rows().size();
    return many == 1
        ? Messages.say(language, "written.row")
        : Messages.say(language, "written.rows", many);
  }
}
