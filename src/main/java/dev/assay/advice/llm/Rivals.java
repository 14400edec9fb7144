package dev.assay.advice.llm;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.engine.Work;
import dev.assay.model.Check;
import dev.assay.model.Rows;
import dev.assay.model.SilverSpec;
import dev.assay.model.UserError;
import dev.assay.sql.ContestSql;
import dev.assay.sql.ContestSql.Pair;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Measures what a model suggests on all rows; what it has written as SQL, read-only. */
final class Rivals {
  private static final Engine.Limits LIMITS = new Engine.Limits(1, 60);

  private final Engine engine;
  private final ContestSql sql;

  Rivals(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new ContestSql(dialect);
  }

  /** One for each pair, in order; empty for one that the engine cannot carry out. */
  List<Optional<Measured>> measure(String table, List<Pair> pairs, Work work) {
    List<Optional<Measured>> measured = new ArrayList<>(Collections.nCopies(pairs.size(), null));
    List<Integer> typed = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      work.stopIfCancelled();
      if (pairs.get(i).challenger().custom() == null) {
        typed.add(i);
      } else {
        measured.set(i, written(table, pairs.get(i)));
      }
    }
    List<Optional<Measured>> some = typed(table, typed.stream().map(pairs::get).toList(), work);
    for (int i = 0; i < typed.size(); i++) {
      measured.set(typed.get(i), some.get(i));
    }
    return measured;
  }

  private Optional<Measured> written(String table, Pair pair) {
    String select = sql.statements(table, List.of(pair)).getFirst();
    try {
      Rows rows = engine.reading(reader -> reader.read(select, LIMITS));
      return Optional.of(new Measured(rows.rows().getFirst()));
    } catch (EngineException | UserError e) {
      return Optional.empty();
    }
  }

  private List<Optional<Measured>> typed(String table, List<Pair> pairs, Work work) {
    List<Optional<Measured>> measured = new ArrayList<>();
    if (pairs.isEmpty()) {
      return measured;
    }
    try {
      List<Object> fields = new ArrayList<>();
      for (String statement : sql.statements(table, pairs)) {
        fields.addAll(engine.query(statement, work).rows().getFirst());
      }
      for (int at = 0; at < fields.size(); at += ContestSql.FIELDS) {
        measured.add(Optional.of(new Measured(fields.subList(at, at + ContestSql.FIELDS))));
      }
      return measured;
    } catch (EngineException e) {
      if (pairs.size() == 1) {
        return List.of(Optional.empty());
      }
      // One of them spoils it for the others.
      for (Pair pair : pairs) {
        measured.addAll(typed(table, List.of(pair), work));
      }
      return measured;
    }
  }

  /** How many cells say one of some texts. */
  long saying(String table, String source, List<String> texts, Work work) {
    return texts.isEmpty() ? 0 : count(sql.saying(table, source, texts), work);
  }

  /** How many rows have a value that violates one of some checks. */
  long violating(String table, SilverSpec.Column column, List<Check> checks, Work work) {
    return count(sql.violating(table, column, checks), work);
  }

  private long count(String select, Work work) {
    return (Long) engine.query(select, work).rows().getFirst().getFirst();
  }
}
