package dev.assay.model;

/**
 * A sentence to people by a code, under which other languages have it too; a package that refuses
 * something has an enum of those that it says.
 */
public interface Sentence {
  /** The code. */
  String name();

  /** In English, with places such as {@code {file}} for what differs. */
  String english();

  /** The sentence about these values, which take the places in their order. */
  default Fact with(Object... values) {
    return Fact.of(this, values);
  }
}
