package dev.assay.quality;

import java.util.List;

/**
 * A column whose truth is known.
 *
 * @param kind the way of writing that it shows, such as {@code decimal comma}
 * @param header as received
 * @param type what it truly is; where it is ambiguous, what whoever wrote it meant
 * @param ambiguous whether its values leave open what they mean, so that asking is right and
 *     choosing is wrong
 * @param cells in order
 */
public record GeneratedColumn(
    String kind, String header, TrueType type, boolean ambiguous, List<Cell> cells) {
  public GeneratedColumn {
    cells = List.copyOf(cells);
  }
}
