package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What became of the latest attempt to build a layer; readers see the published build whatever this
 * says.
 */
public enum LayerStatus {
  PENDING,
  BUILDING,
  READY,
  STALE,
  ERROR;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
