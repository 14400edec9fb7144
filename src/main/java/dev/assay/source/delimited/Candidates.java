package dev.assay.source.delimited;

import dev.assay.model.DialectOverrides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The signs of a sample that could separate or enclose its cells.
 *
 * @param delimiters each with how usual it is, from 0 to 1
 * @param steady signs that come as often in nearly every line, the first one among them
 */
record Candidates(
    Map<String, Double> delimiters,
    List<Character> quotes,
    List<Character> escapes,
    String steady) {
  /** Tried for every file, the most usual first. */
  static final List<String> USUAL = List.of(",", ";", "\t", "|");

  private static final String EXOTIC = "^~#@*&=§¬¦·•¶þ，；、！";
  private static final String OTHER_QUOTES = "`|$%~^*#´’”»";
  private static final int LINES = 200;
  private static final int LINE = 2_000;

  static Candidates of(Sample sample, DialectOverrides overrides) {
    List<String> lines =
        sample.lines(LINES, LINE).stream().filter(line -> !line.isBlank()).toList();
    Map<String, Double> delimiters =
        overrides.delimiter() == null ? delimiters(lines) : Map.of(overrides.delimiter(), 1.0);
    String steady =
        delimiters.keySet().stream()
            .filter(sign -> sign.length() == 1 && !sign.equals(" ") && isSteady(lines, sign))
            .collect(Collectors.joining());
    return new Candidates(delimiters, quotes(lines, overrides), escapes(lines, overrides), steady);
  }

  private static boolean isSteady(List<String> lines, String sign) {
    long times = lines.isEmpty() ? 0 : times(lines.getFirst(), sign);
    return times > 0
        && lines.stream().filter(line -> times(line, sign) == times).count() * 10
            >= lines.size() * 9L;
  }

  private static long times(String line, String sign) {
    return line.chars().filter(c -> c == sign.charAt(0)).count();
  }

  private static Map<String, Double> delimiters(List<String> lines) {
    Map<String, Double> found = new LinkedHashMap<>();
    USUAL.forEach(usual -> found.put(usual, 1.0));
    // A colon is more often a part of a time or of a sentence than a delimiter.
    found.put(":", 0.45);
    if (inMost(lines, " ")) {
      found.put(" ", 0.4);
    }
    Set<String> signs = new LinkedHashSet<>(found.keySet());
    for (String sign : exotic(lines)) {
      signs.add(sign);
      found.put(sign, sign.charAt(0) < ' ' ? 1 : 0.7);
    }
    signs.remove(" ");
    for (String sign : signs) {
      if (!inMost(lines, sign)) {
        continue;
      }
      double single = found.get(sign);
      for (String longer : List.of(sign + " ", " " + sign + " ", " " + sign)) {
        add(found, longer, Math.max(single, 0.7) * 0.97, lines);
      }
      add(found, sign + sign, 0.97, lines);
      add(found, sign + sign + sign, 0.97, lines);
      for (String other : signs) {
        if (!other.equals(sign)) {
          add(found, sign + other, 0.9, lines);
          add(found, sign + other + sign, 0.95, lines);
        }
      }
    }
    add(found, "  ", 0.8, lines);
    if (inMost(lines, "  ")) {
      add(found, CsvGrammar.SPACES, 0.4, lines, " ");
    }
    return found;
  }

  private static void add(
      Map<String, Double> found, String delimiter, double usual, List<String> lines) {
    add(found, delimiter, usual, lines, delimiter);
  }

  private static void add(
      Map<String, Double> found,
      String delimiter,
      double usual,
      List<String> lines,
      String sought) {
    if (inMost(lines, sought)) {
      found.putIfAbsent(delimiter, usual);
    }
  }

  private static boolean inMost(List<String> lines, String text) {
    long with = lines.stream().filter(line -> line.contains(text)).count();
    return with > 0 && with * 10 >= lines.size() * 6L;
  }

  /** Signs and control characters that most lines have. */
  private static List<String> exotic(List<String> lines) {
    Set<Character> seen = new LinkedHashSet<>();
    for (String line : lines.subList(0, Math.min(20, lines.size()))) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (EXOTIC.indexOf(c) >= 0 || c < ' ' && c != '\t') {
          seen.add(c);
        }
      }
    }
    return seen.stream()
        .map(String::valueOf)
        .filter(sign -> !sign.equals("\0") && inMost(lines, sign))
        .limit(6)
        .toList();
  }

  private static List<Character> quotes(List<String> lines, DialectOverrides overrides) {
    List<Character> quotes = new ArrayList<>();
    if (overrides.quote() != null) {
      quotes.add(overrides.quote() == DialectOverrides.NONE_SUCH ? null : overrides.quote());
      return quotes;
    }
    quotes.add('"');
    if (lines.stream().anyMatch(line -> line.indexOf('\'') >= 0)) {
      quotes.add('\'');
    }
    for (char sign : OTHER_QUOTES.toCharArray()) {
      // Only what stands at both ends of cells in many lines.
      if (sign < 127
          && lines.stream().filter(line -> encloses(line, sign)).count() * 2 > lines.size()) {
        quotes.add(sign);
      }
    }
    quotes.add(null);
    return quotes;
  }

  /** Whether the sign stands at both ends of a cell, whatever separates cells. */
  private static boolean encloses(String line, char sign) {
    for (int open = line.indexOf(sign); open >= 0; open = line.indexOf(sign, open + 1)) {
      if (isBorder(line, open - 1) && open + 1 < line.length() && line.charAt(open + 1) != sign) {
        int close = line.indexOf(sign, open + 1);
        return close > 0 && isBorder(line, close + 1);
      }
    }
    return false;
  }

  private static boolean isBorder(String line, int at) {
    return at < 0 || at >= line.length() || ",;\t|:".indexOf(line.charAt(at)) >= 0;
  }

  private static List<Character> escapes(List<String> lines, DialectOverrides overrides) {
    List<Character> escapes = new ArrayList<>();
    if (overrides.escape() != null) {
      escapes.add(overrides.escape() == DialectOverrides.NONE_SUCH ? null : overrides.escape());
      return escapes;
    }
    escapes.add(null);
    if (lines.stream().anyMatch(line -> line.indexOf('\\') >= 0)) {
      escapes.add('\\');
    }
    return escapes;
  }
}
