package dev.assay.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which time columns say how recent a row is, and which numbers count the lines of a thing. */
final class Recency {
  private static final List<List<String>> RANKS =
      List.of(
          List.of("updated", "modified", "changed", "edited", "update", "change", "lastmodified"),
          List.of("synced", "ingested", "extracted", "exported", "loaded", "processed"),
          List.of("timestamp", "ts", "version"),
          List.of("created", "inserted", "recorded", "entered", "added", "at"),
          List.of("date", "time", "datetime", "on"));

  /** Up to this rank a time says which version of a row is the newer one. */
  private static final int VERSIONS = 2;

  private static final List<String> OTHER_TIMES =
      List.of(
          "birth",
          "born",
          "dob",
          "due",
          "expiry",
          "expires",
          "expiration",
          "valid",
          "start",
          "end",
          "planned",
          "delivery");

  private static final List<String> LINES =
      List.of("line", "item", "position", "pos", "seq", "sequence", "lineno", "row");

  private Recency() {}

  /**
   * How well a time column of this name tells the recency of a row, best 0; empty if it does not.
   */
  static Optional<Integer> rank(String silverName) {
    List<String> words = Arrays.asList(silverName.split("_"));
    if (words.stream().anyMatch(OTHER_TIMES::contains)) {
      return Optional.empty();
    }
    for (int rank = 0; rank < RANKS.size(); rank++) {
      if (words.stream().anyMatch(RANKS.get(rank)::contains)) {
        return Optional.of(rank);
      }
    }
    return Optional.empty();
  }

  /** Whether a time of this name tells the versions of a row apart, not when something happened. */
  static boolean version(String silverName) {
    return rank(silverName).filter(rank -> rank <= VERSIONS).isPresent();
  }

  /** Whether a column of this name counts the lines of an order or the like. */
  static boolean line(String silverName) {
    return Arrays.stream(silverName.split("_")).anyMatch(LINES::contains);
  }
}
