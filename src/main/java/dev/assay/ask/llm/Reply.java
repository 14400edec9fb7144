package dev.assay.ask.llm;

import dev.assay.model.Query;
import java.util.List;

/** What a language model made of a question, read whole; its figures are not run yet. */
public sealed interface Reply {
  /** A typed query without a problem. */
  record Typed(Query query) implements Reply {}

  /** Words that may mean several things: a question for each. */
  record Ambiguous(List<String> choices) implements Reply {
    public Ambiguous {
      choices = List.copyOf(choices);
    }
  }

  /** A SELECT that has passed the guard and that the engine has planned. */
  record Written(Checks.Select select) implements Reply {}

  /**
   * The tables do not hold it.
   *
   * @param because its reason, one line, or null
   */
  record Impossible(String because) implements Reply {}
}
