package dev.assay.source.database;

/**
 * One column of the table of all types.
 *
 * @param declared the type as it is declared
 * @param literal the value as it is inserted
 * @param text what Bronze must hold
 * @param type what the landing must say of the column, as the database itself writes it
 */
record TypeCase(String declared, String literal, String text, String type) {
  static TypeCase of(String declared, String literal, String text) {
    return new TypeCase(declared, literal, text, declared);
  }

  static TypeCase of(String declared, String literal, String text, String type) {
    return new TypeCase(declared, literal, text, type);
  }
}
