package dev.assay.relationship;

import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;

/**
 * A column's name as a key: {@code fk_billing_customer_id} is a key and about {@code [billing,
 * customer]}.
 *
 * @param words all its words, without a prefix that every column of its table has
 * @param about what it names, without the words that say that it is a key
 * @param key whether a word says that it is a key
 */
record KeyName(List<String> words, List<String> about, boolean key) {

  /**
   * Reads a name.
   *
   * @param prefix the first word of every column of the table, as in {@code o_custkey}, or null
   * @param nouns what tables are named after, to tell {@code custid} from {@code paid}
   */
  static KeyName of(String column, String prefix, List<String> nouns) {
    List<String> words = new ArrayList<>(NameWords.of(column));
    if (words.size() > 1 && words.getFirst().equals(prefix)) {
      words.removeFirst();
    }
    List<String> about = new ArrayList<>(words);
    boolean key = false;
    while (!about.isEmpty() && Entities.KEY_WORDS.contains(about.getLast())) {
      about.removeLast();
      key = true;
    }
    while (!about.isEmpty() && Entities.KEY_WORDS.contains(about.getFirst())) {
      about.removeFirst();
      key = true;
    }
    if (!key && !about.isEmpty()) {
      String stem = glued(about.getLast(), nouns);
      if (stem != null) {
        about.set(about.size() - 1, stem);
        key = true;
      }
    }
    return new KeyName(List.copyOf(words), List.copyOf(about), key);
  }

  private static String glued(String word, List<String> nouns) {
    for (String ending : List.of("id", "key", "code", "nummer", "nr", "no", "num", "sk", "fk")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        String stem = word.substring(0, word.length() - ending.length());
        if (nouns.stream().anyMatch(noun -> Entities.same(noun, stem))) {
          return stem;
        }
      }
    }
    return null;
  }

  /** The first word that all of several names share, or null. */
  static String prefix(List<String> columns) {
    List<String> first =
        columns.stream()
            .map(NameWords::of)
            .map(words -> words.size() > 1 ? words.getFirst() : "")
            .distinct()
            .toList();
    return columns.size() >= 3 && first.size() == 1 && !first.getFirst().isEmpty()
        ? first.getFirst()
        : null;
  }

  boolean sameAs(KeyName other) {
    return words.equals(other.words());
  }
}
