package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Set;

/**
 * Whether an amount may be another than the column that it was read as: less discounts or taxes, or
 * a column that shares the word.
 */
final class NetOrGross {
  private static final Set<String> TAKEN_OFF =
      Set.of(
          "discount",
          "discounts",
          "rebate",
          "refund",
          "refunds",
          "refunded",
          "tax",
          "vat",
          "desconto",
          "descuento",
          "reembolso",
          "imposto",
          "impuesto",
          "iva");

  private NetOrGross() {}

  /** What to say of an amount that is named by another word than its own; empty for nothing. */
  static List<String> caveat(
      Words words, Vocabulary vocabulary, int at, int length, ColumnRole amount) {
    if (length > 1) {
      return List.of();
    }
    List<String> own = NameWords.of(amount.name());
    Words.Word word = words.get(at);
    if (own.size() == 1 && own.getFirst().equals(word.lower())) {
      return List.of();
    }
    List<String> others = sharing(vocabulary, word, amount);
    if (!others.isEmpty()) {
      return List.of(
          words.say(
              "several-measures", words.phrase(at, 1), amount.name(), String.join(", ", others)));
    }
    if (own.contains(word.lower())
        || own.contains(word.stem())
        || own.stream().anyMatch(part -> isTakenOff(part) || part.equals("net"))) {
      return List.of();
    }
    return vocabulary.with(Role.SUMMABLE).stream()
        .filter(other -> NameWords.of(other.name()).stream().anyMatch(NetOrGross::isTakenOff))
        .findFirst()
        .map(other -> words.say("gross", words.phrase(at, 1), amount.name(), other.name()))
        .stream()
        .toList();
  }

  /** Other amounts with the word in their names, where the chosen one is not named in full. */
  private static List<String> sharing(Vocabulary vocabulary, Words.Word word, ColumnRole amount) {
    return vocabulary.with(Role.SUMMABLE).stream()
        .map(ColumnRole::name)
        .filter(name -> !name.equals(amount.name()))
        .filter(name ->
            NameWords.of(name).stream()
                .anyMatch(part -> part.equals(word.lower()) || part.equals(word.stem())))
        .toList();
  }

  private static boolean isTakenOff(String part) {
    return TAKEN_OFF.contains(part) || TAKEN_OFF.contains(TextResource.folded(part));
  }
}
