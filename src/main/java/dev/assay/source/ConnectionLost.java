package dev.assay.source;

import dev.assay.model.Fact;
import dev.assay.model.UserError;

/** A connection that broke while rows were read: reading anew from the start may well succeed. */
public final class ConnectionLost extends UserError {
  private static final long serialVersionUID = 1L;

  /** {@code fact} is told without any secret. */
  public ConnectionLost(Fact fact) {
    super(Kind.MACHINE, fact);
  }
}
