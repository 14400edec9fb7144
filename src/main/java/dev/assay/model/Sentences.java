package dev.assay.model;

/** Sentences that are said of anything. */
public enum Sentences implements Sentence {
  PROBLEMS("{count} problems:"),
  DID_YOU_MEAN("Did you mean '{name}'?"),
  THERE_IS("There is: {names}."),
  TYPE_UNKNOWN(
      "'{type}' is not a type. Use BOOLEAN, INTEGER, BIGINT, DECIMAL(p,s), DOUBLE, DATE, TIMESTAMP,"
          + " TIMESTAMPTZ, TIME, TEXT or UUID."),
  DECIMAL_DIGITS("DECIMAL({precision},{scale}) needs 1 to 38 digits and a scale no larger."),
  CHECKS_TEXT("Write the checks as a text."),
  CHECKS_UNREADABLE("The validation '{text}' cannot be read."),
  CHECKS_QUOTES("In the validation '{text}', put quotes around {word}: '{word}'."),
  CHECKSUM_UNKNOWN(
      "In the validation '{text}', '{name}' has no known checksum: use CHECKSUM 'IBAN', 'CARD' or"
          + " 'EAN'."),
  CHECKS_HELP(
      "Use NOT NULL, UNIQUE, LIKE '…', MATCHES '…', IN (…), BETWEEN … AND …, CHECKSUM 'IBAN' or a"
          + " comparison such as >= 0, joined by AND; WARN, REJECT or FAIL before one says what"
          + " breaking it does."),
  NOT_ALLOWED_HERE("'{value}' is not allowed here. Use one of {allowed}."),
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
