package dev.assay.gold;

import dev.assay.model.Fact;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in a query, as it is found. */
final class FoundProblems {
  private final String pointer;
  private final List<Problem> all = new ArrayList<>();

  /**
   * @param pointer where the query stands in what was sent
   */
  FoundProblems(String pointer) {
    this.pointer = pointer;
  }

  /** Takes where in the query, and what. */
  void accept(String at, Fact... facts) {
    all.add(new Problem(pointer + at, facts));
  }

  void accept(String at, List<Fact> facts) {
    all.add(new Problem(pointer + at, facts));
  }

  void accept(String at, String message) {
    all.add(new Problem(pointer + at, message));
  }

  List<Problem> all() {
    return all;
  }
}
