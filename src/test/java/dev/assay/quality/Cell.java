package dev.assay.quality;

/**
 * One cell as received, and what a person who knows the column would read in it.
 *
 * @param raw as received; null for a missing cell
 * @param truth the value as canonical text (see {@link TrueType}), null where there is none
 * @param kind what the cell is
 */
public record Cell(String raw, String truth, What kind) {
  /** What a cell is. */
  public enum What {
    VALUE,
    /** It says that there is no value. */
    MISSING,
    /** Something was written, but no value of the column: nobody could read it. */
    DIRT
  }

  public static Cell value(String raw, String truth) {
    return new Cell(raw, truth, What.VALUE);
  }

  /** A text that means itself. */
  public static Cell text(String raw) {
    return new Cell(raw, raw, What.VALUE);
  }

  public static Cell missing(String raw) {
    return new Cell(raw, null, What.MISSING);
  }

  public static Cell dirt(String raw) {
    return new Cell(raw, null, What.DIRT);
  }
}
