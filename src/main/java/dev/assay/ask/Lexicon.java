package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the column that words of a question name. */
final class Lexicon {
  /**
   * Columns that words fit equally well.
   *
   * @param columns one, or several that must be chosen from
   * @param at first word
   * @param words how many
   */
  record Match(List<ColumnRole> columns, int at, int words) {}

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

  private static final Set<String> CUSTOMERS =
      Set.of("customer", "cust", "client", "user", "buyer", "shopper", "member");

  /** Said of an amount, and of nothing once the amount is named. */
  private static final Set<String> VERBS =
      Set.of("sold", "sell", "earn", "earned", "spend", "spent", "make");

  private static final int LONGEST = 4;

  private final Words words;
  private final ColumnIndex index;

  Lexicon(Words words, ColumnIndex index) {
    this.words = words;
    this.index = index;
  }

  /** The words that stand within a name of several words, as "last month" in visits_last_month. */
  BitSet named() {
    BitSet named = new BitSet();
    for (int i = 0; i < words.count(); i++) {
      for (int length = LONGEST; length > 1; length--) {
        List<String> phrase = phrase(i, length);
        if (!phrase.isEmpty()
            && index.holding(phrase.getFirst()).stream()
                .anyMatch(column -> column.stems().equals(phrase))) {
          named.set(i, i + length);
        }
      }
    }
    return named;
  }

  /** The columns of a kind that the words from {@code at} on name best, longest phrase first. */
  Optional<Match> column(int at, Predicate<ColumnRole> wanted) {
    Optional<Match> named = column(at, wanted, 0, 3);
    if (named.isPresent()) {
      // "data de entrega" says more than "data", "tipo de quarto" more than "tipo".
      Optional<Match> longer = alike(at, wanted).filter(m -> m.words() > named.get().words());
      if (longer.isPresent()) {
        return longer;
      }
    }
    if (named.isPresent() && named.get().columns().size() > 1) {
      Optional<ColumnRole> teller = teller(named.get());
      if (teller.isPresent()) {
        return Optional.of(new Match(List.of(teller.get()), at, named.get().words()));
      }
    }
    return named.or(() -> customers(at, wanted)).or(() -> alike(at, wanted));
  }

  /** A machine is told by its code, a buyer by the number; type and country are shared. */
  private Optional<ColumnRole> teller(Match match) {
    List<ColumnRole> ids =
        match.columns().stream()
            .filter(role -> NameWords.isIdentifier(NameWords.of(role.name())))
            .filter(role -> NameWords.of(role.name()).size() == match.words() + 1)
            .toList();
    boolean named =
        match.columns().stream()
            .anyMatch(role ->
                NameWords.of(role.name()).getLast().matches("name|nome|nombre|title|titulo"));
    return ids.size() == 1 && !named ? Optional.of(ids.getFirst()) : Optional.empty();
  }

  /** A column whose name is another word for the same thing, or the same in another language. */
  private Optional<Match> alike(int at, Predicate<ColumnRole> wanted) {
    return alike(at, wanted, 3);
  }

  private Optional<Match> alike(int at, Predicate<ColumnRole> wanted, int lastLevel) {
    if (!words.free(at) || words.get(at).kind() != Words.Kind.WORD) {
      return Optional.empty();
    }
    List<ColumnIndex.Named> candidates =
        index.all().stream().filter(column -> wanted.test(column.role())).toList();
    for (int length = LONGEST; length > 0; length--) {
      List<Words.Word> phrase = phraseWords(at, length);
      for (int level = 0; level <= lastLevel && !phrase.isEmpty(); level++) {
        int fixed = level;
        List<ColumnRole> found =
            candidates.stream()
                .filter(column -> alike(phrase, column, fixed))
                .map(ColumnIndex.Named::role)
                .toList();
        if (!found.isEmpty()) {
          return Optional.of(new Match(found, at, length));
        }
      }
    }
    return Optional.empty();
  }

  private List<Words.Word> phraseWords(int at, int length) {
    List<Words.Word> phrase = new ArrayList<>();
    for (int i = at; i < at + length; i++) {
      if (!words.free(i)) {
        return List.of();
      }
      // "preco de venda" is a sale price and "atraso na chegada" an arrival delay.
      if (!words.at(i, "of|in|the|was|were|is|are|fueron|foram|fue|foi|se")
          || i == at
          || i == at + length - 1) {
        phrase.add(words.get(i));
      }
    }
    return phrase;
  }

  /** Level 0 is the whole name, 1 without dispensable parts, 2 its last word, 3 its first. */
  private static boolean alike(List<Words.Word> phrase, ColumnIndex.Named column, int level) {
    List<String> name =
        switch (level) {
          case 0 -> column.words();
          case 1 -> column.kept();
          case 2 ->
              column.kept().size() > 1
                  ? column.kept().subList(column.kept().size() - 1, column.kept().size())
                  : List.of();
          default -> column.kept().size() > 1 ? column.kept().subList(0, 1) : List.of();
        };
    if (name.size() != phrase.size() || name.isEmpty()) {
      return false;
    }
    return IntStream.range(0, name.size()).allMatch(i -> alike(phrase.get(i), name.get(i)))
        || name.size() > 1 && alikeInAnyOrder(phrase, name);
  }

