package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The type and the steps that numbers of several columns have in common. */
final class CommonNumber {
  private static final int MOST_DIGITS = 38;

  private CommonNumber() {}

  /** The narrowest type that holds the values of both. */
  static ColumnType of(ColumnType one, ColumnType other) {
    if (one == ColumnType.Simple.DOUBLE || other == ColumnType.Simple.DOUBLE) {
      return ColumnType.Simple.DOUBLE;
    }
    if (one instanceof ColumnType.Decimal || other instanceof ColumnType.Decimal) {
      int scale = Math.max(scale(one), scale(other));
      int digits = Math.max(whole(one), whole(other)) + scale;
      return digits > MOST_DIGITS
          ? ColumnType.Simple.DOUBLE
          : new ColumnType.Decimal(digits, scale);
    }
    return one == other ? one : ColumnType.Simple.BIGINT;
  }

  private static int scale(ColumnType type) {
    return type instanceof ColumnType.Decimal(int _, int scale) ? scale : 0;
  }

  private static int whole(ColumnType type) {
    return type instanceof ColumnType.Decimal(int precision, int scale)
        ? precision - scale
        : type == ColumnType.Simple.INTEGER ? 10 : 19;
  }

  /** A column's own steps, with the words for "missing" of all. */
  static List<Cleaning> steps(KnownColumn own, List<KnownColumn> all) {
    Set<String> missing = new LinkedHashSet<>();
    for (KnownColumn column : all) {
      for (Cleaning step : column.known().guess().steps()) {
        if (step instanceof Cleaning.NullTokens(List<String> tokens)) {
          missing.addAll(tokens);
        }
      }
    }
    List<Cleaning> steps = new ArrayList<>(own.known().guess().steps());
    steps.removeIf(Cleaning.NullTokens.class::isInstance);
    if (steps.stream().noneMatch(Cleaning.Trim.class::isInstance)) {
      steps.addFirst(new Cleaning.Trim());
    }
    if (!missing.isEmpty()) {
      steps.add(
          steps.indexOf(new Cleaning.Trim()) + 1, new Cleaning.NullTokens(List.copyOf(missing)));
    }
    return List.copyOf(steps);
  }
}
