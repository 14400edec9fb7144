package dev.assay.advice;

import dev.assay.model.Check.Operator;
import dev.assay.model.RowCondition;
import java.util.List;

/**
 * A rule that holds on sampled rows and is no accident there.
 *
 * @param name short, for counts and reasons
 * @param condition what holds
 * @param tolerance of an equation
 * @param columns that it names
 * @param chance how often it would hold if the rows were mixed up, from 0 to 1
 * @param rank what is shown first: lower is better
 */
record RuleCandidate(
    String name,
    RowCondition condition,
    double tolerance,
    List<SampledRows.Column> columns,
    double chance,
    int rank) {

  /** The value of a side at one row against that of the other at another; NaN where missing. */
  interface Apart {
    double at(int left, int right);
  }

  /** Rows of the sample that have all columns, the share of them that meets, and by chance. */
  record Trial(int rows, double met, double chance) {
    /** How many rows would break the rule if it were an accident. */
    double surprise() {
      return rows * (1 - chance);
    }
  }

  private static final double SAMPLED = 0.99;

  /** Rows at first, of which two misses say that it is not worth looking at more. */
  private static final int GLANCE = 30;

  private static final int[] SHIFTS = {7, 3, 2};

  /**
   * How often {@code apart} is what {@code operator} asks of 0, within {@code tolerance}; a share
   * of 0 where a glance shows that it is not.
   *
   * @param size of the greater side at a row, for what DOUBLE cannot tell apart
   */
  static Trial tried(int rows, Operator operator, double tolerance, Apart apart, Apart size) {
    int step = stride(rows);
    int missed = 0;
    int had = 0;
    for (int i = 0, at = 0; i < rows; i++, at = (at + step) % rows) {
      double difference = apart.at(at, at);
      if (Double.isNaN(difference)) {
        continue;
      }
      had++;
      if (!meets(operator, difference, tolerance, size.at(at, at))) {
        missed++;
        if ((missed > 1 && had <= GLANCE) || missed > Math.max(1, rows * (1 - SAMPLED))) {
          return new Trial(had, 0, 1);
        }
      }
    }
    double met = had == 0 ? 0 : (had - missed) / (double) had;
    return new Trial(had, met, met < SAMPLED ? 1 : chance(rows, operator, tolerance, apart, size));
  }

  /** A step that visits every row once, from all over the sample. */
  private static int stride(int rows) {
    int step = Math.max(1, (int) (rows * 0.618));
    while (greatestCommonDivisor(step, rows) != 1) {
      step++;
    }
    return step;
  }

  private static int greatestCommonDivisor(int one, int other) {
    return other == 0 ? one : greatestCommonDivisor(other, one % other);
  }

  private static double chance(
      int rows, Operator operator, double tolerance, Apart apart, Apart size) {
    int had = 0;
    int met = 0;
    for (int shift : SHIFTS) {
      for (int i = 0; i < rows; i++) {
        int other = (i + Math.max(1, rows / shift)) % rows;
        double difference = apart.at(i, other);
        if (!Double.isNaN(difference)) {
          had++;
          met += meets(operator, difference, tolerance, size.at(i, other)) ? 1 : 0;
        }
      }
    }
    return had == 0 ? 1 : met / (double) had;
  }

  private static boolean meets(
      Operator operator, double difference, double tolerance, double size) {
    double near = tolerance + 1e-9 * size;
    return switch (operator) {
      case EQUAL -> Math.abs(difference) <= near;
      case NOT_EQUAL -> Math.abs(difference) > near;
      case LESS, LESS_OR_EQUAL -> difference <= near;
      case GREATER, GREATER_OR_EQUAL -> difference >= -near;
    };
  }
}
