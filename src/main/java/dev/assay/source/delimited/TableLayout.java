package dev.assay.source.delimited;

import java.util.ArrayList;
import java.util.List;

/** Finds the tables of a text: what is above them, between them and below is none of their rows. */
final class TableLayout {
  private static final double STRONG = 1;

  /** A part of the text with no blank line in it, and how wide most of its rows are. */
  private record Block(List<Sample.Line> rows, int width) {
    static Block of(List<Sample.Line> rows) {
      return new Block(rows, ReadingScore.usualWidth(rows));
    }

    int fitting() {
      return (int) rows.stream().filter(row -> row.width() == width).count();
    }

    /** The first row that is as wide as most, or names above it, one too few or too many. */
    int first() {
      Sample.Line top = rows.getFirst();
      if (top.width() > 1
          && Math.abs(top.width() - width) == 1
          && HeaderDetection.areNames(top.cells())
          && TableStart.evidence(rows, 0, width) >= STRONG) {
        return 0;
      }
      int at = 0;
      while (rows.get(at).width() != width && at < rows.size() - 1) {
        at++;
      }
      return at;
    }

    double evidence() {
      return TableStart.evidence(rows, first(), width);
    }

    boolean isNamed() {
      return HeaderDetection.areNames(rows.get(first()).cells()) && fitting() >= 2;
    }

    boolean isSteady() {
      return width > 1 && fitting() * 10 >= rows.size() * 6L;
    }
  }

  /**
   * A table.
   *
   * @param rows from its header on, without blank lines
   * @param width how many cells most of them have
   * @param lastLine physical line of its last row, from 1; null where it may go on to the end of
   *     the file
   */
  record Region(List<Sample.Line> rows, int width, Long lastLine) {}

  private TableLayout() {}

