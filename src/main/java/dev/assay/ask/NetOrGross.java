package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Set;

/** Whether "revenue" may be less than the column that it was read as: discounts, taxes, refunds. */
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
  static List<String> caveat(Words words, Vocabulary vocabulary, int at, ColumnRole amount) {
    List<String> own = NameWords.of(amount.name());
    Words.Word word = words.get(at);
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

  private static boolean isTakenOff(String part) {
    return TAKEN_OFF.contains(part) || TAKEN_OFF.contains(TextResource.folded(part));
  }
}
