package dev.assay.sql;

import java.util.Optional;

/** Rows that are read page by page in load order. */
public interface LoadOrder {
  /**
   * Where all rows of one table are read: one row of their number, the first and the last load, the
   * first and the last row. Where no number is left out, a page is where its number says.
   */
  Optional<Prepared> extent();

  /** Rows of (load, row, part, how many there are in all), one a {@link SignpostSql#APART} rows. */
  Prepared signposts();

  /** The rows of a stretch, the first of them skipped. */
  Prepared page(Stretch stretch, long skip, long limit);
}
