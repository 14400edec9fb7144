package dev.assay.model;

/** Whether a measure of groups may be added up to that of their union. */
public enum Additivity {
  /** Along every dimension: an amount, a count. */
  ADDITIVE,
  /** Along every dimension but time: a balance, a stock. */
  SEMI_ADDITIVE,
  /** Along none: an average, a share, a count of different values. */
  NON_ADDITIVE
}
