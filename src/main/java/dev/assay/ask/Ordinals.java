package dev.assay.ask;

import java.util.List;

/** The words that count places: second, third, 4th. */
final class Ordinals {
  private static final List<String> ORDINALS =
      List.of("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

  private Ordinals() {}

  /** The place that word {@code i} names, from 2 on; 0 where it names none. */
  static int of(Words words, int i) {
    if (!words.free(i)) {
      return 0;
    }
    String word = words.get(i).lower();
    if (word.matches("([2-9]|[1-9]\\d)(nd|rd|th|o|a|º)")) {
      return Integer.parseInt(word.replaceAll("\\D", ""));
    }
    return ORDINALS.contains(word) ? ORDINALS.indexOf(word) + 2 : 0;
  }
}
