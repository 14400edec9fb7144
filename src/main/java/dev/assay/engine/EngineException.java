package dev.assay.engine;

/**
 * A statement that the engine refused; where the statement came from a person, the caller turns it
 * into a sentence.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
