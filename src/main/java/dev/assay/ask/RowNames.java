package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Set;

/** Whether a word is what a row of the table is called. */
final class RowNames {
  private static final Set<String> PEOPLE = Set.of("people", "persons", "person");

  private RowNames() {}

  /** Whether a word says "row" and nothing of what rows are. */
  static boolean isPlainRow(Words.Word word) {
    return word.lower().matches("rows?|records?|entries|entry");
  }

  /** "deploys" are deployments; "deployed" is what was done. */
  private static boolean isShort(String noun, String word) {
    return word.length() > 4 && noun.equals(word + "ment");
  }

  /** Whether a word says "people" as it is written where no name is meant. */
  static boolean isPeople(Words.Word word) {
    return PEOPLE.contains(word.text());
  }

  private static boolean isPerson(String noun) {
    return NameWords.isPerson(noun) || Concepts.same(noun, "customer");
  }

  static boolean is(Vocabulary vocabulary, Words.Word word) {
    return vocabulary
            .rowNoun()
            .filter(noun ->
                noun.equals(word.stem())
                    // Short words have no singular of their own here: ads.
                    || word.lower().equals(noun + "s")
                    || Concepts.same(noun, word.stem())
                    || Concepts.same(noun, word.lower())
                    || Cognates.same(noun, word.lower())
                    || isShort(noun, word.stem())
                    || PEOPLE.contains(word.lower()) && isPerson(noun))
            .isPresent()
        || isKey(vocabulary, word)
        || isNamed(vocabulary, word);
  }

  /** Where nearly every row has a {@code candidate_name} of its own, a row is a candidate. */
  private static boolean isNamed(Vocabulary vocabulary, Words.Word word) {
    return vocabulary.roles().stream()
        .filter(role -> role.column().present() == vocabulary.rows())
        // The count of different values is approximate.
        .filter(role -> role.column().distinct() >= 0.9 * vocabulary.rows())
        .map(role -> NameWords.of(role.name()))
        .anyMatch(name ->
            name.size() == 2
                && name.getLast().matches("name|nome|nombre")
                && name.getFirst().length() > 3
                && (NameWords.singular(name.getFirst()).equals(word.stem())
                    || Concepts.same(name.getFirst(), word.stem())));
  }

  /** Where every row has its own {@code cod_reserva} and nothing else, a row is a reserva too. */
  private static boolean isKey(Vocabulary vocabulary, Words.Word word) {
    List<ColumnRole> keys = keys(vocabulary);
    if (keys.size() != 1) {
      return false;
    }
    List<String> name =
        NameWords.of(keys.getFirst().name()).stream()
            .filter(part -> !NameWords.IDENTIFIERS.contains(part) && !part.equals("cod"))
            .toList();
    return name.size() == 1
        && name.getFirst().length() > 3
        && (NameWords.singular(name.getFirst()).equals(word.stem())
            || TextResource.folded(word.lower()).equals(name.getFirst() + "es")
            || Concepts.same(name.getFirst(), word.stem())
            || Concepts.same(name.getFirst(), word.lower()));
  }

  /**
   * The columns whose values name a row each; where none is proven to, texts that nearly all
   * differ.
   */
  private static List<ColumnRole> keys(Vocabulary vocabulary) {
    List<ColumnRole> keys =
        vocabulary.roles().stream()
            .filter(role -> vocabulary.unique().contains(role.name()))
            .toList();
    return !keys.isEmpty()
        ? keys
        : vocabulary.roles().stream()
            .filter(role -> role.column().kind() == ValueKind.TEXT)
            .filter(role -> role.column().present() == vocabulary.rows())
            // The count of different values is approximate.
            .filter(role -> role.column().distinct() >= 0.95 * vocabulary.rows())
            .toList();
  }

  /** Whether a question counts the rows of the table by name, as "how many orders" does. */
  static boolean counts(String question, Vocabulary vocabulary) {
    Words words = new Words(question);
    for (int i = 0; i < words.count(); i++) {
      boolean count = words.at(i, "how", "many") || words.at(i, "number|count", "of");
      int at = i + 2 + (words.at(i + 2, "the|different") ? 1 : 0);
      if (count && at < words.count() && is(vocabulary, words.get(at))) {
        return true;
      }
    }
    return false;
  }
}
