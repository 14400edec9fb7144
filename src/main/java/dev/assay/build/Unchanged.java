package dev.assay.build;

/** A load that would change nothing; thrown inside its build, which ends well. */
public final class Unchanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unchanged() {
    super("unchanged");
  }
}
