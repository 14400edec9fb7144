package dev.assay.ask;

/** A language in which questions are read without a model. */
enum Language {
  ENGLISH("en"),
  PORTUGUESE("pt"),
  SPANISH("es");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** As in ISO 639. */
  String code() {
    return code;
  }
}
