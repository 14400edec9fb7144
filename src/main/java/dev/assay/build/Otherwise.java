package dev.assay.build;

/** The data does not bear out what a plan presumes; its message is why. */
final class Otherwise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Otherwise(String because) {
    super(because);
  }
}
