package dev.assay.source.delimited;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Puts the pieces of a line into the columns of a table in the cheapest way: a column takes one
 * piece, several joined, or none, and empty pieces may be dropped. Where two ways are equal,
 * missing cells stand at the end and the last column takes what is too much. Values after the last
 * column that it would not take are left out.
 *
 * @param cells as many as there are columns, null where missing
 * @param missing columns that got nothing, from 1
 * @param joined columns that took several pieces, from 1
 * @param dropped how many empty pieces were left out
 * @param surplus values that no column took
 * @param cost how odd it all is
 */
record Alignment(
    List<String> cells,
    List<Integer> missing,
    List<Integer> joined,
    int dropped,
    List<String> surplus,
    double cost) {
  private static final long MOST_STEPS = 400_000;
  private static final int SLACK = 12;
  private static final double GAP = 0.4;

  /** Rows are cut off at their ends more often than delimiters are lost inside of them. */
  private static final double INSIDE = 0.3;

  private static final double DROP = 0.3;
  private static final double SURPLUS = 0.95;
  private static final double TIE = 1e-6;

  /** How a column got its cell; pieces taken, 0 for none, -1 for a piece dropped. */
  private static final int DROPPED = -1;

  static Alignment of(LooseLine line, ColumnShape[] shapes) {
    int pieces = line.size();
    int columns = shapes.length;
    int slack = line.hasQuotes() ? SLACK : 0;
    int gaps = Math.max(0, columns - pieces) + slack;
    int group = Math.max(0, pieces - columns) + 1 + slack;
    if ((long) Math.min(pieces + gaps, columns + group) * Math.max(gaps + 1, group) * group
        > MOST_STEPS) {
      return plainly(line, columns);
    }
    double[][] best = new double[pieces + 1][columns + 1];
    int[][] taken = new int[pieces + 1][columns + 1];
    for (double[] row : best) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int i = 0; i <= pieces; i++) {
      for (int j = Math.max(0, i - group); j <= Math.min(columns, i + gaps); j++) {
        if (best[i][j] < Double.POSITIVE_INFINITY) {
          extend(line, shapes, i, j, group, slack, best, taken);
        }
      }
    }
    return best[pieces][columns] == Double.POSITIVE_INFINITY
        ? plainly(line, columns)
        : trace(line, columns, taken, best[pieces][columns]);
  }

  private static void extend(
      LooseLine line,
      ColumnShape[] shapes,
      int i,
      int j,
      int group,
      int slack,
      double[][] best,
      int[][] taken) {
    int pieces = line.size();
    int columns = shapes.length;
    double here = best[i][j];
    if (j < columns) {
      for (int take = 1; take <= group && i + take <= pieces; take++) {
        LooseLine.Cell cell = line.cell(i, i + take - 1);
        double tie = take > 1 ? TIE * (columns - j) : 0;
        double cost = here + cell.cost() + shapes[j].cost(cell.value()) + tie;
        if (cost < best[i + take][j + 1]) {
          best[i + take][j + 1] = cost;
          taken[i + take][j + 1] = take;
        }
      }
      if (pieces < columns || slack > 0) {
        double where = i == pieces ? 0 : INSIDE;
        double cost = here + GAP + where + 0.5 * shapes[j].cost(null) + TIE * (columns - j);
        if (cost < best[i][j + 1]) {
          best[i][j + 1] = cost;
          taken[i][j + 1] = 0;
        }
      }
    }
    if (i < pieces && pieces > columns && (line.isEmpty(i) || j == columns)) {
      double cost = here + (!line.isEmpty(i) ? SURPLUS : j == columns ? 0 : DROP) + TIE;
      if (cost < best[i + 1][j]) {
        best[i + 1][j] = cost;
        taken[i + 1][j] = DROPPED;
      }
    }
  }

  private static Alignment trace(LooseLine line, int columns, int[][] taken, double cost) {
    List<String> cells = new ArrayList<>(Collections.nCopies(columns, null));
    List<Integer> missing = new ArrayList<>();
    List<Integer> joined = new ArrayList<>();
    List<String> surplus = new ArrayList<>();
    int dropped = 0;
    int i = line.size();
    int j = columns;
    while (i > 0 || j > 0) {
      int take = taken[i][j];
      if (take == DROPPED) {
        i--;
        if (line.isEmpty(i)) {
          dropped++;
        } else {
          surplus.addFirst(line.cell(i, i).value());
        }
        continue;
      }
      if (take == 0) {
        missing.addFirst(j);
      } else {
        cells.set(j - 1, line.cell(i - take, i - 1).value());
        if (take > 1) {
          joined.addFirst(j);
        }
      }
      i -= take;
      j--;
    }
    return new Alignment(cells, missing, joined, dropped, surplus, cost);
  }

  /** Missing cells at the end; or all that is too much in the last column. */
  private static Alignment plainly(LooseLine line, int columns) {
    List<String> cells = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    int pieces = line.size();
    for (int i = 0; i < columns; i++) {
      boolean isLast = i == columns - 1;
      cells.add(i < pieces ? line.cell(i, isLast ? pieces - 1 : i).value() : null);
      if (i >= pieces) {
        missing.add(i + 1);
      }
    }
    List<Integer> joined = pieces > columns ? List.of(columns) : List.of();
    return new Alignment(cells, missing, joined, 0, List.of(), columns);
  }
}
