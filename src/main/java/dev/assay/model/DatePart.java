package dev.assay.model;

/** A part of a time that comes again, such as its weekday; each is a whole number. */
public enum DatePart {
  /** 1 for January to 12. */
  MONTH_OF_YEAR,
  /** 1 to 4. */
  QUARTER_OF_YEAR,
  /** 1 to 31. */
  DAY_OF_MONTH,
  /** 1 for Monday to 7, as in ISO 8601. */
  WEEKDAY,
  /** 0 to 23. */
  HOUR_OF_DAY
}
