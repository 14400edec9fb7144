package dev.assay.ask;

import java.util.Arrays;

/** A language in which questions are read without a model. */
enum Language {
  ENGLISH("en"),
  PORTUGUESE("pt"),
  SPANISH("es");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** English for one that is not spoken. */
  static Language of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElse(ENGLISH);
  }

  /** As in ISO 639. */
  String code() {
    return code;
  }
}
