package dev.assay.profile;

import dev.assay.model.Cleaning;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which hundred years two digits of a year may mean.
 *
 * @param pivots the first of the hundred years each, likeliest first
 * @param firstDoubtful the first two digits that mean different years under them
 * @param lastDoubtful the last of these
 */
record Centuries(List<Integer> pivots, int firstDoubtful, int lastDoubtful) {

  /**
   * Under a column's name.
   *
   * @param written whether two digits of a year occur
   */
  static Centuries of(String name, int thisYear, IntPredicate written) {
    if (!DateNames.birth(name)) {
      int next = thisYear % 100 + 1;
      // Under a name that does not point ahead, what seems to come may be a hundred years old.
      if (!DateNames.ahead(IdentifierNames.words(name))
          && IntStream.rangeClosed(next, 30).anyMatch(written)) {
        return new Centuries(List.of(Cleaning.POSIX_PIVOT, thisYear - 99), next, 68);
      }
      return new Centuries(List.of(Cleaning.POSIX_PIVOT, 1931), 31, 68);
    }
    // Nobody is born in the future; until this year, somebody may be a hundred years older.
    return new Centuries(List.of(thisYear - 99, 1900), 0, thisYear % 100);
  }

  boolean doubtful(int year) {
    return year >= firstDoubtful && year <= lastDoubtful;
  }
}
