package dev.assay.model;

/** Who wrote a recipe or a part of one. */
public enum Author {
  /** A person, or a program on behalf of one. */
  PERSON,
  /** The rules that come with Assay. */
  RULES,
  /** A language model, whose proposal was measured on all rows. */
  MODEL
}
