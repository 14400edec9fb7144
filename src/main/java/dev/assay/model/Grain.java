package dev.assay.model;

/** How coarse a time column is made before grouping. */
public enum Grain {
  YEAR,
  QUARTER,
  MONTH,
  WEEK,
  DAY,
  HOUR;

  /**
   * Whether groups at this grain can be put together to groups at {@code coarser}; a week lies in
   * no one month.
   */
  public boolean rollsUpTo(Grain coarser) {
    return switch (this) {
      case YEAR -> coarser == YEAR;
      case QUARTER -> coarser == YEAR || coarser == QUARTER;
      case MONTH -> coarser == YEAR || coarser == QUARTER || coarser == MONTH;
      case WEEK -> coarser == WEEK;
      case DAY -> coarser != HOUR;
      case HOUR -> true;
    };
  }
}
