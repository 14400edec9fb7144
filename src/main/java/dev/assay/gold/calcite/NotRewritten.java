package dev.assay.gold.calcite;

/** Says in one clause why a rewriting is not taken; never leaves this package. */
final class NotRewritten extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRewritten(String reason) {
    super(reason, null, false, false);
  }
}
