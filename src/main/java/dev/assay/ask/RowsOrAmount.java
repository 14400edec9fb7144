package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Whether what rows are called, such as payments, means how many they are or how much. */
final class RowsOrAmount {
  /** Rows that are amounts themselves to those who ask. */
  private static final List<String> MONEY_ROWS =
      List.of("expense", "sale", "cost", "despesa", "gasto", "venta", "venda");

  /** Rows that are counted, and yet are amounts as well. */
  private static final Set<String> PAID_ROWS =
      Set.of("payment", "donation", "pagamento", "doacao", "pago", "donacion");

  private final Words words;
  private final Vocabulary vocabulary;
  private final BooleanSupplier filtersAmount;
  private final List<String> warnings;

  /**
   * @param filtersAmount whether a condition of the question is on an amount
   * @param warnings where what should be known is added
   */
  RowsOrAmount(
      Words words, Vocabulary vocabulary, BooleanSupplier filtersAmount, List<String> warnings) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.filtersAmount = filtersAmount;
    this.warnings = warnings;
  }

  /** Whether rows are payments and the like. */
  static boolean arePaid(Vocabulary vocabulary) {
    return vocabulary.rowNoun().filter(PAID_ROWS::contains).isPresent();
  }

  /** The money of a payment itself, beside which fees and the like are parts; or empty. */
  Optional<ColumnRole> paid() {
    List<ColumnRole> amounts =
        vocabulary.with(Role.SUMMABLE).stream()
            .filter(column -> !AmountNames.isPart(column.name()))
            .toList();
    return arePaid(vocabulary) && amounts.size() == 1
        ? Optional.of(amounts.getFirst())
        : Optional.empty();
  }

  /** "highest price": where price is text it is no number of rows, whatever the table is called. */
  void refuseText(int i) {
    String word = words.get(i).lower();
    for (ColumnRole role : vocabulary.roles()) {
      if (role.name().equals(word) && role.column().kind() == ValueKind.TEXT) {
        throw Reading.Stopped.unclear(words.say("holds-texts", role.name(), vocabulary.table()));
      }
    }
  }

  /** "expenses by month": how many, or how much? */
  void refuseMoney(int i) {
    List<ColumnRole> amounts = vocabulary.with(Role.SUMMABLE);
    boolean money =
        MONEY_ROWS.stream().anyMatch(noun -> vocabulary.rowNoun().filter(noun::equals).isPresent());
    boolean byAmount = filtersAmount.getAsBoolean();
    if (arePaid(vocabulary)
        && !amounts.isEmpty()
        && !byAmount
        && !RowNames.isPlainRow(words.get(i))) {
      warnings.add(words.say("rows-not-amounts", words.phrase(i, 1), amounts.getFirst().name()));
    }
    if (!money || amounts.isEmpty() || byAmount || RowNames.isPlainRow(words.get(i))) {
      return;
    }
    String noun = words.phrase(i, 1);
    List<String> choices = new ArrayList<>();
    choices.add(words.replaced(i, 1, words.say("word.number-of") + " " + noun));
    amounts.forEach(
        amount -> choices.add(words.replaced(i, 1, words.say("word.total") + " " + amount.name())));
    throw Reading.Stopped.choice(words.say("rows-or-amount", noun), choices);
  }

  /** Whether a word is but a part of an amount's name. */
  boolean isPartOf(int i, Lexicon.Match match) {
    return match.columns().stream()
        .allMatch(column -> {
          List<String> name = NameWords.of(column.name());
          return name.size() > 1 && name.stream().anyMatch(part -> isWord(i, part));
        });
  }

  /** What rows are called is no amount where it only tells whose: "orders" beside order_total. */
  boolean refusePart(int i, Lexicon.Match match) {
    ColumnRole column = match.columns().getFirst();
    if (match.columns().size() > 1 || !isWord(i, NameWords.of(column.name()).getLast())) {
      return false;
    }
    String noun = words.phrase(i, 1);
    throw Reading.Stopped.choice(
        words.say("rows-or-amount", noun),
        List.of(
            words.replaced(i, 1, words.say("word.number-of") + " " + noun),
            words.replaced(i, 1, words.say("word.total") + " " + column.name())));
  }

  private boolean isWord(int i, String part) {
    return part.equals(words.get(i).lower())
        || NameWords.singular(part).equals(words.get(i).stem());
  }
}
