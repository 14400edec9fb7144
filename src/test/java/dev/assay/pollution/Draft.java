package dev.assay.pollution;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A file on its way from clean to polluted, with the truth that goes with it. */
final class Draft {
  /** What is wrong with one cell as it is written. */
  enum Spoiled {
    /** Opened by a quote that nothing closes. */
    UNCLOSED,
    /** Quoted, but the closing quote stands in the middle of the text. */
    CLOSED_EARLY,
    /** Quoted, with one quote too many at its end. */
    EXTRA_QUOTE,
    /** Closed by a quote that nothing opens. */
    UNOPENED,
    /** Holds a delimiter and is not quoted. */
    BARE
  }

  /** How quotes inside of quoted cells are written. */
  enum Escape {
    DOUBLED,
    BACKSLASH,
    /** Now so, now so. */
    INCONSISTENT,
    /** As they are. */
    NONE,
    /** No cell is quoted: delimiters have a backslash before them. */
    BACKSLASH_WITHOUT_QUOTES
  }

  /** Which cells are quoted. */
  enum Quoting {
    WHERE_NEEDED,
    TEXTS,
    ALL
  }

  /** A row as it is written; null where it is written like all others. */
  static final class Row {
    final List<String> cells;
    final Map<Integer, Spoiled> spoiled = new HashMap<>();
    String delimiter;
    Character quote;
    String lineBreak;
    String wrap;
    boolean polluted;
    boolean blankLineBefore;
    boolean padded;

    Row(List<String> cells) {
      this.cells = new ArrayList<>(cells);
    }
  }

  final CleanTable table;
  final Random random;
  final List<List<String>> headerRows = new ArrayList<>();
  final List<Set<String>> header = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();
  final List<List<List<String>>> records = new ArrayList<>();

  /** Lines around the table; {@code {d}} stands for the file's delimiter. */
  final List<String> before = new ArrayList<>();

  final List<String> after = new ArrayList<>();
  final List<Draft> further = new ArrayList<>();

  /** Lines between two tables. */
  List<String> between = List.of("");

  /** How the last row of the header is written: cells are not looked at. */
  final Row headerStyle = new Row(List.of());

  boolean headerScored = true;
  boolean trailingDelimiters;
  boolean trailingInHeader = true;

  /** Several are used in turn, by chance. */
  List<String> lineBreaks = List.of("\n");

  String lastBreak;
  String delimiter = ",";
  Character quote = '"';
  Escape escape = Escape.DOUBLED;
  Quoting quoting = Quoting.WHERE_NEEDED;
  Charset charset = StandardCharsets.UTF_8;
  boolean mark;

  Draft(CleanTable table, Random random) {
    this.table = table;
    this.random = random;
    headerRows.add(new ArrayList<>(table.header()));
    table.header().forEach(name -> header.add(Set.of(name)));
    for (List<String> row : table.rows()) {
      rows.add(new Row(row));
      records.add(new ArrayList<>(List.of(row)));
    }
  }

  int columns() {
    return table.columns();
  }

  /** What is right for a record that was spoiled, the likeliest first. */
  void expect(int row, List<List<String>> readings) {
    records.set(row, readings);
  }

  Truth truth() {
    List<Set<String>> names = new ArrayList<>(header);
    List<List<List<String>>> all = new ArrayList<>(records);
    for (Draft draft : further) {
      names.addAll(draft.header);
      all.addAll(draft.records);
    }
    return new Truth(headerScored, names, all);
  }
}