  /** Adjectives stand before nouns in one language and behind them in another. */
  private static boolean alikeInAnyOrder(List<Words.Word> phrase, List<String> name) {
    List<String> left = new ArrayList<>(name);
    for (Words.Word word : phrase) {
      Optional<String> found = left.stream().filter(part -> alike(word, part)).findFirst();
      if (found.isEmpty()) {
        return false;
      }
      left.remove(found.get());
    }
    return true;
  }

  private static boolean alike(Words.Word word, String name) {
    return Concepts.same(word.lower(), name)
        || Concepts.same(word.stem(), name)
        || Concepts.same(word.stem(), NameWords.singular(name))
        || plural(word.lower()).equals(plural(name))
        || Cognates.same(word.lower(), name);
  }

  /** Plurals of Portuguese and Spanish, cut to what they share with the singular. */
  private static String plural(String word) {
    if (word.length() < 5) {
      return word;
    }
    return word.replaceAll("(oes|aes|ao)$", "ao")
        .replaceAll("(ais|ales)$", "al")
        .replaceAll("(?<=[rlndz])es$", "")
        .replaceAll("s$", "");
  }

  /** People who buy are called by many names; the answer says which column was taken. */
  private Optional<Match> customers(int at, Predicate<ColumnRole> wanted) {
    if (!words.free(at) || !CUSTOMERS.contains(words.get(at).stem())) {
      return Optional.empty();
    }
    List<ColumnRole> found =
        index.all().stream()
            .filter(column -> wanted.test(column.role()))
            .filter(column -> column.role().role() == Role.IDENTIFIER)
            .filter(column -> column.words().stream().anyMatch(CUSTOMERS::contains))
            .map(ColumnIndex.Named::role)
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(new Match(found, at, 1));
  }

