package dev.assay.store;

/** The metadata database refused a statement of ours: a bug, or a damaged file. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
