package dev.assay.llm;

import dev.assay.model.Sentence;

/** What is said of language models that do not answer. */
enum Sentences implements Sentence {
  MODEL_UNREACHED(
      "The language model at {host} could not be reached: check the URL with 'assay"
          + " model --test'."),
  MODEL_UNREACHED_BECAUSE(
      "The language model at {host} could not be reached ({reason}): check the URL with"
          + " 'assay model --test'."),
  MODEL_KEY_REFUSED("{host} refused the key ({status}): set another with 'assay model --key'."),
  MODEL_TOO_MANY_REQUESTS("{host} has had too many requests (429): try again in a while."),
  MODEL_OUT_OF_ORDER("{host} is out of order ({status}): try again in a while."),
  MODEL_NOT_ACCEPTED("{host} did not accept the request ({status}): check the name of the model."),
  MODEL_NOT_ACCEPTED_BECAUSE(
      "{host} did not accept the request ({status}): check the name of the model. It"
          + " says: {reason}"),
  MODEL_NO_JSON(
      "{host} answered with {type} instead of JSON: check that the URL is that of a"
          + " model's API."),
  MODEL_CUT_OFF(
      "The language model's answer broke off before its end: use a model with room for"
          + " more, or a smaller token budget."),
  MODEL_SILENT("The language model's answer is empty: try again, or another model."),
  MODEL_DECLINED("The language model declined to answer."),
  MODEL_NOT_SET_UP("No language model is set up."),
  MODEL_CHANGED("The language model's settings have changed while it was asked: ask again.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
