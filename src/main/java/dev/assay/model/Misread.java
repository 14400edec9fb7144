package dev.assay.model;

import java.util.List;

/** A text that is not what it should be; what is said of it is for people. */
public final class Misread extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fact> facts;

  public Misread(Fact... facts) {
    super(Fact.english(List.of(facts)));
    this.facts = List.of(facts);
  }

  /** What the message says, as data. */
  public List<Fact> facts() {
    return facts;
  }
}
