package dev.assay.bench;

import java.util.Arrays;

/**
 * One thing that Assay and somebody else both do on the same data in the same run.
 *
 * @param name what is done
 * @param limit the largest ratio that the project promises
 * @param ours Assay
 * @param theirs the peer
 */
record Contest(String name, double limit, Timed ours, Timed theirs) {
  /** Something that takes time. */
  interface Timed {
    void run() throws Exception;
  }

  /** Medians of several rounds, taken in turn so that both sides see the same machine. */
  record Result(Contest contest, double ours, double theirs, double fastest, double slowest) {
    double ratio() {
      return ours / theirs;
    }

    @Override
    public String toString() {
      return String.format(
          "%-34s ours %7.2f s   theirs %7.2f s   ratio %5.2f (rounds %.2f to %.2f)   promised %.2f   %s",
          contest.name(),
          ours,
          theirs,
          ratio(),
          fastest,
          slowest,
          contest.limit(),
          ratio() <= contest.limit() ? "held" : "NOT HELD");
    }
  }

  /** Runs both sides once to warm up and then {@code rounds} times. */
  Result run(int rounds) throws Exception {
    seconds(ours);
    seconds(theirs);
    double[] mine = new double[rounds];
    double[] other = new double[rounds];
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      mine[i] = seconds(ours);
      other[i] = seconds(theirs);
      ratios[i] = mine[i] / other[i];
    }
    Arrays.sort(ratios);
    return new Result(this, median(mine), median(other), ratios[0], ratios[rounds - 1]);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  static double seconds(Timed timed) throws Exception {
    long start = System.nanoTime();
    timed.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
