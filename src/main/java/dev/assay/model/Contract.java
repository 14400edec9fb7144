package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens when an origin's columns change, for each kind of change. */
public record Contract(
    Choice added, Choice dropped, Choice renamed, Choice reordered, Choice reshaped) {
  /** New columns and another order are taken; what may lose or mix values waits for a yes. */
  public static final Contract USUAL =
      new Contract(Choice.EVOLVE, Choice.PAUSE, Choice.PAUSE, Choice.EVOLVE, Choice.EVOLVE);

  /** What to do about a change. */
  public enum Choice {
    /** Follow it: a new column comes, a dropped one stays with missing values. */
    EVOLVE,
    /** Keep the columns as they are: a new one is left out, a load that lacks one is refused. */
    FREEZE,
    /** Rows that the change touches are set aside with the malformed ones; the others land. */
    QUARANTINE,
    /** Land nothing until the user has said yes. */
    PAUSE;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
