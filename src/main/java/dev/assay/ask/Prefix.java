package dev.assay.ask;

/** How words begin. */
final class Prefix {
  private Prefix() {}

  /** How many letters two words share at their beginning. */
  static int shared(String one, String other) {
    int shared = 0;
    while (shared < Math.min(one.length(), other.length())
        && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared;
  }
}
