package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in which cells hold several things.
 *
 * @param says what the cells hold, as part of a sentence
 * @param pattern a regular expression (RE2 syntax) for all of a text of this form
 * @param parts what becomes of it, in order
 */
record SplitForm(String says, String pattern, List<Part> parts) {
  /**
   * One of the things.
   *
   * @param suffix what is put after the column's name to name it
   * @param type its type
   * @param steps how it is taken out and read, after trimming and the words for "missing"
   */
  record Part(String suffix, ColumnType type, List<Cleaning> steps) {
    /** The part as a build would make it. */
    SilverSpec.Column spec(KnownColumn column) {
      List<Cleaning> all = new ArrayList<>(column.textSteps());
      all.addAll(steps);
      return column.with(type, List.copyOf(all));
    }
  }
}
