package dev.assay.model;

/** Sentences that are said of anything. */
public enum Sentences implements Sentence {
  PROBLEMS("{count} problems:"),
  DID_YOU_MEAN("Did you mean '{name}'?"),
  THERE_IS("There is: {names}."),
  BUG("This is a bug in Assay, not in your request. Please report it with the log entry {id}."),
  URL_MALFORMED("'{url}' is not a URL: give one such as https://host/v1."),
  URL_WITHOUT_HOST("Give the model's URL as https://HOST/… or http://HOST/…."),
  URL_WITH_SECRET(
      "Give the model's URL without a name, a password or a query: the key goes apart."),
  URL_PLAIN_HTTP(
      "Over http anyone on the way could read what is sent to {host}: use https, or allow it with"
          + " --allow-plain-http.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
