package dev.assay.source.delimited;

import dev.assay.model.DialectOverrides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds delimiter, quote and escape: reads the sample with every combination and takes the one
 * under which rows agree on their width and cells look like values.
 */
final class Sniffer {
  private static final char[] DELIMITERS = {',', ';', '\t', '|', ':'};
  private static final Character[] QUOTES = {'"', '\'', null};
  private static final int WIDTH_MATTERS_UP_TO = 200;

  private Sniffer() {}

  /**
   * A way to read the file.
   *
   * @param width how many cells most rows have
   * @param score from 0 to 1
   */
  record Guess(
      char delimiter,
      Character quote,
      Character escape,
      List<Sample.Line> records,
      int width,
      double score) {}

  static Guess sniff(Sample sample, DialectOverrides overrides) {
    Guess best = null;
    for (char delimiter : delimiters(overrides)) {
      for (Character quote : quotes(overrides)) {
        for (Character escape : escapes(sample)) {
          Guess guess = read(sample, delimiter, quote, escape, overrides.quote() != null);
          // Earlier combinations are the more usual ones: a later one must be clearly better.
          if (best == null || guess.score() > best.score() + 1e-9) {
            best = guess;
          }
        }
      }
    }
    return best;
  }

  private static char[] delimiters(DialectOverrides overrides) {
    return overrides.delimiter() == null
        ? DELIMITERS
        : new char[] {overrides.delimiter().charAt(0)};
  }

  private static Character[] quotes(DialectOverrides overrides) {
    if (overrides.quote() == null) {
      return QUOTES;
    }
    return new Character[] {
      overrides.quote() == DialectOverrides.NONE_SUCH ? null : overrides.quote()
    };
  }

  private static Character[] escapes(Sample sample) {
    boolean backslash =
        Bytes.indexOf(sample.bytes(), (byte) '\\', 0, sample.bytes().length)
            < sample.bytes().length;
    return backslash ? new Character[] {null, '\\'} : new Character[] {null};
  }

  private static Guess read(
      Sample sample, char delimiter, Character quote, Character escape, boolean decided) {
    List<Sample.Line> records = sample.records(CsvGrammar.of(delimiter, quote, escape));
    List<Sample.Line> rows = new ArrayList<>();
    for (Sample.Line record : records) {
      if (!record.isBlank()) {
        rows.add(record);
      }
    }
    int width = usualWidth(rows);
    double score = score(rows, width, delimiter);
    boolean quotes = rows.stream().anyMatch(row -> row.quoted() > 0);
    if (!decided && quote != null && quote == '\'' && !quotes) {
      score = 0;
    }
    if (!decided && quote == null && !isRatherUnquoted(sample, delimiter, escape)) {
      score *= 0.5;
    }
    return new Guess(delimiter, quote, escape, records, width, score);
  }

  /**
   * Whether quotes in this file are plainly no quotes: one or two bad ones are rather mistakes,
   * which cost their rows.
   */
  private static boolean isRatherUnquoted(Sample sample, char delimiter, Character escape) {
    List<Sample.Line> records = sample.records(CsvGrammar.of(delimiter, '"', escape));
    long broken = records.stream().filter(Sample.Line::broken).count();
    return broken >= 3 && broken * 10 > records.size();
  }

  private static int usualWidth(List<Sample.Line> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    for (Sample.Line row : rows) {
      widths.merge(row.cells().size(), 1, Integer::sum);
    }
    widths.remove(0);
    return widths.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  private static double score(List<Sample.Line> rows, int width, char delimiter) {
    if (rows.isEmpty()) {
      return 0;
    }
    double fitting = 0;
    double cells = 0;
    double clean = 0;
    for (Sample.Line row : rows) {
      if (row.cells().size() != width) {
        continue;
      }
      fitting++;
      int looked = Math.min(width, WIDTH_MATTERS_UP_TO);
      for (int i = 0; i < looked; i++) {
        cells++;
        clean += cleanness(row.cells().get(i));
      }
    }
    double agreement = fitting / rows.size();
    double looks = cells == 0 ? 0 : clean / cells;
    double splits = width == 1 ? 0.4 : 1 - 0.5 / width;
    // A colon is more often a part of a time or of a sentence than a delimiter.
    double usual = delimiter == ':' ? 0.45 : 1;
    double titled = rows.getFirst().cells().size() == width || titles(rows, width) > 0 ? 1 : 0.4;
    return agreement * agreement * looks * looks * splits * usual * titled;
  }

  /** How much a cell looks like a value of its own, and not like several or like a part of one. */
  private static double cleanness(String cell) {
    if (CellKind.of(cell) != CellKind.TEXT) {
      return 1;
    }
    char first = cell.charAt(0);
    char last = cell.charAt(cell.length() - 1);
    if (first == '"' || last == '"' || (first == '\'' && last == '\'')) {
      return 0.2;
    }
    if (last == '\\') {
      return 0.2;
    }
    double clean = first == ' ' ? 0.9 : 1;
    for (char delimiter : DELIMITERS) {
      int at = cell.indexOf(delimiter);
      boolean inSentence =
          at >= 0 && (delimiter == ':' || at + 1 >= cell.length() || cell.charAt(at + 1) == ' ');
      if (at >= 0 && !inSentence) {
        clean = Math.min(clean, 0.5);
      }
    }
    return clean;
  }

  /**
   * How many rows at the beginning are titles above the table: each with one text at most, and then
   * a row of names over rows of the same width.
   */
  static int titles(List<Sample.Line> rows, int width) {
    int first = 0;
    while (first < rows.size() && rows.get(first).cells().size() != width) {
      if (filled(rows.get(first)) > 1 || rows.get(first).broken()) {
        return 0;
      }
      first++;
    }
    if (first == 0 || first > 20 || rows.size() - first < 3 || width < 2) {
      return 0;
    }
    List<Sample.Line> table = rows.subList(first, rows.size());
    long fitting = table.stream().filter(row -> row.cells().size() == width).count();
    List<List<String>> data =
        table.stream().skip(1).map(Sample.Line::cells).filter(row -> row.size() == width).toList();
    double evidence = HeaderDetection.evidence(table.getFirst().cells(), data);
    boolean named = evidence >= 1 || (width > 2 && evidence > 0);
    return fitting * 10 >= table.size() * 8L && named ? first : 0;
  }

  private static long filled(Sample.Line row) {
    return row.cells().stream().filter(cell -> cell != null && !cell.isBlank()).count();
  }
}
