package dev.assay.source;

import dev.assay.model.UserError;

/** A connection that broke while rows were read: reading anew from the start may well succeed. */
public final class ConnectionLost extends UserError {
  private static final long serialVersionUID = 1L;

  /** {@code message} is one sentence without any secret. */
  public ConnectionLost(String message) {
    super(Kind.MACHINE, message);
  }
}
