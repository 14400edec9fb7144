package dev.assay.advice;

/**
 * How many slips of typing lie between two words: a letter too many, too few, another, or two
 * neighbours exchanged. This is the optimal string alignment distance (Damerau 1964, without edits
 * of what was already exchanged).
 */
final class EditDistance {
  private EditDistance() {}

  /** The distance, or {@code limit + 1} where it is greater than {@code limit}. */
  static int of(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
        boolean exchanged =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (exchanged) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(last[other.length()], limit + 1);
  }
}
