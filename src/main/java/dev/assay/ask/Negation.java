package dev.assay.ask;

/** Whether words before a condition turn it round: "not cancelled", "excluding Germany". */
final class Negation {
  private Negation() {}

  /** Whether a word that negates stands before word {@code i}; it is then used. */
  static boolean at(Words words, int i) {
    int at = i - 1;
    while (words.at(at, "in|from|the|a|an|of|for|by|with|those|ones|to|is|are|were")
        || words.free(at) && i - at < 5 && Ignored.isVerb(words.get(at).lower())) {
      at--;
    }
    boolean said = words.at(at, "not|excluding|except|without|non|neither|nor|ni|nem");
    // "not in Germany" means Germany; "not cancelled orders in Germany" does not.
    if (said) {
      words.use(at, i - at);
    }
    return said;
  }

  /** "without the store 'Centre'". */
  static boolean beforeColumn(Words words, int i) {
    int at = i - 1;
    while (words.at(at, "the|to|a|of|in|from")) {
      at--;
    }
    return words.at(at, "excluding|except|without");
  }
}
