package dev.assay.workspace;

/**
 * One thing that {@code assay check} has looked at.
 *
 * @param table the table
 * @param check what was checked
 * @param passed whether it holds
 * @param detail figures, or what to do
 */
public record CheckResult(
    String sourceId, String table, String check, boolean passed, String detail) {}
