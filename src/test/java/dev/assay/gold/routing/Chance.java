package dev.assay.gold.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Choices by chance that come out the same each time. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  double part() {
    return random.nextDouble();
  }

  long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Some of them, in their order, at most so many. */
  <T> List<T> some(List<T> values, int most) {
    List<T> left = new ArrayList<>(values);
    int count = Math.min(upTo(most), left.size());
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      at.add(i);
    }
    java.util.Collections.shuffle(at, random);
    return at.subList(0, count).stream().sorted().map(left::get).toList();
  }
}
