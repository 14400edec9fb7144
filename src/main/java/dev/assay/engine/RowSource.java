package dev.assay.engine;

import java.util.List;

/**
 * Rows that Java reads and an engine takes in, in any order, by several threads at once.
 *
 * <p>Whatever a part throws ends the statement and comes out of {@link Engine#land} as it is.
 */
public interface RowSource {
  /** A column as the statement sees it. */
  record Column(String name, Kind kind) {}

  /** What a column holds. */
  enum Kind {
    TEXT,
    WHOLE_NUMBER
  }

  List<Column> columns();

  /** One thread's share of the work; called once per thread. */
  Part open();

  /** Hands over some rows at a time; used by one thread. */
  @FunctionalInterface
  interface Part {
    /** Writes the next rows into {@code chunk}; returns how many, 0 at the end. */
    int next(Chunk chunk) throws java.io.IOException;
  }

  /** Takes the rows of one call, column by column. */
  interface Chunk {
    /** The most rows that it takes. */
    int capacity();

    /**
     * Sets a text column.
     *
     * @param values UTF-8, null where missing, as long as there are rows; free for use again
     *     afterwards
     */
    void text(int column, byte[][] values);

    /** Sets a column of whole numbers; the first {@code rows} values are taken. */
    void wholeNumbers(int column, long[] values, int rows);
  }
}
