package dev.assay.pollution;

import dev.assay.pollution.Draft.Row;
import dev.assay.pollution.Draft.Spoiled;
import dev.assay.pollution.Pollution.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One row that is not like the others: the first, one in the middle or the last. */
final class RowPollutions {
  private static final List<String> PLACES = List.of("first", "middle", "last");

  /** Pollutes a row; false where that row will not do. */
  @FunctionalInterface
  private interface Spoiler {
    boolean spoil(Draft draft, int index, Row row);
  }

  private RowPollutions() {}

  static List<Pollution> all() {
    List<Pollution> all = new ArrayList<>();
    for (String place : PLACES) {
      all.add(row("short by one", place, (draft, index, row) -> shorten(draft, index, row, 1)));
      all.add(row("short by two", place, (draft, index, row) -> shorten(draft, index, row, 2)));
      all.add(row("two cells merged", place, RowPollutions::merge));
      all.add(row("surplus delimiter inside", place, RowPollutions::surplusInside));
      all.add(row("surplus delimiter at end", place, (draft, index, row) -> row.cells.add("")));
      all.add(row("surplus value", place, RowPollutions::surplusValue));
      all.add(row("unquoted delimiter", place, RowPollutions::unquoted));
      all.add(row("own delimiter", place, RowPollutions::ownDelimiter));
      all.add(row("own quotes", place, RowPollutions::ownQuotes));
      all.add(
          row(
              "unclosed quote",
              place,
              (draft, index, row) -> spoilCell(draft, index, row, Spoiled.UNCLOSED)));
      all.add(
          row(
              "text after quote",
              place,
              (draft, index, row) -> spoilCell(draft, index, row, Spoiled.CLOSED_EARLY)));
      all.add(
          row(
              "extra quote",
              place,
              (draft, index, row) -> spoilCell(draft, index, row, Spoiled.EXTRA_QUOTE)));
      all.add(
          row(
              "unopened quote",
              place,
              (draft, index, row) -> spoilCell(draft, index, row, Spoiled.UNOPENED)));
      all.add(row("own line break", place, RowPollutions::ownLineBreak));
      all.add(row("quotes around the line", place, RowPollutions::wrapped));
      all.add(row("blanks after delimiters", place, RowPollutions::blanks));
      all.add(row("all cells quoted", place, (draft, index, row) -> quoteAll(draft, row)));
    }
    all.add(
        new Pollution("every seventh row short somewhere", Group.ROW, RowPollutions::manyShort));
    all.add(new Pollution("blank line inside", Group.ROW, RowPollutions::blankLine));
    return all;
  }

  private static Pollution row(String name, String place, Spoiler spoiler) {
    return new Pollution(
        "row: " + name + ", " + place,
        Group.ROW,
        draft -> {
          int rows = draft.rows.size();
          if (rows < 4 || draft.columns() < 3 || !draft.table.isTyped() || draft.quote == null) {
            return false;
          }
          return order(place, rows)
              .filter(index -> !draft.rows.get(index).polluted)
              .filter(index -> spoiler.spoil(draft, index, draft.rows.get(index)))
              .peek(index -> draft.rows.get(index).polluted = true)
              .findFirst()
              .isPresent();
        });
  }

  private static java.util.stream.Stream<Integer> order(String place, int rows) {
    return switch (place) {
      case "first" -> IntStream.range(0, rows).boxed();
      case "middle" -> IntStream.range(rows / 2, rows).boxed();
      case "last" -> IntStream.range(0, rows).map(i -> rows - 1 - i).boxed();
      default -> throw new IllegalArgumentException(place);
    };
  }

  /** Truth: the missing cells are empty. */
  private static boolean shorten(Draft draft, int index, Row row, int by) {
    if (draft.columns() < by + 2) {
      return false;
    }
    for (int i = 0; i < by; i++) {
      row.cells.removeLast();
    }
    draft.expect(index, List.of(padded(row.cells, draft.columns())));
    return true;
  }

  /**
   * The delimiter between two cells is lost. Truth: both texts in the one cell or the other, the
   * other one empty, and all further cells in their columns; or the cells told apart again.
   */
  private static boolean merge(Draft draft, int index, Row row) {
    int column = draft.random.nextInt(draft.columns() - 1);
    List<String> clean = List.copyOf(row.cells);
    String merged = clean.get(column) + clean.get(column + 1);
    if (clean.get(column).isEmpty() || clean.get(column + 1).isEmpty()) {
      return false;
    }
    List<String> left = new ArrayList<>(clean);
    left.set(column, merged);
    left.set(column + 1, "");
    List<String> right = new ArrayList<>(clean);
    right.set(column, "");
    right.set(column + 1, merged);
    row.cells.set(column, merged);
    row.cells.remove(column + 1);
    draft.expect(index, List.of(left, right, clean));
    return true;
  }

  /** Truth: the row without the empty cell that it has too many. */
  private static boolean surplusInside(Draft draft, int index, Row row) {
    row.cells.add(1 + draft.random.nextInt(draft.columns() - 1), "");
    return true;
  }

  /**
   * Truth: the row without the value that no column is for, or with it beyond the last column; in
   * that one where it is empty and has texts, because then the delimiter may be what is too much.
   */
  private static boolean surplusValue(Draft draft, int index, Row row) {
    List<String> clean = List.copyOf(row.cells);
    row.cells.add("checked");
    List<List<String>> readings = new ArrayList<>(List.of(clean, List.copyOf(row.cells)));
    if (clean.getLast().isEmpty() && draft.table.kinds().endsWith("t")) {
      readings.add(with(clean, clean.size() - 1, "checked"));
    }
    draft.expect(index, readings);
    return true;
  }

