package dev.assay.build;

import dev.assay.model.ReplayReason;

/** The data does not bear out what a plan presumes; it says why. */
final class Otherwise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ReplayReason because;

  Otherwise(ReplayReason because) {
    super(because.words());
    this.because = because;
  }

  ReplayReason because() {
    return because;
  }
}
