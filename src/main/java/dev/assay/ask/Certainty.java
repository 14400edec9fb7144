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
  static Confidence of(Author author, List<String> caveats, boolean typed, Language language) {
    List<String> reasons = new ArrayList<>();
    if (typed) {
      reasons.add(Messages.say(language, "sure-typed"));
    } else if (author == Author.MODEL) {
      reasons.add(Messages.say(language, "sure-model"));
    } else {
      reasons.add(Messages.say(language, "sure-rules"));
    }
    reasons.addAll(caveats);
    String level =
        !caveats.isEmpty() ? "low" : author == Author.MODEL && !typed ? "medium" : "high";
    return new Confidence(level, reasons);
  }
}
