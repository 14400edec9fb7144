package dev.assay.profile;

import dev.assay.model.Cleaning;
import java.util.List;

/**
 * Which hundred years two digits of a year may mean.
 *
 * @param pivots the first of the hundred years each, likeliest first
 * @param firstDoubtful the first two digits that mean different years under them
 * @param lastDoubtful the last of these
 */
record Centuries(List<Integer> pivots, int firstDoubtful, int lastDoubtful) {

  /** Under a column's name. */
  static Centuries of(String name, int thisYear) {
    if (!DateNames.birth(name)) {
      return new Centuries(List.of(Cleaning.POSIX_PIVOT, 1931), 31, 68);
    }
    // Nobody is born in the future; until this year, somebody may be a hundred years older.
    return new Centuries(List.of(thisYear - 99, 1900), 0, thisYear % 100);
  }

  boolean doubtful(int year) {
    return year >= firstDoubtful && year <= lastDoubtful;
  }
}
