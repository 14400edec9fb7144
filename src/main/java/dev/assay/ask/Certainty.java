package dev.assay.ask;

import dev.assay.model.Answer.Confidence;
import dev.assay.model.Author;
import java.util.ArrayList;
import java.util.List;

/** How sure it is that a question was understood as it was meant, and why. */
final class Certainty {
  private Certainty() {}

  /**
   * @param caveats what the reading itself warns of
   */
  static Confidence of(Author author, List<String> caveats, boolean typed) {
    List<String> reasons = new ArrayList<>();
    if (typed) {
      reasons.add("The question came as a typed query: nothing had to be understood.");
    } else if (author == Author.MODEL) {
      reasons.add("A language model read the question; its typed query was checked and run.");
    } else {
      reasons.add("Every word that the figures could depend on was used, with one meaning.");
    }
    reasons.addAll(caveats);
    String level =
        !caveats.isEmpty() ? "low" : author == Author.MODEL && !typed ? "medium" : "high";
    return new Confidence(level, reasons);
  }
}
