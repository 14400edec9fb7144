package dev.assay.gold;

/** Says why a derivation ends; never leaves {@link Deriving}. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String reason) {
    super(reason, null, false, false);
  }
}
