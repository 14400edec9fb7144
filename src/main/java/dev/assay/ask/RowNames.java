package dev.assay.ask;

/** Whether a word is what a row of the table is called. */
final class RowNames {
  private RowNames() {}

  static boolean is(Vocabulary vocabulary, Words.Word word) {
    return vocabulary
        .rowNoun()
        .filter(noun ->
            noun.equals(word.stem())
                || Concepts.same(noun, word.stem())
                || Concepts.same(noun, word.lower()))
        .isPresent();
  }
}