  /**
   * The tables in order, at least one; {@code records} has a line that is not blank.
   *
   * @param whole whether these are all records of the file
   */
  static List<Region> find(List<Sample.Line> records, int usualWidth, boolean whole) {
    List<Block> blocks = new ArrayList<>();
    List<Sample.Line> open = new ArrayList<>();
    for (Sample.Line record : isSpaced(records) ? together(records) : records) {
      if (record.isBlank()) {
        close(open, blocks);
      } else {
        open.add(record);
      }
    }
    close(open, blocks);
    List<List<Block>> tables = usualWidth < 2 ? List.of(blocks) : tables(blocks);
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      boolean isLast = i == tables.size() - 1;
      regions.add(region(tables.get(i), blocks, isLast, whole));
    }
    return regions;
  }

  /** Whether blank lines stand between nearly all rows: they part no tables then. */
  private static boolean isSpaced(List<Sample.Line> records) {
    int apart = 0;
    int rows = 0;
    for (int i = 0; i < records.size(); i++) {
      if (!records.get(i).isBlank()) {
        rows++;
        apart += i > 0 && records.get(i - 1).isBlank() ? 1 : 0;
      }
    }
    return rows > 3 && apart * 10 >= (rows - 1) * 8;
  }

  /** Rows without the blank lines between them, as if each went on to the next. */
  private static List<Sample.Line> together(List<Sample.Line> records) {
    List<Sample.Line> rows = records.stream().filter(record -> !record.isBlank()).toList();
    List<Sample.Line> together = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Sample.Line row = rows.get(i);
      together.add(i + 1 < rows.size() ? row.upTo(rows.get(i + 1).line()) : row);
    }
    return together;
  }

  private static void close(List<Sample.Line> open, List<Block> blocks) {
    if (!open.isEmpty()) {
      int from = 0;
      for (int i = 2; i + 2 < open.size(); i++) {
        if (changes(open, from, i)) {
          blocks.add(Block.of(List.copyOf(open.subList(from, i))));
          from = i;
        }
      }
      blocks.add(Block.of(List.copyOf(open.subList(from, open.size()))));
      open.clear();
    }
  }

  /** Whether another table begins here without a blank line: another width for good, and names. */
  private static boolean changes(List<Sample.Line> rows, int from, int at) {
    int width = rows.get(at).width();
    if (width < 2
        || width == rows.get(at - 1).width()
        || width != rows.get(at + 1).width()
        || width != rows.get(at + 2).width()) {
      return false;
    }
    Block before = Block.of(rows.subList(from, at));
    if (before.width() == width || before.width() < 2 || before.fitting() * 10 < (at - from) * 8L) {
      return false;
    }
    Block after = Block.of(rows.subList(at, rows.size()));
    int same = 0;
    while (at + same < rows.size() && rows.get(at + same).width() == width) {
      same++;
    }
    return (same >= 5 || same == rows.size() - at)
        && HeaderDetection.areNames(rows.get(at).cells())
        && (TableStart.evidence(rows.subList(at, at + same), 0, width) >= STRONG
            || before.isNamed() && after.isNamed() && same >= 5);
  }

  /** Blocks that are one table each, with those that go on after a blank line. */
  private static List<List<Block>> tables(List<Block> blocks) {
    Block main = blocks.getFirst();
    for (Block block : blocks) {
      main = size(block) > size(main) ? block : main;
    }
    List<List<Block>> tables = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block known = tables.isEmpty() ? null : tables.getLast().getFirst();
      if (known != null && continues(known, block)) {
        tables.getLast().add(block);
      } else if (block == main || isTable(block, main, i < blocks.indexOf(main))) {
        tables.add(new ArrayList<>(List.of(block)));
      }
    }
    return tables;
  }

  private static long size(Block block) {
    return block.width() < 2 ? 0 : (long) block.fitting() * block.width();
  }

  private static boolean continues(Block known, Block block) {
    boolean sameWidth = block.width() == known.width() && block.fitting() * 2 > block.rows().size();
    boolean begins = block.isNamed() && block.isSteady() && block.evidence() >= STRONG;
    return sameWidth && !begins;
  }

  private static boolean isTable(Block block, Block main, boolean before) {
    if (!block.isSteady() || !block.isNamed()) {
      return false;
    }
    boolean small = block.width() == 2 || block.fitting() * 3 < main.fitting();
    int few = block.width() == 2 ? 4 : 3;
    if (before && small && (block.fitting() < few || block.evidence() < STRONG)) {
      return false;
    }
    return block.evidence() >= STRONG || block.fitting() >= 3 && block.evidence() > 0;
  }

  private static Region region(List<Block> table, List<Block> all, boolean isLast, boolean whole) {
    List<Sample.Line> rows = new ArrayList<>();
    // What lies between two parts of a table belongs to it, as bad rows do.
    int from = all.indexOf(table.getFirst());
    int to = all.indexOf(table.getLast());
    boolean first = from > 0 && isLast && table.getFirst() != all.getFirst();
    for (Block block : all.subList(from, to + 1)) {
      rows.addAll(block.rows());
    }
    int width = ReadingScore.usualWidth(rows);
    if (first && standsAlone(all.get(from - 1), table.getFirst(), width)) {
      rows.addAll(0, all.get(from - 1).rows());
    }
    int start = TableStart.of(rows, width);
    int end = to < all.size() - 1 || whole ? TableEnd.of(rows, start, width) : rows.size();
    boolean something = end < rows.size() || to < all.size() - 1;
    return new Region(
        rows.subList(start, end), width, something ? (long) rows.get(end - 1).next() : null);
  }

  /** Whether the one row above a blank line is the header of the rows below it. */
  private static boolean standsAlone(Block above, Block table, int width) {
    return above.rows().size() == 1
        && above.rows().getFirst().width() == width
        && HeaderDetection.areNames(above.rows().getFirst().cells())
        && above.rows().getFirst().filled() * 2 > width
        && (!table.isNamed() || table.evidence() <= 0);
  }
}