  /** Truth: the text with the delimiter in it, in one cell. */
  private static boolean unquoted(Draft draft, int index, Row row) {
    int column = plainText(draft, row);
    if (column < 0 || draft.delimiter.isBlank()) {
      return false;
    }
    String text = row.cells.get(column);
    int middle = text.indexOf(' ') < 0 ? text.length() / 2 : text.indexOf(' ');
    row.cells.set(column, text.substring(0, middle) + draft.delimiter + text.substring(middle));
    row.spoiled.put(column, Spoiled.BARE);
    draft.expect(index, List.of(List.copyOf(row.cells)));
    return true;
  }

  /** Truth: the row as if it had the file's delimiter. */
  private static boolean ownDelimiter(Draft draft, int index, Row row) {
    String all = String.join("", row.cells);
    for (String own : List.of(";", "|", "\t", ",")) {
      boolean apart = !all.contains(own) && !draft.delimiter.contains(own);
      if (apart && !all.contains(draft.delimiter) && !all.contains("\n")) {
        row.delimiter = own;
        return true;
      }
    }
    return false;
  }

  /** Truth: the row without its quotes. */
  private static boolean ownQuotes(Draft draft, int index, Row row) {
    char own = draft.quote == '\'' ? '"' : '\'';
    if (row.cells.stream().anyMatch(cell -> cell.indexOf(own) >= 0 || cell.contains("\n"))) {
      return false;
    }
    row.quote = own;
    return true;
  }

  /**
   * Truth: the text without the stray quotes, or, where the quotes may be part of what was meant,
   * with them.
   */
  private static boolean spoilCell(Draft draft, int index, Row row, Spoiled spoiled) {
    int column = plainText(draft, row);
    if (column < 0 || draft.escape == Draft.Escape.BACKSLASH_WITHOUT_QUOTES) {
      return false;
    }
    List<String> clean = List.copyOf(row.cells);
    String text = clean.get(column);
    int half = text.length() / 2;
    char quote = draft.quote;
    List<List<String>> readings = new ArrayList<>(List.of(clean));
    switch (spoiled) {
      case UNOPENED -> readings.add(with(clean, column, text + quote));
      case UNCLOSED -> readings.add(with(clean, column, quote + text));
      case EXTRA_QUOTE -> readings.add(with(clean, column, text + quote));
      case CLOSED_EARLY -> {
        String start = text.substring(0, half);
        String end = text.substring(half);
        readings.add(with(clean, column, quote + start + quote + end));
        readings.add(with(clean, column, start + quote + end));
      }
      case BARE -> throw new IllegalArgumentException("that is no quote");
    }
    row.spoiled.put(column, spoiled);
    draft.expect(index, readings);
    return true;
  }

  private static List<String> with(List<String> row, int column, String text) {
    List<String> changed = new ArrayList<>(row);
    changed.set(column, text);
    return changed;
  }

  /** Truth: the row as it was. */
  private static boolean ownLineBreak(Draft draft, int index, Row row) {
    row.lineBreak = draft.random.nextBoolean() ? "\r" : "\r\n";
    return true;
  }

  /** Truth: the row without the quotes around all of it. */
  private static boolean wrapped(Draft draft, int index, Row row) {
    boolean plain = row.cells.stream().noneMatch(cell -> cell.isEmpty() || cell.contains("\n"));
    row.wrap = plain ? String.valueOf(draft.quote) : null;
    return plain && draft.escape == Draft.Escape.DOUBLED;
  }

  /** Truth: the row with the blanks before its values, or without. */
  private static boolean blanks(Draft draft, int index, Row row) {
    boolean plain =
        row.cells.stream()
            .noneMatch(cell ->
                cell.contains(draft.delimiter)
                    || cell.chars().anyMatch(c -> c < 'A' && "\"'\n,;".indexOf(c) >= 0));
    if (!plain
        || draft.delimiter.isBlank()
        || draft.delimiter.contains(" ")
        || draft.quoting != Draft.Quoting.WHERE_NEEDED) {
      return false;
    }
    List<String> spaced = new ArrayList<>();
    for (String cell : row.cells) {
      spaced.add(spaced.isEmpty() ? cell : " " + cell);
    }
    row.padded = true;
    draft.expect(index, List.of(List.copyOf(row.cells), spaced));
    return true;
  }

  /** Truth: the row as it was. */
  private static boolean quoteAll(Draft draft, Row row) {
    row.quote = draft.quote;
    return draft.escape != Draft.Escape.BACKSLASH_WITHOUT_QUOTES;
  }

  /** A column with a text of some length and nothing odd in it, or -1. */
  private static int plainText(Draft draft, Row row) {
    for (int i = 0; i < draft.columns(); i++) {
      String text = row.cells.get(i);
      boolean plain =
          text.length() > 3
              && text.chars().noneMatch(sign -> "\"'`,;|\t\n\\:".indexOf(sign) >= 0)
              && !text.contains(draft.delimiter);
      if (draft.table.kinds().charAt(i) == 't' && plain) {
        return i;
      }
    }
    return -1;
  }

  private static boolean manyShort(Draft draft) {
    if (draft.columns() < 3 || draft.rows.size() < 14) {
      return false;
    }
    for (int i = 3; i < draft.rows.size(); i += 7) {
      shorten(draft, i, draft.rows.get(i), 1);
      draft.rows.get(i).polluted = true;
    }
    return true;
  }

  /** Truth: no record. */
  private static boolean blankLine(Draft draft) {
    if (draft.columns() < 2 || draft.rows.size() < 4) {
      return false;
    }
    draft.rows.get(draft.rows.size() / 2).blankLineBefore = true;
    return true;
  }

  private static List<String> padded(List<String> cells, int columns) {
    List<String> all = new ArrayList<>(cells);
    while (all.size() < columns) {
      all.add("");
    }
    return all;
  }
}
