package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import dev.assay.sql.RuleEvidenceSql;
import dev.assay.sql.TrustedColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts on all rows, in one scan, who meets rules between columns and who breaks them. */
final class RuleCounts {
  private final Engine engine;
  private final RuleEvidenceSql sql;

  RuleCounts(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new RuleEvidenceSql(dialect);
  }

  /**
   * What all rows say of a rule.
   *
   * @param rows that have all its columns
   * @param broken rows that break it
   * @param places of up to five of them, joined by commas; null where there are none
   */
  record Counted(long rows, long broken, String places) {
    double holds() {
      return rows == 0 ? 0 : 1 - broken / (double) rows;
    }
  }

  /** One a rule, in their order; reads nothing where there are none. */
  List<Counted> count(KnownTable table, List<SilverSpec.Rule> rules, Work work) {
    if (rules.isEmpty()) {
      return List.of();
    }
    List<KnownColumn> columns = columns(table, rules);
    List<Object> row =
        engine.query(sql.measure(table.table(), trusted(columns), rules), work).rows().getFirst();
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      int at = i * RuleEvidenceSql.FIELDS;
      counted.add(
          new Counted((Long) row.get(at), (Long) row.get(at + 1), (String) row.get(at + 2)));
    }
    return counted;
  }

  /** The rows at the places of a count, in words. */
  List<String> examples(KnownTable table, SilverSpec.Rule rule, Counted counted, Work work) {
    if (counted.broken() == 0 || counted.places() == null) {
      return List.of();
    }
    List<KnownColumn> columns = columns(table, List.of(rule));
    return engine
        .query(sql.examples(table.table(), trusted(columns), rule, counted.places()), work)
        .rows()
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  private static List<KnownColumn> columns(KnownTable table, List<SilverSpec.Rule> rules) {
    Set<String> names = new LinkedHashSet<>();
    rules.forEach(rule -> names.addAll(rule.condition().columns()));
    return table.columns().stream().filter(column -> names.contains(column.name())).toList();
  }

  private static List<TrustedColumn> trusted(List<KnownColumn> columns) {
    return columns.stream().map(KnownColumn::trusted).toList();
  }
}
