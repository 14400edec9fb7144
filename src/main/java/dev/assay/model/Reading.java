package dev.assay.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One reading of an origin, a load of its own.
 *
 * @param landing how it is read, with its own columns
 * @param into the Bronze column that each of its columns goes to; null for one that is left out
 * @param fingerprint of the file as it was looked at, or null
 * @param since read only what is not less, or null for everything
 */
public record Reading(
    Origin origin, Landing landing, List<String> into, String fingerprint, Since since) {
  public Reading {
    into = Collections.unmodifiableList(new ArrayList<>(into));
  }

  /**
   * Where an earlier reading ended.
   *
   * @param column as the origin calls it
   * @param value as Bronze has it
   */
  public record Since(String column, String value) {}

  /** Everything, each column under its own name. */
  public static Reading whole(Origin origin, Landing landing, String fingerprint) {
    return new Reading(
        origin,
        landing,
        landing.columns().stream().map(Landing.Column::name).toList(),
        fingerprint,
        null);
  }
}
