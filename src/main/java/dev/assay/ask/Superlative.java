package dev.assay.ask;

import java.util.Optional;
import java.util.Set;

/**
 * A word such as "most" or "earliest".
 *
 * @param at where it stands
 * @param length how many words it is
 * @param largest whether the largest is meant
 * @param of what it compares by itself
 */
record Superlative(int at, int length, boolean largest, Of of) {
  /** What a word compares. */
  enum Of {
    /** Whatever is named with it. */
    NAMED,
    TIME,
    /** The order of rows, or time where that says the same. */
    ORDER,
    /** The better is the smaller place and the larger figure. */
    QUALITY,
    WEIGHT,
    HEIGHT,
    LENGTH,
    SPEED,
    SIZE,
    PRICE,
    AGE
  }

  static boolean is(RowWords words, int at) {
    return at(words, at).isPresent();
  }

  static Optional<Superlative> find(RowWords words) {
    for (int i = 0; i < words.count(); i++) {
      Optional<Superlative> found = at(words, i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Superlative> at(RowWords words, int i) {
    if (!words.free(i)
        || words.at(i, "least|most") && words.word(i - 1).equals("at")
        || RowComparisons.isPlace(words, i)) {
      return Optional.empty();
    }
    if (words.at(i, "most|least", "recent|recently")) {
      return Optional.of(new Superlative(i, 2, words.word(i).equals("most"), Of.TIME));
    }
    String word = words.word(i);
    return switch (word) {
      case "most", "highest", "greatest", "maximum", "max" -> one(i, true, Of.NAMED);
      case "least", "lowest", "fewest", "minimum", "min" -> one(i, false, Of.NAMED);
      case "largest", "biggest" -> one(i, true, Of.SIZE);
      case "smallest" -> one(i, false, Of.SIZE);
      case "latest", "newest" -> one(i, true, Of.TIME);
      case "earliest", "oldest" -> one(i, false, Of.TIME);
      case "first", "top" -> one(i, false, Of.ORDER);
      case "last", "bottom", "final" -> one(i, true, Of.ORDER);
      case "best" -> one(i, true, Of.QUALITY);
      case "worst" -> one(i, false, Of.QUALITY);
      case "heaviest" -> one(i, true, Of.WEIGHT);
      case "lightest" -> one(i, false, Of.WEIGHT);
      case "tallest" -> one(i, true, Of.HEIGHT);
      case "longest" -> one(i, true, Of.LENGTH);
      case "shortest" -> one(i, false, Of.LENGTH);
      case "fastest" -> one(i, true, Of.SPEED);
      case "slowest" -> one(i, false, Of.SPEED);
      case "cheapest" -> one(i, false, Of.PRICE);
      case "youngest" -> one(i, false, Of.AGE);
      default -> Optional.empty();
    };
  }

  private static Optional<Superlative> one(int at, boolean largest, Of of) {
    return Optional.of(new Superlative(at, 1, largest, of));
  }

  /** Words of columns that it compares when none is named. */
  Set<String> columns() {
    return switch (of) {
      case NAMED, ORDER, TIME, QUALITY -> Set.of();
      case WEIGHT -> Set.of("weight", "mass");
      case HEIGHT -> Set.of("height");
      case LENGTH -> Set.of("length", "duration", "distance");
      case SPEED -> Set.of("speed", "time");
      case SIZE -> Set.of("population", "area", "size");
      case PRICE -> Set.of("price", "cost");
      case AGE -> Set.of("age");
    };
  }
}
