package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.NameWords;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a question says of joined tables, put as one table that has it all would be asked. */
final class JoinWording {
  private JoinWording() {}

  /**
   * "orders of customers in Germany" is about orders in Germany, once orders know where their
   * customers are.
   */
  static String withoutFillers(String question, List<Brought> brought) {
    Set<String> nouns =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    brought.stream()
        .filter(one -> one.aggregate() == null)
        .map(one -> one.role().replace('_', ' '))
        .forEach(role -> nouns.add(NameWords.plural(role)));
    String text = question;
    for (String noun : nouns) {
      text =
          text.replaceAll(
              // Never "by": that says what rows are grouped by.
              "(?iu)\\b(?:of|from|for|de|dos|das|do|da|del|de los|de"
                  + " las|para)\\s+(?:the\\s+|os\\s+|as\\s+|los\\s+|las\\s+)?"
                  + Pattern.quote(noun)
                  + "\\s+(?:who\\s+live\\s+)?(in|from|with|where|whose|em|en|no|na|con|com|de)\\b",
              "$1");
    }
    return text;
  }

  /**
   * "average payments per order" is about the count of payments that each order has: it is a column
   * of orders, and each is a row, so that saying so changes nothing.
   */
  static String withoutEach(String question, Vocabulary own, List<Brought> brought) {
    String text = question;
    for (Brought one : brought) {
      if (one.aggregate() == Aggregate.COUNT_ROWS) {
        text =
            text.replaceAll(
                "(?iu)\\b(average|mean|avg|media|média|promedio)\\s+"
                    + "(?:(?:number|count|número|cantidad|quantidade)"
                    + "\\s+(?:of|de)\\s+|de\\s+)?"
                    + Pattern.quote(NameWords.plural(one.role()))
                    + "\\b",
                "$1 " + one.name());
      }
    }
    boolean average = text.matches("(?iu).*\\b(average|mean|avg|media|média|promedio)\\b.*");
    return !average || own.rowNoun().isEmpty()
        ? text
        : text.replaceAll(
            "(?iu)\\s+(?:per|por)\\s+(?:each\\s+|cada\\s+)?"
                + Pattern.quote(own.rowNoun().get())
                + "\\b",
            "");
  }

  /** Whether words say a name of several words that the table has no column of its own for. */
  static boolean says(Words words, List<String> name, Vocabulary own) {
    if (name.size() < 2
        || own.columns().stream().anyMatch(c -> NameWords.of(c.name()).equals(name))) {
      return false;
    }
    for (int i = 0; i + name.size() <= words.count(); i++) {
      int at = i;
      boolean all =
          java.util.stream.IntStream.range(0, name.size())
              .allMatch(k -> {
                String word = words.get(at + k).lower();
                return word.equals(name.get(k)) || NameWords.singular(word).equals(name.get(k));
              });
      if (all) {
        return true;
      }
    }
    return false;
  }
}
