package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Relationship;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a query gets the columns of a table that its rows look up. */
public final class Joined {
  private Joined() {}

  /** Whether each row of the first side meets at most one of the second. */
  public static boolean isSafe(Relationship relationship) {
    return switch (relationship.cardinality()) {
      case ONE_TO_ONE, MANY_TO_ONE -> true;
      case MANY_TO_MANY -> false;
    };
  }

  /**
   * What the looked-up row is to a row, in words with underscores: what the key is called without
   * what makes it a key where several keys lead to the same table, else what the table's rows are.
   *
   * @param rivals whether another relationship leads from the same table to the same
   */
  public static String role(Relationship relationship, boolean rivals) {
    if (rivals) {
      return NameWords.subject(relationship.from().columns().getFirst());
    }
    List<String> words =
        NameWords.of(relationship.to().source()).stream()
            .filter(word -> word.matches("\\p{L}+"))
            .toList();
    List<String> key = NameWords.of(NameWords.subject(relationship.from().columns().getFirst()));
    int lead = words.size() - key.size();
    if (key.size() > 1 && lead >= 0 && words.subList(lead, words.size()).equals(key)) {
      // A media_type_id leads to media types, not to types.
      return String.join("_", key);
    }
    // The last plural, else the last word: raw_customers_cleaned holds customers.
    for (String word : words.reversed()) {
      if (!NameWords.singular(word).equals(word)) {
        return NameWords.singular(word);
      }
    }
    return words.isEmpty() ? relationship.to().source() : words.getLast();
  }

  /**
   * What a brought column is called: {@code country} of a customer is {@code customer_country}, its
   * {@code customer_name} stays what it is.
   *
   * @param taken names that are there already
   */
  public static String name(String role, String column, Set<String> taken) {
    List<String> own = NameWords.of(column);
    List<String> lead = NameWords.of(role);
    boolean said = own.size() > lead.size() && own.subList(0, lead.size()).equals(lead);
    String name = said ? column : role + "_" + column;
    while (taken.contains(name)) {
      name = role + "_" + name;
    }
    return name;
  }

  /**
   * The join that brings columns.
   *
   * @param prefix what the matching columns are called where the query's own table does not hold
   *     them: names of imports, in order; null where it does
   */
  public static Join join(Relationship relationship, List<String> prefix, List<Import> columns) {
    List<Match> matching = new ArrayList<>();
    for (int i = 0; i < relationship.from().columns().size(); i++) {
      matching.add(
          new Match(
              prefix == null ? relationship.from().columns().get(i) : prefix.get(i),
              relationship.to().columns().get(i)));
    }
    return new Join(relationship.to().table(), matching, columns);
  }

  /** A query whose rows are joined. */
  public static Query with(Query query, List<Join> joins) {
    return query.withJoins(joins);
  }
}
