package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.sql.KeySql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Offers to keep the latest rows where a time column decides most, and shows where it does not. */
final class Ties {
  private static final int EXAMPLES = 5;

  /** A column that decides fewer of the keys whose rows differ says little. */
  private static final double DECIDED = 0.5;

  private final Engine engine;
  private final KeySql sql;

  Ties(Engine engine, KeySql sql) {
    this.engine = engine;
    this.sql = sql;
  }

  /** Empty where a time orders all rows that differ, and where none orders most. */
  Optional<Proposal> find(
      String table, List<KnownColumn> key, SharedKeys shared, List<KnownColumn> times, Work work) {
    if (!shared.unordered()) {
      return Optional.empty();
    }
    int best = -1;
    for (int i = 0; i < times.size(); i++) {
      if (best < 0 || shared.ordered().get(i) > shared.ordered().get(best)) {
        best = i;
      }
    }
    if (best < 0 || shared.ordered().get(best) < DECIDED * shared.differing()) {
      return Optional.empty();
    }
    KnownColumn time = times.get(best);
    List<List<Object>> tied =
        engine
            .query(
                sql.tied(
                    table, key.stream().map(KnownColumn::spec).toList(), time.spec(), EXAMPLES),
                work)
            .rows();
    long ties = tied.isEmpty() ? 0 : (Long) tied.getFirst().get(3);
    List<String> names = key.stream().map(KnownColumn::name).toList();
    List<String> columns = new ArrayList<>(names);
    columns.add(time.name());
    return Optional.of(
        new Proposal(
            "keep_latest_" + time.name(),
            Proposal.Kind.DUPLICATES,
            columns,
            because(names, time.name(), shared, ties),
            shared.doubles(),
            tied.stream().map(row -> example(names, row)).toList(),
            Math.round((1 - ties / (double) shared.differing()) * 100) / 100.0,
            Author.RULES,
            List.of(
                new RecipeEdit.Deduplicate(
                    new Deduplication(
                        names, Deduplication.Strategy.KEEP_LATEST, time.name() + " DESC")))));
  }

  private static String because(List<String> names, String time, SharedKeys shared, long ties) {
    String decided =
        "The latest "
            + time
            + " decides "
            + grouped(shared.differing() - ties)
            + " of "
            + grouped(shared.differing())
            + " keys ("
            + String.join(", ", names)
            + ") whose rows differ";
    return ties == 0
        ? decided + "; of earlier rows that are equally old all go."
        : decided
            + "; in the other "
            + grouped(ties)
            + " several rows are equally late, and the one that was loaded last would stay.";
  }

  private static String example(List<String> names, List<Object> row) {
    List<String> rows = Arrays.asList(((String) row.get(2)).split(","));
    List<String> losers = rows.subList(1, Math.min(rows.size(), 6));
    return String.join(", ", names)
        + " "
        + row.get(0)
        + (row.get(1) == null ? "" : " at " + row.get(1))
        + ": row "
        + rows.getFirst()
        + " stays, "
        + (losers.size() == 1 ? "row " : "rows ")
        + String.join(", ", losers)
        + (rows.size() > 6 ? ", …" : "")
        + (losers.size() == 1 ? " goes" : " go");
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
