package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.Set;

/** What money and quantities are called, by those who ask and in the names of columns. */
final class AmountNames {
  /** Words for money that came in, whichever of them the column is named with. */
  private static final Set<String> MONEY =
      Set.of(
          "revenue",
          "sales",
          "sale",
          "amount",
          "value",
          "turnover",
          "income",
          "money",
          "spend",
          "spending",
          "spent",
          "earning",
          "earnings",
          "proceeds",
          "worth",
          "sold",
          "sell",
          "earn",
          "earned");

  private static final Set<String> MONEY_COLUMNS =
      Set.of(
          "revenue",
          "sales",
          "sale",
          "amount",
          "amt",
          "total",
          "value",
          "turnover",
          "income",
          "subtotal",
          "spend",
          "spent",
          "earnings",
          "proceeds",
          "payment",
          "paid",
          "gross");

  /** Parts of an amount that nobody means who asks for the amount. */
  private static final Set<String> PARTS =
      Set.of(
          "tax",
          "surcharge",
          "recargo",
          "penalty",
          "deposit",
          "discount",
          "fee",
          "fees",
          "shipping",
          "freight",
          "cost",
          "costs",
          "refund",
          "refunds",
          "tip",
          "tips",
          "margin",
          "profit",
          "commission",
          "quantity",
          "units",
          "count",
          "imposto",
          "impuesto",
          "desconto",
          "descuento",
          "frete",
          "envio",
          "custo",
          "costo",
          "coste",
          "quantidade",
          "cantidad");

  private static final Set<String> QUANTITY =
      Set.of(
          "quantity", "qty", "units", "unit", "pieces", "piece", "items", "item", "volume", "sold");
  private static final Set<String> QUANTITY_COLUMNS =
      Set.of("quantity", "qty", "units", "pieces", "items", "volume");

  /** Said of an amount, and of nothing once the amount is named. */
  private static final Set<String> VERBS =
      Set.of("sold", "sell", "earn", "earned", "spend", "spent", "make");

  private AmountNames() {}

  /** Whether a word of a question asks for money. */
  static boolean saysMoney(String word) {
    return MONEY.contains(word) || Concepts.same("revenue", word) || Concepts.same("amount", word);
  }

  /** Whether a word of a question asks for how many things. */
  static boolean saysQuantity(String word) {
    return QUANTITY.contains(word) || Concepts.same("quantity", word);
  }

  /** Whether a word says of an amount that it came in or went out. */
  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  /** Whether a word of a column's name says that it holds money. */
  static boolean isMoney(String name) {
    return MONEY_COLUMNS.contains(name)
        || Concepts.same("revenue", name)
        || Concepts.same("amount", name);
  }

  /** Whether a word of a column's name says that it counts things. */
  static boolean isQuantity(String name) {
    return QUANTITY_COLUMNS.contains(name) || Concepts.same("quantity", name);
  }

  /** Whether a column is a part of an amount: a tax, a fee. */
  static boolean isPart(String column) {
    return NameWords.of(column).stream().anyMatch(PARTS::contains);
  }

  /** Whether a name says no more than that it is money: {@code amount_usd}, {@code valor}. */
  static boolean isWhole(ColumnRole column) {
    return NameWords.of(column.name()).stream()
        .allMatch(word -> isMoney(word) || NameWords.UNIT_NAMES.contains(word));
  }
}
