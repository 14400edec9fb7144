package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.sql.KeySql;
import java.util.List;

/**
 * How rows share a key, counted on all of them.
 *
 * @param keys values of the key that several rows have
 * @param rows that share one
 * @param copies exact ones among these
 * @param differing keys whose rows differ
 * @param ordered for each time column, the keys among these whose different rows it orders
 * @param mixed for each partner, the shared keys whose rows it does not tell apart
 */
record SharedKeys(
    long keys, long rows, long copies, long differing, List<Long> ordered, List<Long> mixed) {

  static SharedKeys none(List<KnownColumn> times) {
    return new SharedKeys(0, 0, 0, 0, times.stream().map(_ -> 0L).toList(), List.of());
  }

  static SharedKeys measured(
      Engine engine,
      KeySql sql,
      String table,
      List<KnownColumn> key,
      List<KnownColumn> times,
      List<KnownColumn> partners,
      Work work) {
    List<Object> row =
        engine
            .query(
                sql.shared(
                    table,
                    key.stream().map(KnownColumn::trusted).toList(),
                    times.stream().map(KnownColumn::trusted).toList(),
                    partners.stream().map(KnownColumn::source).toList()),
                work)
            .rows()
            .getFirst();
    List<Long> counts = row.stream().map(count -> (Long) count).toList();
    int ordered = 4 + times.size();
    return new SharedKeys(
        counts.get(0),
        counts.get(1),
        counts.get(2),
        counts.get(3),
        counts.subList(4, ordered),
        counts.subList(ordered, counts.size()));
  }

  long doubles() {
    return rows - keys;
  }

  /** Whether rows that share a key differ and no time column orders all that do. */
  boolean unordered() {
    return differing > 0 && ordered.stream().noneMatch(count -> count == differing);
  }
}
