package dev.assay.model;

/** What the values of a column mean, beyond their type. */
public enum SemanticType {
  EMAIL(true),
  PHONE(true),
  PERSON_NAME(true),
  ADDRESS(true),
  BIRTH_DATE(true),
  NATIONAL_ID(true),
  IBAN(true),
  CARD_NUMBER(true),
  IP_ADDRESS(true),
  URL(false),
  UUID(false),
  POSTCODE(false),
  COUNTRY(false),
  CURRENCY(false),
  AMOUNT(false),
  PERCENT(false),
  CATEGORY(false),
  IDENTIFIER(false);

  private final boolean personal;

  SemanticType(boolean personal) {
    this.personal = personal;
  }

  /** Whether such values are personal data, which a mask is proposed for. */
  public boolean personal() {
    return personal;
  }
}
