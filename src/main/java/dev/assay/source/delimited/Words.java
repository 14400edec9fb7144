package dev.assay.source.delimited;

/** What people call signs that cannot be seen. */
final class Words {
  private Words() {}

  static String delimiter(String delimiter) {
    return switch (delimiter) {
      case "\t" -> "tabs";
      case " " -> "spaces";
      case String other -> "'" + other + "'";
    };
  }
}
