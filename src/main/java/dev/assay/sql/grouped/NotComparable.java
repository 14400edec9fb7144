package dev.assay.sql.grouped;

/** Says in one clause why a SELECT cannot be compared with another. */
public final class NotComparable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotComparable(String reason) {
    super(reason, null, false, false);
  }
}
