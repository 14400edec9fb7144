package dev.assay.gold;

import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.gold.PlausibleQuestions.Weighted;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses Gold tables one by one, each time the one that makes the most questions cheaper for the
 * bytes that it takes: the greedy choice of Harinarayan, Rajaraman and Ullman (Implementing data
 * cubes efficiently, 1996), with the gain of a question as the logarithm of how many times fewer
 * bytes it reads.
 */
final class Ranking {
  /**
   * A candidate in its place.
   *
   * @param answers how many of the questions it can answer
   * @param added how many of them none before it could
   */
  record Ranked(Candidate candidate, long rows, long bytes, int answers, int added) {}

  /** The share of Silver that any table costs: files, names and work have no bytes of their own. */
  private static final double FLOOR = 0.05;

  /** A table that gains less of the whole is none that people need. */
  private static final double LEAST = 0.002;

  private final List<Candidate> candidates;
  private final List<Weighted> questions;
  private final TableSize size;
  private final boolean[][] answers;

  Ranking(
      List<Candidate> candidates,
      List<Weighted> questions,
      TableSize size,
      List<Rows.Column> silver) {
    this.candidates = candidates;
    this.questions = questions;
    this.size = size;
    this.answers = new boolean[candidates.size()][questions.size()];
    for (int c = 0; c < candidates.size(); c++) {
      Candidate candidate = candidates.get(c);
      var held = StoredQuery.of(candidate.query());
      for (int q = 0; q < questions.size(); q++) {
        answers[c][q] =
            Derivation.of(questions.get(q).query(), held, candidate.slug(), silver)
                instanceof Derivation.Derived;
      }
    }
  }

  int questions() {
    return questions.size();
  }

  /**
   * At most {@code most}, the most useful first; those that gain next to nothing only till {@code
   * fewest}.
   */
  List<Ranked> chosen(int fewest, int most) {
    double[] reads = new double[questions.size()];
    Arrays.fill(reads, size.silverBytes());
    boolean[] answered = new boolean[questions.size()];
    boolean[] taken = new boolean[candidates.size()];
    double first = 0;
    List<Ranked> chosen = new ArrayList<>();
    while (chosen.size() < most) {
      int best = -1;
      double bestGain = 0;
      for (int c = 0; c < candidates.size(); c++) {
        double gain = taken[c] ? -1 : gain(c, reads);
        if (!taken[c] && (best < 0 || gain > bestGain)) {
          best = c;
          bestGain = gain;
        }
      }
      first = Math.max(first, bestGain);
      if (best < 0 || chosen.size() >= fewest && bestGain <= first * LEAST) {
        break;
      }
      taken[best] = true;
      chosen.add(ranked(best, reads, answered));
    }
    return chosen;
  }

  private double gain(int c, double[] reads) {
    double bytes = bytes(c);
    double gain = 0;
    for (int q = 0; q < questions.size(); q++) {
      if (answers[c][q] && reads[q] > bytes) {
        gain += questions.get(q).weight() * Math.log(reads[q] / bytes);
      }
    }
    return gain / (FLOOR + bytes / size.silverBytes());
  }

  private Ranked ranked(int c, double[] reads, boolean[] answered) {
    Candidate candidate = candidates.get(c);
    int all = 0;
    int added = 0;
    for (int q = 0; q < questions.size(); q++) {
      if (answers[c][q]) {
        all++;
        added += answered[q] ? 0 : 1;
        answered[q] = true;
        reads[q] = Math.min(reads[q], bytes(c));
      }
    }
    return new Ranked(candidate, size.rows(candidate.query()), bytes(c), all, added);
  }

  private long bytes(int c) {
    return size.bytes(candidates.get(c).query(), size.rows(candidates.get(c).query()));
  }
}
