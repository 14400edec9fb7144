package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.SilverSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Counts on all rows, in one scan, who violates checks and breaks rules. */
public final class FitSql {
  private final Dialect dialect;

  public FitSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** A check of a column, by its place in a list. */
  public record Asked(int column, Check check) {}

  /** One row: rows that violate each check, then rows that break each rule. */
  public String measure(
      String table,
      List<SilverSpec.Column> columns,
      List<Asked> checks,
      List<SilverSpec.Rule> rules) {
    StringJoiner values = new StringJoiner(",\n  ");
    Map<String, RuleSql.Operand> operands = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(dialect.cast(columns.get(i)) + " AS value_" + i);
      operands.put(
          columns.get(i).name(), new RuleSql.Operand("value_" + i, columns.get(i).type()));
    }
    StringJoiner counts = new StringJoiner(",\n");
    for (Asked asked : checks) {
      counts.add(
          "count(*) FILTER (WHERE "
              + CheckSql.violated(
                  asked.check(), columns.get(asked.column()).type(), "value_" + asked.column())
              + ")");
    }
    for (SilverSpec.Rule rule : rules) {
      counts.add("count(*) FILTER (WHERE " + RuleSql.broken(rule, operands::get) + ")");
    }
    return "SELECT "
        + counts
        + "\nFROM (SELECT "
        + values
        + "\nFROM "
        + Quote.identifier(table)
        + ")";
  }
}
