package dev.assay.source.delimited;

import dev.assay.model.DialectOverrides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds delimiter, quote and escape: reads the sample with every combination and takes the one
 * under which rows agree on their width and cells look like values.
 */
final class Sniffer {
  /** Records looked at for each combination. */
  private static final int RECORDS = 200;

  /** Records of the one that was taken. */
  private static final int MOST_RECORDS = 1_000;

  private static final int MOST_RECORDS_OF_WHOLE = 20_000;
  private static final double NEAR = 0.6;

  private Sniffer() {}

  /**
   * A way to read the file.
   *
   * @param width how many cells most rows have
   * @param score from 0 to 1
   */
  record Guess(
      String delimiter,
      Character quote,
      Character escape,
      List<Sample.Line> records,
      int width,
      double score) {
    /** The same for a part of the text with rows of another width. */
    Guess as(int width) {
      return new Guess(delimiter, quote, escape, records, width, score);
    }
  }

  /**
   * What was found.
   *
   * @param runnerUp the next best way that differs in what it reads, or null
   */
  record Found(Guess best, Guess runnerUp) {}

  static Found sniff(Sample sample, DialectOverrides overrides) {
    Candidates candidates = Candidates.of(sample, overrides);
    Map<String, Boolean> unquoted = new HashMap<>();
    String steady = candidates.steady();
    List<Guess> guesses = new ArrayList<>();
    candidates
        .delimiters()
        .forEach((delimiter, usual) -> {
          for (Character quote : candidates.quotes()) {
            if (quote != null && delimiter.indexOf(quote) >= 0) {
              continue;
            }
            for (Character escape : candidates.escapes()) {
              guesses.add(
                  read(sample, delimiter, usual, quote, escape, overrides, unquoted, steady));
            }
          }
        });
    if (guesses.isEmpty()) {
      // A quote that is the delimiter too: the grammar says so.
      CsvGrammar.of(overrides.delimiter(), overrides.quote(), null);
    }
    // Earlier combinations are the more usual ones: a later one must be clearly better.
    Guess best = guesses.getFirst();
    for (Guess guess : guesses) {
      best = guess.score() > best.score() + 1e-9 ? guess : best;
    }
    return new Found(whole(sample, best), runnerUp(guesses, best));
  }

  private static Guess whole(Sample sample, Guess guess) {
    List<Sample.Line> records =
        sample.records(
            CsvGrammar.of(guess.delimiter(), guess.quote(), guess.escape()),
            sample.last() ? MOST_RECORDS_OF_WHOLE : MOST_RECORDS);
    return new Guess(
        guess.delimiter(), guess.quote(), guess.escape(), records, guess.width(), guess.score());
  }

  private static Guess runnerUp(List<Guess> guesses, Guess best) {
    return guesses.stream()
        .filter(guess -> guess != best && guess.score() >= NEAR * best.score())
        .filter(guess -> !sameCells(guess, best))
        .max(Comparator.comparingDouble(Guess::score))
        .orElse(null);
  }

  private static boolean sameCells(Guess one, Guess other) {
    return one.records().stream()
        .map(Sample.Line::cells)
        .toList()
        .equals(other.records().stream().map(Sample.Line::cells).toList());
  }

  private static Guess read(
      Sample sample,
      String delimiter,
      double usual,
      Character quote,
      Character escape,
      DialectOverrides overrides,
      Map<String, Boolean> unquoted,
      String steady) {
    List<Sample.Line> records = sample.records(CsvGrammar.of(delimiter, quote, escape), RECORDS);
    List<Sample.Line> rows = records.stream().filter(record -> !record.isBlank()).toList();
    int width = ReadingScore.usualWidth(rows);
    double score = ReadingScore.of(sample, rows, width, delimiter, usual, steady);
    boolean quotes = rows.stream().anyMatch(row -> row.quoted() > 0);
    if (overrides.quote() == null) {
      if (quote != null && quote != '"' && !quotes) {
        score = 0;
      }
      if (quote == null
          && !unquoted.computeIfAbsent(
              delimiter + escape, _ -> isRatherUnquoted(sample, delimiter, escape))) {
        score *= 0.5;
      }
    }
    return new Guess(delimiter, quote, escape, records, width, score);
  }

  /**
   * Whether quotes in this file are plainly no quotes: one or two bad ones are rather mistakes,
   * which cost their rows.
   */
  private static boolean isRatherUnquoted(Sample sample, String delimiter, Character escape) {
    if (delimiter.indexOf('"') >= 0) {
      return true;
    }
    List<Sample.Line> records = sample.records(CsvGrammar.of(delimiter, '"', escape), RECORDS);
    long broken = records.stream().filter(Sample.Line::broken).count();
    return broken >= 3 && broken * 10 > records.size();
  }
}
