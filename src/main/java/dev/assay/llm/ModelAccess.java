package dev.assay.llm;

import dev.assay.model.ModelSettings;

/**
 * The model that may be asked, with its key.
 *
 * @param key null where none is needed
 */
public record ModelAccess(ModelSettings settings, String key) {
  /** Without the key, which must not get into a log. */
  @Override
  public String toString() {
    return settings.toString();
  }
}
