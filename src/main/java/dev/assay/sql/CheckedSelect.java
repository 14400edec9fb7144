package dev.assay.sql;

import java.util.Set;

/**
 * One SELECT that has passed the {@link Guard}, written anew from the tree that was checked.
 *
 * @param sql safe to embed in parentheses: one statement, no comments, no trailing semicolon
 * @param tables the workspace's tables that it reads, in lower case
 * @param columns names in lower case that it mentions; aliases may be among them
 * @param allColumns whether a {@code *} or {@code COLUMNS(…)} takes columns without naming them
 */
public record CheckedSelect(
    String sql, Set<String> tables, Set<String> columns, boolean allColumns) {
  public CheckedSelect {
    tables = Set.copyOf(tables);
    columns = Set.copyOf(columns);
  }
}
