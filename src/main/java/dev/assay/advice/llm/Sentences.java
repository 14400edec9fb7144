package dev.assay.advice.llm;

import dev.assay.model.Sentence;

/** What is said of a language model that is tried. */
enum Sentences implements Sentence {
  MODEL_ANSWERS("{model} answers."),
  MODEL_NOTHING_SENT("The privacy mode is none: nothing is sent, so there is nothing to test.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
