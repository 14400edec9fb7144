package dev.assay.model;

/** What a violated validation does. */
public enum Severity {
  /** The row goes to the rejected rows, with the reason. */
  REJECT,
  /** The row stays; the log counts it. */
  WARN,
  /** Nothing is published. */
  FAIL
}
