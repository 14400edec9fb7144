package dev.assay.advice.llm;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Check;
import dev.assay.model.Rows;
import dev.assay.model.SilverSpec;
import dev.assay.sql.ContestSql;
import dev.assay.sql.ContestSql.Pair;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Measures what a model suggests on all rows; what it has written as SQL, read-only. */
final class Rivals {
  private final Engine engine;
  private final ContestSql sql;

  Rivals(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new ContestSql(dialect);
  }

  /** One for each pair, in order. */
  List<Measured> measure(String table, List<Pair> pairs, Work work) {
    List<Measured> measured = new ArrayList<>();
    for (Pair pair : pairs) {
      measured.add(null);
    }
    List<Pair> typed = pairs.stream().filter(pair -> pair.challenger().custom() == null).toList();
    fill(measured, pairs, typed, rows(table, typed, work));
    for (Pair written : pairs) {
      if (written.challenger().custom() != null) {
        work.stopIfCancelled();
        String select = sql.statements(table, List.of(written)).getFirst();
        Rows row = engine.reading(reader -> reader.read(select, new Engine.Limits(1, 60)));
        fill(measured, pairs, List.of(written), row.rows().getFirst());
      }
    }
    return measured;
  }

  private List<Object> rows(String table, List<Pair> pairs, Work work) {
    List<Object> fields = new ArrayList<>();
    if (!pairs.isEmpty()) {
      for (String statement : sql.statements(table, pairs)) {
        fields.addAll(engine.query(statement, work).rows().getFirst());
      }
    }
    return fields;
  }

  private static void fill(
      List<Measured> measured, List<Pair> all, List<Pair> some, List<Object> fields) {
    for (int i = 0; i < some.size(); i++) {
      int at = i * ContestSql.FIELDS;
      measured.set(
          all.indexOf(some.get(i)), new Measured(fields.subList(at, at + ContestSql.FIELDS)));
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
