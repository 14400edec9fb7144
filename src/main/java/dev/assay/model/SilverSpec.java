package dev.assay.model;

import java.util.List;

/**
 * A Silver recipe after checking: every name resolved, every default settled. Planners hand it to
 * dialects.
 *
 * @param bronze the Bronze table
 * @param columns in Silver's order
 * @param keys what duplicates share; empty for exact removal over whole rows
 * @param strategy which duplicate stays
 * @param orderBy which sorts first
 */
public record SilverSpec(
    String bronze,
    List<Column> columns,
    List<String> keys,
    Deduplication.Strategy strategy,
    List<OrderTerm> orderBy) {

  /**
   * One column.
   *
   * @param source Bronze column
   * @param name Silver column
   * @param type Silver type
   * @param cleaning steps in order
   * @param nullStrategy for cells missing after cleaning
   * @param defaultValue for FILL_DEFAULT, else null
   * @param checks what values must meet
   * @param severity of a violated check
   * @param hidden whether it serves only as key or order and is not published
   */
  public record Column(
      String source,
      String name,
      ColumnType type,
      List<Cleaning> cleaning,
      NullStrategy nullStrategy,
      String defaultValue,
      List<Check> checks,
      Severity severity,
      boolean hidden) {}

  /** A column of this spec, by its Silver name, and a direction; missing values sort last. */
  public record OrderTerm(String column, boolean descending) {}
}
