package dev.assay.build;

import dev.assay.model.Waiting;

/** A load that may not be published until a person has said yes; thrown inside its build. */
public final class Paused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Waiting waiting;

  public Paused(Waiting waiting) {
    super(waiting.reason());
    this.waiting = waiting;
  }

  public Waiting waiting() {
    return waiting;
  }
}
