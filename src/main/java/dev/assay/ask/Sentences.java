package dev.assay.ask;

import dev.assay.model.Sentence;

/** What is said of questions that cannot be asked. */
enum Sentences implements Sentence {
  QUESTION_EMPTY("Ask a question, such as 'how many orders by month'."),
  QUESTION_TOO_LONG("The question is too long: ask in at most 1,000 characters."),
  SENTENCE_TOO_LONG("The sentence is too long: ask in at most 1,000 characters.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
