package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One of the three progressive layers of a source. */
public enum Layer {
  BRONZE,
  SILVER,
  GOLD;

  /** The lower-case name used in JSON, URLs and table names. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Layer parse(String text) {
    for (Layer layer : values()) {
      if (layer.text().equals(text)) {
        return layer;
      }
    }
    throw UserError.notFound("There is no layer '" + text + "'. Use bronze, silver or gold.");
  }
}