  private Optional<Match> column(
      int at, Predicate<ColumnRole> wanted, int firstLevel, int lastLevel) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    List<ColumnIndex.Named> candidates =
        index.holding(words.get(at).stem()).stream()
            .filter(column -> wanted.test(column.role()))
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    for (int level = firstLevel; level <= lastLevel; level++) {
      for (int length = LONGEST; length > 0; length--) {
        List<String> phrase = phrase(at, length);
        int fixed = level;
        List<ColumnRole> found =
            phrase.isEmpty()
                ? List.of()
                : candidates.stream()
                    .filter(column -> fits(phrase, column, fixed))
                    .map(ColumnIndex.Named::role)
                    .distinct()
                    .toList();
        if (!found.isEmpty()) {
          return Optional.of(new Match(found, at, length));
        }
      }
    }
    return Optional.empty();
  }

  /** As {@link #column}, for an amount, which may also be called by another word for it. */
  Optional<Match> measure(int at) {
    return measureAlone(at).map(this::withNoun).or(() -> byUnit(at));
  }

  /** "freight cost" where the column is called freight: the noun says no more. */
  private Match withNoun(Match match) {
    int end = match.at() + match.words();
    boolean noun =
        match.columns().size() == 1
            && words.at(
                end,
                "cost|costs|amount|amounts|charge|charges|value|values|level|levels|figure|figures")
            && NameWords.of(match.columns().getFirst().name()).stream()
                .noneMatch(part -> part.equals(words.get(end).stem()))
            && measureAlone(end).filter(other -> other.columns().size() == 1).isEmpty();
    return noun ? new Match(match.columns(), match.at(), match.words() + 1) : match;
  }

  /** "kilometres" of a km_driven. */
  private Optional<Match> byUnit(int at) {
    if (!words.free(at) || words.get(at).lower().length() < 4) {
      return Optional.empty();
    }
    List<ColumnRole> found =
        index.all().stream()
            .filter(column -> column.role().isMeasure() && column.words().size() > 1)
            .filter(column ->
                column.words().stream()
                    .anyMatch(part ->
                        (part.length() > 1 || part.equals(column.words().getLast()))
                            && !part.equals(words.get(at).lower())
                            && !UnitWords.isTime(part)
                            && UnitWords.same(words.get(at).lower(), part)))
            .map(ColumnIndex.Named::role)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(new Match(found, at, 1)) : Optional.empty();
  }

  private Optional<Match> measureAlone(int at) {
    // Synonyms come before a word somewhere in a name: "units" are a quantity, not a unit price.
    // The first word alone tells what an amount belongs to: "claims" are no claim_amount.
    Optional<Match> named = column(at, ColumnRole::isMeasure, 0, 2);
    Optional<Match> other =
        named.filter(match -> match.columns().size() == 1).isPresent()
            ? Optional.empty()
            : alike(at, ColumnRole::isMeasure, 2)
                .filter(match -> match.words() > named.map(Match::words).orElse(0));
    if (other.isPresent()) {
      // "amount paid" tells paid_amount from other amounts.
      return other;
    }
    if (named.isPresent() || !words.free(at)) {
      return named;
    }
    String word = words.get(at).lower();
    boolean money =
        MONEY.contains(word) || Concepts.same("revenue", word) || Concepts.same("amount", word);
    boolean quantity = QUANTITY.contains(word) || Concepts.same("quantity", word);
    List<ColumnRole> found =
        !money && !quantity
            ? List.of()
            : index.all().stream()
                .filter(column -> column.role().role() == Role.SUMMABLE)
                .filter(column -> {
                  List<String> name = column.words();
                  boolean part = name.stream().anyMatch(PARTS::contains);
                  return money && !part && name.stream().anyMatch(Lexicon::isMoney)
                      || quantity && name.stream().anyMatch(Lexicon::isQuantity);
                })
                .map(ColumnIndex.Named::role)
                .toList();
    if (found.isEmpty()) {
      return column(at, ColumnRole::isMeasure, 3, 3);
    }
    return Optional.of(new Match(money && found.size() == 1 ? rivals(found) : found, at, 1));
  }

  /** "atraso médio na chegada": the name of an amount with the word for how inside. */
  Optional<Match> measureAround(int at) {
    int from = at + 2;
    if (!words.at(from, "of|in")) {
      return Optional.empty();
    }
    from += words.at(from + 1, "the|a") ? 2 : 1;
    for (int length = 2; length > 0; length--) {
      List<Words.Word> rest = phraseWords(from, length);
      if (rest.isEmpty() || !words.free(at)) {
        continue;
      }
      List<Words.Word> phrase = new ArrayList<>(List.of(words.get(at)));
      phrase.addAll(rest);
      List<ColumnRole> found =
          index.all().stream()
              .filter(column -> column.role().isMeasure())
              .filter(column -> alike(phrase, column, 0) || alike(phrase, column, 1))
              .map(ColumnIndex.Named::role)
              .distinct()
              .toList();
      if (!found.isEmpty()) {
        return Optional.of(new Match(found, at, from + length - at));
      }
    }
    return Optional.empty();
  }

  /** Money by another name is one column only where no other money stands beside it. */
  private List<ColumnRole> rivals(List<ColumnRole> found) {
    List<ColumnRole> all = new ArrayList<>(found);
    if (isWhole(found.getFirst())) {
      return all;
    }
    index.all().stream()
        .filter(column -> column.role().role() == Role.SUMMABLE && !all.contains(column.role()))
        .filter(column -> column.words().stream().noneMatch(PARTS::contains))
        .filter(column ->
            column.role().column().kind() == ValueKind.DECIMAL
                && column.role().column().min() != null
                && column.role().column().min().matches("-?\\d+\\.\\d\\d"))
        .map(ColumnIndex.Named::role)
        .distinct()
        .forEach(all::add);
    return all;
  }

  /** Whether a name says no more than that it is money: {@code amount_usd}, {@code valor}. */
  private static boolean isWhole(ColumnRole column) {
    return NameWords.of(column.name()).stream()
        .allMatch(word -> isMoney(word) || NameWords.UNIT_NAMES.contains(word));
  }

  /** Whether a column is a part of an amount: a tax, a fee. */
  static boolean isPart(String column) {
    return NameWords.of(column).stream().anyMatch(PARTS::contains);
  }

  private static boolean isMoney(String name) {
    return MONEY_COLUMNS.contains(name)
        || Concepts.same("revenue", name)
        || Concepts.same("amount", name);
  }

  private static boolean isQuantity(String name) {
    return QUANTITY_COLUMNS.contains(name) || Concepts.same("quantity", name);
  }

  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  /** Whether a column can tell groups apart. */
  static boolean groups(ColumnRole column) {
    return switch (column.role()) {
      case CATEGORY, IDENTIFIER, YEAR -> true;
      case OTHER -> column.column().kind() == ValueKind.TEXT;
      case TIME, SUMMABLE, AVERAGED -> false;
    };
  }

  private List<String> phrase(int at, int length) {
    if (!IntStream.range(at, at + length).allMatch(words::free)) {
      return List.of();
    }
    return IntStream.range(at, at + length).mapToObj(i -> words.get(i).stem()).toList();
  }

  /**
   * Level 0 is the whole name, 1 without dispensable parts, 2 its last words, 3 any of its words.
   */
  private static boolean fits(List<String> phrase, ColumnIndex.Named column, int level) {
    if (level == 0) {
      return phrase.equals(column.stems())
          || phrase.size() == 1 && column.whole().equals(phrase.getFirst());
    }
    List<String> kept = column.kept();
    if (kept.isEmpty() || phrase.size() > kept.size()) {
      return false;
    }
    return switch (level) {
      case 1 -> phrase.equals(kept);
      case 2 -> phrase.equals(kept.subList(kept.size() - phrase.size(), kept.size()));
      default ->
          IntStream.rangeClosed(0, kept.size() - phrase.size())
              .anyMatch(i -> phrase.equals(kept.subList(i, i + phrase.size())));
    };
  }
}
