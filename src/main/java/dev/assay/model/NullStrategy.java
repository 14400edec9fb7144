package dev.assay.model;

/**
 * What Silver does with a cell that is missing after cleaning; a failed cast always rejects and is
 * never filled.
 */
public enum NullStrategy {
  /** The row is rejected with the reason {@code null_<column>}. */
  DROP_ROW,
  /** The column's {@code default_value} takes its place. */
  FILL_DEFAULT,
  /** The text {@code Unknown} takes its place. */
  FILL_UNKNOWN,
  /** Zero takes its place. */
  FILL_ZERO,
  /** It stays missing. */
  KEEP_NULL
}
