package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The amounts of a table that a word for a currency may speak of. */
final class Currencies {
  private static final Map<String, Set<String>> SAME = new HashMap<>();

  static {
    for (List<String> same :
        List.of(
            List.of("eur", "euro", "euros", "€"),
            List.of("usd", "dollar", "dollars", "dolar", "dolares", "$"),
            List.of("gbp", "pound", "pounds", "libra", "libras", "£"),
            List.of("brl", "real", "reais", "reales"),
            List.of("mxn", "peso", "pesos"))) {
      same.forEach(word -> SAME.put(word, Set.copyOf(same)));
    }
  }

  private Currencies() {}

  /** Whether a folded word names a currency. */
  static boolean isCurrency(String word) {
    return SAME.containsKey(word);
  }

  /** The amounts in a currency, by their names, else the one amount of money that there is. */
  static Optional<List<ColumnRole>> amounts(Vocabulary vocabulary, String currency) {
    List<ColumnRole> amounts = vocabulary.roles().stream().filter(ColumnRole::isMeasure).toList();
    List<ColumnRole> named =
        amounts.stream()
            .filter(role -> NameWords.any(NameWords.of(role.name()), SAME.get(currency)))
            .toList();
    List<ColumnRole> whole =
        named.stream().filter(role -> !AmountNames.isPart(role.name())).toList();
    if (!named.isEmpty()) {
      // "over 200 euros" of a fine is no surcharge.
      return Optional.of(whole.isEmpty() ? named : whole);
    }
    List<ColumnRole> money =
        amounts.stream()
            .filter(role -> NameWords.any(NameWords.of(role.name()), NameWords.MONEY))
            .toList();
    return money.size() == 1 ? Optional.of(money) : Optional.empty();
  }
}
