package dev.assay.cli;

import dev.assay.model.Layer;
import dev.assay.model.UserError;
import java.util.Locale;

/** Layers as people type them. */
final class LayerNames {
  private LayerNames() {}

  static Layer parse(String typed) {
    try {
      return Layer.valueOf(typed.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw UserError.invalid("There is no layer '" + typed + "'. Use bronze, silver or gold.");
    }
  }
}
